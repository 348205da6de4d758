import { limit, Prisma, read } from '~/lib/db.server'
import { anyOf, areFrequent, type Word } from './search-words'
import type { Found, Hit, Searched, Sought } from './search.server'

/** Of the last rows, then of some blocks of them, then of all: what is frequent fills a page at once. */
const NEAR = 256
const BLOCK = 4_096
const BLOCKS = 5
/** So many blocks further back for words that are frequent each by itself. */
const DEEP = 11

/** What the index is asked for, and what is looked at in the rows that it answers. */
interface Query {
  asked: string
  within: string
}

/**
 * On PostgreSQL: a GIN index knows no order, so all of it is asked only once what is sought has shown to be rare.
 */
export async function findByTsvector(
  of: Searched, sought: Sought, words: readonly Word[], after: number, rows: number,
): Promise<Found> {
  const query = queryOf(sought, words)
  const end = Math.min(after, await endOf(of))
  const near = end - NEAR
  const first = await walked(of, query, { from: end, until: near }, rows)
  if (first.length === rows || near <= 0) return { hits: first, further: null }
  const last = Math.floor(near / BLOCK)
  const second = await gathered(of, inBlocks(query, last, BLOCKS), near, rows - first.length)
  const hits = [...first, ...second]
  const far = (last - BLOCKS + 1) * BLOCK
  if (hits.length === rows || far <= 0) return { hits, further: null }
  const isDeep = await areFrequentNear(of, words, end)
  const rest = await gathered(of, isDeep ? inBlocks(query, last - BLOCKS, DEEP) : query, far, rows - hits.length)
  const floor = far - DEEP * BLOCK
  const isMore = isDeep && floor > 0 && hits.length + rest.length < rows
  return { hits: [...hits, ...rest], further: isMore ? floor : null }
}

/** Of so many blocks, from one backwards. */
function inBlocks(query: Query, last: number, count: number): Query {
  const blocks = Array.from({ length: count }, (_, at) => last - at).filter(block => block >= 0)
  return { ...query, asked: `${query.asked} & ${anyOf(blocks.map(block => `_b${block}`), '|')}` }
}

/** Words that are each frequent nearby, but were not met together, are looked for no further than some blocks back. */
async function areFrequentNear(of: Searched, words: readonly Word[], end: number) {
  if (words.length < 2) return false
  const has = words.map(word => Prisma.sql`COUNT(*) FILTER (WHERE w."words" @@ ${lexemesOf(word)}::tsquery)::int`)
  const [row] = await read<{ counts: number[] }>`
    SELECT ARRAY[${Prisma.join(has)}] AS "counts" FROM ${tableOf(of)} w
    WHERE w."seq" < ${end} AND w."seq" >= ${end - NEAR}`
  return areFrequent(row?.counts ?? [], NEAR)
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
    ...words.map(lexemesOf),
  ]
  const scope = quoted(within ?? '')
  const asked = terms.join(' & ') || scope
  return { asked, within: within === null ? asked : scope }
}

const lexemesOf = (word: Word) => anyOf(word.map(pieces => pieces.map(lexemeOf).join(' & ')), '|')

const quoted = (mark: string) => `'${mark}'`

/** Longer beginnings than these are not kept, only the whole word. */
const KEPT = 16
const lexemeOf = (piece: string) => (piece.length > KEPT ? `'${piece}':*` : `'${piece}'`)

const tableOf = (of: Searched) => Prisma.raw(`"${of}Words"`)
