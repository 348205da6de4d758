import type { CertificateLayout, PaperSize } from '~/domain/house-papers'

/** A column: where its lines begin, and how wide it is. Lengths are points, `y` from the top of the page. */
export interface Span {
  x: number
  width: number
}

interface Page {
  page: PDFKit.PDFDocumentOptions
  /** As many as the front has room for; the reverse has them all. */
  room: { competencies: number; endorsers: number }
}

/** Lying: a narrow column of emblem, signatures and QR code, and a wide one of words. Baselines, save where said. */
export interface LandscapeMeasures extends Page {
  margin: Span
  text: Span
  /** Upper edges; the crest stands before the masthead's three lines. */
  crest: { top: number; width: number; height: number }
  heading: number
  institution: number
  office: number
  award: number
  /** Of the lowest competency. */
  outcomes: number
  witnesses: number
  /** The line under everything. */
  foot: number
  /** Smaller where somebody signs below it. */
  emblem: { top: number; alone: number; withSignatures: number }
  qr: { alone: number; withSignatures: number }
  watermark: { x: number; y: number; radius: number }
}

/** Both begin alike; the lower sheet is the wider one. */
const LYING = {
  room: { competencies: 6, endorsers: 3 },
  crest: { top: 82, width: 124, height: 58 },
  heading: 90, institution: 118, office: 134, award: 163,
  qr: { alone: 96, withSignatures: 78 },
}

/** Standing: everything about one axis, the words in the middle of the height, the emblem as a seal between signatures. */
export interface PortraitMeasures extends Page {
  text: Span
  /** Between these two the award has its place. */
  top: number
  crest: { width: number; height: number }
  /** Of the emblem, as high as the row in which it stands between signatures. */
  seal: number
  /** From the title over who confirmed it to that row. */
  witnesses: number
  /** Upper edge of what is checked. */
  foot: number
  qr: number
  watermark: { x: number; y: number; radius: number }
}

export const landscapes: Record<PaperSize, LandscapeMeasures> = {
  a4: {
    ...LYING,
    page: { size: 'A4', layout: 'landscape', margin: 0 },
    margin: { x: 72, width: 168 }, text: { x: 284, width: 486 },
    emblem: { top: 82, alone: 168, withSignatures: 138 },
    outcomes: 426, witnesses: 454, foot: 525,
    watermark: { x: 674, y: 214, radius: 222 },
  },
  letter: {
    ...LYING,
    page: { size: 'LETTER', layout: 'landscape', margin: 0 },
    margin: { x: 66, width: 160 }, text: { x: 262, width: 464 },
    emblem: { top: 82, alone: 160, withSignatures: 138 },
    outcomes: 440, witnesses: 468, foot: 542,
    watermark: { x: 624, y: 222, radius: 222 },
  },
}

const WATERMARK = 212

export const portraits: Record<PaperSize, PortraitMeasures> = {
  a4: {
    page: { size: 'A4', margin: 0 },
    room: { competencies: 6, endorsers: 3 },
    text: { x: 68, width: 459 },
    top: 66, crest: { width: 190, height: 64 },
    seal: 92, witnesses: 80,
    foot: 718, qr: 68,
    watermark: { x: 297.5, y: 337, radius: WATERMARK },
  },
  // Fifty points lower: four competencies stand in front, and everything is a little nearer.
  letter: {
    page: { size: 'LETTER', margin: 0 },
    room: { competencies: 4, endorsers: 3 },
    text: { x: 68, width: 476 },
    top: 60, crest: { width: 180, height: 52 },
    seal: 80, witnesses: 76,
    foot: 676, qr: 62,
    watermark: { x: 306, y: 316, radius: WATERMARK },
  },
}

/** Of the pages that follow: titles in a margin of their own, or above what they are of. */
export interface ReverseMeasures extends Page {
  titles: Span
  text: Span
  top: number
  bottom: number
}

export function reverseOf({ paperSize, certificateLayout }: { paperSize: PaperSize; certificateLayout: CertificateLayout }): ReverseMeasures {
  if (certificateLayout === 'portrait') {
    const { page, room, text, foot, qr } = portraits[paperSize]
    return { page, room, text, titles: text, top: 112, bottom: foot + qr }
  }
  const { page, room, text, margin, foot } = landscapes[paperSize]
  return { page, room, text, titles: margin, top: 108, bottom: foot + 20 }
}
