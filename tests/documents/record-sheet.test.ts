import { expect, test } from 'vitest'
import { UncoveredCharacters } from '~/documents/characters'
import { renderRecordSheet } from '~/documents/record-sheet'
import { readPdf } from './pdf'
import { printedSheetOf } from './record-sheet-facts'
import { names } from './specimen-facts'

test('a screen reader hears what it is, of what and whose, then part after part', async () => {
  const { elements, title } = await readPdf(await renderRecordSheet(printedSheetOf('Ana Sofia Duarte', 1)))
  const heard = elements.map(({ role, text }) => `${role} ${text}`.replaceAll('\u00a0', ' '))
  const order = [
    'P Northbridge University', 'H1 ACTIVITY SHEET', 'P Saturday shifts at the food bank', 'P Ana Sofia Duarte', 'H2 What it was',
    'Lbl Confirmed hours', 'LBody 30 h', 'H2 What was shown', 'P Collaboration 1 Proficient', 'H2 Who confirmed it',
    'BlockQuote “Ana Sofia Duarte was there every week.”', 'P They signed in with the university.', 'H2 Evidence',
  ]
  expect(order.filter(each => !heard.includes(each))).toEqual([])
  expect([...order].sort((a, b) => heard.indexOf(a) - heard.indexOf(b))).toEqual(order)
  expect(title).toBe('Activity sheet: Saturday shifts at the food bank, Ana Sofia Duarte')
})

test('every page says which of how many it is, and nothing stands outside its page, however much there is', async () => {
  for (const name of Object.values(names)) {
    const { pages } = await readPdf(await renderRecordSheet(printedSheetOf(name, 60)))
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach(({ texts }, at) => expect(texts.some(({ text }) => text.includes(`Page ${at + 1} of ${pages.length}`))).toBe(true))
    const boxes = pages.flatMap(({ texts, width }) => texts.map(text => ({ ...text, width })))
    expect(boxes.filter(({ left, right, y, width }) => left < 40 || right > width - 40 || y < 18)).toEqual([])
  }
})

test('a word without end, and a report without a full stop in any script, go on on the next page and lose nothing', async () => {
  for (const words of ['Wort'.repeat(1500), '我们每个星期六都在食物银行工作'.repeat(300)]) {
    const printed = printedSheetOf('Ana Sofia Duarte', 0, { parts: [{ title: 'What the student reports', blocks: [{ words }] }] })
    const { elements, pages } = await readPdf(await renderRecordSheet(printed))
    const read = elements.filter(({ role }) => role === 'P').map(({ text }) => text).join('').replace(/\s/g, '')
    expect(read).toContain(words)
    expect(pages.length).toBeGreaterThan(1)
  }
})

test('what is signed is inside byte for byte, the same sheet prints the same bytes, and no box is ever printed', async () => {
  const printed = printedSheetOf('Ana Sofia Duarte', 2)
  const pdf = await renderRecordSheet(printed)
  expect(Buffer.from((await readPdf(pdf)).attachments['credential.json'] ?? [])).toEqual(Buffer.from(printed.signed ?? []))
  expect((await renderRecordSheet(printed)).equals(pdf)).toBe(true)
  expect((await readPdf(await renderRecordSheet({ ...printed, signed: null }))).attachments).toEqual({})
  await expect(renderRecordSheet(printedSheetOf('Ana \u{13080}', 1))).rejects.toThrow(UncoveredCharacters)
})
