import type { RecordSheet } from '~/domain/record-sheet'
import { mix } from '~/lib/colour'
import { rectangle } from '~/lib/engraving'
import { crestSize, drawCrest } from './crest'
import { paint } from './ink'
import { drawBand } from './page-frame'
import type { Paper } from './paper'
import { measuresOf } from './transcript-measures'
import { headline, leadingOf, linesOf, writeFitting, writeLine, writeLines } from './writing'

const BAND = 72
const CREST = 46

/** The first page's upper part. Answers where its column begins. */
export function drawSheetTop(paper: Paper, sheet: RecordSheet): number {
  const { x: left, width: wide } = measuresOf(paper)
  drawBand(paper, BAND)
  drawInstitution(paper, sheet)
  const { ink, hands: { label, title, phrase, note } } = paper.look
  const kind = sheet.kind.toLocaleUpperCase(sheet.language)
  paper.said('H1', [kind], () => writeLine(paper, { ...label, size: 8.4 }, kind, { x: left, y: BAND + 30 }))
  const whose = headline(paper, { ...title, size: 25, leading: 28, colour: ink }, sheet.title, { width: wide }, 16)
  let y = BAND + 58
  const first = y
  paper.said('P', [sheet.title], () => writeLines(paper, whose.hand, whose.lines, { x: left, y: first }))
  y += (whose.lines.length - 1) * leadingOf(whose.hand) + 22
  const at = y
  paper.said('P', [sheet.holder], () => writeFitting(paper, phrase, sheet.holder, { x: left, y: at, width: wide }, 9))
  const told = linesOf(paper, note, sheet.about, { width: wide - 60, lines: 5 })
  const below = at + 16
  paper.said('P', [sheet.about], () => writeLines(paper, note, told, { x: left, y: below }))
  return below + told.length * leadingOf(note) + 12
}

function drawInstitution(paper: Paper, { institution: { name, office }, number }: RecordSheet): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { ink, crest, hands } = paper.look
  const soft = mix(ink, '#ffffff', 0.22)
  const across = crestSize(paper, { width: 2 * CREST, height: CREST }).width
  const indent = crest ? across + 16 : 0
  const place = { x: left + indent, width: wide - 130 - indent }
  if (crest) {
    const top = (BAND - CREST) / 2
    paper.decoration(() => paint(paper, [{ d: rectangle(left - 4, top - 4, across + 8, CREST + 8), fill: '#ffffff' }]))
    drawCrest(paper, { x: left, top, width: across, height: CREST })
  }
  paper.said('P', [name], () => {
    writeFitting(paper, { ...hands.institution, size: 18, colour: '#ffffff' }, name, { ...place, y: 36 }, 11)
  })
  paper.said('P', [office], () => writeFitting(paper, { ...hands.office, colour: soft }, office, { ...place, y: 53 }, 8))
  paper.said('P', [number], () => {
    writeLine(paper, { ...hands.number, colour: '#ffffff' }, number, { x: left, y: 36, width: wide, align: 'end' })
  })
}
