import type { Column } from './column'
import { rule } from './ornament'
import type { Paper } from './paper'
import type { TranscriptFacts } from './transcript'
import { measuresOf } from './transcript-measures'
import { leadingOf, linesOf, writeLines } from './writing'

export interface Quote {
  language: string
  statement: string
  by: string
  known: string
  /** What it was about. */
  title: string
}

/** One from each who wrote something, the longest work first. */
export function quotesOf({ groups }: TranscriptFacts, most: number): Quote[] {
  const activities = groups.flatMap(group => group.activities).sort((a, b) => b.minutes - a.minutes)
  const all = activities.flatMap(({ title, language, said }) => said.map(each => ({ ...each, title, language })))
  const first = all.filter(({ by }, at) => all.findIndex(other => other.by === by) === at)
  return first.slice(0, most)
}

/** What an observer wrote, who they are, and how the institution knows. */
export function drawQuotes(paper: Paper, quotes: Quote[], column: Column): void {
  quotes.forEach(quote => drawQuote(paper, quote, column))
}

/** The tallest. */
export const QUOTE_ROOM = 110

const INDENT = 14
/** Longer ones stand in the full transcript. */
const MOST_LINES = { said: 4, who: 1, known: 2 }

function drawQuote(paper: Paper, { language, statement, by, known, title }: Quote, column: Column): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { accent, hands: { phrase, note } } = paper.look
  const room = { width: wide - INDENT, language: language || paper.about.language }
  const said = { ...phrase, size: 12, leading: 15, colour: paper.look.ink }
  const small = { ...note, size: 8.4, leading: 11 }
  const words = `“${statement}”`
  const who = `${by}: ${title}`
  const parts = [
    { type: 'BlockQuote', hand: said, text: words, lines: linesOf(paper, said, words, { ...room, lines: MOST_LINES.said }) },
    { type: 'P', hand: { ...small, style: 'sans-semibold' as const }, text: who, lines: linesOf(paper, small, who, { ...room, lines: MOST_LINES.who }) },
    { type: 'P', hand: small, text: known, lines: linesOf(paper, small, known, { ...room, lines: MOST_LINES.known }) },
  ]
  const height = parts.reduce((sum, { hand, lines }) => sum + lines.length * leadingOf(hand), 0)
  const top = column.take(height + 12)
  let y = top
  for (const { type, hand, text, lines } of parts) {
    const first = y
    paper.said(type, [text], () => writeLines(paper, hand, lines, { x: left + INDENT, y: first }), paper.writtenIn(language))
    y = first + lines.length * leadingOf(hand)
  }
  paper.decoration(() => rule(paper, { x: left, y: top - 3.5, width: 8 }, accent, 1.4))
}
