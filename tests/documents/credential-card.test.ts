import sharp from 'sharp'
import { expect, test } from 'vitest'
import { credentialCard, type CardFacts } from '~/documents/credential-card'
import { drawnCard, drawnEmblem } from '~/documents/drawn-pictures.server'
import { emblemPicture } from '~/documents/emblem-picture'
import { names } from './specimen-facts'

const emblem = { seed: 'leadership', title: 'Inclusive Leadership', issuer: 'Northbridge University', level: 2 }
const facts: CardFacts = {
  language: 'en',
  emblem,
  certifies: 'Northbridge University certifies that',
  holder: 'Ana Duarte',
  earned: 'has earned the micro-credential',
  title: 'Inclusive Leadership',
  awardedBy: 'Awarded by Northbridge University',
  facts: 'Intermediate, 75 hours, awarded 2 May 2026',
  check: 'Check it at northbridge.example',
  digest: new Uint8Array(32).fill(7),
}
/** Words are dark, and filled without a line. */
const wordsIn = (svg: string) => [...svg.slice(svg.lastIndexOf('</g>')).matchAll(/<path d="(M[^"]+)" fill="#\w+"\/>/g)].map(([, d]) => d)
const cardOf = (changes: Partial<CardFacts>) => credentialCard({ ...facts, ...changes })

test.each(Object.entries(names))('a card in %s is all outlines, and the same each time', async (language, holder) => {
  const card = cardOf({ language, holder })
  expect(card === cardOf({ language, holder })).toBe(true)
  expect(/<text|font|href|url\(|NaN|undefined/.exec(card)?.[0]).toBe(undefined)
  expect(wordsIn(card).length).toBe(6 + Number(['vi', 'el'].includes(language)))
  expect(await sharp(Buffer.from(card)).metadata()).toMatchObject({ width: 1200, height: 630 })
})

test('a name in letters no typeface here has is left out, and the card says what remains', () => {
  const without = cardOf({ holder: 'ሰላም ተስፋዬ' })
  expect(without === cardOf({ holder: '' })).toBe(true)
  expect(wordsIn(without)).toHaveLength(4)
  expect(wordsIn(cardOf({ title: 'መሪነት' }))).toHaveLength(4)
  const paths = (title: string) => emblemPicture({ emblem: { ...emblem, title }, language: 'en' }).split('<path').length
  expect([paths('🎓'), paths('Nguyễn')]).toEqual([paths('Leadership') - 1, paths('Leadership')])
})

test('long names and titles stay within the card', () => {
  const long = cardOf({ holder: 'Maria '.repeat(40), title: 'Donaudampfschifffahrtsgesellschaft '.repeat(12), facts: 'x'.repeat(300) })
  for (const d of wordsIn(long)) {
    const points = [...(d ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    expect(Math.max(...points.map(([x]) => x))).toBeLessThan(1165)
    expect(Math.min(...points.map(([, y]) => y))).toBeGreaterThan(35)
    expect(Math.max(...points.map(([, y]) => y))).toBeLessThan(595)
  }
})

test('no two credentials have the same lines behind their words', () => {
  const digests = [1, 2, 3, 4].map(byte => new Uint8Array(32).fill(byte * 37))
  expect(new Set(digests.map(digest => cardOf({ digest }))).size).toBe(4)
})

test('an uploaded picture stands in the place of the drawn emblem, in the file itself', async () => {
  const artwork = await sharp({ create: { width: 512, height: 512, channels: 4, background: '#cc3366' } }).png().toBuffer()
  const pixel = async (svg: string, left: number, top: number) =>
    [...(await sharp(Buffer.from(svg)).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer())]
  expect(await pixel(emblemPicture({ emblem, language: 'en', artwork }), 5, 320)).toEqual([0xcc, 0x33, 0x66])
  expect(await pixel(cardOf({ artwork }), 270, 315)).toEqual([0xcc, 0x33, 0x66])
  const { png } = await drawnEmblem({ emblem: { ...emblem, artwork: '/artwork/x.png' }, language: 'en' }, async () => artwork)
  expect(Buffer.from(png).equals(artwork)).toBe(true)
})

test('what was drawn is kept, and what failed is tried again', async () => {
  let asks = 0
  const once = async () => (asks++, null)
  const [first, second] = await Promise.all([drawnCard(facts, once), drawnCard(facts, once)])
  expect(first).toBe(second)
  expect(asks).toBe(1)
  const other = { ...facts, title: 'Another' }
  await expect(drawnCard(other, () => Promise.reject(new Error('the disk')))).rejects.toThrow('the disk')
  expect((await drawnCard(other, once)).length).toBeGreaterThan(10_000)
})
