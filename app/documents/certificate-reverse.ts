import { rectangle } from '~/lib/engraving'
import { drawActivities } from './activity-table'
import type { CertificateFacts } from './certificate'
import { A4_LANDSCAPE, MARGIN, RIGHT, ROOM, TEXT } from './certificate-front'
import { clean } from './characters'
import { startColumn, type Column } from './column'
import { drawCompetencies } from './competency-list'
import { drawDefinitions } from './definition-list'
import { drawEndorsers } from './endorser-list'
import { FRAME } from './guilloche'
import { paint } from './ink'
import { rule } from './ornament'
import type { Paper } from './paper'
import { linesOf, widthOf, writeFitting, writeLine, writeLines } from './writing'

/** What the credential is, what it rests on, and how to read and check it, on as many pages as it takes. */
export function drawReverse(paper: Paper, facts: CertificateFacts): void {
  const column = startColumn(BOTTOM, () => turnPage(paper, facts))
  drawProgramme(paper, facts, column)
  drawRemainder(paper, facts, column)
  drawFoundation(paper, facts, column)
  drawReading(paper, facts, column)
}

const TOP = 108
const BOTTOM = 545

function turnPage(paper: Paper, { programme, learner, credential }: CertificateFacts): number {
  paper.addPage(A4_LANDSCAPE)
  const { width, height } = paper.page
  const { accent, line, hands: { note, number } } = paper.look
  const border = rectangle(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME)
  const whose = `${programme.title}, ${learner.name}`
  const numberAt = RIGHT - widthOf(paper, number, credential.number)
  paper.decoration(() => {
    paint(paper, [{ d: border, stroke: accent, width: 0.45 }])
    rule(paper, { x: MARGIN.x, y: 76, width: RIGHT - MARGIN.x }, line)
    writeFitting(paper, note, whose, { x: MARGIN.x, y: 67, width: 500, language: learner.language })
    writeLine(paper, number, credential.number, { x: numberAt, y: 67 })
  })
  return TOP
}

function drawProgramme(paper: Paper, { words, programme, elements }: CertificateFacts, column: Column): void {
  const description = { term: words.description, meaning: programme.description }
  const told = [description, ...elements].filter(({ meaning }) => clean(meaning) !== '')
  if (told.length === 0) return
  drawSectionTitle(paper, words.about, column)
  drawDefinitions(paper, told, TEXT, column)
}

/** What there was no room for on the front. */
function drawRemainder(paper: Paper, facts: CertificateFacts, column: Column): void {
  const { words, competencies, endorsers } = facts
  if (competencies.length > ROOM.competencies) {
    drawSectionTitle(paper, words.shown, column)
    drawCompetencies(paper, competencies, { ...TEXT, columns: 2, gutter: 26 }, column)
  }
  if (endorsers.length > ROOM.endorsers) {
    drawSectionTitle(paper, words.confirmedBy, column)
    drawEndorsers(paper, endorsers, { ...TEXT, columns: 3, gutter: 22 }, column)
  }
}

function drawFoundation(paper: Paper, facts: CertificateFacts, column: Column): void {
  if (facts.activities.length === 0) return
  drawSectionTitle(paper, facts.words.restsOn, column)
  drawActivities(paper, facts, TEXT, column)
}

function drawReading(paper: Paper, { words, scale }: CertificateFacts, column: Column): void {
  const levels = scale.length > 0 ? [{ term: words.scale, meaning: scale.join(', ') }] : []
  drawSectionTitle(paper, words.reading, column)
  drawDefinitions(paper, [
    ...levels,
    { term: words.confirmedMeans, meaning: words.confirmedMeaning },
    { term: words.checking, meaning: words.checkingMeaning },
  ], TEXT, column)
}

/** In the margin, beside the first line of what follows. */
function drawSectionTitle(paper: Paper, words: string, column: Column): void {
  const hand = { ...paper.look.hands.value, colour: paper.look.ink, size: 14, leading: 16 }
  const lines = linesOf(paper, hand, words, MARGIN)
  column.leave(20)
  const y = column.reserve(60)
  paper.said('H2', [words], () => writeLines(paper, hand, lines, { x: MARGIN.x, y }))
}
