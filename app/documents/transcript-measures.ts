import type { Paper } from './paper'
import type { SheetOfPaper } from './sheet-of-paper'

export interface TranscriptMeasures {
  page: SheetOfPaper
  x: number
  width: number
  /** Below it only the foot. */
  bottom: number
  foot: number
}

const SIDE = 46

/** What stands where on every page of a transcript or a sheet, in points. */
export function measuresOf({ look: { sheet } }: Paper): TranscriptMeasures {
  return { page: sheet, x: SIDE, width: sheet.width - 2 * SIDE, bottom: sheet.height - 50, foot: sheet.height - 24 }
}

const YEARS = 44

/** The narrow column of years, and the wide one of words. */
export function columnsOf(paper: Paper) {
  const { x, width } = measuresOf(paper)
  return { year: { x, width: YEARS }, work: { x: x + YEARS, width: width - YEARS } }
}
