import type { CertificateFacts } from './certificate'
import type { Column } from './column'
import { cell, rowsOf, type Grid, type Row } from './grid'
import { paint } from './ink'
import { dots, dotsWidth, rule } from './ornament'
import type { Paper } from './paper'
import { widthOf, writeFitting, writeLine } from './writing'

export const COMPETENCY_ROW = 18

type Competency = CertificateFacts['competencies'][number]

/** Each competency with the level reached, in words and in dots. */
export function drawCompetencies(paper: Paper, competencies: Competency[], grid: Grid, column: Column): void {
  paper.within('L', () => rowsOf(competencies, grid).forEach(row => {
    const y = column.take(COMPETENCY_ROW)
    row.forEach((competency, index) => drawOne(paper, competency, cell(grid, index, y)))
  }))
}

function drawOne(paper: Paper, { name, code, level }: Competency, { x, y, width }: Row): void {
  const { ink, line, hands: { text, note, phrase } } = paper.look
  const word = { ...phrase, size: 10.5 }
  const dotsAt = x + width - dotsWidth(level)
  const wordAt = dotsAt - 8 - widthOf(paper, word, level.word)
  const room = wordAt - 8 - x - (code ? widthOf(paper, note, code) + 5 : 0)
  const codeAt = x + Math.min(room, widthOf(paper, text, name)) + 5
  paper.within('LI', () => paper.said('LBody', [name, code, level.word], () => {
    writeFitting(paper, text, name, { x, y, width: room }, 8)
    if (code) writeLine(paper, note, code, { x: codeAt, y })
    writeLine(paper, word, level.word, { x: wordAt, y })
  }))
  paper.decoration(() => {
    paint(paper, dots(level, ink), { x: dotsAt, y: y - 3.2 })
    rule(paper, { x, y: y + 5.4, width }, line, 0.4)
  })
}
