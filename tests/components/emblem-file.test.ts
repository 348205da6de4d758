import { expect, test } from 'vitest'
import { addressOf, emblemFile, letteringOf, plainEmblem } from '~/components/emblem-drawing'
import { drawEmblem } from '~/domain/emblem'

const source = { seed: 'a1', title: 'Inclusive Leadership', issuer: 'Northbridge University', level: 2 }
const fileAt = (address: string) => emblemFile(new URL(address, 'http://localhost').searchParams)

test('the file at an emblem’s address is the engraving that belongs to its words', () => {
  const file = fileAt(addressOf(source, 'words'))
  for (const { d } of drawEmblem(source, 'words').shapes) expect(file).toContain(d)
  expect(fileAt(addressOf({ ...source, seed: 'b2' }, 'words'))).not.toBe(file)
  expect(letteringOf(source).inscriptions.map(words => words.text)).toEqual([
    'INCLUSIVE LEADERSHIP',
    'NORTHBRIDGE UNIVERSITY',
  ])
})

test('nothing that stands in the address stands in the file', () => {
  const title = '</svg><script>alert(1)</script>'
  const file = fileAt(addressOf({ ...source, title, issuer: '"onload="' }, 'words'))
  expect(file).not.toMatch(/script|onload|alert/)
})

test('an address that makes no sense is still an emblem', () => {
  const odd =
    '/emblem.svg?level=-7&glyph=constructor&detail=everything&language=no-such-tongue-x&title=' +
    'x'.repeat(5000)
  expect(fileAt(odd)).toMatch(/^<svg .*<\/svg>$/)
  expect(fileAt('/emblem.svg')).toMatch(/^<svg .*<\/svg>$/)
})

test('the small emblem stands in the page itself and is light', () => {
  expect(plainEmblem(source).__html.length).toBeLessThan(3000)
  expect(plainEmblem(source)).toBe(plainEmblem(source))
})
