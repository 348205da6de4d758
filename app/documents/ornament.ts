import type { Shape } from '~/domain/emblem'
import { mix } from '~/lib/colour'
import { circle, straight } from '~/lib/engraving'
import type { Row } from './grid'
import { paint } from './ink'
import type { Paper } from './paper'

/** A hairline. */
export function rule(paper: Paper, { x, y, width }: Row, stroke: string, weight = 0.5): void {
  paint(paper, [{ d: straight({ x, y }, { x: x + width, y }), stroke, width: weight }])
}

/** Filled and hollow dots, as many as the scale has steps, for beside the step's name. */
export function dots({ position, of }: { position: number; of: number }, ink: string): Shape[] {
  return Array.from({ length: of }, (_, index): Shape => {
    const isReached = index < position
    return {
      d: circle(index * STEP + RADIUS, 0, RADIUS),
      fill: isReached ? ink : undefined,
      stroke: isReached ? ink : mix(ink, '#ffffff', 0.5),
      width: 0.6,
    }
  })
}

export function dotsWidth({ of }: { of: number }): number {
  return (of - 1) * STEP + 2 * RADIUS
}

const STEP = 9.4
const RADIUS = 2.9
