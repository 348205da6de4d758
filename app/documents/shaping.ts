import { Recent } from '~/lib/recent'
import { lettered } from './glyph-letters'
import { mirrored, type Piece } from './pieces'
import { openFace, type FaceName } from './typeface'

/** Lengths are in ems: multiply by the size of the type. */
export interface ShapedGlyph {
  id: number
  /** Those of the text it stands for: whoever copies the glyphs of a line, one after the other, gets the text. */
  letters: string
  /** Tells it from others of its face in a subset: the same outline may stand for several texts. */
  key: string
  /** Its own, as the font states it. */
  width: number
  /** How far the pen moves, and where the glyph stands from the pen (up is positive). */
  advance: number
  dx: number
  dy: number
}

/** Glyphs of one face, in the order they are drawn in. */
export interface Run {
  face: FaceName
  glyphs: ShapedGlyph[]
  width: number
  /** How many of the glyphs stand for letters. */
  lettered: number
}

export function shape(piece: Piece): Run {
  return shaped.get(`${piece.face}\n${piece.isTurned}\n${piece.text}`, () => draw(piece))
}

/** Some three thousand words: a page repeats its own, and the next page repeats them too. */
const shaped = new Recent<Run>(75_000)

function draw({ text, face, isTurned }: Piece): Run {
  const font = openFace(face)
  const em = font.unitsPerEm
  const direction = isTurned ? 'rtl' : 'ltr'
  const seen = isTurned ? mirrored(text) : text
  const { glyphs, positions } = font.layout(seen, undefined, undefined, undefined, direction)
  const drawn = glyphs.map(({ id, codePoints, advanceWidth }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    const place = { advance: xAdvance / em, dx: xOffset / em, dy: yOffset / em }
    return { id, width: advanceWidth / em, ...place, madeOf: codePoints.length }
  })
  const width = drawn.reduce((sum, glyph) => sum + glyph.advance, 0)
  const set = lettered(drawn, text, isTurned).map(glyph => ({ ...glyph, key: `${glyph.id} ${glyph.letters}` }))
  return { face, glyphs: set, width, lettered: set.filter(({ letters }) => letters).length }
}
