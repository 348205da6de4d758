import bidiFactory from 'bidi-js'
import { faceOf, isUnseen } from './characters'
import { beginsAtRight } from './direction'
import { facesFor, hasGlyph, type FaceName, type Style } from './typeface'

/** A word, or a part of one, that one face draws in one direction; or the space after it. */
export interface Piece {
  text: string
  face: FaceName
  isTurned: boolean
}

/** A cleaned text and how it is to be set. */
export interface Setting {
  text: string
  style: Style
  language: string
  /** Embedding level of each code unit (UAX 9), for text that holds right-to-left letters. */
  levels?: Uint8Array
}

export function setting(text: string, style: Style, language: string): Setting {
  if (!readsRightToLeft(text)) return { text, style, language }
  const { levels } = bidi.getEmbeddingLevels(text, beginsAtRight(language) ? 'rtl' : 'auto')
  return { text, style, language, levels }
}

/** The pieces of a part of the text, in the order they are drawn in. */
export function piecesOf(whole: Setting, from: number, to: number): Piece[] {
  const part = whole.text.slice(from, to)
  if (!whole.levels && /^[ -~]*$/.test(part)) return plainPieces(part, whole)
  const pieces = split(part, whole, from)
  return inVisualOrder(pieces).map(({ text, face, level }) => ({ text, face, isTurned: level % 2 === 1 }))
}

export function readsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** Drawn from the right, or with letters around each other. */
export function isReordered(text: string): boolean {
  return readsRightToLeft(text) || DEVANAGARI.test(text)
}

/** Brackets face the other way between right-to-left letters (UAX 9, rule L4). */
export function mirrored(text: string): string {
  return [...text].map(letter => bidi.getMirroredCharacter(letter) ?? letter).join('')
}

const bidi = bidiFactory()

const DEVANAGARI = /\p{Script=Devanagari}/u

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

interface Levelled {
  text: string
  face: FaceName
  level: number
}

/** Most text: every Latin face has all of ASCII. */
function plainPieces(part: string, { style, language }: Setting): Piece[] {
  const [face] = facesFor('a', style, language)
  if (!face) return []
  return (part.match(WORDS) ?? []).map(text => ({ text, face, isTurned: false }))
}

function split(part: string, { style, language, levels }: Setting, from: number): Levelled[] {
  const pieces: Levelled[] = []
  let at = from
  for (const character of part) {
    const level = levels?.[at] ?? 0
    at += character.length
    const last = pieces.at(-1)
    const face = last && joins(character, last.face) ? last.face : faceOf(character, style, language)
    if (!face) continue
    const goesOn = last?.face === face && last.level === level && character !== ' ' && last.text !== ' '
    if (goesOn && !isFull(last.text, character)) last.text += character
    else pieces.push({ text: character, face, level })
  }
  return pieces
}

/** So long that it is no word any more: pieces that can be remembered keep endless ones from taking for ever. */
function isFull(text: string, next: string): boolean {
  return text.length >= ENDLESS || (text.length >= PIECE && !isBound(next) && !isBound(text.slice(-1)))
}

const PIECE = 64
/** No syllable is as long: what shapes it would take memory by the hundred megabytes. */
const ENDLESS = 2 * PIECE
/** An address is shared by many up to its last part. */
const WORDS = new RegExp(` |[^ /]{0,${PIECE}}/|[^ /]{1,${PIECE}}`, 'g')

function isBound(character: string): boolean {
  return /\p{M}/u.test(character) || isUnseen(character)
}

/** Marks and joiners belong to the letter before them, and a space to its word. */
function joins(character: string, face: FaceName): boolean {
  return (character === ' ' || isBound(character)) && hasGlyph(face, character)
}

/** UAX 9, rule L2. */
function inVisualOrder(pieces: Levelled[]): Levelled[] {
  const highest = Math.max(0, ...pieces.map(piece => piece.level))
  const ordered = [...pieces]
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? 0) >= level) end++
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = Math.max(start, end)
    }
  }
  return ordered
}
