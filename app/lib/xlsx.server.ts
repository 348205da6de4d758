import { Readable } from 'node:stream'
import { zipOf, type ArchivedFile } from './zip.server'

export type Cell = string | number | null

/**
 * Office Open XML (ECMA-376): one sheet, row after row as they come. What is a text stays a text: nothing in it is ever
 * a formula, whatever it begins with.
 */
export function xlsxOf(sheet: string, batches: AsyncIterable<readonly (readonly Cell[])[]>): Readable {
  return zipOf(filesOf(sheet, batches))
}

async function* filesOf(sheet: string, batches: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<ArchivedFile> {
  yield fileOf('[Content_Types].xml', contentTypes)
  yield fileOf('_rels/.rels', relationships('officeDocument', 'xl/workbook.xml'))
  yield fileOf('xl/workbook.xml', workbook(sheet))
  yield fileOf('xl/_rels/workbook.xml.rels', relationships('worksheet', 'worksheets/sheet1.xml'))
  yield { name: 'xl/worksheets/sheet1.xml', read: () => Readable.from(worksheet(batches)) }
}

const fileOf = (name: string, xml: string): ArchivedFile => ({ name, read: () => Readable.from([xml]) })

async function* worksheet(batches: AsyncIterable<readonly (readonly Cell[])[]>) {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`
    + '<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>'
  for await (const rows of batches) yield rows.map(row => `<row>${row.map(cell).join('')}</row>`).join('')
  yield '</sheetData></worksheet>'
}

function cell(value: Cell): string {
  if (value === null || value === '') return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, MOST_LETTERS))}</t></is></c>`
}

/** More in one cell, and programs call the file broken. */
const MOST_LETTERS = 32_767

/** Letters that XML 1.0 has no place for are left out. */
function escaped(text: string): string {
  const allowed = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
  + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  + `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>`
  + `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`

const relationships = (type: string, target: string) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`

/** A sheet’s name has 31 letters at most, and none of those with a meaning in formulas. */
const workbook = (sheet: string) =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`
  + `<sheet name="${escaped(sheet.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31))}" sheetId="1" r:id="r1"/></sheets></workbook>`
