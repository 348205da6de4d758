/** The sheets that papers are printed on. */
export const paperSizes = ['a4', 'letter'] as const
export type PaperSize = (typeof paperSizes)[number]

/** How a certificate's sheet lies; every other paper stands. */
export const certificateLayouts = ['landscape', 'portrait'] as const
export type CertificateLayout = (typeof certificateLayouts)[number]

/** What a registrar decides of how papers look, besides the crest. */
export interface HousePapers {
  inkColour: string
  accentColour: string
  paperSize: PaperSize
  certificateLayout: CertificateLayout
  mayTitleHear: boolean
}
