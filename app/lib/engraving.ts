/**
 * Curves of fine-line engraving. All come back as SVG path strings made of absolute M, L, C and Z only,
 * with spaces between numbers, so that a page and a PDF can draw the same string.
 */
export interface Point {
  x: number
  y: number
}

export interface Rosette extends Point {
  inner: number
  outer: number
  petals: number
  /** Where the first petal stands, in turns of one petal: 0.5 is half a petal on. */
  shift?: number
}

/** A closed wave around a centre, between two radii. */
export function rosette({ x, y, inner, outer, petals, shift = 0 }: Rosette): string {
  const middle = (inner + outer) / 2
  const swing = (outer - inner) / 2
  return loop(petals * 8, turn => {
    const radius = middle + swing * Math.cos(petals * turn + shift * TURN)
    return { x: x + radius * Math.cos(turn), y: y + radius * Math.sin(turn) }
  })
}

/** A closed line of crossing loops between two radii, as a geometric pen draws them. */
export function weave({ x, y, inner, outer, petals, shift = 0 }: Rosette): string {
  const orbit = (inner + outer) / 2
  const arm = (outer - inner) / 2
  const start = (shift * TURN) / petals
  return loop(petals * 14, turn => {
    const spin = start + turn * (1 - petals)
    return {
      x: x + orbit * Math.cos(turn + start) + arm * Math.cos(spin),
      y: y + orbit * Math.sin(turn + start) + arm * Math.sin(spin),
    }
  })
}

export interface Ripple {
  from: Point
  to: Point
  height: number
  waves: number
  /** Of a second wave of twice the pace, as a share of the first. */
  overtone?: number
  shift?: number
}

/** A wave along a straight line, at rest where it starts and ends. */
export function ripple({ from, to, height, waves, overtone = 0, shift = 0 }: Ripple): string {
  const along = { x: to.x - from.x, y: to.y - from.y }
  const length = Math.hypot(along.x, along.y)
  const steps = waves * 8
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps
    const angle = waves * TURN * share
    const lift = height * (Math.sin(angle) + overtone * Math.sin(2 * angle) * Math.cos(shift * TURN))
    return {
      x: from.x + along.x * share - (along.y / length) * lift,
      y: from.y + along.y * share + (along.x / length) * lift,
    }
  })
  return smooth(points, index => points[Math.min(Math.max(index, 0), steps)] ?? from)
}

export function circle(x: number, y: number, radius: number): string {
  return loop(8, turn => ({ x: x + radius * Math.cos(turn), y: y + radius * Math.sin(turn) }), ARC_OF_EIGHT)
}

export function straight(from: Point, to: Point): string {
  return `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  const [right, bottom] = [round(x + width), round(y + height)]
  return `M${round(x)} ${round(y)}L${right} ${round(y)}L${right} ${bottom}L${round(x)} ${bottom}Z`
}

const TURN = 2 * Math.PI

/** Tension at which eight joined cubic curves come nearest to a circle: (4/3)·tan(π/16) / (2·sin(π/4)). */
const ARC_OF_EIGHT = 0.18754

/** Tension of a Catmull-Rom spline. */
const EVEN = 1 / 6

function loop(steps: number, at: (turn: number) => Point, tension = EVEN): string {
  const points = Array.from({ length: steps }, (_, step) => at((step / steps) * TURN))
  const around = (index: number) => points[(index + steps) % steps] ?? at(0)
  return `${smooth([...points, around(0)], around, tension)}Z`
}

function smooth(points: Point[], at: (index: number) => Point, tension = EVEN): string {
  const start = at(0)
  const curves = points.slice(1).map((point, step) => {
    const [before, here, after] = [at(step - 1), at(step), at(step + 2)]
    const leave = { x: here.x + (point.x - before.x) * tension, y: here.y + (point.y - before.y) * tension }
    const arrive = { x: point.x - (after.x - here.x) * tension, y: point.y - (after.y - here.y) * tension }
    return `C${[leave, arrive, point].map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')}`
  })
  return `M${round(start.x)} ${round(start.y)}${curves.join('')}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
