import { mix } from '~/lib/colour'
import { circle, rosette, weave } from '~/lib/engraving'
import { glyphs, type GlyphName } from './glyph'

/** What a programme's emblem is drawn from. The same words always give the same drawing. */
export interface EmblemSource {
  /** What all versions of one programme share, so that a new version keeps its emblem. */
  seed: string
  title: string
  issuer: string
  /** Number of outer rings: 1 foundation, 2 intermediate, 3 advanced. */
  level: number
  glyph?: GlyphName
  /** Language of title and issuer; upper case depends on it. */
  language?: string
  /** Where a picture is that stands in the place of the drawing. */
  artwork?: string
}

/** With words from 150 px, engraved from 80, plain below. */
export type EmblemDetail = 'words' | 'engraved' | 'plain'

export interface Shape {
  d: string
  fill?: string
  stroke?: string
  width?: number
  /** Round ends and corners, as a pen leaves them. */
  round?: boolean
}

/** Words on a circle around the centre; letters stand outwards above it and inwards below it. */
export interface Inscription {
  text: string
  side: 'above' | 'below'
  /** Of the baseline. */
  radius: number
  size: number
  /** Space after each letter. */
  tracking: number
  /** The baseline, in reading direction; the words stand in its middle. */
  arc: string
}

/** Shapes are painted in their order, on a square of EMBLEM_SIZE. */
export interface Emblem {
  ink: string
  shapes: Shape[]
  inscriptions: Inscription[]
}

export const EMBLEM_SIZE = 240

/** White on each is above 6:1. */
export const emblemInks = ['#1b4f77', '#1f6b4a', '#55591b', '#7a3f1d', '#2b3a67', '#6b2149'] as const

const PAPER = '#fffdf8'
const CENTRE = EMBLEM_SIZE / 2

export function drawEmblem(source: EmblemSource, detail: EmblemDetail = 'words'): Emblem {
  const roll = dice(source.seed)
  const ink = emblemInks[roll(emblemInks.length)] ?? emblemInks[0]
  const petals = { band: 36 + roll(14), disc: 13 + roll(9) }
  const reach = 0.4 + roll(15) / 100
  const glyph = glyphs[source.glyph ?? pick(roll)]
  const inscriptions = detail === 'words' ? inscribe(source) : []
  const radius = inscriptions.length > 0 ? 74.5 : 92
  const shapes = [
    ...rings(ink, source.level),
    ...(detail === 'plain' ? [] : band(ink, source.level, petals.band)),
    { d: around(radius), fill: ink },
    ...(detail === 'plain' ? [] : engraving(ink, radius, petals.disc, reach)),
    drawing(glyph, detail === 'plain' ? radius * 0.048 : radius * 0.032),
    ...(inscriptions.length > 1 ? points(ink) : []),
  ]
  return { ink, shapes, inscriptions }
}

/** As the inside of an SVG. */
export const painted = (shapes: readonly Shape[]) => shapes.map(path).join('')

const path = ({ d, fill = 'none', stroke, width, round }: Shape) =>
  `<path d="${d}" fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${width}"` : ''}` +
  `${round ? ' stroke-linecap="round" stroke-linejoin="round"' : ''}/>`

function rings(ink: string, level: number): Shape[] {
  const ring = (index: number): Shape => ({ d: around(117 - index * RING), stroke: ink, width: 2 })
  return [{ d: around(119), fill: PAPER }, ...Array.from({ length: level }, (_, index) => ring(index))]
}

function band(ink: string, level: number, petals: number): Shape[] {
  const outer = 114.5 - (level - 1) * RING
  const line = mix(ink, PAPER, 0.72)
  const waves = [0, 0.5].map(shift => ({
    d: rosette({ x: CENTRE, y: CENTRE, inner: 97, outer, petals, shift }),
    stroke: line,
    width: 0.7,
  }))
  return [...waves, { d: around(95), stroke: ink, width: 0.9 }]
}

function engraving(ink: string, radius: number, petals: number, reach: number): Shape[] {
  const lines = [0, 1 / 3, 2 / 3].map(shift => ({
    d: weave({ x: CENTRE, y: CENTRE, inner: radius * reach, outer: radius - 2.5, petals, shift }),
    stroke: mix('#ffffff', ink, 0.36),
    width: 0.7,
  }))
  return [...lines, { d: around(radius * 0.56), fill: ink, stroke: mix('#ffffff', ink, 0.6), width: 1 }]
}

function drawing(glyph: string, scale: number): Shape {
  return { d: moved(glyph, scale), stroke: '#ffffff', width: 1.4 * scale, round: true }
}

function points(ink: string): Shape[] {
  return [-1, 1].map(side => ({ d: circle(CENTRE + side * 85, CENTRE, 1.7), fill: ink }))
}

function inscribe({ title, issuer, language }: EmblemSource): Inscription[] {
  const above = onArc(title.toLocaleUpperCase(language), 'above', 11.5)
  const below = onArc(issuer.toLocaleUpperCase(language), 'below', 9.5)
  return [above, below].flatMap(words => words ?? [])
}

/** Nothing where the words would be too small to read. */
function onArc(text: string, side: Inscription['side'], largest: number): Inscription | undefined {
  const room = side === 'above' ? 232 : 205
  const size = Math.min(largest, room / ([...text].length * LETTER))
  if (size < 5.5) return undefined
  const capital = size * 0.65
  const radius = side === 'above' ? 85 - capital / 2 : 85 + capital / 2
  return { text, side, radius, size, tracking: size * 0.13, arc: halfCircle(radius, side) }
}

const RING = 5.4

/** Width of an average capital with its tracking, in ems. */
const LETTER = 0.82

function halfCircle(radius: number, side: 'above' | 'below'): string {
  const sweep = side === 'above' ? 1 : 0
  return `M${CENTRE - radius} ${CENTRE}A${radius} ${radius} 0 0 ${sweep} ${CENTRE + radius} ${CENTRE}`
}

function around(radius: number): string {
  return circle(CENTRE, CENTRE, radius)
}

/** From the square of 24 to the middle of the emblem. */
function moved(path: string, scale: number): string {
  return path.replace(/-?[\d.]+/g, value => {
    return String(Math.round((CENTRE + (Number(value) - 12) * scale) * 100) / 100)
  })
}

function pick(roll: (sides: number) => number): GlyphName {
  const names = Object.keys(glyphs).filter((name): name is GlyphName => name in glyphs)
  return names[roll(names.length)] ?? 'spark'
}

/** A row of numbers below `sides` that the seed alone decides (FNV-1a, then xorshift). */
function dice(seed: string): (sides: number) => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  state ||= 1
  return sides => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % sides
  }
}
