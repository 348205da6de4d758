import { drawLine, trackingOf } from './ink'
import { breakLines, fit } from './line-breaking'
import type { Paper } from './paper'
import { setLine, type Line } from './paragraph'
import { isTall, type Style } from './typeface'

/** How words look: lengths in points, tracking in ems. */
export interface Hand {
  style: Style
  size: number
  colour: string
  /** Space after each letter. Above 0.07 programs that read the text back see gaps between words. */
  tracking?: number
  /** From baseline to baseline. */
  leading?: number
}

/** `x` is where lines begin, `y` the baseline of the first. */
export interface Place {
  x: number
  y: number
  width?: number
  align?: 'start' | 'centre' | 'end'
  /** Of these words, where it isn't the document's. */
  language?: string
}

/** One line at its natural width. */
export function writeLine(paper: Paper, hand: Hand, words: string, place: Place): void {
  put(paper, hand, setLine(words, hand.style, place.language ?? paper.about.language), place)
}

/** One line that is set smaller, down to `least`, where it is wider than its place, and then cut. */
export function writeFitting(
  paper: Paper, hand: Hand, words: string, place: Place & { width: number }, least = hand.size,
): void {
  const language = place.language ?? paper.about.language
  const size = fit(setLine(words, hand.style, language), place.width, hand.size, least)
  const width = place.width / size + ROUNDING
  const [line] = breakLines(words, { style: hand.style, language, width, lines: 1 })
  if (line) put(paper, { ...hand, size }, line, place)
}

/** Lines one under the other. Returns the baseline that would come next. */
export function writeLines(paper: Paper, hand: Hand, lines: Line[], place: Place): number {
  const leading = leadingOf(hand)
  lines.forEach((line, index) => put(paper, hand, line, { ...place, y: place.y + index * leading }))
  return place.y + lines.length * leading
}

export function linesOf(paper: Paper, hand: Hand, words: string, { width, lines, language }: Room): Line[] {
  return breakLines(words, {
    style: hand.style, language: language ?? paper.about.language, width: width / hand.size, lines,
  })
}

/** As large as it can be on one line; what is too long even at `least` goes into two. */
export function headline(paper: Paper, wanted: Hand, words: string, room: Room, smallest: number): Fitted {
  const { hand, least } = isTall(words) ? lowered(wanted, smallest) : { hand: wanted, least: smallest }
  const line = setLine(words, hand.style, room.language ?? paper.about.language)
  const size = fit(line, room.width, hand.size, least)
  const isEnough = line.width * size <= room.width + ROUNDING
  if (isEnough) return { hand: scaled(hand, size / hand.size), lines: [line] }
  return fitLines(paper, scaled(hand, least / hand.size), words, { ...room, lines: 2 })
}

/** Two lines of tall letters need as much height as two of Latin ones. */
function lowered(hand: Hand, least: number): { hand: Hand; least: number } {
  const size = hand.size * 0.84
  return { hand: { ...hand, size, leading: Math.max(leadingOf(hand), size * 1.35) }, least: least * 0.62 }
}

interface Room {
  width: number
  /** What goes beyond is cut with an ellipsis. */
  lines?: number
  language?: string
}

interface Fitted {
  hand: Hand
  lines: Line[]
}

export function widthOf(paper: Paper, hand: Hand, words: string): number {
  return drawnWidth(hand, setLine(words, hand.style, paper.about.language))
}

export function leadingOf({ size, leading }: Hand): number {
  return leading ?? size * 1.32
}

/** At most so many lines, set smaller down to two thirds where they are not enough, and cut beyond. */
function fitLines(paper: Paper, hand: Hand, words: string, room: Room & { lines: number }): Fitted {
  const least = scaled(hand, 2 / 3)
  for (let size = hand.size; size > least.size; size -= 1) {
    const smaller = scaled(hand, size / hand.size)
    const lines = linesOf(paper, smaller, words, { ...room, lines: room.lines + 1 })
    if (lines.length <= room.lines) return { hand: smaller, lines }
  }
  return { hand: least, lines: linesOf(paper, least, words, room) }
}

/** So that a line that was made to fit isn't cut for the last bit of a fraction. */
const ROUNDING = 1e-6

function scaled(hand: Hand, share: number): Hand {
  return { ...hand, size: hand.size * share, leading: leadingOf(hand) * share }
}

function put(paper: Paper, hand: Hand, line: Line, { x, y, width, align = 'start' }: Place): void {
  const drawn = drawnWidth(hand, line)
  const room = (width ?? 0) - drawn
  const start = align === 'start' || width === undefined ? x : x + room * (align === 'end' ? 1 : 0.5)
  drawLine(paper, hand, line, { x: paper.leftOf(start, drawn), y })
}

function drawnWidth(hand: Hand, line: Line): number {
  const letters = line.runs.reduce((sum, run) => sum + run.lettered, 0)
  return hand.size * (line.width + trackingOf(hand, line) * Math.max(0, letters - 1))
}
