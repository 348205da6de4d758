import { isSqlite, Prisma, read } from '~/lib/db.server'
import { findByFts } from './search-fts.server'
import { findByTsvector } from './search-tsvector.server'
import { wordsIn } from './search-words'

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

export interface Found {
  hits: Hit[]
  /** Where to look on, where only so much was looked through: for words frequent by themselves, and rarely together. */
  further: number | null
}

const NOTHING: Found = { hits: [], further: null }

/** The next of all that is sought, what was made last first; it costs a page, however many are found. */
export async function findSought(of: Searched, sought: Sought, rows: number): Promise<Found> {
  const words = wordsIn(sought.search)
  const isAsked = words.length > 0 || sought.search.trim() === ''
  if (!isAsked || sought.marks.some(group => group.length === 0)) return NOTHING
  const end = Math.min(sought.after ?? Number.MAX_SAFE_INTEGER, await endOf(of))
  return (isSqlite ? findByFts : findByTsvector)(of, sought, words, end, rows)
}

async function endOf(of: Searched) {
  const [last] = await read<{ seq: number | null }>`SELECT MAX(w."seq") AS "seq" FROM ${Prisma.raw(`"${of}Words"`)} w`
  return (last?.seq ?? 0) + 1
}

/** One page of what was found among one row more, and where the next begins. */
export function pageOf({ hits, further }: Found, size: number): { shown: Hit[]; next: string | null } {
  const shown = hits.slice(0, size)
  const last = hits.length > size ? (shown.at(-1)?.seq ?? null) : further
  return { shown, next: last === null ? null : String(last) }
}

/** Where a page of what is found ends, as it stands in an address. */
export const afterOf = (text: string | null) => (text && /^\d{1,15}$/.test(text) ? Number(text) : null)
