import { expect, test } from 'vitest'
import { UncoveredCharacters } from '~/documents/characters'
import { renderTranscript } from '~/documents/transcript'
import { transcriptSheet } from '~/domain/transcript-sheet'
import { readPdf } from './pdf'
import { categories as kinds } from '~/domain/activity'
import { transcriptOf } from './transcript-facts'

test('a screen reader hears whose it is and how much of it, then levels, credentials, work by kind, and how to read it', async () => {
  const facts = transcriptOf(12, { description: 'A selection by its holder, as at 18 June 2026.' })
  const { elements, links, title } = await readPdf(await renderTranscript(facts))
  const heard = elements.map(({ role, text }) => `${role} ${text}`.replaceAll('\u00a0', ' '))
  const order = [
    'H1 CO-CURRICULAR TRANSCRIPT', 'P Ana Sofia Duarte', `P ${facts.description}`, 'LBody 7D3C-1A54-9F0E-4B7A', 'Lbl 12',
    'LBody approved activities', 'H2 Competency profile', 'LBody Collaboration Proficient', 'H2 Credentials', 'Lbl Community Contribution',
    'H2 Activities', 'H3 Volunteering 3 activities, 30 h', 'H4 Saturday shifts at the food bank', 'H2 How to read it',
  ]
  expect(order.filter(each => !heard.includes(each))).toEqual([])
  expect([...order].sort((a, b) => heard.indexOf(a) - heard.indexOf(b))).toEqual(order)
  expect(elements.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([facts.words.emblem, facts.words.qrCode])
  expect(links).toEqual([facts.record.url])
  expect(title).toBe('Co-curricular transcript: Ana Sofia Duarte')
})

test('every activity is on it, with what was shown and said, whatever its script', async () => {
  const { elements, pages } = await readPdf(await renderTranscript(transcriptOf(300)))
  const texts = elements.map(({ text }) => text)
  expect(elements.filter(({ role }) => role === 'H4')).toHaveLength(300)
  for (const each of ['نادي اللغة العربية', '留学生交流会', 'Волонтёрский центр', '“I was there every week, and so was she.”']) expect(texts).toContain(each)
  expect(pages.flatMap(page => page.texts).some(({ text }) => text.includes(`Page ${pages.length} of ${pages.length}`))).toBe(true)
})

test('at a glance it takes two pages and for employers one, however much there is and however long it is told', async () => {
  const long = 'In the mornings she opened the kitchen, planned the shifts and told everybody what there was to do. '.repeat(12)
  const [group] = transcriptOf(300).groups
  const [activity] = group?.activities ?? []
  const groups = kinds.map(title => ({
    title, sum: '', minutes: 600, activities: [1, 2].map(at => ({
      ...activity, title: long, language: 'en', year: '2026', narrative: long, from: '2025-01-01', to: '2026-01-01', minutes: 600, reached: [],
      said: [{ by: `Confirmed by ${title} ${at}, ${long}`, statement: long, known: long }],
    })),
  }))
  const credentials = Array.from({ length: 9 }, () => ({ title: long, language: 'en', awarded: '18 June 2026', narrative: long }))
  const profile = Array.from({ length: 30 }, (_, at) => ({ name: `${long} ${at}`, level: { word: 'Leading', position: 4, of: 4 } }))
  for (const [form, most] of [['visual', 2], ['employer', 1]] as const) {
    for (const facts of [transcriptOf(300, { form }), transcriptOf(0, { form }), transcriptOf(12, { form, groups, credentials, profile, summary: long })]) {
      expect((await readPdf(await renderTranscript(facts))).pages.length).toBeLessThanOrEqual(most)
    }
  }
})

test('nothing stands outside its page', async () => {
  const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik '.repeat(8)
  const { pages } = await readPdf(await renderTranscript(transcriptOf(12, { holder: long, description: long })))
  const boxes = pages.flatMap(({ texts, width }) => texts.map(text => ({ ...text, width })))
  expect(boxes.filter(({ left, right, y, width }) => left < 40 || right > width - 40 || y < 18)).toEqual([])
})

test('the record inside is byte for byte the signed one, and the same record prints the same bytes', async () => {
  const pdf = await renderTranscript(transcriptOf(1))
  const { attachments } = await readPdf(pdf)
  expect(Buffer.from(attachments['credential.json'] ?? [])).toEqual(Buffer.from(transcriptOf(1).record.bytes))
  expect(pdf.equals(await renderTranscript(transcriptOf(1)))).toBe(true)
})

test('what no font has is said, never printed as a box', async () => {
  await expect(renderTranscript(transcriptOf(1, { holder: 'Ana \ue000' }))).rejects.toThrow(UncoveredCharacters)
})

test('a record that is none of ours is read as one that says little', () => {
  const sheet = transcriptSheet({ credentialSubject: { verifiableCredential: ['text', { id: 7, credentialSubject: [], evidence: 'none' }] } })
  expect(sheet).toEqual({
    holder: '', holderDid: null, description: '',
    entries: [expect.objectContaining({ id: '', language: '', isActivity: false, minutes: null, levels: [], said: [] })],
  })
})
