import type { CertificateFacts } from './certificate'
import { drawAward } from './certificate-award'
import { startColumn } from './column'
import { COMPETENCY_ROW, drawCompetencies } from './competency-list'
import { drawEndorsers } from './endorser-list'
import { drawFrame, drawWatermark } from './guilloche'
import type { Row } from './grid'
import { paint } from './ink'
import { dots, dotsWidth, rule } from './ornament'
import type { Box, Paper } from './paper'
import { EMBLEM_SIZE, emblemStamp } from './programme-emblem'
import { qrCode } from './qr-code'
import { drawQuantities } from './quantities'
import { widthOf, writeFitting, writeLine } from './writing'

export const A4_LANDSCAPE: PDFKit.PDFDocumentOptions = { size: 'A4', layout: 'landscape', margin: 0 }

/** The narrow column of emblem and section titles, and the wide one of the words. */
export const MARGIN = { x: 72, width: 168 }
export const TEXT = { x: 284, width: 486 }
export const RIGHT = TEXT.x + TEXT.width

/** How many there is room for; the reverse has them all. */
export const ROOM = { competencies: 6, endorsers: 3 }

export function drawFront(paper: Paper, facts: CertificateFacts): void {
  const outcomes = outcomesAt(facts)
  paper.addPage(A4_LANDSCAPE)
  drawBackground(paper, facts)
  drawMasthead(paper, facts)
  drawAward(paper, facts, { ...TEXT, y: 163 }, outcomes - 58)
  drawEmblem(paper, facts)
  drawLevel(paper, facts)
  drawQuantities(paper, facts, { ...TEXT, y: outcomes - 43 })
  drawOutcomes(paper, facts, outcomes)
  drawWitnesses(paper, facts)
  drawVerification(paper, facts)
}

const FOOT = 525

function drawBackground(paper: Paper, { credential }: CertificateFacts): void {
  const engraving = { colours: paper.look, digest: credential.digest }
  paper.decoration(() => {
    drawWatermark(paper, { x: RIGHT - 96, y: 214 }, 222, engraving)
    drawFrame(paper, engraving)
  })
}

function drawMasthead(paper: Paper, { words, kind, language, institution }: CertificateFacts): void {
  const { label, institution: large, office: small } = paper.look.hands
  const heading = words.kinds[kind].heading.toLocaleUpperCase(language)
  const office = [institution.unit, institution.country].filter(part => part !== undefined).join(', ')
  const hand = { ...label, size: 8.4 }
  const line = TEXT.x + widthOf(paper, hand, heading) + 14
  paper.said('H1', [heading], () => writeLine(paper, hand, heading, { x: TEXT.x, y: 90 }))
  paper.decoration(() => rule(paper, { x: line, y: 87, width: RIGHT - line }, paper.look.accent))
  paper.said('P', [institution.name], () => {
    writeFitting(paper, large, institution.name, { ...TEXT, y: 118 }, 13)
  })
  paper.said('P', [office], () => writeFitting(paper, small, office, { ...TEXT, y: 134 }, 9))
}

function drawEmblem(paper: Paper, { programme, words, language }: CertificateFacts): void {
  const { x, width } = MARGIN
  const [top, scale] = [82, width / EMBLEM_SIZE]
  const box: Box = [x, top, x + width, top + width]
  const { artwork, emblem } = programme
  const draw = () => {
    if (artwork) paper.picture(artwork, box)
    else paper.press(emblemStamp(emblem, language), [scale, 0, 0, scale, x, top])
  }
  paper.tagged('Figure', draw, {
    alt: `${words.emblem}: ${programme.title}`,
    bbox: box,
  })
}

/** Under the emblem, whose outer rings say the same. */
function drawLevel(paper: Paper, { words, language, level }: CertificateFacts): void {
  const { ink, hands: { label, value } } = paper.look
  const term = words.level.toLocaleUpperCase(language)
  const place = { ...MARGIN, align: 'centre' } as const
  paper.within('L', () => paper.within('LI', () => {
    paper.said('Lbl', [term], () => writeLine(paper, label, term, { ...place, y: 281 }))
    paper.said('LBody', [level.word], () => writeLine(paper, value, level.word, { ...place, y: 298 }))
  }))
  const x = MARGIN.x + (MARGIN.width - dotsWidth(level)) / 2
  paper.decoration(() => paint(paper, dots(level, ink), { x, y: 309 }))
}

function drawOutcomes(paper: Paper, { words, competencies }: CertificateFacts, y: number): void {
  if (competencies.length === 0) return
  const shown = competencies.slice(0, ROOM.competencies)
  const note = competencies.length > shown.length ? words.moreOverleaf : words.shownNote
  const grid = { ...TEXT, columns: 2, gutter: 26 }
  drawSectionTitle(paper, words.shown, note, { ...TEXT, y })
  drawCompetencies(paper, shown, grid, startColumn(FOOT, () => y + COMPETENCY_ROW))
}

/** They stand on the line above the endorsers, however many they are. */
function outcomesAt({ competencies }: CertificateFacts): number {
  return 426 - Math.ceil(Math.min(competencies.length, ROOM.competencies) / 2) * COMPETENCY_ROW
}

function drawWitnesses(paper: Paper, { words, endorsers }: CertificateFacts): void {
  if (endorsers.length === 0) return
  const shown = endorsers.slice(0, ROOM.endorsers)
  const note = endorsers.length > shown.length ? words.moreOverleaf : ''
  const grid = { ...TEXT, columns: ROOM.endorsers, gutter: 22 }
  drawSectionTitle(paper, words.confirmedBy, note, { ...TEXT, y: 454 })
  drawEndorsers(paper, shown, grid, startColumn(540, () => 475))
}

/** A heading with a hairline after it and, at its end, a note. */
function drawSectionTitle(paper: Paper, words: string, note: string, { x, y, width }: Row): void {
  const { accent, hands: { label, phrase } } = paper.look
  const small = { ...phrase, size: 9 }
  const title = words.toLocaleUpperCase(paper.about.language)
  const start = x + widthOf(paper, label, title) + 10
  const end = x + width - (note ? widthOf(paper, small, note) + 8 : 0)
  paper.said('H3', [title], () => writeLine(paper, label, title, { x, y }))
  if (note) paper.said('P', [note], () => writeLine(paper, small, note, { x, y, width, align: 'end' }))
  paper.decoration(() => rule(paper, { x: start, y: y - 2.4, width: end - start }, accent))
}

function drawVerification(paper: Paper, { words, credential }: CertificateFacts): void {
  const { ink, line, hands: { note, number } } = paper.look
  const size = 96
  const [x, top, y] = [MARGIN.x + (MARGIN.width - size) / 2, FOOT - 12 - size, FOOT + 13]
  const mark = `${words.number} ${credential.number}`
  const sentence = `${words.check} ${credential.url}`
  const left = RIGHT - widthOf(paper, note, sentence)
  paper.tagged('Figure', () => paint(paper, qrCode(credential.url, size, ink), { x, y: top }), {
    alt: words.qrCode,
    bbox: [x, top, x + size, top + size],
  })
  paper.decoration(() => rule(paper, { x: MARGIN.x, y: FOOT, width: RIGHT - MARGIN.x }, line))
  paper.said('P', [mark], () => writeLine(paper, number, mark, { x: MARGIN.x, y }))
  paper.linked(credential.url, sentence, [left, y - 8, RIGHT, y + 3], () => {
    writeLine(paper, { ...note, colour: ink }, sentence, { x: left, y })
  })
}
