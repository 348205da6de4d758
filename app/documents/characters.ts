import { facesFor, hasGlyph, type FaceName, type Style } from './typeface'

/** A text held something that no font we carry can draw. */
export class UncoveredCharacters extends Error {
  constructor(readonly characters: string[]) {
    super(`No font has ${characters.map(nameOf).join(', ')}`)
  }
}

/** Distinct characters of a text that can't be printed, in their order; none when all is well. */
export function uncoveredCharacters(text: string, language: string): string[] {
  if (PLAIN.test(text)) return []
  const distinct = [...new Set(clean(text).replace(/[ -~]/g, ''))]
  return distinct.filter(character => !faceOf(character, 'serif', language) && !isUnseen(character))
}

/**
 * The text as it is printed: composed (NFC), on one line, without controls and without marks that turn
 * the reading direction, since whoever can turn a name around can print another one.
 */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text
  return text.toWellFormed()
    .normalize('NFC')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(SPACES, ' ')
    .replace(NEVER_PRINTED, '')
    .trim()
}

/** The face that draws a character, or undefined where none does. */
export function faceOf(character: string, style: Style, language: string): FaceName | undefined {
  if (UNDEFINED_MEANING.test(character)) return undefined
  return facesFor(character, style, language).find(face => hasGlyph(face, character))
}

/** Joiners and variation selectors: they shape their neighbours and have no picture of their own. */
export function isUnseen(character: string): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(character)
}

/** Most texts: words of ASCII with one space between them. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Not the one that holds its neighbours on one line. */
const SPACES = /[^\S\u00a0]+/gu

const NEVER_PRINTED =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

/** Private use, unassigned, and the mark of broken text: fonts may have pictures, no two the same. */
const UNDEFINED_MEANING = /[\p{Co}\p{Cn}\ufffd]/u

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
