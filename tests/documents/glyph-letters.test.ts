import { expect, test } from 'vitest'
import { lettered } from '~/documents/glyph-letters'
import { setLine } from '~/documents/paragraph'

const copied = (text: string) => {
  return setLine(text, 'serif', 'en').runs.flatMap(run => run.glyphs.map(({ letters }) => letters))
}

test('a syllable whose letters are drawn in another order is copied in the order it is written', () => {
  const names = [
    'हिन्दी', 'मार्गी', 'ज्ञानेन्द्र', 'कृष्णमूर्ति', 'द्वितीय', 'क़ज़ा', 'श्रीकान्त', 'น้ำผึ้ง', 'ทำดี', 'ฝี่', 'ญู', 'Nguyễn', 'x̄y', 'ffi',
  ]
  for (const name of names) expect(copied(name).join('')).toBe(name)
})

test('whatever moves the pen is copied as something, and no mark stands as a letter by itself', () => {
  for (const name of ['น้ำผึ้ง', 'ทำดี', 'เกียรติ์ศักดิ์', 'ज्ञानेन्द्र', 'मार्गी']) {
    for (const glyph of setLine(name, 'sans', 'en').runs.flatMap(run => run.glyphs)) {
      expect(glyph.letters === '').toBe(glyph.advance === 0)
    }
  }
})

test('right-to-left words are copied letter by letter, from the left', () => {
  expect(copied('בת־אל')).toEqual([...'בת־אל'].reverse())
  expect(copied('می‌خواهم').reverse().join('')).toBe('می‌خواهم')
})

test('every letter is given away, also where a face counts fewer or more', () => {
  const glyphs = [{ advance: 1, madeOf: 1 }, { advance: 1, madeOf: 1 }]
  expect(lettered(glyphs, 'abcd', false).map(({ letters }) => letters)).toEqual(['a', 'bcd'])
  expect(lettered(glyphs, 'abcd', true).map(({ letters }) => letters)).toEqual(['bcd', 'a'])
  expect(lettered(glyphs, 'a', false).map(({ letters }) => letters)).toEqual(['a', ''])
})
