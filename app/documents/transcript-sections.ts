import { startColumn, type Column } from './column'
import { drawDefinitions } from './definition-list'
import { rule } from './ornament'
import type { Paper } from './paper'
import type { TranscriptFacts } from './transcript'
import { drawAcross, drawPreviewMark } from './preview-mark'
import { drawFeet, drawHead } from './page-frame'
import { drawMasthead } from './transcript-masthead'
import { measuresOf } from './transcript-measures'
import { linesOf, writeLine, writeLines } from './writing'

/** The first page with its masthead; the column goes on over as many pages as it takes. */
export function startPages(paper: Paper, facts: TranscriptFacts): Column {
  return startColumn(measuresOf(paper).bottom, () => turnPage(paper, facts))
}

function turnPage(paper: Paper, facts: TranscriptFacts): number {
  paper.addPage({ size: paper.look.sheet.name, margin: 0 })
  if (facts.isPreview) drawAcross(paper, facts.words.preview)
  const isFirst = paper.bufferedPageRange().count === 1
  return isFirst ? drawMasthead(paper, facts) : drawHead(paper, facts.words.heading, facts.holder)
}

/** What the words mean, who issued it, and how to check it. */
export function drawReading(paper: Paper, { words, scale, institution }: TranscriptFacts, column: Column): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { legalName, office, country, signatories } = institution
  drawSectionTitle(paper, words.reading, column)
  drawDefinitions(paper, [
    { term: words.kind, meaning: words.kindMeaning },
    { term: words.confirmed, meaning: words.confirmedMeaning },
    { term: words.approved, meaning: words.approvedMeaning },
    { term: words.hours, meaning: words.hoursMeaning },
    ...(scale.length > 0 ? [{ term: words.levels, meaning: scale.join(', ') }] : []),
    { term: words.issuedBy, meaning: [legalName, office, country].join(', ') },
    ...signatories.map(({ name, role }) => ({ term: words.signatory, meaning: `${name}, ${role}` })),
    { term: words.checking, meaning: words.checkingMeaning },
  ], { x: left, width: wide }, column)
}

interface Beside {
  note?: string
  /** What follows needs so much: a title never stands alone at the foot of a page. */
  room?: number
}

/** With a line under it. */
export function drawSectionTitle(paper: Paper, words: string, column: Column, { note = '', room = 52 }: Beside = {}): void {
  const { ink, accent, hands } = paper.look
  const hand = { ...hands.value, colour: ink, size: 15, leading: 18 }
  const { x, width } = measuresOf(paper)
  column.leave(14)
  column.reserve(26 + room)
  const y = column.take(26) + 4
  paper.said('H2', [words], () => writeLines(paper, hand, linesOf(paper, hand, words, { width }), { x, y }))
  if (note) paper.said('P', [note], () => writeLine(paper, hands.note, note, { x, y, width, align: 'end' }))
  paper.decoration(() => rule(paper, { x, y: y + 6, width }, accent, 0.8))
}

/** Once all pages are there. */
export function drawTranscriptFeet(paper: Paper, { words, isPreview, institution, record }: TranscriptFacts): void {
  const mark = () => (isPreview ? drawPreviewMark(paper, words.preview) : undefined)
  drawFeet(paper, [institution.name, words.heading, record.number], words.page, mark)
}
