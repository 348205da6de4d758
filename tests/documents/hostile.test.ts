import { expect, test } from 'vitest'
import { renderCertificate } from '~/documents/certificate'
import { clean, UncoveredCharacters } from '~/documents/characters'
import { FRAME } from '~/documents/guilloche'
import { hostileNames } from './hostile-names'
import { readPdf } from './pdf'
import { credentialOf, factsOf } from './specimen-facts'

test.each(Object.entries(hostileNames))('a name of %s is printed within its frame, and runs nothing', async (_, name) => {
  const pdf = await renderCertificate(factsOf({ learner: { name } }))
  const { pages, title, elements, attachments, runs } = await readPdf(pdf)
  expect(pages).toHaveLength(2)
  for (const { width, height, texts } of pages) {
    const beyond = texts.filter(({ left, right, y }) => left < FRAME || right > width - FRAME || y < FRAME || y > height - FRAME)
    expect(beyond).toEqual([])
  }
  expect(title).toBe(`Inclusive Leadership: ${clean(name)}`)
  expect(elements.some(({ alt }) => alt === clean(name))).toBe(true)
  expect(Object.keys(attachments)).toEqual(['credential.json'])
  expect(runs).toBe(false)
})

test('the same in a title, a description and an address leaves one page of words and no link', async () => {
  for (const words of Object.values(hostileNames)) {
    const facts = factsOf({ credential: { ...credentialOf('{}'), url: `http://${words.slice(0, 60)}` } })
    const programme = { ...facts.programme, title: words, description: words }
    const { links, elements } = await readPdf(await renderCertificate({ ...facts, programme }))
    expect(links).toEqual([])
    expect(elements.filter(({ role }) => role === 'H1')).toHaveLength(1)
  }
})

test.each(['🎓', '👩‍🎓', '\ud800', 'ሰላም', '\ue000', '\u{10ffff}', '𐎀'])('a name with %s is refused by name, not printed with a box', async letters => {
  const refused = renderCertificate(factsOf({ learner: { name: `Ana ${letters} Duarte` } }))
  await expect(refused).rejects.toThrow(UncoveredCharacters)
  await expect(refused).rejects.toThrow(/^No font has U\+[0-9A-F]{4,6}/)
})
