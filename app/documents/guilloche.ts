import type { Shape } from '~/domain/emblem'
import { mix } from '~/lib/colour'
import { rectangle, rosette, wave, weave, type Point } from '~/lib/engraving'
import { paint } from './ink'
import type { Paper } from './paper'
import { makeStamp, type Stamp } from './stamp'

interface Engraving {
  colours: { ink: string; accent: string }
  /** SHA-256 of the credential: it decides every number below, so no two certificates are engraved alike. */
  digest: Uint8Array
}

/** Distance of the frame's innermost line from the edge of the page. */
export const FRAME = 42

/** A woven band around the page, with a rosette in each corner. */
export function drawFrame(paper: Paper, engraving: Engraving): void {
  const { ink, accent } = engraving.colours
  const { width, height } = paper.page
  const [left, right, bottom] = [MIDDLE, width - MIDDLE, height - MIDDLE]
  const corners = [
    { x: left, y: left }, { x: right, y: left }, { x: right, y: bottom }, { x: left, y: bottom },
  ]
  const length = 24 + byte(engraving, 3, 9)
  const band = makeStamp(threads(length, engraving), [-1, OUTER - MIDDLE, length + 1, MIDDLE - OUTER])
  corners.forEach((corner, side) => {
    pressAlong(paper, band, length, corner, corners[(side + 1) % 4] ?? corner)
  })
  paint(paper, [
    { d: inset(OUTER, width, height), stroke: ink, width: 0.9 },
    { d: inset(INNER, width, height), stroke: ink, width: 0.6 },
    { d: inset(FRAME, width, height), stroke: accent, width: 0.45 },
    ...corners.map(corner => cornerGround(corner, ink)),
  ])
  drawRosettes(paper, corners, engraving)
}

/** A large pale rosette to stand behind the words, within the frame. */
export function drawWatermark(paper: Paper, centre: Point, radius: number, engraving: Engraving): void {
  const stroke = mix(engraving.colours.ink, '#ffffff', 0.11)
  const petals = 11 + byte(engraving, 0, 9)
  const hollow = 0.12 + byte(engraving, 1, 14) / 100
  const rim = 34 + byte(engraving, 2, 20)
  const loop = weave({ ...ORIGIN, inner: radius * hollow, outer: radius * 0.84, petals })
  const edge = rosette({ ...ORIGIN, inner: radius * 0.87, outer: radius, petals: rim })
  const { width, height } = paper.page
  paper.save().rect(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME).clip()
  pressTurned(paper, fine(loop, stroke, radius), centre, petals, [0, 0.25, 0.5, 0.75])
  pressTurned(paper, fine(edge, stroke, radius), centre, rim, [0, 0.5])
  paper.restore()
}

const ORIGIN: Point = { x: 0, y: 0 }

/** A line around the origin, within a radius. */
function fine(d: string, stroke: string, radius: number): Stamp {
  const reach = radius + 1
  return makeStamp([{ d, stroke, width: 0.45 }], [-reach, -reach, reach, reach])
}

/** Once for each turn, which are told in petals: that lines which cross are the same one, nobody sees. */
function pressTurned(paper: Paper, stamp: Stamp, { x, y }: Point, petals: number, turns: number[]): void {
  for (const turn of turns) {
    const angle = (turn * 2 * Math.PI) / petals
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
    paper.press(stamp, [cosine, sine, -sine, cosine, x, y])
  }
}

const OUTER = 18
const INNER = 38
const MIDDLE = (OUTER + INNER) / 2

/** As often as it fits from one point to the other, stretched a little so that it fits exactly. */
function pressAlong(paper: Paper, stamp: Stamp, length: number, from: Point, to: Point): void {
  const way = { x: to.x - from.x, y: to.y - from.y }
  const distance = Math.hypot(way.x, way.y)
  const times = Math.round(distance / length)
  const [cosine, sine] = [way.x / distance, way.y / distance]
  const stretch = distance / times / length
  for (let i = 0; i < times; i++) {
    const start = { x: from.x + (way.x * i) / times, y: from.y + (way.y * i) / times }
    paper.press(stamp, [cosine * stretch, sine * stretch, -sine, cosine, start.x, start.y])
  }
}

function threads(length: number, engraving: Engraving): Shape[] {
  const stroke = mix(engraving.colours.ink, '#ffffff', 0.38)
  const overtone = 0.1 + byte(engraving, 4, 30) / 100
  const height = ((INNER - OUTER) / 2 - 1.6) / (1 + overtone * 0.6)
  return [1, 0.7, 0.4, -0.4, -0.7, -1].map(share => ({
    d: wave(length, height * share, overtone),
    stroke,
    width: 0.4,
    round: true,
  }))
}

const CORNER = (INNER - OUTER) / 2

function cornerGround({ x, y }: Point, ink: string): Shape {
  return { d: rectangle(x - CORNER, y - CORNER, 2 * CORNER, 2 * CORNER), fill: '#ffffff', stroke: ink, width: 0.9 }
}

function drawRosettes(paper: Paper, corners: Point[], engraving: Engraving): void {
  const petals = 8 + byte(engraving, 5, 5)
  const line = fine(rosette({ ...ORIGIN, inner: CORNER * 0.36, outer: CORNER * 0.84, petals }), engraving.colours.accent, CORNER)
  for (const corner of corners) pressTurned(paper, line, corner, petals, [0, 1 / 3, 2 / 3])
}

function inset(by: number, width: number, height: number): string {
  return rectangle(by, by, width - 2 * by, height - 2 * by)
}

function byte({ digest }: Engraving, index: number, below: number): number {
  return (digest[index] ?? 0) % below
}
