import type { Shape } from '~/domain/emblem'
import type { Point } from '~/lib/engraving'
import { channels, number, painting } from './operators'
import type { Paper } from './paper'
import type { Line } from './paragraph'
import type { ShapedGlyph } from './shaping'
import type { FaceName } from './typeface'
import type { Hand } from './writing'

interface Placing extends Point {
  scale?: number
}

/** Paints shapes in the order they come, moved to `x`, `y` and scaled. */
export function paint(paper: Paper, shapes: Shape[], { x, y, scale = 1 }: Placing = { x: 0, y: 0 }): void {
  const matrix = [scale, 0, 0, scale, x, y].map(number).join(' ')
  paper.addContent(`q ${matrix} cm\n${painting(shapes)}\nQ`)
}

/** Draws glyphs as they were shaped and measured. Returns where the pen stops. */
export function drawLine(paper: Paper, hand: Hand, line: Line, { x, y }: Point): number {
  const { size, colour, tracking = 0 } = hand
  let operators = `BT ${channels(colour)} rg ${at(x, y)}`
  let pen = x
  let face: FaceName | undefined
  for (const run of line.runs) {
    const font = paper.face(run.face)
    if (run.face !== face) operators += `${face ? '] TJ' : ''} /${font.id} ${number(size)} Tf [`
    face = run.face
    for (const glyph of run.glyphs) {
      const code = include(font, glyph)
      const step = glyph.advance + tracking
      const isRaised = glyph.dx !== 0 || glyph.dy !== 0
      if (isRaised) operators += `] TJ ${at(pen + glyph.dx * size, y - glyph.dy * size)} [`
      pen += step * size
      operators += isRaised ? `<${code}>] TJ ${at(pen, y)} [` : `<${code}>${kern(glyph.width - step)}`
    }
  }
  paper.addContent(`${operators}${face ? '] TJ' : ''} ET`)
  return pen
}

/** Takes a glyph into the font's subset, with the letters it stands for. Returns its code there. */
function include(font: PDFKit.EmbeddedFont, { id, codePoints, width }: ShapedGlyph): string {
  const place = font.subset.includeGlyph(id)
  font.widths[place] ??= width * 1000
  font.unicode[place] ??= codePoints
  return place.toString(16).padStart(4, '0')
}

/** Thousandths of an em, leftwards. */
function kern(by: number): string {
  return Math.abs(by) < 0.0001 ? '' : String(number(by * 1000))
}

/** The page's y runs down, a font's runs up. */
function at(x: number, y: number): string {
  return `1 0 0 -1 ${number(x)} ${number(y)} Tm`
}
