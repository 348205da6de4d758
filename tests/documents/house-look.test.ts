import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { renderCertificate, type CertificateFacts } from '~/documents/certificate'
import { FRAME } from '~/documents/guilloche'
import { lookPrint, STANDARD_LOOK, type HouseLook } from '~/documents/house-look'
import { renderRecordSheet } from '~/documents/record-sheet'
import { renderTranscript } from '~/documents/transcript'
import { certificateLayouts, paperSizes } from '~/domain/house-papers'
import { transcriptForms } from '~/domain/transcript'
import { signatories } from '../cast'
import { arabicFacts } from './arabic-facts'
import { crest } from './crest'
import { readPdf } from './pdf'
import { printedSheetOf } from './record-sheet-facts'
import { factsOf } from './specimen-facts'
import { transcriptOf } from './transcript-facts'

const reason = spawnSync('pdftotext', ['-v']).error ? 'no pdftotext' : null
const withReason = reason ? ` (skipped: ${reason})` : ''

const looks = paperSizes.flatMap(paperSize => certificateLayouts.flatMap(certificateLayout => [null, crest].map((one): HouseLook => ({
  ...STANDARD_LOOK, paperSize, certificateLayout, crest: one,
}))))
const named = looks.map(look => [`${look.paperSize}, ${look.certificateLayout}, ${look.crest ? 'with a crest' : 'without'}`, look] as const)
const upright = { a4: [595.28, 841.89], letter: [612, 792] } as const

test.each(named)('%s: every page is of that sheet and lies that way', async (_, look) => {
  const { pages } = await readPdf(await renderCertificate(certificate(look)))
  const sides = look.certificateLayout === 'portrait' ? upright[look.paperSize] : [...upright[look.paperSize]].reverse()
  for (const { width, height } of pages) expect([width, height].map(Math.round)).toEqual(sides.map(Math.round))
})

test.skipIf(reason).each(named)(`%s: nothing leaves the frame and no word touches another, with little to say and with much, from both sides${withReason}`, async (_, look) => {
  for (const [what, facts] of Object.entries(amounts(look))) {
    for (const { width, height, words } of await wordsIn(await renderCertificate(facts))) {
      const outside = words.filter(({ left, top, right, bottom }) => left < FRAME || right > width - FRAME || top < FRAME - 2 || bottom > height - FRAME + 2)
      expect(outside, what).toEqual([])
      expect(touching(words), what).toEqual([])
    }
  }
})

test('who signs stands under a line, the first before the second, and a third is not asked for', async () => {
  for (const look of looks) {
    const { elements } = await readPdf(await renderCertificate(certificate(look)))
    const signed = elements.filter(({ text }) => signatories.some(({ name }) => text.startsWith(name))).map(({ role, text }) => `${role} ${text}`)
    expect(signed).toEqual(signatories.map(({ name, role }) => `LBody ${name}${role}`))
  }
})

test('a specimen says so on every page, and has nothing inside', async () => {
  const { pages, attachments } = await readPdf(await renderCertificate(certificate(STANDARD_LOOK, { isSpecimen: true })))
  for (const { texts } of pages) expect(texts.map(({ text }) => text)).toContain('SPECIMEN, NOT A CERTIFICATE')
  expect(attachments).toEqual({})
})

test('every other paper stands, on the same sheet', async () => {
  for (const paperSize of paperSizes) {
    const look: HouseLook = { ...STANDARD_LOOK, crest, paperSize, certificateLayout: 'landscape' }
    const transcripts = transcriptForms.map(form => {
      const facts = transcriptOf(40, { form })
      return renderTranscript({ ...facts, institution: { ...facts.institution, look } })
    })
    const sheet = renderRecordSheet({ ...printedSheetOf('Ana Sofia Duarte', 20), look })
    for (const paper of await Promise.all([...transcripts, sheet])) {
      for (const { width, height } of (await readPdf(paper)).pages) expect([width, height].map(Math.round)).toEqual(upright[paperSize].map(Math.round))
    }
  }
})

test('what employers read is one page on Letter too, and what is looked at are two', async () => {
  for (const [form, pages] of [['employer', 1], ['visual', 2]] as const) {
    for (const activities of [1, 12, 300]) {
      const facts = transcriptOf(activities, { form })
      const look: HouseLook = { ...STANDARD_LOOK, crest, paperSize: 'letter' }
      const read = await readPdf(await renderTranscript({ ...facts, institution: { ...facts.institution, look } }))
      expect(read.pages.length, `${form}, ${activities}`).toBeLessThanOrEqual(pages)
    }
  }
})

test('each colour, crest, sheet and layout has a print of its own', () => {
  const changes: Partial<HouseLook>[] = [
    {}, { colours: { ...STANDARD_LOOK.colours, ink: '#5a1231' } }, { colours: { ...STANDARD_LOOK.colours, accent: '#777777' } },
    { crest }, { paperSize: 'letter' }, { certificateLayout: 'portrait' },
  ]
  expect(new Set(changes.map(change => lookPrint({ ...STANDARD_LOOK, ...change }))).size).toBe(changes.length)
})

function certificate(look: HouseLook, changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return factsOf({ institution: { ...factsOf().institution, signatories: [...signatories], look }, ...changes })
}

function amounts(look: HouseLook): Record<string, CertificateFacts> {
  const { institution } = certificate(look)
  const { programme } = factsOf()
  const some = (competencies: number, endorsers: number, signed: number) => ({
    competencies: Array.from({ length: competencies }, (_, at) => ({ name: `Competency ${at + 1}`, code: `S${at}`, level: { word: 'Independent', position: 1 + (at % 4), of: 4 } })),
    endorsers: Array.from({ length: endorsers }, (_, at) => ({ ...(factsOf().endorsers[at % 2] ?? { standing: '', assurance: '', month: '' }), name: `Endorser ${at + 1}` })),
    institution: { ...institution, signatories: signatories.slice(0, signed) },
  })
  const title = 'Facilitating and mediating across cultures, languages, faculties and partner organisations of the region '
  return {
    nothing: factsOf({ ...some(0, 0, 0), scale: [], elements: [], activities: [], programme: { ...programme, description: '' } }),
    one: factsOf(some(1, 1, 1)),
    six: factsOf({ ...some(6, 3, 2), validUntil: '31 December 2029' }),
    twelve: factsOf({ ...some(12, 9, 2), programme: { ...programme, title: title.repeat(5), description: title.repeat(9) } }),
    'long names': factsOf({
      ...some(5, 4, 0), learner: { name: `${'Maria-Magdalena Theodora '.repeat(8)}Duarte` },
      institution: {
        ...institution, name: title.repeat(2), unit: title,
        signatories: signatories.map(({ name }) => ({ name: `${name} ${name} ${name}`, role: title })),
      },
    }),
    mirrored: arabicFacts(some(4, 3, 2)),
    'mirrored one': arabicFacts({ ...some(1, 1, 1), isSpecimen: false }),
  }
}

interface Word {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

/** As another program finds them, with the boxes it takes them to fill. */
async function wordsIn(pdf: Buffer): Promise<{ width: number; height: number; words: Word[] }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'words-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    const { stdout } = await promisify(execFile)('pdftotext', ['-bbox', join(folder, 'paper.pdf'), '-'], { maxBuffer: 50_000_000 })
    return stdout.split('<page ').slice(1).map(page => {
      const [, width = 0, height = 0] = (/width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []).map(Number)
      const boxes = page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)
      const words = [...boxes].map(([, left, top, right, bottom, text = '']) => ({ text, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }))
      return { width, height, words }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Boxes are as high as a face at its highest, those of Arabic faces twice a line: letters touch where more than so much of one is shared. */
function touching(words: Word[]): string[] {
  return words.flatMap((one, at) => words.slice(at + 1).flatMap(other => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    const lower = Math.min(one.bottom - one.top, other.bottom - other.top)
    const most = /\p{Script=Arabic}/u.test(one.text + other.text) ? 0.75 : 0.45
    return across > 3 && down > lower * most ? [`${one.text} / ${other.text}`] : []
  }))
}
