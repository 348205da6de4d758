import { expect, test } from 'vitest'
import { drawEmblem, EMBLEM_SIZE, emblemInks } from '~/domain/emblem'
import { glyphs } from '~/domain/glyph'
import { contrast, legible, mix } from '~/lib/colour'

const source = { seed: 'one', title: 'Inclusive Leadership', issuer: 'Northbridge University', level: 2 }

test('a programme has one emblem, and another programme another', () => {
  expect(drawEmblem(source)).toEqual(drawEmblem({ ...source }))
  const drawings = Array.from({ length: 200 }, (_, i) => JSON.stringify(drawEmblem({ ...source, seed: `programme ${i}` })))
  expect(new Set(drawings).size).toBeGreaterThan(195)
})

test('white on every ink can be read, and a colour too light to read is darkened until it can', () => {
  for (const ink of emblemInks) expect(contrast(ink, '#ffffff')).toBeGreaterThanOrEqual(6)
  for (const colour of ['#ffffff', '#ffee00', '#a8812f', '#12315a']) {
    expect(contrast(legible(colour), '#ffffff')).toBeGreaterThanOrEqual(4.5)
  }
  expect(legible('#12315a')).toBe('#12315a')
  expect(mix('#ffffff', '#000000', 0.5)).toBe('#808080')
  expect(() => mix('red', '#000000', 0.5)).toThrow(TypeError)
})

test('outer rings count the level', () => {
  const rings = (level: number) => drawEmblem({ ...source, level }, 'plain').shapes.filter(shape => shape.width === 2)
  expect([1, 2, 3].map(level => rings(level).length)).toEqual([1, 2, 3])
})

test('small emblems leave out words, then engraving', () => {
  const [words, engraved, plain] = (['words', 'engraved', 'plain'] as const).map(detail => drawEmblem(source, detail))
  expect(words?.inscriptions.map(({ text }) => text)).toEqual(['INCLUSIVE LEADERSHIP', 'NORTHBRIDGE UNIVERSITY'])
  expect(engraved?.inscriptions).toEqual([])
  expect(JSON.stringify(plain).length).toBeLessThan(JSON.stringify(engraved).length / 4)
})

test('words too long for the ring are left out, the others follow the language’s upper case', () => {
  expect(drawEmblem({ ...source, title: 'very '.repeat(20) }).inscriptions.map(({ side }) => side)).toEqual(['below'])
  expect(drawEmblem({ ...source, title: 'girişim', language: 'tr' }).inscriptions[0]?.text).toBe('GİRİŞİM')
})

test('every drawing stays in its square and uses only the path commands a PDF has', () => {
  const paths = Object.keys(glyphs).flatMap((_, i) => drawEmblem({ ...source, seed: String(i) }).shapes.map(({ d }) => d))
  for (const path of [...paths, ...Object.values(glyphs)]) expect(path).toMatch(/^M[\d\s.MLCZ-]+$/)
  const numbers = paths.flatMap(path => path.match(/-?[\d.]+/g) ?? []).map(Number)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers)).toBeLessThanOrEqual(EMBLEM_SIZE)
})
