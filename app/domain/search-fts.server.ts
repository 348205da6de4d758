import { limit, Prisma, read } from '~/lib/db.server'
import { anyOf, areFrequent, blocksBefore, type Word } from './search-words'
import type { Found, Hit, Searched, Sought } from './search.server'

/** Rows that are looked at: on the first page to learn what is frequent, further on to fill the page as well. */
const NEAR = { first: 64, later: 256 }

/** On SQLite: by the index, which cannot begin in the middle of a list, and near the page row by row before that. */
export async function findByFts(of: Searched, sought: Sought, words: readonly Word[], end: number, rows: number): Promise<Found> {
  const { within, marks } = sought
  const lists = [...marks.map(group => anyOf(group.map(each => `"${each}"`), 'OR')), ...words.map(listOf)]
  if (lists.length === 0) return { hits: await alongRows(of, within, end, rows), further: null }
  // One list, or a few short ones, are walked from their ends, where the first page begins.
  const isFirst = sought.after === null
  const isWalked = lists.length === 1 ? isFirst || words.length === 0 : isFirst && blocksBefore(end).floor === 0
  const near = isWalked ? { hits: [], end, areFrequent: false } : await lookNearby(of, sought, words, end)
  const hits = near.hits.slice(0, rows)
  if (hits.length === rows) return { hits, further: null }
  const { marks: blocks, floor } = near.areFrequent ? blocksBefore(near.end) : { marks: [], floor: 0 }
  const match = [...lists, ...(floor > 0 ? [anyOf(blocks, 'OR')] : [])].join(' AND ')
  const rest = await inOneWalk(of, { match, within, from: near.end }, rows - hits.length)
  const isFull = hits.length + rest.length === rows
  return { hits: [...hits, ...rest], further: floor > 0 && !isFull ? floor : null }
}

interface Nearby {
  hits: Hit[]
  /** Rows from here on were looked at. */
  end: number
  /** Each by itself, whatever was met of all together. */
  areFrequent: boolean
}

/** What FTS5 would find for plain letters is seen in a row as well; of other words, how often they stand there. */
async function lookNearby(of: Searched, { within, marks, after }: Sought, words: readonly Word[], from: number): Promise<Nearby> {
  const all = await read<Hit & { words: string }>`
    SELECT w."seq", w."id", w."words" FROM ${tableOf(of)} w WHERE w."seq" < ${from}
    ORDER BY w."seq" DESC ${limit(after === null ? NEAR.first : NEAR.later)}`
  const has = [...marks.map(isMarked), ...words.map(isBegun)]
  const isWithin = within === null ? () => true : isMarked([within])
  const rows = all.map(({ seq, id, words }) => {
    const text = ` ${unaccented(words)} `
    return { hit: { seq, id }, isWithin: isWithin(text), has: has.map(each => each(text)) }
  })
  const found = rows.filter(row => row.isWithin && row.has.every(Boolean)).map(({ hit }) => hit)
  const counts = has.map((_, list) => rows.filter(row => row.has[list]).length)
  const isSure = words.every(isPlain)
  return {
    hits: isSure ? found : [],
    end: isSure ? (all.at(-1)?.seq ?? from) : from,
    areFrequent: areFrequent(counts, all.length),
  }
}

const isPlain = (word: Word) => word.length === 1 && word[0]?.length === 1 && /^[a-z0-9]+$/.test(word[0][0] ?? '')

const isMarked = (group: readonly string[]) => (text: string) => group.some(mark => text.includes(` ${mark} `))

function isBegun(word: Word) {
  const begins = word.map(pieces => pieces.map(piece => new RegExp(`(?<![\\p{L}\\p{N}_])${unaccented(piece)}`, 'u')))
  return (text: string) => begins.some(pieces => pieces.every(piece => piece.test(text)))
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

const listOf = (word: Word) => anyOf(word.map(pieces => `"${pieces.join(' ')}" *`), 'OR')

const tableOf = (of: Searched) => Prisma.raw(`"${of}Words"`)
