import type { CertificateFacts } from './certificate'
import { drawLandscape } from './certificate-landscape'
import { landscapes, portraits } from './certificate-measures'
import { drawPortrait } from './certificate-portrait'
import { drawFrame, drawWatermark } from './guilloche'
import type { Paper } from './paper'
import { drawAcross } from './preview-mark'

/** The page that hangs on a wall, in the layout and on the sheet of its institution. */
export function drawFront(paper: Paper, facts: CertificateFacts): void {
  const { certificateLayout, paperSize } = facts.institution.look
  const measures = certificateLayout === 'portrait' ? portraits[paperSize] : landscapes[paperSize]
  paper.addPage(measures.page)
  if (facts.isSpecimen) drawAcross(paper, facts.words.specimen)
  drawBackground(paper, facts, measures.watermark)
  if (certificateLayout === 'portrait') drawPortrait(paper, facts, portraits[paperSize])
  else drawLandscape(paper, facts, landscapes[paperSize])
}

function drawBackground(paper: Paper, { credential }: CertificateFacts, { radius, ...centre }: { x: number; y: number; radius: number }): void {
  const engraving = { colours: paper.look, digest: credential.digest }
  paper.decoration(() => {
    drawWatermark(paper, centre, radius, engraving)
    drawFrame(paper, engraving)
  })
}
