import type { Shape } from '~/domain/emblem'
import type { Point } from '~/lib/engraving'
import { channels, number, painting } from './operators'
import type { Paper } from './paper'
import type { Line, Run, ShapedGlyph } from './shaping'
import { openFace } from './typeface'
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
  paper.addContent(`BT ${channels(hand.colour)} rg`)
  const end = line.runs.reduce((pen, run) => drawRun(paper, hand, run, { x: pen, y }), x)
  paper.addContent('ET')
  return end
}

function drawRun(paper: Paper, { size, tracking = 0 }: Hand, run: Run, { x, y }: Point): number {
  const font = paper.face(run.face)
  let shown = `/${font.id} ${number(size)} Tf ${at(x, y)} [`
  let pen = x
  for (const glyph of run.glyphs) {
    const step = glyph.advance + tracking
    const isRaised = glyph.dx !== 0 || glyph.dy !== 0
    if (isRaised) shown += `] TJ ${at(pen + glyph.dx * size, y - glyph.dy * size)} [`
    const { code, width } = include(font, glyph, run)
    pen += step * size
    shown += isRaised ? `<${code}>] TJ ${at(pen, y)} [` : `<${code}>${kern(width - step * 1000)}`
  }
  paper.addContent(`${shown}] TJ`)
  return pen
}

/** Takes a glyph into the font's subset, with the letters it stands for and its own width in thousandths. */
function include(font: PDFKit.EmbeddedFont, { id, codePoints }: ShapedGlyph, { face }: Run): Included {
  const place = font.subset.includeGlyph(id)
  const width = font.widths[place] ?? openFace(face).getGlyph(id).advanceWidth * font.scale
  font.widths[place] = width
  font.unicode[place] ??= codePoints
  return { code: place.toString(16).padStart(4, '0'), width }
}

interface Included {
  code: string
  width: number
}

function kern(by: number): string {
  return Math.abs(by) < 0.001 ? '' : String(number(by))
}

/** The page's y runs down, a font's runs up. */
function at(x: number, y: number): string {
  return `1 0 0 -1 ${number(x)} ${number(y)} Tm`
}
