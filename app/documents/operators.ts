import type { Shape } from '~/domain/emblem'
import { rgb } from '~/lib/colour'

/** Shapes as the operators of a PDF content stream (ISO 32000-1, 8.5). */
export function painting(shapes: Shape[]): string {
  return shapes.map(shape => `${pens(shape)}${outline(shape.d)}${finish(shape)}`).join('\n')
}

export function channels(colour: string): string {
  return rgb(colour).map(value => number(value / 255)).join(' ')
}

/** In steps of a thousandth of a point, or of an em. */
export function number(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Those of what is drawn next; turn and scale more precisely than places, since they are factors of long ways. */
export function coordinates([a, b, c, d, x, y]: Matrix): string {
  const factors = [a, b, c, d].map(value => Math.round(value * 100_000) / 100_000)
  return `${factors.join(' ')} ${number(x)} ${number(y)} cm`
}

/** Where a drawing's axes and its origin come to lie (ISO 32000-1, 8.3.4). */
export type Matrix = [number, number, number, number, number, number]

function pens({ fill, stroke, width = 1, round }: Shape): string {
  const ground = fill ? `${channels(fill)} rg ` : ''
  const line = stroke ? `${channels(stroke)} RG ${number(width)} w ${round ? '1 J 1 j' : '0 J 0 j'} ` : ''
  return ground + line
}

/** From a path of absolute M, L, C and Z: the operator follows its numbers. */
function outline(path: string): string {
  return path.replace(/([MLCZ])([^MLCZ]*)/g, (_, command: string, numbers: string) => {
    return `${numbers} ${OPERATORS[command] ?? ''}\n`
  })
}

const OPERATORS: Record<string, string> = { M: 'm', L: 'l', C: 'c', Z: 'h' }

function finish({ fill, stroke }: Shape): string {
  if (fill && stroke) return 'B'
  return fill ? 'f' : 'S'
}
