import { expect, test } from 'vitest'
import { drawEmblem, EMBLEM_SIZE, emblemInks } from '~/domain/emblem'
import { glyphs } from '~/domain/glyph'
import { contrast, legible, mix } from '~/lib/colour'

const source = { seed: 'one', title: 'Inclusive Leadership', issuer: 'Northbridge University', level: 2 }

test('a programme has one emblem, and another programme another', () => {
  expect(drawEmblem(source)).toEqual(drawEmblem({ ...source }))
  const drawings = Array.from({ length: 200 }, (_, i) => {
    return JSON.stringify(drawEmblem({ ...source, seed: `programme ${i}` }))
  })
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
  const rings = (level: number) => {
    return drawEmblem({ ...source, level }, 'plain').shapes.filter(shape => shape.width === 2)
  }
  expect([1, 2, 3].map(level => rings(level).length)).toEqual([1, 2, 3])
})

test('small emblems leave out words, then engraving', () => {
  const words = drawEmblem(source, 'words').inscriptions.map(({ text }) => text)
  const [engraved, plain] = [drawEmblem(source, 'engraved'), drawEmblem(source, 'plain')]
  expect(words).toEqual(['INCLUSIVE LEADERSHIP', 'NORTHBRIDGE UNIVERSITY'])
  expect(engraved.inscriptions).toEqual([])
  expect(JSON.stringify(plain).length).toBeLessThan(JSON.stringify(engraved).length / 4)
})

test('words too long for the ring are left out, the others follow the language’s upper case', () => {
  const long = drawEmblem({ ...source, title: 'very '.repeat(20) })
  expect(long.inscriptions.map(({ side }) => side)).toEqual(['below'])
  const turkish = drawEmblem({ ...source, title: 'girişim', language: 'tr' })
  expect(turkish.inscriptions[0]?.text).toBe('GİRİŞİM')
})

test('every drawing stays in its square and uses only the path commands a PDF has', () => {
  const drawings = Object.keys(glyphs).map((_, i) => drawEmblem({ ...source, seed: String(i) }))
  const paths = drawings.flatMap(({ shapes }) => shapes.map(({ d }) => d))
  for (const path of [...paths, ...Object.values(glyphs)]) expect(path).toMatch(/^M[\d\s.MLCZ-]+$/)
  const numbers = paths.flatMap(path => path.match(/-?[\d.]+/g) ?? []).map(Number)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers)).toBeLessThanOrEqual(EMBLEM_SIZE)
})
