import { limit, Prisma, read } from '~/lib/db.server'
import { anyOf, areFrequent, blocksBefore, type Word } from './search-words'
import type { Found, Hit, Searched, Sought } from './search.server'

/** Of the last rows, then of some blocks of them, then of all: what is frequent fills a page at once. */
const NEAR = 256

/** What the index is asked for, and what is looked at in the rows that it answers. */
interface Query {
  terms: readonly string[]
  asked: string
  within: string
}

/**
 * On PostgreSQL: a GIN index knows no order, so all of it is asked only once what is sought has shown to be rare.
 */
export async function findByTsvector(
  of: Searched, sought: Sought, words: readonly Word[], end: number, rows: number,
): Promise<Found> {
  const query = queryOf(sought, words)
  const near = end - NEAR
  const first = await walked(of, query, { from: end, until: near }, rows)
  if (first.length === rows || near <= 0) return { hits: first, further: null }
  const { marks, floor } = blocksBefore(near)
  const inBlocks = { ...query, asked: `${query.asked} & ${anyOf(marks, '|')}` }
  const hits = [...first, ...(await gathered(of, inBlocks, near, rows - first.length))]
  if (hits.length === rows || floor === 0) return { hits, further: null }
  if (await areFrequentNear(of, query, end)) return { hits, further: floor }
  return { hits: [...hits, ...(await gathered(of, query, floor, rows - hits.length))], further: null }
}

/** What is each frequent nearby, but was not met together, is looked for no further than some blocks back at once. */
async function areFrequentNear(of: Searched, { terms }: Query, end: number) {
  if (terms.length < 2) return false
  const has = terms.map(term => Prisma.sql`COUNT(*) FILTER (WHERE w."words" @@ ${term}::tsquery)::int`)
  const [row] = await read<{ counts: number[] }>`
    SELECT ARRAY[${Prisma.join(has)}] AS "counts" FROM ${tableOf(of)} w
    WHERE w."seq" < ${end} AND w."seq" >= ${end - NEAR}`
  return areFrequent(row?.counts ?? [], NEAR)
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
  return { terms, asked, within: within === null ? asked : scope }
}

const lexemesOf = (word: Word) => anyOf(word.map(pieces => pieces.map(lexemeOf).join(' & ')), '|')

const quoted = (mark: string) => `'${mark}'`

/** Longer beginnings than these are not kept, only the whole word. */
const KEPT = 16
const lexemeOf = (piece: string) => (piece.length > KEPT ? `'${piece}':*` : `'${piece}'`)

const tableOf = (of: Searched) => Prisma.raw(`"${of}Words"`)
