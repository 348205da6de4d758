import type { RecordSheet } from '~/domain/record-sheet'
import { UncoveredCharacters, uncoveredCharacters } from './characters'
import { startColumn } from './column'
import type { HouseLook } from './house-look'
import { Paper } from './paper'
import { drawFeet, drawHead } from './page-frame'
import { drawSheetTop } from './record-sheet-head'
import { drawPart } from './record-sheet-parts'
import { leavePlace } from './seal-place'
import { stationery } from './stationery'
import { textsIn } from './texts'
import { measuresOf } from './transcript-measures'

/** A sheet as it goes to the printer: plain, as it travels to the thread that draws. */
export interface PrintedSheet {
  sheet: RecordSheet
  /** With the figures in the place of the braces: "Page {page} of {pages}". */
  foot: string
  look: HouseLook
  /** Also dates the file, so that the same facts give the same bytes. */
  madeAt: Date
  /** As it was signed and stored: attached byte for byte; null where nothing is signed. */
  signed: Uint8Array | null
}

/**
 * PDF/A-3a and PDF/UA-1; with a place for the seal of who is named. Throws UncoveredCharacters rather than print a
 * box.
 */
export async function renderRecordSheet(printed: PrintedSheet, sealedBy?: string): Promise<Buffer> {
  const { sheet, foot, look, madeAt, signed } = printed
  const uncovered = [...new Set(textsIn({ sheet, foot }).flatMap(text => uncoveredCharacters(text, sheet.language)))]
  if (uncovered.length > 0) throw new UncoveredCharacters(uncovered)
  const paper = new Paper({
    title: `${sheet.kind}: ${sheet.title}, ${sheet.holder}`,
    author: sheet.institution.name,
    subject: sheet.about,
    language: sheet.language,
    date: madeAt,
  }, stationery(look))
  const column = startColumn(measuresOf(paper).bottom, () => {
    paper.addPage({ size: paper.look.sheet.name, margin: 0 })
    return paper.bufferedPageRange().count === 1 ? drawSheetTop(paper, sheet) : drawHead(paper, `${sheet.kind}: ${sheet.title}`, sheet.holder)
  })
  sheet.parts.forEach(part => drawPart(paper, part, column))
  drawFeet(paper, [sheet.institution.name, sheet.kind, sheet.number], foot)
  if (signed) paper.attach({ name: 'credential.json', type: 'application/json', description: sheet.attachment, bytes: signed })
  if (sealedBy !== undefined) leavePlace(paper, sealedBy)
  return paper.bytes()
}
