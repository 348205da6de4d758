import { isSqlite, limit, Prisma, read } from '~/lib/db.server'
import { fold } from './fold'

/** What is kept ready to be found, by its words and by marks that say where it belongs. */
export type Searched = 'Activity' | 'Opportunity'

export interface Sought {
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

/** `open`, `proposed`, `gone` and `i` are of an institution, `u` of a unit, `c` category, `k` competency, `s` state. */
export function mark(kind: 'open' | 'proposed' | 'gone' | 'i' | 'u' | 'c' | 'k' | 's', of: string) {
  return `_${kind}${of.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()}`
}

/** The next of all that is sought, what was made last first; it costs a page, however many are found. */
export async function findSought(of: Searched, sought: Sought, rows: number): Promise<Hit[]> {
  const words = wordsIn(sought.search)
  const isAsked = words.length > 0 || sought.search.trim() === ''
  if (!isAsked || sought.marks.some(group => group.length === 0)) return []
  const after = sought.after ?? Number.MAX_SAFE_INTEGER
  return isSqlite
    ? inOneWalk(of, matchOf(sought.marks, words), after, rows)
    : inSteps(of, queryOf(sought.marks, words), after, rows)
}

/** Where a page of what is found ends, as it stands in an address. */
export const afterOf = (text: string | null) => (text && /^\d{1,15}$/.test(text) ? Number(text) : null)

const MOST_WORDS = 8
const LONGEST = 60

interface Word {
  typed: string
  folded: string
}

function wordsIn(search: string): Word[] {
  const typed =
    search
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return typed.slice(0, MOST_WORDS).map(word => ({
    typed: word.slice(0, LONGEST),
    folded: fold(word).normalize('NFC').slice(0, LONGEST),
  }))
}

/** FTS5 walks its lists from the last row towards the first, and stops where the page is full. */
function inOneWalk(of: Searched, match: string, after: number, rows: number) {
  const found = Prisma.raw(`"${of}Found"`)
  return read<Hit>`
    SELECT w."seq", w."id" FROM ${found} JOIN ${tableOf(of)} w ON w."seq" = ${found}.rowid
    WHERE ${found} MATCH ${match} AND ${found}.rowid < ${after}
    ORDER BY ${found}.rowid DESC ${limit(rows)}`
}

const matchOf = (marks: Sought['marks'], words: readonly Word[]) =>
  [...marks.map(group => anyOf(group.map(each => `"${each}"`))), ...words.map(startsOf)].join(' AND ')

/** FTS5 folds Latin letters only, so that others are found as they are typed. */
const startsOf = ({ typed, folded }: Word) => anyOf([...new Set([typed, folded])].map(word => `"${word}" *`))

const anyOf = (terms: readonly string[]) => `(${terms.join(' OR ')})`

/** Of the last so many rows, then of many more, then of all: what is frequent fills a page at once. */
const STEPS = [512, 2_048, Infinity]

/** A GIN index knows no order, so it is asked only once what is sought has shown to be rare. */
async function inSteps(of: Searched, query: string, after: number, rows: number): Promise<Hit[]> {
  let [hits, from]: [Hit[], number] = [[], Math.min(after, await endOf(of))]
  for (const step of STEPS) {
    const until = from - step
    const wanted = rows - hits.length
    hits = hits.concat(
      await (until > 0 ? among(of, query, { from, until }, wanted) : amongAll(of, query, from, wanted)),
    )
    if (hits.length >= rows || until <= 0) break
    from = until
  }
  return hits
}

async function endOf(of: Searched) {
  const [last] = await read<{ seq: number }>`SELECT w."seq" FROM ${tableOf(
    of,
  )} w ORDER BY w."seq" DESC ${limit(1)}`
  return (last?.seq ?? 0) + 1
}

function among(of: Searched, query: string, { from, until }: { from: number; until: number }, rows: number) {
  return read<Hit>`
    SELECT w."seq", w."id" FROM ${tableOf(of)} w
    WHERE w."seq" < ${from} AND w."seq" >= ${until} AND w."words" @@ ${query}::tsquery
    ORDER BY w."seq" DESC ${limit(rows)}`
}

function amongAll(of: Searched, query: string, from: number, rows: number) {
  return read<Hit>`
    WITH found AS MATERIALIZED (SELECT w."seq", w."id" FROM ${tableOf(
      of,
    )} w WHERE w."words" @@ ${query}::tsquery)
    SELECT found."seq", found."id" FROM found WHERE found."seq" < ${from}
    ORDER BY found."seq" DESC ${limit(rows)}`
}

const queryOf = (marks: Sought['marks'], words: readonly Word[]) =>
  [...marks.map(group => `(${group.map(each => `'${each}'`).join(' | ')})`), ...words.map(lexemeOf)].join(
    ' & ',
  )

/** Longer beginnings than these are not kept, only the whole word. */
const KEPT = 16
const lexemeOf = ({ folded }: Word) => (folded.length > KEPT ? `'${folded}':*` : `'${folded}'`)

const tableOf = (of: Searched) => Prisma.raw(`"${of}Words"`)
