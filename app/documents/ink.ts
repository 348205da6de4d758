import type { Shape } from '~/domain/emblem'
import type { Point } from '~/lib/engraving'
import { outlineAt } from './lettering'
import { channels, coordinates, number, painting } from './operators'
import type { Paper } from './paper'
import type { Line } from './paragraph'
import { codeIn } from './subset'
import type { FaceName } from './typeface'
import type { Hand } from './writing'

interface Placing extends Point {
  scale?: number
}

/** Paints shapes in the order they come, moved to `x`, `y` and scaled; a mirrored page mirrors them too. */
export function paint(paper: Paper, shapes: Shape[], { x, y, scale = 1 }: Placing = { x: 0, y: 0 }): void {
  const across = paper.isMirrored ? -scale : scale
  paper.addContent(`q ${coordinates([across, 0, 0, scale, paper.leftOf(x), y])}\n${painting(shapes)}\nQ`)
}

/**
 * Draws glyphs as they were shaped and measured, `x` from the left edge. What is copied with the letter before
 * it is drawn as an outline: programs make up a letter for a glyph that has none.
 */
export function drawLine(paper: Paper, hand: Hand, line: Line, { x, y }: Point): void {
  const { size, colour } = hand
  const tracking = trackingOf(hand, line)
  const outlines: string[] = []
  const letters = new Letters(`BT ${channels(colour)} rg ${at(x, y)}`)
  let pen = x
  let face: FaceName | undefined
  for (const run of line.runs) {
    const font = paper.face(run.face)
    if (run.face !== face) letters.say(`${face ? '] TJ' : ''} /${font.id} ${number(size)} Tf [`)
    face = run.face
    for (const glyph of run.glyphs) {
      const { dx, dy, width, advance } = glyph
      const step = glyph.letters ? advance + tracking : advance
      if (!glyph.letters) {
        letters.leave(-step)
        outlines.push(outlineAt(glyph, run.face, size, { x: pen, y }))
      } else if (dx === 0 && dy === 0) {
        letters.show(codeIn(font, glyph))
        letters.leave(width - step)
      } else {
        // What stands beside the pen leaves it, and comes back to it.
        letters.say(`] TJ ${at(pen + dx * size, y - dy * size)} [`)
        letters.show(codeIn(font, glyph))
        letters.say(`] TJ ${at(pen + step * size, y)} [`)
      }
      pen += step * size
    }
  }
  letters.say(`${face ? '] TJ' : ''} ET`)
  paper.addContent(letters.operators)
  if (outlines.length > 0) paper.addContent(painting([{ d: outlines.join(''), fill: colour }]))
}

/** Codes that follow each other without a gap stand in one string (ISO 32000-1, 9.4.3). */
class Letters {
  #isOpen = false

  constructor(public operators: string) {}

  show(code: string) {
    this.operators += this.#isOpen ? code : `<${code}`
    this.#isOpen = true
  }

  /** Backwards by so much of an em, within a TJ. */
  leave(by: number) {
    if (Math.abs(by) >= 0.0001) this.say(String(number(by * 1000)))
  }

  say(operators: string) {
    this.operators += this.#isOpen ? `>${operators}` : operators
    this.#isOpen = false
  }
}

/** Letters that are joined on the line stay joined. */
export function trackingOf({ tracking = 0 }: Hand, { text }: Line): number {
  return tracking !== 0 && JOINED.test(text) ? 0 : tracking
}

const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}]/u

/** The page's y runs down, a font's runs up. */
function at(x: number, y: number): string {
  return `1 0 0 -1 ${number(x)} ${number(y)} Tm`
}
