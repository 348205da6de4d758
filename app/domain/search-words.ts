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

/** Of so many rows near the page, each word stands in one in ten at least: together they may still be rare. */
export const areFrequent = (counts: readonly number[], rows: number) =>
  rows > 0 && counts.length > 1 && counts.every(count => count * 10 >= rows)
