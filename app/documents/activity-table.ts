import type { CertificateFacts } from './certificate'
import type { Column } from './column'
import type { Row } from './grid'
import { hoursInFigures } from './hours'
import { rule } from './ornament'
import type { Paper } from './paper'
import { leadingOf, linesOf, writeLine, writeLines, type Hand } from './writing'

/** The work that was confirmed: what, when and how long. */
export function drawActivities(
  paper: Paper, { words, language, activities }: CertificateFacts, place: Omit<Row, 'y'>, column: Column,
): void {
  const { label, text } = paper.look.hands
  const head = [words.activity, words.period, words.hours].map(word => word.toLocaleUpperCase(language))
  const body: Hand = { ...text, size: 9.2, leading: 12 }
  paper.within('Table', () => {
    drawRow(paper, 'TH', head, { ...label, leading: 12 }, place, column)
    activities.forEach(({ title, period, minutes }) => {
      drawRow(paper, 'TD', [title, period, hoursInFigures(minutes, language)], body, place, column)
    })
  })
}

/** For the two narrow columns at the end. */
const NARROW = 218

function drawRow(
  paper: Paper, type: 'TH' | 'TD', [title = '', period = '', time = '']: string[], hand: Hand,
  { x, width }: Omit<Row, 'y'>, column: Column,
): void {
  const periodAt = width - NARROW
  const titles = linesOf(paper, hand, title, { width: periodAt - 12, lines: 2 })
  const height = titles.length * leadingOf(hand) + 4.5
  const y = column.take(height)
  const tag = type === 'TH' ? { scope: 'Column' as const } : {}
  paper.within('TR', () => {
    paper.said(type, [title], () => writeLines(paper, hand, titles, { x, y }), tag)
    paper.said(type, [period], () => writeLine(paper, hand, period, { x: x + periodAt, y }), tag)
    paper.said(type, [time], () => writeLine(paper, hand, time, { x, y, width, align: 'end' }), tag)
  })
  const { ink, line } = paper.look
  paper.decoration(() => rule(paper, { x, y: y + height - 11.5, width }, type === 'TH' ? ink : line, 0.4))
}
