import type { Endorser } from './certificate'
import type { Column } from './column'
import { cell, rowsOf, type Grid, type Row } from './grid'
import { rule } from './ornament'
import type { Paper } from './paper'
import { linesOf, writeFitting, writeLines } from './writing'

/** Who confirmed it, and how we know them. */
export function drawEndorsers(paper: Paper, endorsers: Endorser[], grid: Grid, column: Column): void {
  paper.within('L', () => rowsOf(endorsers, grid).forEach(row => {
    const y = column.take(ROW)
    row.forEach((endorser, index) => drawOne(paper, endorser, cell(grid, index, y)))
  }))
}

const ROW = 62

function drawOne(paper: Paper, { name, standing, assurance, month }: Endorser, { x, y, width }: Row): void {
  const { ink, line, hands: { value, note, phrase } } = paper.look
  const small = { ...phrase, size: 9, leading: 10.5, colour: ink }
  const known = `${assurance}, ${month}`
  const standingLines = linesOf(paper, note, standing, { width, lines: 2 })
  const knownLines = linesOf(paper, small, known, { width, lines: 2 })
  paper.within('LI', () => paper.said('LBody', [name, standing, known], () => {
    writeFitting(paper, { ...value, size: 12.5 }, name, { x, y, width }, 9)
    const below = writeLines(paper, note, standingLines, { x, y: y + 12 })
    writeLines(paper, small, knownLines, { x, y: below + 1 })
  }))
  paper.decoration(() => rule(paper, { x, y: y - 14, width }, line))
}
