import { expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { renderTranscript } from '~/documents/transcript'
import { transcriptForms } from '~/domain/transcript'
import { paperLanguages } from '~/messages/paper-languages'
import { paperWordsIn } from '~/messages/papers'
import { readPdf } from './pdf'
import { factsOf } from './specimen-facts'
import { transcriptOf } from './transcript-facts'

const AT = new Date('2026-06-18T09:00:00Z')
const spoken = paperLanguages.map(language => ({ language, ...paperWordsIn(language, 'Europe/Dublin', AT) }))

test('every language of papers has the same places for figures, and leaves no word empty', () => {
  const [english] = spoken
  for (const { language, messages } of spoken) {
    const words = Object.entries({ ...messages.transcriptPaper, ...messages.certificate })
    for (const [name, word] of words) {
      if (typeof word !== 'string') continue
      expect(word.trim(), `${language} ${name}`).not.toBe('')
      const original = Object.entries({ ...english?.messages.transcriptPaper, ...english?.messages.certificate }).find(([each]) => each === name)?.[1]
      expect(placesIn(word), `${language} ${name}`).toEqual(placesIn(String(original)))
    }
  }
})

test('what stands beside each European element has a name of its own in every language', () => {
  for (const { messages } of spoken) {
    const names = Object.values(messages.issuing.elements)
    expect(new Set(names).size).toBe(names.length)
  }
})

test('every language counts in each of its plurals', () => {
  for (const { language, messages: { locale, transcript, catalogue, common } } of spoken) {
    const rules = new Intl.PluralRules(locale)
    const some = [0, 1, 2, 3, 11, 100, 1_000_000]
    const categories = new Set(some.map(count => rules.select(count)))
    expect([...categories].sort(), language).toEqual([...rules.resolvedOptions().pluralCategories].sort())
    for (const said of [(count: number) => transcript.sum(count, ''), catalogue.credits, common.time.days]) {
      const texts = some.map(count => said(count))
      expect(texts.filter(text => text.includes('#') || text.trim() === ''), language).toEqual([])
    }
  }
  const arabic = spoken.find(({ language }) => language === 'ar')?.messages
  const forms = [0, 1, 2, 3, 11, 100].map(count => arabic?.transcript.sum(count, '').replace(/\d/g, ''))
  expect(new Set(forms).size).toBe(6)
})

test.each(paperLanguages.flatMap(language => transcriptForms.map(form => ({ language, form }))))(
  'a transcript in $language says its sentences so and leaves what others wrote ($form)', async ({ language, form }) => {
    const facts = transcriptOf(12, { form }, language)
    const { elements, pages, title } = await readPdf(await renderTranscript(facts))
    const texts = elements.map(({ text, alt }) => alt ?? text)
    const { words } = facts
    expect(title).toBe(`${words.heading}: Ana Sofia Duarte`)
    const [heading, profile] = [form === 'employer' ? words.employer : words.heading, words.profile]
    const order = [heading.toLocaleUpperCase(language), 'Ana Sofia Duarte', profile, 'Community Leadership']
    expect(order.map(each => texts.indexOf(each)).every(at => at >= 0)).toBe(true)
    expect(texts.indexOf(profile)).toBeGreaterThan(texts.indexOf('Ana Sofia Duarte'))
    const kind = facts.groups[0]?.title ?? ''
    if (form !== 'employer') expect(texts.some(text => text.startsWith(kind))).toBe(true)
    const outside = pages.flatMap(({ texts, width }) => texts.filter(({ left, right }) => left < 18 || right > width - 18))
    expect(outside).toEqual([])
  },
)

test('the figures of a certificate keep their distance where a language writes its days at length', async () => {
  for (const { language, messages, format } of spoken) {
    const day = format.day('2026-09-29')
    const facts = factsOf({
      language, words: messages.certificate, awarded: { on: AT, words: day }, validUntil: `${day}.`, credit: messages.catalogue.credits(12.5),
      workload: { notionalMinutes: 1234.5 * 60, confirmedMinutes: 1234.5 * 60 },
    })
    const [front] = (await readPdf(await renderCertificate(facts))).pages
    const line = (front?.texts ?? []).filter(({ text, y }) => text.trim() !== '' && y === valuesAt(front?.texts ?? []))
    const order = line.sort((a, b) => a.left - b.left)
    expect(order.length, language).toBeGreaterThanOrEqual(5)
    expect(order.filter(({ left }, at) => left < (order[at - 1]?.right ?? 0) - 1), language).toEqual([])
    expect(order.filter(({ left, right }) => left < 60 || right > (front?.width ?? 0) - 60), language).toEqual([])
  }
})

const placesIn = (word: string) => (word.match(/\{\w+\}/g) ?? []).sort()

/** The line that both days stand on. */
const valuesAt = (texts: readonly { text: string; y: number }[]) => texts.find(({ text }) => text.includes('2026'))?.y
