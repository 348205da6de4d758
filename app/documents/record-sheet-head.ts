import type { RecordSheet } from '~/domain/record-sheet'
import { mix } from '~/lib/colour'
import { rectangle } from '~/lib/engraving'
import { crestSize, drawCrest } from './crest'
import { paint } from './ink'
import { rule } from './ornament'
import type { Paper } from './paper'
import { measuresOf } from './transcript-measures'
import { headline, leadingOf, linesOf, writeFitting, writeLine, writeLines } from './writing'

const BAND = 72
const CREST = 46

/** The first page's upper part. Answers where its column begins. */
export function drawSheetTop(paper: Paper, sheet: RecordSheet): number {
  const { x: left, width: wide } = measuresOf(paper)
  drawBand(paper, sheet)
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

/** Of every further page: what it belongs to. */
export function drawSheetHead(paper: Paper, { kind, title, holder }: RecordSheet): number {
  const { x: left, width: wide } = measuresOf(paper)
  const { accent, hands: { note, number } } = paper.look
  paper.decoration(() => {
    writeFitting(paper, number, `${kind}: ${title}`, { x: left, y: 40, width: wide - 240 }, 6)
    writeFitting(paper, note, holder, { x: left + wide - 220, y: 40, width: 220, align: 'end' }, 6)
    rule(paper, { x: left, y: 48, width: wide }, accent, 0.8)
  })
  return 76
}

/** Once all pages are there, and it is known how many. */
export function drawSheetFeet(paper: Paper, { institution, kind, number }: RecordSheet, pageOf: string): void {
  const { x: left, width: wide, foot } = measuresOf(paper)
  const { start, count } = paper.bufferedPageRange()
  const { line, hands: { note } } = paper.look
  const whose = [institution.name, kind, number].join(' · ')
  for (let page = 0; page < count; page++) {
    paper.switchToPage(start + page)
    const place = pageOf.replace('{page}', String(page + 1)).replace('{pages}', String(count))
    paper.decoration(() => {
      rule(paper, { x: left, y: foot - 11, width: wide }, line)
      writeFitting(paper, note, whose, { x: left, y: foot, width: wide - 80 }, 6)
      writeLine(paper, note, place, { x: left, y: foot, width: wide, align: 'end' })
    })
  }
}

function drawBand(paper: Paper, { institution: { name, office }, number }: RecordSheet): void {
  const { x: left, width: wide, page } = measuresOf(paper)
  const { ink, accent, crest, hands } = paper.look
  const soft = mix(ink, '#ffffff', 0.22)
  const across = crestSize(paper, { width: 2 * CREST, height: CREST }).width
  const indent = crest ? across + 16 : 0
  const place = { x: left + indent, width: wide - 130 - indent }
  paper.decoration(() => paint(paper, [
    { d: rectangle(0, 0, page.width, BAND), fill: ink }, { d: rectangle(0, BAND, page.width, 1.6), fill: accent },
  ]))
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
