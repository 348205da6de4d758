import type { CertificateFacts } from './certificate'
import { startColumn } from './column'
import { COMPETENCY_ROW, drawCompetencies } from './competency-list'
import { drawEndorsers } from './endorser-list'
import type { Row } from './grid'
import { rule } from './ornament'
import type { Box, Paper } from './paper'
import { EMBLEM_SIZE, emblemStamp } from './programme-emblem'
import { widthOf, writeLine } from './writing'

/** What both layouts of a certificate's front are made of. */
type Room = { competencies: number; endorsers: number }

export function drawEmblem(paper: Paper, { programme, words, language }: CertificateFacts, { x, top, size }: { x: number; top: number; size: number }): void {
  const scale = size / EMBLEM_SIZE
  const box: Box = [x, top, x + size, top + size]
  const { artwork, emblem } = programme
  const draw = () => {
    if (artwork) paper.picture(artwork, box)
    else paper.press(emblemStamp(emblem, language), [scale, 0, 0, scale, x, top])
  }
  paper.tagged('Figure', draw, { alt: `${words.emblem}: ${programme.title}`, bbox: box })
}

/** From the title, which stands so high that the lowest competency has its baseline at `y`. */
export function drawOutcomes(paper: Paper, facts: CertificateFacts, room: Room, { x, y, width }: Row): void {
  const { words, competencies } = facts
  if (competencies.length === 0) return
  const shown = competencies.slice(0, room.competencies)
  const note = competencies.length > shown.length ? words.moreOverleaf : words.shownNote
  const title = y - outcomesHeight(facts, room)
  drawSectionTitle(paper, words.shown, note, { x, y: title, width })
  drawCompetencies(paper, shown, { x, width, columns: 2, gutter: 26 }, startColumn(Infinity, () => title + COMPETENCY_ROW))
}

/** From the baseline of the title to that of the lowest; 0 where nothing was shown. */
export function outcomesHeight({ competencies }: CertificateFacts, room: Room): number {
  return Math.ceil(Math.min(competencies.length, room.competencies) / 2) * COMPETENCY_ROW
}

/** `y` is the baseline of the title. */
export function drawWitnesses(paper: Paper, { words, endorsers }: CertificateFacts, room: Room, { x, y, width }: Row): void {
  if (endorsers.length === 0) return
  const shown = endorsers.slice(0, room.endorsers)
  const note = endorsers.length > shown.length ? words.moreOverleaf : ''
  drawSectionTitle(paper, words.confirmedBy, note, { x, y, width })
  drawEndorsers(paper, shown, { x, width, columns: room.endorsers, gutter: 22 }, startColumn(Infinity, () => y + 21))
}

/** A heading with a hairline after it and, at its end, a note. */
function drawSectionTitle(paper: Paper, words: string, note: string, { x, y, width }: Row): void {
  const { accent, hands: { label, phrase } } = paper.look
  const small = { ...phrase, size: 9 }
  const title = words.toLocaleUpperCase(paper.about.language)
  const start = x + widthOf(paper, label, title) + 10
  const end = x + width - (note ? widthOf(paper, small, note) + 8 : 0)
  paper.said('H3', [title], () => writeLine(paper, label, title, { x, y }))
  if (note) paper.said('P', [note], () => writeLine(paper, small, note, { x, y, width, align: 'end' }))
  paper.decoration(() => rule(paper, { x: start, y: y - 2.4, width: end - start }, accent))
}
