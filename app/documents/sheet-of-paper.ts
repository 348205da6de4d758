import type { PaperSize } from '~/domain/house-papers'

/** Upright, in points. */
export interface SheetOfPaper {
  name: 'A4' | 'LETTER'
  width: number
  height: number
}

export const sheets: Record<PaperSize, SheetOfPaper> = {
  a4: { name: 'A4', width: 595.28, height: 841.89 },
  letter: { name: 'LETTER', width: 612, height: 792 },
}
