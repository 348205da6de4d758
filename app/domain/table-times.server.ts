import { parse } from 'csv-parse/sync'
import { Refusal } from '~/lib/refusal'
import { isDay, type Day } from './day'
import { fold } from './fold'
import { parseMinutes } from './minutes'
import type { BroughtTimes, Span } from './time-import'

/** Words that people write over such columns, folded. */
const headings = {
  day: ['day', 'date', 'datum', 'tag', 'fecha', 'dia'],
  hours: ['time', 'hours', 'duration', 'zeit', 'stunden', 'dauer', 'horas', 'tiempo', 'h'],
  minutes: ['minutes', 'min', 'mins', 'minuten', 'minutos'],
  note: ['note', 'notes', 'what', 'description', 'activity', 'task', 'notiz', 'was', 'beschreibung', 'nota', 'descripcion'],
} as const
type Heading = keyof typeof headings

const MOST_ROWS = 5_000

/** The days of a table with commas, semicolons or tabs between its columns, with a line of headings or without. */
export function readTable(text: string, { from, to }: Span): BroughtTimes {
  const rows = rowsOf(text)
  const named = columnsOf(rows[0] ?? [])
  const columns = named ?? { day: 0, hours: 1, note: 2 }
  const body = named ? rows.slice(1) : rows
  const dayOf = dayReader(body.map(row => at(row, columns.day)))
  const brought: BroughtTimes = { entries: [], outside: 0, untimed: 0 }
  body.forEach((row, place) => {
    const day = dayOf(at(row, columns.day))
    if (!day) throw new Refusal(`Line ${place + (named ? 2 : 1)} has no day that we can read: “${at(row, columns.day).slice(0, 40)}”. Write 2026-03-14.`, 'file')
    const minutes = minutesIn(row, columns)
    if (!minutes || minutes > 24 * 60) brought.untimed++
    else if (day < from || day > to) brought.outside++
    else brought.entries.push({ day, minutes, note: at(row, columns.note) })
  })
  return brought
}

function rowsOf(text: string): string[][] {
  const [first = ''] = text.split(/\r?\n/, 1)
  const count = (mark: string) => first.split(mark).length
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
  try {
    return parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true, trim: true, to: MOST_ROWS })
  } catch {
    throw new Refusal('This table cannot be read. Save it as CSV, with a day and a time in each line.', 'file')
  }
}

type Columns = Partial<Record<Heading, number>>

/** Null where the first line is none of headings. */
function columnsOf(first: readonly string[]): Columns | null {
  const columns: Columns = {}
  first.forEach((cell, place) => {
    const word = fold(cell)
    for (const [heading, words] of Object.entries(headings)) {
      if ((words as readonly string[]).includes(word)) columns[heading as Heading] ??= place // its own keys
    }
  })
  return columns.day === undefined ? null : columns
}

const at = (row: readonly string[], place: number | undefined) => (place === undefined ? '' : (row[place] ?? ''))

function minutesIn(row: readonly string[], { hours, minutes }: Columns) {
  const bare = /^\d+$/.exec(at(row, minutes))
  return bare ? Number(bare[0]) : parseMinutes(at(row, hours) || at(row, minutes))
}

/** Days as ISO 8601 writes them, or with the day or the month first, whichever all of a table allow. */
function dayReader(cells: readonly string[]): (cell: string) => Day | null {
  const parts = cells.flatMap(cell => {
    const [, first, second] = slashed.exec(cell) ?? []
    return first && second ? [[Number(first), Number(second), cell] as const] : []
  })
  const isDayFirst = parts.some(([first, , cell]) => first > 12 || cell.includes('.'))
  const isMonthFirst = parts.some(([, second]) => second > 12)
  if (parts.length > 0 && isDayFirst === isMonthFirst) {
    throw new Refusal('We cannot tell days from months in this table. Write days as 2026-03-14.', 'file')
  }
  return cell => {
    if (isDay(cell.slice(0, 10))) return cell.slice(0, 10)
    const [, first = '', second = '', year = ''] = slashed.exec(cell) ?? []
    const [day, month] = isDayFirst ? [first, second] : [second, first]
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(written) ? written : null
  }
}

const slashed = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/
