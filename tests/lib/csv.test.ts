import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf } from '~/lib/csv'

const read = (csv: string): string[][] => parse(csv, { bom: true })

test('commas, quotes, lines and any script come back as they went in', () => {
  const rows = [['a,b', 'c"d', 'e\nf'], ['Ünï 中文 🎓', ' 1', '']]
  expect(read(csvOf(rows))).toEqual(rows)
})

test('what a spreadsheet would run is written as a text', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '|calc', '＝1']
  for (const cell of formulas) expect(read(csvOf([[cell]]))).toEqual([[`'${cell}`]])
  expect(read(csvOf([['a=1', '1-2', 'https://a.example/?b=c']]))).toEqual([['a=1', '1-2', 'https://a.example/?b=c']])
})
