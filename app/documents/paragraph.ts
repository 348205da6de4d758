import { Recent } from '~/lib/recent'
import { clean } from './characters'
import { piecesOf, setting } from './pieces'
import { shape, type Run } from './shaping'
import type { Style } from './typeface'

/** A line ready to be drawn, left to right. Its width is in ems. */
export interface Line {
  text: string
  runs: Run[]
  width: number
}

/** Any part of it can be set as a line; direction is settled over the whole. */
export interface Paragraph {
  text: string
  line(from: number, to: number): Line
  /** In ems, with the space that may stand at the end. */
  widthOf(from: number, to: number): number
}

export function paragraph(words: string, style: Style, language: string): Paragraph {
  const text = clean(words)
  const whole = setting(text, style, language)
  const runs = (from: number, to: number) => piecesOf(whole, from, to).map(shape)
  const line = (from: number, to: number): Line => {
    const end = from + text.slice(from, to).trimEnd().length
    const words = runs(from, end)
    // Unseen, and out of the width: without it the last word and the next line's first are read as one.
    const space = whole.levels ? [] : runs(end, to)
    return { text: text.slice(from, end), runs: [...words, ...space], width: total(words) }
  }
  return { text, line, widthOf: (from, to) => total(runs(from, to)) }
}

export function setLine(words: string, style: Style, language: string): Line {
  return lines.get(`${style}\n${language}\n${words}`, () => {
    const { text, line } = paragraph(words, style, language)
    return line(0, text.length)
  })
}

/** Most lines of a certificate stand on the next one too. */
const lines = new Recent<Line>(25_000)

function total(runs: Run[]): number {
  return runs.reduce((sum, run) => sum + run.width, 0)
}
