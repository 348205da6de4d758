import type { RecordSheet } from '~/domain/record-sheet'
import { mix } from '~/lib/colour'
import { rectangle } from '~/lib/engraving'
import { paint } from './ink'
import { rule } from './ornament'
import type { Paper } from './paper'
import { TRANSCRIPT } from './transcript-measures'
import { headline, leadingOf, linesOf, writeFitting, writeLine, writeLines } from './writing'

const { x: LEFT, width: WIDTH, page: PAGE, foot: FOOT } = TRANSCRIPT
const BAND = 72

/** The first page's upper part. Answers where its column begins. */
export function drawSheetTop(paper: Paper, sheet: RecordSheet): number {
  drawBand(paper, sheet)
  const { ink, hands: { label, title, phrase, note } } = paper.look
  const kind = sheet.kind.toLocaleUpperCase(sheet.language)
  paper.said('H1', [kind], () => writeLine(paper, { ...label, size: 8.4 }, kind, { x: LEFT, y: BAND + 30 }))
  const whose = headline(paper, { ...title, size: 25, leading: 28, colour: ink }, sheet.title, { width: WIDTH }, 16)
  let y = BAND + 58
  const first = y
  paper.said('P', [sheet.title], () => writeLines(paper, whose.hand, whose.lines, { x: LEFT, y: first }))
  y += (whose.lines.length - 1) * leadingOf(whose.hand) + 22
  const at = y
  paper.said('P', [sheet.holder], () => writeFitting(paper, phrase, sheet.holder, { x: LEFT, y: at, width: WIDTH }, 9))
  const told = linesOf(paper, note, sheet.about, { width: WIDTH - 60, lines: 5 })
  const below = at + 16
  paper.said('P', [sheet.about], () => writeLines(paper, note, told, { x: LEFT, y: below }))
  return below + told.length * leadingOf(note) + 12
}

/** Of every further page: what it belongs to. */
export function drawSheetHead(paper: Paper, { kind, title, holder }: RecordSheet): number {
  const { accent, hands: { note, number } } = paper.look
  paper.decoration(() => {
    writeFitting(paper, number, `${kind}: ${title}`, { x: LEFT, y: 40, width: WIDTH - 240 }, 6)
    writeFitting(paper, note, holder, { x: LEFT + WIDTH - 220, y: 40, width: 220, align: 'end' }, 6)
    rule(paper, { x: LEFT, y: 48, width: WIDTH }, accent, 0.8)
  })
  return 76
}

/** Once all pages are there, and it is known how many. */
export function drawSheetFeet(paper: Paper, { institution, kind, number }: RecordSheet, foot: string): void {
  const { start, count } = paper.bufferedPageRange()
  const { line, hands: { note } } = paper.look
  const whose = [institution.name, kind, number].join(' · ')
  for (let page = 0; page < count; page++) {
    paper.switchToPage(start + page)
    const place = foot.replace('{page}', String(page + 1)).replace('{pages}', String(count))
    paper.decoration(() => {
      rule(paper, { x: LEFT, y: FOOT - 11, width: WIDTH }, line)
      writeFitting(paper, note, whose, { x: LEFT, y: FOOT, width: WIDTH - 80 }, 6)
      writeLine(paper, note, place, { x: LEFT, y: FOOT, width: WIDTH, align: 'end' })
    })
  }
}

function drawBand(paper: Paper, { institution: { name, office }, number }: RecordSheet): void {
  const { ink, accent, hands } = paper.look
  const soft = mix(ink, '#ffffff', 0.22)
  const place = { x: LEFT, width: WIDTH - 130 }
  paper.decoration(() => paint(paper, [
    { d: rectangle(0, 0, PAGE.width, BAND), fill: ink }, { d: rectangle(0, BAND, PAGE.width, 1.6), fill: accent },
  ]))
  paper.said('P', [name], () => {
    writeFitting(paper, { ...hands.institution, size: 18, colour: '#ffffff' }, name, { ...place, y: 36 }, 11)
  })
  paper.said('P', [office], () => writeFitting(paper, { ...hands.office, colour: soft }, office, { ...place, y: 53 }, 8))
  paper.said('P', [number], () => {
    writeLine(paper, { ...hands.number, colour: '#ffffff' }, number, { x: LEFT, y: 36, width: WIDTH, align: 'end' })
  })
}
