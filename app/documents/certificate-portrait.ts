import type { CertificateFacts } from './certificate'
import type { PortraitMeasures } from './certificate-measures'
import { drawEmblem, drawOutcomes, drawWitnesses, outcomesHeight } from './certificate-parts'
import { drawCentredAward } from './centred-award'
import { rule } from './ornament'
import type { Paper } from './paper'
import { drawQrCode } from './qr-code'
import { drawQuantities } from './quantities'
import { drawSignatures, SIGNATURE_DEPTH } from './signature-list'
import { writeFitting, writeLine } from './writing'

/** About one axis: the award in the middle, what it rests on below, the emblem as a seal between the signatures. */
export function drawPortrait(paper: Paper, facts: CertificateFacts, measures: PortraitMeasures): void {
  const { text, room, foot, seal } = measures
  const sealed = foot - 22 - seal
  const witnesses = sealed - (facts.endorsers.length > 0 ? measures.witnesses : 0)
  const outcomes = witnesses - 28
  const shown = outcomes - outcomesHeight(facts, room)
  const quantities = shown - (facts.competencies.length > 0 ? 45 : 22)
  drawCentredAward(paper, facts, measures, quantities - 26)
  drawQuantities(paper, facts, { ...text, y: quantities }, { isCentred: true, withLevel: true })
  drawOutcomes(paper, facts, room, { ...text, y: outcomes })
  drawWitnesses(paper, facts, room, { ...text, y: witnesses })
  drawSealRow(paper, facts, measures, sealed)
  drawVerification(paper, facts, measures)
}

/** Between two signatures, before one, and alone in the middle. */
function drawSealRow(paper: Paper, facts: CertificateFacts, { text, seal }: PortraitMeasures, top: number): void {
  const { signatories } = facts.institution
  const y = top + seal - SIGNATURE_DEPTH - 2
  const width = (text.width - seal) / 2 - GAP
  const end = { x: text.x + text.width - width, y, width }
  const isAlone = signatories.length === 1
  const x = isAlone ? text.x + (width - seal) / 2 : text.x + (text.width - seal) / 2
  drawEmblem(paper, facts, { x, top, size: seal })
  drawSignatures(paper, signatories, isAlone ? [end] : [{ x: text.x, y, width }, end])
}

/** Between seal and signature. */
const GAP = 28

function drawVerification(paper: Paper, facts: CertificateFacts, { text, foot, qr }: PortraitMeasures): void {
  const { words, credential } = facts
  const { ink, line, hands: { note, number } } = paper.look
  const { x } = text
  const width = text.width - qr - 22
  const mark = `${words.number} ${credential.number}`
  const y = foot + qr - 25
  paper.decoration(() => rule(paper, { x, y: foot - 12, width: text.width }, line))
  drawQrCode(paper, credential.url, words.qrCode, { x: x + text.width - qr, top: foot, size: qr })
  paper.said('P', [mark], () => writeLine(paper, number, mark, { x, y }))
  paper.linked(credential.url, `${words.check} ${credential.url}`, [x, y + 5, x + width, y + 26], () => {
    writeFitting(paper, note, words.check, { x, y: y + 13, width }, 5)
    writeFitting(paper, { ...note, colour: ink }, credential.url, { x, y: y + 23.5, width }, 5)
  })
}
