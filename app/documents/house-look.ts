import type { CertificateLayout, PaperSize } from '~/domain/house-papers'
import type { Signatory } from '~/domain/signatory'

/** How one institution's papers look. Plain, as it travels to the thread that draws. */
export interface HouseLook {
  colours: { ink: string; accent: string }
  crest: Crest | null
  paperSize: PaperSize
  certificateLayout: CertificateLayout
}

/** A PNG without transparency, cut to what there is to see; its size in pixels. */
export interface Crest {
  /** Of the picture as it is kept. */
  digest: string
  png: Uint8Array
  width: number
  height: number
}

/** The look, and who signed for the institution on a day. */
export interface PaperHouse {
  look: HouseLook
  signatories: Signatory[]
  /** Tells a paper of this house from one that looks otherwise or was signed for by others. */
  print: string
}

/** Where nobody has chosen one. */
export const STANDARD_LOOK: HouseLook = {
  colours: { ink: '#12315a', accent: '#a8812f' }, crest: null, paperSize: 'a4', certificateLayout: 'landscape',
}

/** Tells one look from another: a paper in another look is another file. */
export function lookPrint({ crest, ...look }: HouseLook): string {
  return JSON.stringify({ ...look, crest: crest?.digest ?? null })
}
