import { isSqlite, limit, Prisma, read } from '~/lib/db.server'
import { fold } from './fold'

/** What is kept ready to be found, by its words and by marks that say where it belongs. */
export type Searched = 'Activity' | 'Opportunity'

export interface Sought {
  /** A mark that nearly every row has, if any: it is looked at in rows, and in no list of an index. */
  within: string | null
  /** One mark at least of each group, as `mark` writes them. */
  marks: readonly (readonly string[])[]
  /** As somebody typed it: each word may be the beginning of one. Nothing typed finds everything. */
  search: string
  /** Where the page before ended. */
  after: number | null
}

export interface Hit {
  seq: number
  id: string
}

/** `open`, `proposed`, `gone` and `i` mark an institution, `u` unit, `c` category, `k` competency, `s` state. */
export function mark(kind: 'open' | 'proposed' | 'gone' | 'i' | 'u' | 'c' | 'k' | 's', of: string) {
  return `_${kind}${of.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()}`
}

/** The next of all that is sought, what was made last first; it costs a page, however many are found. */
export async function findSought(of: Searched, sought: Sought, rows: number): Promise<Hit[]> {
  const words = wordsIn(sought.search)
  const isAsked = words.length > 0 || sought.search.trim() === ''
  if (!isAsked || sought.marks.some(group => group.length === 0)) return []
  const after = sought.after ?? Number.MAX_SAFE_INTEGER
  if (!isSqlite) return inSteps(of, queryOf(sought, words), after, rows)
  const match = matchOf(sought.marks, words)
  return match
    ? inOneWalk(of, { match, within: sought.within }, after, rows)
    : alongRows(of, sought.within, after, rows)
}

/** Where a page of what is found ends, as it stands in an address. */
export const afterOf = (text: string | null) => (text && /^\d{1,15}$/.test(text) ? Number(text) : null)

const MOST_WORDS = 8
const LONGEST = 60

/** What may stand in an index for a word that was typed, each in one piece or several. */
type Word = readonly (readonly string[])[]

/** Where folding leaves a word as it was, or an index does not fold, it is found as it was typed. */
function wordsIn(search: string): Word[] {
  const typed =
    search
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return typed.slice(0, MOST_WORDS).map(word => {
    const [whole, folded] = [piecesOf(word), piecesOf(fold(word).normalize('NFC'))]
    return folded.join() === whole.join() ? [whole] : [folded, whole].filter(pieces => pieces.length > 0)
  })
}

/** Marks that are no part of a letter end a piece of a word, in both indexes. */
const piecesOf = (word: string) => (word.match(/[\p{L}\p{N}]+/gu) ?? []).map(piece => piece.slice(0, LONGEST))

/** FTS5 walks its lists from the last row towards the first, and stops where the page is full. */
function inOneWalk(
  of: Searched,
  { match, within }: { match: string; within: string | null },
  after: number,
  rows: number,
) {
  const found = Prisma.raw(`"${of}Found"`)
  return read<Hit>`
    SELECT w."seq", w."id" FROM ${found} JOIN ${tableOf(of)} w ON w."seq" = ${found}.rowid
    WHERE ${found} MATCH ${match} AND ${found}.rowid < ${after} ${has(within)}
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
    ...marks.map(group =>
      anyOf(
        group.map(each => `"${each}"`),
        'OR',
      ),
    ),
    ...words.map(word =>
      anyOf(
        word.map(pieces => `"${pieces.join(' ')}" *`),
        'OR',
      ),
    ),
  ].join(' AND ')

const anyOf = (terms: readonly string[], or: 'OR' | '|') => `(${terms.join(` ${or} `)})`

/** Of the last rows, then of some blocks of them, then of all: what is frequent fills a page at once. */
const NEAR = 256
const BLOCK = 4_096
const BLOCKS = 5

/** What the index is asked for, and what is looked at in the rows that it answers. */
interface Query {
  asked: string
  within: string
}

/** A GIN index knows no order, so all of it is asked only once what is sought has shown to be rare. */
async function inSteps(of: Searched, query: Query, after: number, rows: number): Promise<Hit[]> {
  const end = Math.min(after, await endOf(of))
  const near = end - NEAR
  const first = await walked(of, query, { from: end, until: near }, rows)
  if (first.length === rows || near <= 0) return first
  const last = Math.floor(near / BLOCK)
  const blocks = Array.from({ length: BLOCKS }, (_, at) => last - at).filter(block => block >= 0)
  const inBlocks = `${query.asked} & ${anyOf(
    blocks.map(block => `_b${block}`),
    '|',
  )}`
  const second = await gathered(of, { ...query, asked: inBlocks }, near, rows - first.length)
  const hits = [...first, ...second]
  const far = (last - blocks.length + 1) * BLOCK
  if (hits.length === rows || far <= 0) return hits
  return [...hits, ...(await gathered(of, query, far, rows - hits.length))]
}

async function endOf(of: Searched) {
  const [last] = await read<{ seq: number }>`
    SELECT w."seq" FROM ${tableOf(of)} w ORDER BY w."seq" DESC ${limit(1)}`
  return (last?.seq ?? 0) + 1
}

/** Row by row, until the page is full. */
function walked(
  of: Searched,
  { asked, within }: Query,
  { from, until }: { from: number; until: number },
  rows: number,
) {
  return read<Hit>`
    SELECT w."seq", w."id" FROM ${tableOf(of)} w
    WHERE w."seq" < ${from} AND w."seq" >= ${until} AND w."words" @@ ${`${asked} & ${within}`}::tsquery
    ORDER BY w."seq" DESC ${limit(rows)}`
}

/** All that match, by the index, and of them the last. What is looked at in the rows is hidden from it. */
function gathered(of: Searched, { asked, within }: Query, from: number, rows: number) {
  return read<Hit>`
    WITH found AS MATERIALIZED (
      SELECT w."seq", w."id" FROM ${tableOf(of)} w
      WHERE w."words" @@ ${asked}::tsquery AND strip(w."words") @@ ${within}::tsquery
    )
    SELECT found."seq", found."id" FROM found WHERE found."seq" < ${from}
    ORDER BY found."seq" DESC ${limit(rows)}`
}

function queryOf({ within, marks }: Sought, words: readonly Word[]): Query {
  const terms = [
    ...marks.map(group => anyOf(group.map(quoted), '|')),
    ...words.map(word =>
      anyOf(
        word.map(pieces => pieces.map(lexemeOf).join(' & ')),
        '|',
      ),
    ),
  ]
  const scope = quoted(within ?? '')
  const asked = terms.join(' & ') || scope
  return { asked, within: within === null ? asked : scope }
}

const quoted = (mark: string) => `'${mark}'`

/** Longer beginnings than these are not kept, only the whole word. */
const KEPT = 16
const lexemeOf = (piece: string) => (piece.length > KEPT ? `'${piece}':*` : `'${piece}'`)

const tableOf = (of: Searched) => Prisma.raw(`"${of}Words"`)
