import type { CertificateFacts } from '../app/documents/certificate'
import { drawFront } from '../app/documents/certificate-front'
import { Paper } from '../app/documents/paper'
import { stationery } from '../app/documents/stationery'
import { renderTranscript } from '../app/documents/transcript'
import { textsIn } from '../app/documents/texts'
import { openBrowser } from '../tests/browser/chromium'
import { qrBars } from '../app/documents/qr-code'
import { drawEmblem } from '../app/domain/emblem'
import { rectangle } from '../app/lib/engraving'
import { factsOf } from '../tests/documents/specimen-facts'
import { transcriptOf } from '../tests/documents/transcript-facts'
import { plainHtml, plainPdf } from './documents-plain'
import { asMarkup, byReactPdf, facesAsCss, readPage } from './printed-page'
import type { Result } from './run'

/** A certificate is short work: each engine runs as it does after some minutes of a day's work. */
const ROUNDS = { certificate: 30, transcript: 7 }
const ACTIVITIES = 300

/**
 * The front of a certificate, page for page: the others set each line where ours stands, in the same face, and draw
 * every path of it; ours also tags them for PDF/UA. Of a transcript they set the same words, one paragraph under the
 * other, with emblem and QR code, while ours lays out columns, tags, and carries what was signed.
 */
export async function documents(): Promise<Result[]> {
  return [...(await certificateFront()), ...(await longTranscript())]
}

async function certificateFront(): Promise<Result[]> {
  const ours = () => front(factsOf())
  const page = readPage(await ours())
  const markup = asMarkup(page)
  const { width, height } = page
  return withChromium(`<style>${facesAsCss()}p{position:absolute;margin:0;white-space:nowrap}svg{position:absolute}body{margin:0}</style>`, async browser => {
    const byChromium = async () => {
      await browser.evaluate(html => void (document.body.innerHTML = html), markup)
      return browser.pdf({ width: `${width * INCH}in`, height: `${height * INCH}in`, tagged: true, printBackground: true })
    }
    return compared('certificate', await best(ROUNDS.certificate, [ours, () => byReactPdf(page), byChromium]))
  })
}

const INCH = 1 / 72

/** Without its reverse, its seal and what it carries. */
async function front(facts: CertificateFacts): Promise<Uint8Array> {
  const { language, institution, awarded, programme } = facts
  const about = { title: programme.title, author: institution.name, subject: facts.kind, language, date: awarded.on }
  const paper = new Paper(about, stationery(institution.look))
  drawFront(paper, facts)
  return paper.bytes()
}

async function longTranscript(): Promise<Result[]> {
  const facts = transcriptOf(ACTIVITIES)
  const { words: _, ...printed } = facts
  const { institution: { emblem }, record: { url } } = facts
  const drawings = [...drawEmblem(emblem).shapes, { d: qrBars(url).bars.map(({ x, y, length }) => rectangle(x, y, length, 1)).join(''), fill: '#12315a' }]
  const sheet = { isLandscape: false, texts: textsIn(printed), drawings }
  return withChromium('', async browser => {
    const html = plainHtml(sheet)
    const byChromium = async () => {
      await browser.setContent(html, { waitUntil: 'load' })
      return browser.pdf({ format: 'A4', tagged: true, printBackground: true })
    }
    return compared(`transcript ${ACTIVITIES}`, await best(ROUNDS.transcript, [() => renderTranscript(facts), () => plainPdf(sheet), byChromium]))
  })
}

async function withChromium<Answer>(head: string, work: (page: Tab) => Promise<Answer>): Promise<Answer> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent(`<!doctype html><html lang="en"><title>Document</title>${head}`, { waitUntil: 'load' })
    return await work(page)
  } finally {
    await browser.close()
  }
}

type Tab = Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['newPage']>>

function compared(name: string, [own = NaN, reactPdf = NaN, chromium = NaN]: number[]): Result[] {
  const against = (whose: string, value: number): Result =>
    ({ name: `${name} / ${whose}`, value: own, unit: 'ms', against: value, ratio: value / own })
  return [against('react-pdf', reactPdf), against('Chromium', chromium)]
}

/** Milliseconds of each: the best of interleaved rounds, after one that only warms. */
async function best(rounds: number, engines: (() => Promise<Uint8Array>)[]): Promise<number[]> {
  const times = engines.map(() => Infinity)
  for (let round = 0; round <= rounds; round++) {
    for (const [at, engine] of engines.entries()) {
      const start = performance.now()
      const { length } = await engine()
      if (length === 0) throw new Error('A document was empty.')
      if (round > 0) times[at] = Math.min(times[at] ?? Infinity, performance.now() - start)
    }
  }
  return times
}
