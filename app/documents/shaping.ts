import bidiFactory from 'bidi-js'
import { clean, faceOf, isUnseen } from './characters'
import { hasGlyph, openFace, type FaceName, type Style } from './typeface'

/** Lengths are in ems: multiply by the size of the type. */
export interface ShapedGlyph {
  id: number
  codePoints: number[]
  /** How far the pen moves, and where the glyph stands from the pen (up is positive). */
  advance: number
  dx: number
  dy: number
}

/** A word, or a part of it, that one face draws; glyphs stand in the order they are drawn in. */
export interface Run {
  face: FaceName
  glyphs: ShapedGlyph[]
  width: number
}

/** A line ready to be drawn, left to right. */
export interface Line {
  text: string
  runs: Run[]
  width: number
}

/** Any part of it can be set as a line; direction is settled over the whole. */
export interface Paragraph {
  text: string
  line(from: number, to: number): Line
  /** Of a part, with the space that may follow it. */
  widthOf(from: number, to: number): number
}

export function paragraph(words: string, style: Style, language: string): Paragraph {
  const text = clean(words)
  const levels = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text).levels : undefined
  const runs = (from: number, to: number) => {
    return inVisualOrder(split(text, from, to, style, language, levels)).map(shape)
  }
  const line = (from: number, to: number): Line => {
    const end = from + text.slice(from, to).trimEnd().length
    const words = runs(from, end)
    // Unseen, and out of the width: without it the last word and the next line's first are read as one.
    const space = levels ? [] : runs(end, to)
    return { text: text.slice(from, end), runs: [...words, ...space], width: total(words) }
  }
  return { text, line, widthOf: (from, to) => total(runs(from, to)) }
}

export function setLine(words: string, style: Style, language: string): Line {
  const { text, line } = paragraph(words, style, language)
  return line(0, text.length)
}

export function readsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

function total(runs: Run[]): number {
  return runs.reduce((sum, run) => sum + run.width, 0)
}

const bidi = bidiFactory()

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

interface Piece {
  text: string
  face: FaceName
  level: number
}

/** One piece a word, so that what is shaped once serves every line it stands in. */
function split(
  text: string, from: number, to: number, style: Style, language: string, levels?: Uint8Array,
): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const character of text.slice(from, to)) {
    const level = levels?.[at] ?? 0
    at += character.length
    const last = pieces.at(-1)
    const goesOn = last && last.level === level && !last.text.endsWith(' ')
    const face = goesOn && staysWith(character, last.face) ? last.face : faceOf(character, style, language)
    if (!face) continue
    if (goesOn && last.face === face) last.text += character
    else pieces.push({ text: character, face, level })
  }
  return pieces
}

/** Marks and joiners belong to the letter before them, and a space to its word. */
function staysWith(character: string, face: FaceName): boolean {
  return (character === ' ' || /\p{M}/u.test(character) || isUnseen(character)) && hasGlyph(face, character)
}

/** Unicode Bidirectional Algorithm (UAX 9), rule L2. */
function inVisualOrder(pieces: Piece[]): Piece[] {
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

/** A bounded memory of words, since a page repeats its own and the next page repeats them too. */
const shaped = new Map<string, Run>()
const REMEMBERED = { words: 4096, letters: 64 }

function shape(piece: Piece): Run {
  const isTurned = piece.level % 2 === 1
  if (piece.text.length > REMEMBERED.letters) return draw(piece, isTurned)
  const key = `${piece.face}\n${isTurned}\n${piece.text}`
  const run = shaped.get(key) ?? draw(piece, isTurned)
  shaped.delete(key)
  shaped.set(key, run)
  const [oldest] = shaped.keys()
  if (shaped.size > REMEMBERED.words && oldest !== undefined) shaped.delete(oldest)
  return run
}

function draw({ text, face }: Piece, isTurned: boolean): Run {
  const font = openFace(face)
  const em = font.unitsPerEm
  const letters = isTurned ? mirrored(text) : text
  const direction = isTurned ? 'rtl' : 'ltr'
  const { glyphs, positions } = font.layout(letters, undefined, undefined, undefined, direction)
  const placed = glyphs.map(({ id, codePoints }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    return { id, codePoints, advance: xAdvance / em, dx: xOffset / em, dy: yOffset / em }
  })
  return { face, glyphs: placed, width: placed.reduce((sum, glyph) => sum + glyph.advance, 0) }
}

/** Brackets face the other way between right-to-left letters (UAX 9, rule L4). */
function mirrored(text: string): string {
  return [...text].map(letter => bidi.getMirroredCharacter(letter) ?? letter).join('')
}
