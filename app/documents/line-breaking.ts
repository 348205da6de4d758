import LineBreaker from 'linebreak'
import { Recent } from '~/lib/recent'
import { paragraph, setLine, type Line, type Paragraph } from './paragraph'
import type { Style } from './typeface'

export interface Measure {
  style: Style
  language: string
  /** Width of the column, in ems. */
  width: number
  /** What goes beyond is cut with an ellipsis. */
  lines?: number
}

/** Lines of at most `width`, broken where UAX 14 allows it, and within a word where nothing else fits. */
export function breakLines(words: string, measure: Measure): Line[] {
  const { style, language, width, lines = Infinity } = measure
  return broken.get(`${style}\n${language}\n${width}\n${lines}\n${words}`, () => broke(words, { ...measure, lines }))
}

/** Most sentences of a certificate stand on the next one too. */
const broken = new Recent<Line[]>(25_000)

function broke(words: string, { style, language, width, lines }: Required<Measure>): Line[] {
  const whole = paragraph(imaginable(words, width * lines), style, language)
  const single = whole.line(0, whole.text.length)
  if (single.width <= width) return whole.text === '' ? [] : [single]
  const all = [...first(linesOf(whole, width), lines + 1)]
  const last = all[lines - 1]
  if (all.length <= lines || !last) return all
  return [...all.slice(0, lines - 1), shorten(last.text, style, language, width)]
}

/** As much as could ever stand in so many ems, and a letter more: what is endless is not measured to its end. */
function imaginable(words: string, width: number): string {
  const most = Math.ceil(width * NARROWEST) + 1
  if (words.length <= most) return words
  let count = 0
  for (const end of letters(words, 0, words.length)) if (++count > most) return words.slice(0, end)
  return words
}

/** Letters an em, at most. */
const NARROWEST = 8

/** The largest size up to `wanted` at which the line fits; never below `least`. */
export function fit(line: Line, width: number, wanted: number, least: number): number {
  return Math.max(least, Math.min(wanted, width / line.width))
}

/** Nobody waits for lines that are not printed. */
function* first(all: Generator<Line>, count: number): Generator<Line> {
  let taken = 0
  for (const line of all) {
    yield line
    if (++taken >= count) return
  }
}

function* linesOf(whole: Paragraph, width: number): Generator<Line> {
  let start = 0
  let end = 0
  let filled = 0
  for (const unit of units(whole, width)) {
    if (filled + unit.letters > width && end > start) {
      yield whole.line(start, end)
      start = end
      filled = 0
    }
    filled += unit.letters + unit.space
    end = unit.end
  }
  if (start < whole.text.length) yield whole.line(start, whole.text.length)
}

/** What must stay on one line, with the space after it. */
interface Unit {
  end: number
  letters: number
  space: number
}

function* units(whole: Paragraph, width: number): Generator<Unit> {
  let start = 0
  for (const end of breaks(whole.text)) {
    const unit = measure(whole, start, end)
    if (unit.letters <= width) yield unit
    else yield* letterUnits(whole, start, end)
    start = end
  }
}

function* breaks(text: string): Generator<number> {
  const breaker = new LineBreaker(text)
  let start = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const part = text.slice(start, next.position)
    if (THAI.test(part)) yield* wordEnds(part, start)
    else yield next.position
    start = next.position
  }
}

/** Written without spaces, its words are known from a dictionary only (UAX 14, class SA). */
const THAI = /\p{Script=Thai}/u

function* wordEnds(part: string, from: number): Generator<number> {
  const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(part)]
  for (const [at, { index, segment }] of words.entries()) {
    const next = words[at + 1]?.segment
    // What isn't a word stays with the one before it: spaces, brackets, the mark of repetition.
    if (next === undefined || words[at + 1]?.isWordLike) yield from + index + segment.length
  }
}

function* letterUnits(whole: Paragraph, from: number, to: number): Generator<Unit> {
  let start = from
  for (const end of letters(whole.text, from, to)) {
    yield measure(whole, start, end)
    start = end
  }
}

function measure({ text, widthOf }: Paragraph, from: number, end: number): Unit {
  const stop = from + text.slice(from, end).trimEnd().length
  const letters = widthOf(from, stop)
  return { end, letters, space: stop < end ? widthOf(from, end) - letters : 0 }
}

function* letters(text: string, from: number, to: number): Generator<number> {
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(from, to))) {
    let end = from + index
    let count = 0
    for (const character of segment) {
      end += character.length
      if (++count % LONGEST === 0 && end < from + index + segment.length) yield end
    }
    yield end
  }
}

/** Characters that are one letter to a reader. Without an end a conjunct of Indic scripts could go on for ever. */
const LONGEST = 16

function shorten(text: string, style: Style, language: string, width: number): Line {
  const ends = [...letters(text, 0, text.length)]
  const fits = (end: number) => setLine(`${text.slice(0, end).trimEnd()}…`, style, language)
  for (const end of ends.reverse()) {
    const line = fits(end)
    if (line.width <= width) return line
  }
  return fits(0)
}
