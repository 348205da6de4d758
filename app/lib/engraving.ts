/**
 * Curves of fine-line engraving. All come back as SVG path strings made of absolute M, L, C and Z only,
 * with spaces between numbers, so that a page and a PDF can draw the same string.
 */
export interface Point {
  x: number
  y: number
}

interface Rosette extends Point {
  inner: number
  outer: number
  petals: number
  /** In petals: 0.5 turns it by half a petal. */
  shift?: number
}

/** A closed wave around a centre, between two radii. */
export function rosette({ x, y, inner, outer, petals, shift = 0 }: Rosette): string {
  const middle = (inner + outer) / 2
  const swing = (outer - inner) / 2
  const start = (shift * TURN) / petals
  return loop(petals * 2, WAVE, turn => {
    const [radius, angle] = [middle + swing * Math.cos(petals * turn), start + turn]
    const growth = -swing * petals * Math.sin(petals * turn)
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
    return {
      at: { x: x + radius * cosine, y: y + radius * sine },
      velocity: { x: growth * cosine - radius * sine, y: growth * sine + radius * cosine },
    }
  })
}

/** A closed line of crossing loops between two radii, as a geometric pen draws them. */
export function weave({ x, y, inner, outer, petals, shift = 0 }: Rosette): string {
  const orbit = (inner + outer) / 2
  const arm = (outer - inner) / 2
  const start = (shift * TURN) / petals
  const spin = 1 - petals
  return loop(petals * 6, CURVE, turn => {
    const [slow, fast] = [start + turn, start + turn * spin]
    return {
      at: {
        x: x + orbit * Math.cos(slow) + arm * Math.cos(fast),
        y: y + orbit * Math.sin(slow) + arm * Math.sin(fast),
      },
      velocity: {
        x: -orbit * Math.sin(slow) - arm * spin * Math.sin(fast),
        y: orbit * Math.cos(slow) + arm * spin * Math.cos(fast),
      },
    }
  })
}

/** One wave to the right of the origin; `overtone` is the share of a second wave of twice the pace. */
export function wave(length: number, height: number, overtone: number): string {
  const steps = 8
  const motions = Array.from({ length: steps + 1 }, (_, step): Motion => {
    const turn = (step / steps) * TURN
    return {
      at: { x: (length * turn) / TURN, y: height * (Math.sin(turn) + overtone * Math.sin(2 * turn)) },
      velocity: { x: length / TURN, y: height * (Math.cos(turn) + 2 * overtone * Math.cos(2 * turn)) },
    }
  })
  return curve(motions, (TURN / steps) * CURVE)
}

export function circle(x: number, y: number, radius: number): string {
  return loop(8, EIGHTH, turn => {
    const [cosine, sine] = [radius * Math.cos(turn), radius * Math.sin(turn)]
    return { at: { x: x + cosine, y: y + sine }, velocity: { x: -sine, y: cosine } }
  })
}

export function straight(from: Point, to: Point): string {
  return `M${pair(from)}L${pair(to)}`
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  const corners = [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }]
  return `M${corners.map(pair).join('L')}Z`
}

interface Motion {
  at: Point
  velocity: Point
}

const TURN = 2 * Math.PI

/**
 * How far the handles of a cubic curve reach, as a share of the way to its end: for any curve (Hermite),
 * for half a wave from crest to trough, and for an eighth of a circle, which is (4/3)·tan(π/16) / (π/4).
 */
const CURVE = 1 / 3
const WAVE = 0.3642
const EIGHTH = 0.33768

function loop(steps: number, reach: number, motion: (turn: number) => Motion): string {
  const motions = Array.from({ length: steps + 1 }, (_, step) => motion(((step % steps) / steps) * TURN))
  return `${curve(motions, (TURN / steps) * reach)}Z`
}

function curve(motions: Motion[], handle: number): string {
  const [start, ...rest] = motions
  if (!start) return ''
  let here = start
  const pieces = rest.map(next => {
    const leave = along(here, handle)
    here = next
    return `C${pair(leave)} ${pair(along(next, -handle))} ${pair(next.at)}`
  })
  return `M${pair(start.at)}${pieces.join('')}`
}

function along({ at, velocity }: Motion, by: number): Point {
  return { x: at.x + velocity.x * by, y: at.y + velocity.y * by }
}

function pair({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
}
