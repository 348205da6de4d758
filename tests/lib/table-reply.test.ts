import { execFileSync, spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { tableFile, type TableFormat } from '~/lib/table-reply.server'
import type { Cell } from '~/lib/xlsx.server'

/** Without it nobody else reads the files here. */
const hasPython = spawnSync('python3', ['--version']).status === 0
const dir = mkdtempSync(join(tmpdir(), 'table-'))
const names = ['Nguyễn Thị Ánh', 'محمد الزهراء', '山田 花子', 'Ольга Щукина', 'Γιώργος', 'สมชาย', 'देवी', 'דוד', 'A & B <c> "d"', 'two\nlines']
const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1']
const rows: Cell[][] = [...names, ...formulas].map((name, at) => [name, at, null])

async function* batchesOf(all: Cell[][]) {
  yield all.slice(0, 3)
  yield all.slice(3)
}

async function written(format: TableFormat, all = rows): Promise<string> {
  const path = join(dir, `t.${format}`)
  await pipeline(tableFile(format, { name: 'All: of/it', keys: ['name', 'at', 'none'], head: ['Name', '#', 'None'], batches: batchesOf(all) }), createWriteStream(path))
  return path
}

const python = (code: string, path: string) => JSON.parse(execFileSync('python3', ['-c', code, path], { encoding: 'utf8' })) as string[][]

test.skipIf(!hasPython)('python reads from the CSV every name in its script, and no cell that a spreadsheet would take for a formula', async () => {
  const read = python('import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))))', await written('csv'))
  expect(read[0]).toEqual(['Name', '#', 'None'])
  expect(read.slice(1, 1 + names.length).map(([name]) => name)).toEqual(names)
  expect(read.slice(1 + names.length).map(([cell]) => cell)).toEqual(formulas.map(each => `'${each}`))
})

const READ_XLSX = `
import json, sys, zipfile, xml.etree.ElementTree as E
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
parts = [E.fromstring(z.read(n)) for n in z.namelist()]
sheet = E.fromstring(z.read('xl/worksheets/sheet1.xml'))
assert not list(sheet.iter(m + 'f'))
print(json.dumps([[''.join(c.itertext()) for c in r.findall(m + 'c')] for r in sheet.iter(m + 'row')]))
`

test.skipIf(!hasPython)('the spreadsheet is well-formed in every part, its texts are as they were written, and none is a formula', async () => {
  const read = python(READ_XLSX, await written('xlsx'))
  expect(read.map(([name]) => name)).toEqual(['Name', ...names, ...formulas])
  expect(read.at(2)).toEqual([names[1], '1', ''])
})

test('the file for programs has the names of the columns with every row, and none is an empty list', async () => {
  const read = JSON.parse(readFileSync(await written('json'), 'utf8')) as unknown[]
  expect(read).toHaveLength(rows.length)
  expect(read[0]).toEqual({ name: names[0], at: 0, none: null })
  expect(JSON.parse(readFileSync(await written('json', []), 'utf8'))).toEqual([])
})

test('200,000 rows take no more memory than a few', async () => {
  async function* many() {
    for (let at = 0; at < 1000; at++) {
      yield Array.from({ length: 200 }, (_, row): Cell[] => [`=${at}`, row, 'Collaboration: Proficient; Communication: Leading'])
    }
  }
  for (const format of ['csv', 'xlsx', 'json'] as const) {
    const before = process.memoryUsage().heapUsed
    let [bytes, most] = [0, 0]
    for await (const chunk of tableFile(format, { name: 'Many', keys: ['a', 'b', 'c'], head: ['A', 'B', 'C'], batches: many() })) {
      bytes += Buffer.byteLength(chunk as string | Buffer)
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(bytes).toBeGreaterThan(500_000)
    expect(most / 1e6, format).toBeLessThan(150)
  }
}, 60_000)
