import type { CertificateFacts } from './certificate'
import { drawAward } from './certificate-award'
import type { LandscapeMeasures } from './certificate-measures'
import { drawEmblem, drawOutcomes, drawWitnesses, outcomesHeight } from './certificate-parts'
import { crestSize, drawCrest } from './crest'
import { paint } from './ink'
import { dots, dotsWidth, rule } from './ornament'
import type { Paper } from './paper'
import { drawQrCode } from './qr-code'
import { drawQuantities } from './quantities'
import { drawSignatures, SIGNATURE_DEPTH } from './signature-list'
import { widthOf, writeFitting, writeLine } from './writing'

/** Emblem, signatures and QR code in a narrow column; the words beside them. */
export function drawLandscape(paper: Paper, facts: CertificateFacts, measures: LandscapeMeasures): void {
  const { text, room, award, outcomes, witnesses } = measures
  const shown = outcomes - outcomesHeight(facts, room)
  drawMasthead(paper, facts, measures)
  drawAward(paper, facts, { ...text, y: award }, shown - 58)
  const below = drawMargin(paper, facts, measures)
  drawQuantities(paper, facts, { ...text, y: shown - 43 })
  drawOutcomes(paper, facts, room, { ...text, y: outcomes })
  drawWitnesses(paper, facts, room, { ...text, y: witnesses })
  drawSignatories(paper, facts, measures)
  drawVerification(paper, facts, measures, below)
}

function drawMasthead(paper: Paper, { words, kind, language, institution }: CertificateFacts, measures: LandscapeMeasures): void {
  const { text, crest } = measures
  const { label, institution: large, office: small } = paper.look.hands
  const { width: across } = crestSize(paper, crest)
  const indent = across > 0 ? across + 16 : 0
  const place = { x: text.x + indent, width: text.width - indent }
  const heading = words.kinds[kind].heading.toLocaleUpperCase(language)
  const office = [institution.unit, institution.country].filter(part => part !== undefined).join(', ')
  const hand = { ...label, size: 8.4 }
  const line = place.x + widthOf(paper, hand, heading) + 14
  drawCrest(paper, { ...crest, x: text.x, width: across })
  paper.said('H1', [heading], () => writeLine(paper, hand, heading, { x: place.x, y: measures.heading }))
  paper.decoration(() => rule(paper, { x: line, y: measures.heading - 3, width: text.x + text.width - line }, paper.look.accent))
  paper.said('P', [institution.name], () => {
    writeFitting(paper, large, institution.name, { ...place, y: measures.institution }, 13)
  })
  paper.said('P', [office], () => writeFitting(paper, small, office, { ...place, y: measures.office }, 9))
}

/** The emblem with the level under it, which its outer rings say too. Answers where there is nothing more. */
function drawMargin(paper: Paper, facts: CertificateFacts, { margin, emblem: { top, alone, withSignatures } }: LandscapeMeasures): number {
  const { words, language, level, institution } = facts
  const { ink, hands: { label, value } } = paper.look
  const size = institution.signatories.length > 0 ? withSignatures : alone
  drawEmblem(paper, facts, { x: margin.x + (margin.width - size) / 2, top, size })
  const term = words.level.toLocaleUpperCase(language)
  const place = { ...margin, align: 'centre' } as const
  const y = top + size + 31
  paper.within('L', () => paper.within('LI', () => {
    paper.said('Lbl', [term], () => writeLine(paper, label, term, { ...place, y }))
    paper.said('LBody', [level.word], () => writeFitting(paper, value, level.word, { ...place, y: y + 17 }, 8))
  }))
  const x = margin.x + (margin.width - dotsWidth(level)) / 2
  paper.decoration(() => paint(paper, dots(level, ink), { x, y: y + 28 }))
  return y + 34
}

/** One above the other, the last just above the foot. */
function drawSignatories(paper: Paper, { institution: { signatories } }: CertificateFacts, { margin, foot }: LandscapeMeasures): void {
  const first = firstLine(signatories.length, foot)
  drawSignatures(paper, signatories, signatories.map((_, at) => ({ ...margin, y: first + at * SIGNATURE_ROW })))
}

const firstLine = (count: number, foot: number) => foot - 9 - SIGNATURE_DEPTH - (count - 1) * SIGNATURE_ROW

/** With room for a pen above the line. */
const SIGNATURE_ROW = 54
const PEN = 30

/** The QR code in the margin, in the middle of what is left between `above` and a pen; number and address under everything. */
function drawVerification(paper: Paper, facts: CertificateFacts, measures: LandscapeMeasures, above: number): void {
  const { margin, text, foot, qr } = measures
  const { words, credential, institution: { signatories } } = facts
  const { ink, line, hands: { note, number } } = paper.look
  const size = signatories.length > 0 ? qr.withSignatures : qr.alone
  const end = text.x + text.width
  const below = firstLine(signatories.length, foot) - PEN
  const top = signatories.length > 0 ? (above + below - size) / 2 : foot - 12 - size
  const y = foot + 13
  const mark = `${words.number} ${credential.number}`
  const sentence = `${words.check} ${credential.url}`
  const from = margin.x + widthOf(paper, number, mark) + 20
  const left = Math.max(from, end - widthOf(paper, note, sentence))
  drawQrCode(paper, credential.url, words.qrCode, { x: margin.x + (margin.width - size) / 2, top, size })
  paper.decoration(() => rule(paper, { x: margin.x, y: foot, width: end - margin.x }, line))
  paper.said('P', [mark], () => writeLine(paper, number, mark, { x: margin.x, y }))
  paper.linked(credential.url, sentence, [left, y - 8, end, y + 3], () => {
    writeFitting(paper, { ...note, colour: ink }, sentence, { x: left, y, width: end - left, align: 'end' }, 5)
  })
}
