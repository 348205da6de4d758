import { limit, Prisma, read } from '~/lib/db.server'
import { anyOf, type Word } from './search-words'
import type { Found, Hit, Searched, Sought } from './search.server'

const NEAR = 256

/** On SQLite: further on row by row, where what is frequent fills the page, and then by the index. */
export async function findByFts(of: Searched, sought: Sought, words: readonly Word[], after: number, rows: number): Promise<Found> {
  const { within, marks } = sought
  const match = matchOf(marks, words)
  if (!match) return { hits: await alongRows(of, within, after, rows), further: null }
  // The first page begins where the lists do.
  const near = sought.after === null ? { hits: [], end: after } : await lookNearby(of, sought, words, after)
  const hits = near.hits.slice(0, rows)
  const rest = hits.length < rows ? await inOneWalk(of, { match, within, from: near.end }, rows - hits.length) : []
  return { hits: [...hits, ...rest], further: null }
}

interface Nearby {
  hits: Hit[]
  /** Rows from here on were looked at. */
  end: number
}

/** FTS5 has no way to begin in the middle of a list. What it would find for plain letters is seen in a row as well. */
async function lookNearby(of: Searched, { within, marks }: Sought, words: readonly Word[], after: number): Promise<Nearby> {
  const plain = words.map(([pieces = [], ...others]) => (others.length === 0 && pieces.length === 1 ? (pieces[0] ?? '') : ''))
  if (words.length === 0 || !plain.every(word => /^[a-z0-9]+$/.test(word)))
    return { hits: [], end: after }
  const all = await read<Hit & { words: string }>`
    SELECT w."seq", w."id", w."words" FROM ${tableOf(of)} w WHERE w."seq" < ${after}
    ORDER BY w."seq" DESC ${limit(NEAR)}`
  const groups = [...(within === null ? [] : [[within]]), ...marks]
  const begins = plain.map(word => new RegExp(`(?<![\\p{L}\\p{N}_])${word}`, 'u'))
  const hits = all.filter(row => {
    const text = unaccented(row.words)
    const marked = ` ${row.words.toLowerCase()} `
    return begins.every(begin => begin.test(text)) && groups.every(group => group.some(each => marked.includes(` ${each} `)))
  })
  return { hits: hits.map(({ seq, id }) => ({ seq, id })), end: all.at(-1)?.seq ?? after }
}

const unaccented = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

interface Walk {
  match: string
  within: string | null
  from: number
}

/** FTS5 walks its lists from the last row towards the first, and stops where the page is full. */
function inOneWalk(of: Searched, { match, within, from }: Walk, rows: number) {
  const found = Prisma.raw(`"${of}Found"`)
  return read<Hit>`
    SELECT w."seq", w."id" FROM ${found} JOIN ${tableOf(of)} w ON w."seq" = ${found}.rowid
    WHERE ${found} MATCH ${match} AND ${found}.rowid < ${from} ${has(within)}
    ORDER BY ${found}.rowid DESC ${limit(rows)}`
}

/** Where nearly every row is meant, no list leads to it sooner than the rows themselves. */
function alongRows(of: Searched, within: string | null, after: number, rows: number) {
  return read<Hit>`
    SELECT w."seq", w."id" FROM ${tableOf(of)} w WHERE w."seq" < ${after} ${has(within)}
    ORDER BY w."seq" DESC ${limit(rows)}`
}

const has = (within: string | null) =>
  within === null ? Prisma.empty : Prisma.sql`AND instr(w."words", ${` ${within} `}) > 0`

const matchOf = (marks: Sought['marks'], words: readonly Word[]) =>
  [
    ...marks.map(group => anyOf(group.map(each => `"${each}"`), 'OR')),
    ...words.map(word => anyOf(word.map(pieces => `"${pieces.join(' ')}" *`), 'OR')),
  ].join(' AND ')

const tableOf = (of: Searched) => Prisma.raw(`"${of}Words"`)
