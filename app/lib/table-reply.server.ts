import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { BOM, csvLines } from './csv'
import { disposition } from './disposition.server'
import { xlsxOf, type Cell } from './xlsx.server'

export const tableFormats = ['csv', 'xlsx', 'json'] as const
export type TableFormat = (typeof tableFormats)[number]

/** Rows under the names of their columns; `keys` are for programs, `head` for people. */
export interface Table {
  name: string
  keys: readonly string[]
  head: readonly string[]
  /** Some at a time, so that a table of any length takes the memory of one of them. */
  batches: AsyncGenerator<readonly (readonly Cell[])[]>
}

/** The table as a file, written while it is read. */
export function tableReply(format: TableFormat, table: Table): Response {
  return new Response(createReadableStreamFromReadable(tableFile(format, table)), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': disposition('attachment', `${table.name}.${format}`),
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}

export function tableFile(format: TableFormat, table: Table): Readable {
  if (format === 'xlsx') return xlsxOf(table.name, withHead(table))
  return Readable.from(format === 'csv' ? csv(table) : json(table))
}

const types: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

async function* withHead({ head, batches }: Table) {
  yield [head]
  yield* batches
}

async function* csv(table: Table) {
  yield BOM
  for await (const rows of withHead(table)) yield csvLines(rows.map(row => row.map(cell => String(cell ?? ''))))
}

async function* json({ keys, batches }: Table) {
  let before = '[\n'
  for await (const rows of batches) {
    for (const row of rows) {
      yield before + JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, row[at] ?? null])))
      before = ',\n'
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
