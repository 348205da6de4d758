import { expect, test } from 'vitest'
import { growth } from '../growth'
import { clean, uncoveredCharacters } from '~/documents/characters'
import { trackingOf } from '~/documents/ink'
import { breakLines } from '~/documents/line-breaking'
import { setLine } from '~/documents/paragraph'
import { names } from './specimen-facts'

test('names in every script a certificate is made for can be printed', () => {
  for (const [language, name] of Object.entries(names)) {
    expect(uncoveredCharacters(name, language)).toEqual([])
  }
})

test('what no font has is reported once, in the order it stands, and nothing else is', () => {
  expect(uncoveredCharacters('🎓 Ana 🎓 ሰላም', 'en')).toEqual(['🎓', 'ሰ', 'ላ', 'ም'])
  expect(uncoveredCharacters('\ue000\ufffd\ud800', 'en')).toEqual(['\ue000', '\ufffd'])
  expect(uncoveredCharacters('می\u200cخواهم \ufe0f', 'fa')).toEqual([])
})

test('a text is composed, on one line, and holds nothing that turns its reading direction', () => {
  expect(clean(' Nguye\u0302\u0303n\n\tThi\u0323 ')).toBe('Nguyễn Thị')
  expect(clean('Ana\u202e\u2066\u200f\u0000 Duarte\ufeff')).toBe('Ana Duarte')
  expect(clean('1\u202f000\u00a0h')).toBe('1\u00a0000\u00a0h')
})

test('right-to-left words are drawn from the right, and brackets between them face the other way', () => {
  const line = setLine('علي (محمد)', 'serif', 'ar')
  const glyphs = line.runs.flatMap(run => run.glyphs)
  const drawn = glyphs.map(glyph => glyph.letters).join('')
  const brackets = setLine('()', 'serif', 'en').runs.flatMap(run => run.glyphs.map(({ id }) => id))
  expect(glyphs.filter(({ letters }) => /[()]/.test(letters)).map(({ id }) => id)).toEqual(brackets)
  expect(drawn.replace(/[^!-~]/g, '')).toBe(')(')
  expect(drawn.indexOf('د')).toBeLessThan(drawn.indexOf('ع'))
})

test('lines never grow wider than their column, whether words are short, endless or without spaces', () => {
  const texts = [
    'a b c '.repeat(40), 'x'.repeat(300), '王小明'.repeat(40), `${names.ar} `.repeat(9), 'well-known '.repeat(20),
  ]
  for (const text of texts) {
    const lines = breakLines(text, { style: 'serif', language: 'en', width: 12 })
    expect(Math.max(...lines.map(line => line.width))).toBeLessThanOrEqual(12)
    expect(lines.map(line => line.text).join('').replaceAll(' ', '')).toBe(clean(text).replaceAll(' ', ''))
  }
})

test('Thai, which is written without spaces, goes on in a new line between words', () => {
  const text = 'มหาวิทยาลัยเชียงใหม่รับรองว่า (ครั้งที่ ๒)'
  const lines = breakLines(text, { style: 'sans', language: 'th', width: 12 }).map(line => line.text)
  expect(lines).toEqual(['มหาวิทยาลัยเชียงใหม่รับรอง', 'ว่า (ครั้งที่ ๒)'])
})

test('a middle dot or an apostrophe among Latin letters is drawn with them', () => {
  const faces = setLine('Gal·la Oʼneil', 'serif', 'en').runs.map(({ face }) => face)
  expect(new Set(faces)).toEqual(new Set(['garamond']))
})

test('joined letters are not drawn apart', () => {
  const hand = { style: 'sans', size: 8, colour: '#000000', tracking: 0.07 } as const
  expect(['شهادة', 'हिन्दी', 'שם', 'Name'].map(text => trackingOf(hand, setLine(text, 'sans', 'en')))).toEqual([0, 0, 0.07, 0.07])
})

test('a line of Latin words within right-to-left ones is drawn, and as wide as it is', () => {
  const [, ...lines] = breakLines('محمد Mohamed Ali Hassan Ibrahim', { style: 'serif', language: 'en', width: 5 })
  const drawn = lines.map(({ runs }) => runs.flatMap(run => run.glyphs.map(glyph => glyph.letters)).join(''))
  expect(lines.at(-1)?.text).toMatch(/^[A-Z][a-z]+/)
  expect(drawn).toEqual(lines.map(line => line.text))
})

test('what does not fit its lines ends in an ellipsis', () => {
  const measure = { style: 'sans', language: 'en', width: 5, lines: 2 } as const
  const lines = breakLines('one two three four five six', measure)
  expect(lines).toHaveLength(2)
  expect(lines[1]?.text).toMatch(/…$/)
  expect(lines[1]?.width).toBeLessThanOrEqual(5)
})

test.each(['Ana ', 'AnaA', 'عععع'])('a name of 5,000 characters takes no more than its length asks: %s', part => {
  const set = (parts: number) => {
    expect(breakLines(part.repeat(parts), { style: 'serif', language: 'en', width: 20, lines: 2 })).toHaveLength(2)
  }
  expect(growth(set, 160, 1_280)).toBeLessThan(32)
})
