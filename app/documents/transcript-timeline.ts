import { mix } from '~/lib/colour'
import { rectangle, straight } from '~/lib/engraving'
import type { Column } from './column'
import { paint } from './ink'
import type { Paper } from './paper'
import type { TranscriptFacts } from './transcript'
import { measuresOf, type TranscriptMeasures } from './transcript-measures'
import { drawSectionTitle } from './transcript-sections'
import { writeFitting, writeLine } from './writing'

interface Stretch {
  title: string
  /** Days since 1970. */
  from: number
  to: number
}

const LANES = 12
const HEIGHT = { most: 13, axis: 16, all: 120 }
/** Narrower ones have no room for a word. */
const WORDY = 46

/** Every activity over the calendar, those at the same time one under the other; as a picture that says its years. */
export function drawTimeline(paper: Paper, { words, groups, period }: TranscriptFacts, column: Column): void {
  const { x: left, width: wide } = measuresOf(paper)
  const stretches = groups.flatMap(({ activities }) => activities.flatMap(stretchOf)).sort((a, b) => a.from - b.from)
  const [first, last] = [stretches[0], Math.max(...stretches.map(({ to }) => to))]
  if (!first) return
  const lanes = lanesOf(stretches)
  const step = Math.min(HEIGHT.most, (HEIGHT.all - HEIGHT.axis) / lanes.length)
  const height = HEIGHT.axis + lanes.length * step
  drawSectionTitle(paper, words.timeline, column)
  const top = column.take(height + 8) - 6
  const scale = scaleOver(first.from, last, measuresOf(paper))
  paper.tagged('Figure', () => {
    drawYears(paper, scale, top, height)
    lanes.forEach((lane, at) => lane.forEach(stretch => drawStretch(paper, stretch, scale, { y: top + HEIGHT.axis + at * step, height: step - 2 })))
  }, { alt: [words.timelineOf, period].filter(Boolean).join(', '), bbox: [left, top, left + wide, top + height] })
}

function stretchOf({ title, from, to }: { title: string; from: string | null; to: string | null }): Stretch[] {
  return from && to ? [{ title, from: dayNumber(from), to: dayNumber(to) + 1 }] : []
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Each in the first lane that is free; beyond so many lanes they lie on each other in the last. */
function lanesOf(stretches: Stretch[]): Stretch[][] {
  const lanes: Stretch[][] = []
  for (const stretch of stretches) {
    const free = lanes.find(lane => (lane.at(-1)?.to ?? 0) <= stretch.from)
    if (free) free.push(stretch)
    else if (lanes.length < LANES) lanes.push([stretch])
    else lanes.at(-1)?.push(stretch)
  }
  return lanes
}

interface Scale {
  years: number[]
  /** Where a day lies. */
  at(day: number): number
}

function scaleOver(from: number, to: number, { x: left, width: wide }: Pick<TranscriptMeasures, 'x' | 'width'>): Scale {
  const [firstYear, lastYear] = [from, to - 1].map(day => new Date(day * 86_400_000).getUTCFullYear())
  const years = Array.from({ length: (lastYear ?? 0) - (firstYear ?? 0) + 1 }, (_, at) => (firstYear ?? 0) + at)
  const [start, end] = [yearStart(firstYear ?? 0), yearStart((lastYear ?? 0) + 1)]
  return { years, at: day => left + (wide * (day - start)) / (end - start) }
}

const yearStart = (year: number) => Date.UTC(year, 0, 1) / 86_400_000

function drawYears(paper: Paper, { years, at }: Scale, top: number, height: number): void {
  const { line, hands: { label } } = paper.look
  const every = Math.ceil(years.length / 12)
  years.forEach((year, index) => {
    const x = at(yearStart(year))
    paint(paper, [{ d: straight({ x, y: top }, { x, y: top + height }), stroke: line, width: 0.5 }])
    if (index % every === 0) writeLine(paper, label, String(year), { x: x + 4, y: top + 8 })
  })
}

function drawStretch(paper: Paper, { title, from, to }: Stretch, { at }: Scale, { y, height }: { y: number; height: number }): void {
  const { ink, hands: { note } } = paper.look
  const x = at(from)
  const width = Math.max(2.4, at(to) - x)
  paint(paper, [{ d: rectangle(x, y, width, height), fill: mix(ink, '#ffffff', 0.14) }, { d: rectangle(x, y, 2, height), fill: ink }])
  if (width < WORDY || height < 8) return
  writeFitting(paper, { ...note, size: 6.6, colour: ink }, title, { x: x + 5, y: y + height / 2 + 2.3, width: width - 8 }, 5)
}
