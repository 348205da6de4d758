import { rectangle } from '~/lib/engraving'
import { drawActivities } from './activity-table'
import type { CertificateFacts } from './certificate'
import { reverseOf, type ReverseMeasures } from './certificate-measures'
import { clean } from './characters'
import { startColumn, type Column } from './column'
import { drawCompetencies } from './competency-list'
import { drawDefinitions } from './definition-list'
import { drawEndorsers } from './endorser-list'
import { FRAME } from './guilloche'
import { paint } from './ink'
import { rule } from './ornament'
import type { Paper } from './paper'
import { drawAcross } from './preview-mark'
import { leadingOf, linesOf, widthOf, writeFitting, writeLine, writeLines } from './writing'

/** What the credential is, what it rests on, and how to read and check it, on as many pages as it takes. */
export function drawReverse(paper: Paper, facts: CertificateFacts): void {
  const measures = reverseOf(facts.institution.look)
  const column = startColumn(measures.bottom, () => turnPage(paper, facts, measures))
  const reverse = { measures, column }
  drawProgramme(paper, facts, reverse)
  drawRemainder(paper, facts, reverse)
  drawFoundation(paper, facts, reverse)
  drawReading(paper, facts, reverse)
}

interface Reverse {
  measures: ReverseMeasures
  column: Column
}

function turnPage(paper: Paper, { words, isSpecimen, programme, learner, credential }: CertificateFacts, { page, titles, text, top }: ReverseMeasures): number {
  paper.addPage(page)
  if (isSpecimen) drawAcross(paper, words.specimen)
  const { width, height } = paper.page
  const { accent, line, hands: { note, number } } = paper.look
  const border = rectangle(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME)
  const whose = `${programme.title}, ${learner.name}`
  const { x } = titles
  const end = text.x + text.width
  const numberAt = end - widthOf(paper, number, credential.number)
  paper.decoration(() => {
    paint(paper, [{ d: border, stroke: accent, width: 0.45 }])
    rule(paper, { x, y: 76, width: end - x }, line)
    writeFitting(paper, note, whose, { x, y: 67, width: numberAt - x - 30, language: learner.language })
    writeLine(paper, number, credential.number, { x: numberAt, y: 67 })
  })
  return top
}

function drawProgramme(paper: Paper, { words, programme, elements }: CertificateFacts, reverse: Reverse): void {
  const description = { term: words.description, meaning: programme.description }
  const told = [description, ...elements].filter(({ meaning }) => clean(meaning) !== '')
  if (told.length === 0) return
  drawSectionTitle(paper, words.about, reverse)
  drawDefinitions(paper, told, reverse.measures.text, reverse.column)
}

/** What there was no room for on the front. */
function drawRemainder(paper: Paper, facts: CertificateFacts, reverse: Reverse): void {
  const { words, competencies, endorsers } = facts
  const { measures: { room, text }, column } = reverse
  if (competencies.length > room.competencies) {
    drawSectionTitle(paper, words.shown, reverse)
    drawCompetencies(paper, competencies, { ...text, columns: 2, gutter: 26 }, column)
  }
  if (endorsers.length > room.endorsers) {
    drawSectionTitle(paper, words.confirmedBy, reverse)
    drawEndorsers(paper, endorsers, { ...text, columns: 3, gutter: 22 }, column)
  }
}

function drawFoundation(paper: Paper, facts: CertificateFacts, reverse: Reverse): void {
  if (facts.activities.length === 0) return
  drawSectionTitle(paper, facts.words.restsOn, reverse)
  drawActivities(paper, facts, reverse.measures.text, reverse.column)
}

function drawReading(paper: Paper, { words, scale }: CertificateFacts, reverse: Reverse): void {
  const levels = scale.length > 0 ? [{ term: words.scale, meaning: scale.join(', ') }] : []
  drawSectionTitle(paper, words.reading, reverse)
  drawDefinitions(paper, [
    ...levels,
    { term: words.confirmedMeans, meaning: words.confirmedMeaning },
    { term: words.checking, meaning: words.checkingMeaning },
  ], reverse.measures.text, reverse.column)
}

/** In the margin, beside the first line of what follows; where there is no margin, above it. */
function drawSectionTitle(paper: Paper, words: string, { measures: { titles, text }, column }: Reverse): void {
  const hand = { ...paper.look.hands.value, colour: paper.look.ink, size: 14, leading: 16 }
  const lines = linesOf(paper, hand, words, titles)
  const isAbove = titles.x === text.x
  column.leave(20)
  column.reserve(isAbove ? 84 : 60)
  const y = isAbove ? column.take(lines.length * leadingOf(hand) + 10) : column.reserve(60)
  paper.said('H2', [words], () => writeLines(paper, hand, lines, { x: titles.x, y }))
}
