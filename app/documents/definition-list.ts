import type { Column } from './column'
import type { Row } from './grid'
import { rule } from './ornament'
import type { Paper } from './paper'
import { leadingOf, linesOf, writeLines } from './writing'

interface Definition {
  term: string
  meaning: string
}

/** Terms with what they mean, one under the other. */
export function drawDefinitions(
  paper: Paper, definitions: Definition[], place: Omit<Row, 'y'>, column: Column,
): void {
  paper.within('L', () => definitions.forEach(definition => drawOne(paper, definition, place, column)))
}

const MEANING_AT = 116

function drawOne(
  paper: Paper, { term, meaning }: Definition, { x, width }: Omit<Row, 'y'>, column: Column,
): void {
  const { text, note } = paper.look.hands
  const hand = { ...text, size: 9.2, leading: 12 }
  const terms = linesOf(paper, note, term, { width: MEANING_AT - 12 })
  const meanings = linesOf(paper, hand, meaning, { width: width - MEANING_AT })
  const height = Math.max(terms.length * leadingOf(note), meanings.length * leadingOf(hand)) + 5
  const y = column.take(height)
  paper.within('LI', () => {
    paper.said('Lbl', [term], () => writeLines(paper, note, terms, { x, y }))
    paper.said('LBody', [meaning], () => writeLines(paper, hand, meanings, { x: x + MEANING_AT, y }))
  })
  paper.decoration(() => rule(paper, { x, y: y + height - 11.5, width }, paper.look.line, 0.4))
}
