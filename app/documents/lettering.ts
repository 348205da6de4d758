import type { PathCommand } from 'fontkit'
import { EMBLEM_SIZE, type Inscription, type Shape } from '~/domain/emblem'
import type { Point } from '~/lib/engraving'
import { setLine, type Line } from './paragraph'
import type { ShapedGlyph } from './shaping'
import { openFace, type FaceName } from './typeface'

/**
 * An emblem's words as outlines. They belong to a picture that is described in words, so they must not
 * turn up as loose letters where somebody copies the page.
 */
export function lettering(inscription: Inscription, ink: string, language: string): Shape {
  const { text, side, radius, size, tracking } = inscription
  const line = setLine(text, 'serif-medium', language)
  const glyphs = line.runs.flatMap(run => run.glyphs.map(glyph => ({ glyph, face: run.face })))
  const length = line.width * size + tracking * (glyphs.length - 1)
  const turn = side === 'above' ? 1 : -1
  let travelled = -length / 2
  const outlines = glyphs.map(({ glyph, face }) => {
    const middle = travelled + (glyph.advance * size) / 2
    travelled += glyph.advance * size + tracking
    return outline(glyph, face, size, place(turn * (middle / radius), radius * turn))
  })
  return { d: outlines.join(''), fill: ink }
}

/** A line of words as outlines, upright, from its baseline's start. */
export function outlined(line: Line, size: number, { x, y }: Point, ink: string): Shape {
  let pen = x
  const outlines = line.runs.flatMap(({ face, glyphs }) => glyphs.map(glyph => {
    const start = pen
    pen += glyph.advance * size
    return outlineAt(glyph, face, size, { x: start, y })
  }))
  return { d: outlines.join(''), fill: ink }
}

/** A letter as its outline, from where the pen stands. */
export function outlineAt(glyph: ShapedGlyph, face: FaceName, size: number, pen: Point): string {
  const middle = pen.x + (glyph.advance * size) / 2
  return outline(glyph, face, size, point => ({ x: middle + point.x, y: pen.y - point.y }))
}

type Placing = (point: Point) => Point

/** Turns a letter, upright on a baseline around x = 0, onto the circle. */
function place(angle: number, radius: number): Placing {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const middle = EMBLEM_SIZE / 2
  return ({ x, y }) => ({
    x: middle + x * cosine + (radius + y) * sine,
    y: middle + x * sine - (radius + y) * cosine,
  })
}

function outline(glyph: ShapedGlyph, face: FaceName, size: number, placing: Placing): string {
  const font = openFace(face)
  const scale = size / font.unitsPerEm
  const left = glyph.dx * size - (glyph.advance * size) / 2
  const raised = glyph.dy * size
  let pen: Point = { x: 0, y: 0 }
  return font.getGlyph(glyph.id).path.commands.map(command => {
    const points = pointsOf(command).map(({ x, y }) => {
      return placing({ x: x * scale + left, y: y * scale + raised })
    })
    const drawn = segment(command, pen, points)
    pen = points.at(-1) ?? pen
    return drawn
  }).join('')
}

function pointsOf({ args }: PathCommand): Point[] {
  return Array.from({ length: args.length / 2 }, (_, i) => ({ x: args[2 * i] ?? 0, y: args[2 * i + 1] ?? 0 }))
}

function segment({ command }: PathCommand, pen: Point, points: Point[]): string {
  const [control, end] = points
  if (command === 'closePath') return 'Z'
  if (command === 'moveTo') return `M${join(points)}`
  if (command === 'lineTo') return `L${join(points)}`
  if (command === 'bezierCurveTo' || !control || !end) return `C${join(points)}`
  return `C${join([twoThirds(pen, control), twoThirds(end, control), end])}`
}

/** A quadratic curve as a cubic one. */
function twoThirds(end: Point, control: Point): Point {
  return { x: end.x + (control.x - end.x) * (2 / 3), y: end.y + (control.y - end.y) * (2 / 3) }
}

function join(points: Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join(' ')
}
