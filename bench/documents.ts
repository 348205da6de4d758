import { renderCertificate } from '../app/documents/certificate'
import { renderTranscript } from '../app/documents/transcript'
import { textsIn } from '../app/documents/texts'
import { openBrowser } from '../tests/browser/chromium'
import { qrCode } from '../app/documents/qr-code'
import { drawEmblem, type EmblemSource, type Shape } from '../app/domain/emblem'
import { weave } from '../app/lib/engraving'
import { factsOf } from '../tests/documents/specimen-facts'
import { transcriptOf } from '../tests/documents/transcript-facts'
import { plainPdf, plainHtml, type Sheet } from './documents-plain'
import type { Result } from './run'

const ROUNDS = 7
const ACTIVITIES = 300

interface Compared {
  name: string
  ours(): Promise<Uint8Array>
  /** The same words, for the others. */
  sheet: Sheet
}

/**
 * The same words in the same faces, with emblem, QR code and the rosette behind them. Ours also engraves a frame, lays
 * out columns, tags for PDF/UA and carries what was signed; the others set one paragraph under the other.
 */
export async function documents(): Promise<Result[]> {
  const [certificate, transcript] = [factsOf(), transcriptOf(ACTIVITIES)]
  const { words: _, ...printed } = certificate
  const { words: __, ...record } = transcript
  return [
    ...(await compare({ name: 'certificate', ours: () => renderCertificate(certificate), sheet: { isLandscape: true, texts: textsIn(printed), drawings: drawingsOf(certificate.programme.emblem, certificate.credential.url) } })),
    ...(await compare({
      name: `transcript ${ACTIVITIES}`, ours: () => renderTranscript(transcript), sheet: { isLandscape: false, texts: textsIn(record), drawings: drawingsOf(transcript.institution.emblem, transcript.record.url) },
    })),
  ]
}

function drawingsOf(emblem: EmblemSource, url: string): Shape[] {
  const loops = [0, 0.25, 0.5, 0.75].map(shift => weave({ x: 500, y: 214, inner: 40, outer: 186, petals: 15, shift }))
  return [...loops.map(d => ({ d, stroke: '#e4e8ee', width: 0.45 })), ...drawEmblem(emblem).shapes, ...qrCode(url, 96, '#12315a').shapes]
}

async function compare({ name, ours, sheet }: Compared): Promise<Result[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const html = plainHtml(sheet)
    const byChromium = async () => {
      await page.setContent(html, { waitUntil: 'load' })
      return page.pdf({ format: 'A4', landscape: sheet.isLandscape, tagged: true, printBackground: true })
    }
    const [own, reactPdf, chromium] = await best([ours, () => plainPdf(sheet), byChromium])
    const compared = (against: string, value = 0): Result =>
      ({ name: `${name} / ${against}`, value: own ?? 0, unit: 'ms', against: value, ratio: value / (own ?? 1) })
    return [compared('react-pdf', reactPdf), compared('Chromium', chromium)]
  } finally {
    await browser.close()
  }
}

/** Milliseconds of each: the best of interleaved rounds, after one that only warms. */
async function best(engines: (() => Promise<Uint8Array>)[]): Promise<number[]> {
  const times = engines.map(() => Infinity)
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [at, engine] of engines.entries()) {
      const start = performance.now()
      const { length } = await engine()
      if (length === 0) throw new Error('A document was empty.')
      if (round > 0) times[at] = Math.min(times[at] ?? Infinity, performance.now() - start)
    }
  }
  return times
}
