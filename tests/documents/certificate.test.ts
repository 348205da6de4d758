import { expect, test } from 'vitest'
import { renderCertificate, uncoveredIn, type CertificateFacts } from '~/documents/certificate'
import { UncoveredCharacters } from '~/documents/characters'
import { FRAME } from '~/documents/guilloche'
import { arabicFacts } from './arabic-facts'
import { readPdf, type Box } from './pdf'
import { credentialOf, factsOf, names } from './specimen-facts'

test('every name can be copied out as it was put in, also after all other scripts were printed', async () => {
  const printed = new Map<string, Buffer>()
  for (const [language, name] of [...Object.entries(names), ...Object.entries(names)]) {
    printed.set(name, await renderCertificate(factsOf({ learner: { name, language } })))
  }
  for (const [name, pdf] of printed) {
    const element = (await readPdf(pdf)).elements.find(({ alt }) => alt === name)
    expect(seen(element?.text ?? '', name)).toBe(seen(name, name))
  }
})

/** This reader takes letters with marks for marks, which have no width, and sees gaps after them. */
function seen(text: string, name: string): string {
  return /[\p{Script=Devanagari}\p{Script=Thai}]/u.test(name) ? text.replaceAll(' ', '') : text
}

test('a name in two directions is said in the order it is read', async () => {
  const name = 'محمد علي (Mohamed Ali)'
  const { elements } = await readPdf(await renderCertificate(factsOf({ learner: { name, language: 'ar' } })))
  expect(elements.find(({ alt }) => alt === name)?.text).toContain('Mohamed Ali')
})

test('the credential inside is byte for byte the stored one', async () => {
  const credential = credentialOf('{"name":"Ünïcödé — 王",\r\n  "n": 1e3}')
  const { attachments } = await readPdf(await renderCertificate(factsOf({ credential })))
  expect(Buffer.from(attachments['credential.json'] ?? [])).toEqual(Buffer.from(credential.bytes))
})

test('the same credential prints the same bytes, another one another engraving', async () => {
  const again = await renderCertificate(factsOf())
  expect(again.equals(await renderCertificate(factsOf()))).toBe(true)
  const other = { ...factsOf().credential, digest: credentialOf('{}').digest }
  expect(again.equals(await renderCertificate(factsOf({ credential: other })))).toBe(false)
})

test('a screen reader hears who earned what, then levels, witnesses and where to check', async () => {
  const { elements, links, title } = await readPdf(await renderCertificate(factsOf()))
  const heard = elements.map(({ role, text }) => `${role} ${text}`)
  const order = [
    'H1 MICRO-CREDENTIAL CERTIFICATE', 'P Northbridge University', 'P Ana Duarte', 'H2 Inclusive Leadership',
    'LBody Intermediate', 'LBody 75 hours', 'LBody 112.5 hours', 'H3 WHAT WAS SHOWN', 'H3 CONFIRMED BY',
    'P Credential 7D3C-1A54-9F0E-4B7A', 'H2 About this credential', 'H2 What it rests on', 'TH ACTIVITY',
    'TD 40', 'H2 How to read it',
  ]
  expect(heard.filter(each => order.includes(each))).toEqual(order)
  expect(elements.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
    'Emblem of the programme: Inclusive Leadership', 'QR code with the address of this credential',
  ])
  expect(links).toEqual([factsOf().credential.url])
  expect(title).toBe('Inclusive Leadership: Ana Duarte')
})

test('an address that is not https is printed and never a link', async () => {
  const url = 'javascript:alert(1)'
  const facts = factsOf({ credential: { ...credentialOf('{}'), url } })
  const { links, elements } = await readPdf(await renderCertificate(facts))
  expect(links).toEqual([])
  expect(elements.some(({ text }) => text.endsWith(url))).toBe(true)
})

test('words are words: XML, PDF operators and turned reading directions do nothing', async () => {
  const title = 'A & B <c> ]]> "quoted" (Tj) ET /JavaScript << >> \\) \u202eevil\u202c'
  const facts = factsOf({ learner: { name: `${names.tr}) Tj ET <script>` } })
  const pdf = await renderCertificate({ ...facts, programme: { ...facts.programme, title } })
  const { title: read, metadata, elements } = await readPdf(pdf)
  const printed = 'A & B <c> ]]> "quoted" (Tj) ET /JavaScript << >> \\) evil'
  expect(read).toBe(`${printed}: ${names.tr}) Tj ET <script>`)
  expect(metadata).toContain('A &#38; B &#60;c&#62;')
  expect(elements.find(({ role }) => role === 'H2')?.text.replace(/\s+/g, ' ')).toBe(printed)
  expect(pdf.includes('/S /JavaScript')).toBe(false)
})

test('a character no font has is named before anything is printed', async () => {
  const facts = factsOf({ learner: { name: 'Ana 🎓 Duarte \ue000', language: 'pt' } })
  expect(uncoveredIn(facts)).toEqual(['🎓', '\ue000'])
  await expect(renderCertificate(facts)).rejects.toThrow(UncoveredCharacters)
})

test('what there is nothing to say about has no heading', async () => {
  const nothing = { competencies: [], endorsers: [], activities: [], elements: [], scale: [] }
  const facts = factsOf({ ...nothing, credit: undefined, kind: 'Badge' })
  const { elements } = await readPdf(await renderCertificate(facts))
  expect(elements.filter(({ role }) => /^H\d/.test(role)).map(({ text }) => text)).toEqual([
    'CERTIFICATE', 'Inclusive Leadership', 'About this credential', 'How to read it',
  ])
})

test('nothing leaves its page or runs into its neighbour, however much there is to say', async () => {
  const { pages, elements } = await readPdf(await renderCertificate(overfull()))
  expect(pages.length).toBeGreaterThan(2)
  for (const { width, height, texts } of pages) {
    expect(texts.filter(({ left, right, y }) => {
      return left < FRAME || right > width - FRAME || y < FRAME || y > height - FRAME
    })).toEqual([])
    expect(overlaps(texts)).toEqual([])
  }
  expect(elements.filter(({ role, text }) => role === 'TD' && text === '41')).toHaveLength(30)
})

test('in a language written from the right every piece stands where its mirror image would, in the same order', async () => {
  const [left, right] = await Promise.all([arabicFacts(), arabicFacts({ language: 'en' })].map(async facts => {
    return readPdf(await renderCertificate(facts))
  }))
  expect(left?.elements.map(({ role }) => role)).toEqual(right?.elements.map(({ role }) => role))
  for (const [number, { width, texts }] of (left?.pages ?? []).entries()) {
    const others = right?.pages[number]?.texts ?? []
    for (const name of ['Ben Ortiz', 'Eleni Papadaki', '40'].filter(name => others.some(({ text }) => text === name))) {
      const [one, other] = [texts, others].map(boxes => boxes.find(({ text }) => text === name))
      expect([one?.y, Math.round((one?.left ?? 0) + (other?.right ?? 0))], name).toEqual([other?.y, Math.round(width)])
    }
    expect(overlaps(texts)).toEqual([])
  }
})

/** Letters that are joined reach a little into each other. */
const JOINED = 3

function overlaps(texts: Box[]): string[] {
  return texts.flatMap((one, index) => texts.slice(index + 1).flatMap(other => {
    const isBeside = one.right <= other.left + JOINED || other.right <= one.left + JOINED
    return Math.abs(one.y - other.y) < 6 && !isBeside ? [`${one.text} / ${other.text}`] : []
  }))
}

function overfull(): CertificateFacts {
  const facts = factsOf()
  const long = 'Facilitation and mediation across cultures, languages, faculties and partner organisations '
  return factsOf({
    learner: { name: `${'Maria-Magdalena Theodora '.repeat(8)}Duarte` },
    institution: { ...facts.institution, name: long.repeat(2), unit: long.repeat(2) },
    programme: {
      title: long.repeat(2), description: long.repeat(9), emblem: { ...facts.programme.emblem, title: long },
    },
    validUntil: '31 December 2029',
    competencies: Array.from({ length: 15 }, (_, i) => ({
      name: `${i + 1} ${long}`, code: `S${i}.${i}`, level: { word: 'Independent', position: 3, of: 4 },
    })),
    endorsers: Array.from({ length: 8 }, () => ({
      name: long, standing: long, assurance: long, month: 'September 2025',
    })),
    elements: Array.from({ length: 16 }, (_, i) => ({ term: `Element ${i + 1}`, meaning: long.repeat(3) })),
    activities: Array.from({ length: 30 }, () => ({
      title: long, period: 'Sept 2025 to Apr 2026', minutes: 41 * 60,
    })),
  })
}
