import { fold } from './fold'

const MOST_WORDS = 8
const LONGEST = 60

/** What may stand in an index for a word that was typed, each in one piece or several. */
export type Word = readonly (readonly string[])[]

/** Where folding leaves a word as it was, or an index does not fold, it is found as it was typed. */
export function wordsIn(search: string): Word[] {
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

export const anyOf = (terms: readonly string[], or: 'OR' | '|') => `(${terms.join(` ${or} `)})`

/** Rows stand in blocks of so many, which both indexes know: the last of these are asked before all. */
const BLOCK = 4_096
const BLOCKS = 5

export interface Blocks {
  marks: readonly string[]
  /** The first row of the first of them, 0 at least. */
  floor: number
}

/** The block of the row before this one, and those before it. */
export function blocksBefore(end: number): Blocks {
  const last = Math.floor((end - 1) / BLOCK)
  const first = Math.max(last - BLOCKS + 1, 0)
  return { marks: Array.from({ length: last - first + 1 }, (_, at) => `_b${last - at}`), floor: first * BLOCK }
}

/** Of so many rows near the page, what is sought stands in one in ten each: together it may still be rare. */
export const areFrequent = (counts: readonly number[], rows: number) =>
  rows > 0 && counts.length > 1 && counts.every(count => count * 10 >= rows)
