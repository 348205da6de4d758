import type { EmblemSource } from '~/domain/emblem'
import { mix } from '~/lib/colour'
import { rectangle } from '~/lib/engraving'
import { crestSize, drawCrest } from './crest'
import { cell } from './grid'
import { paint } from './ink'
import { drawBand } from './page-frame'
import type { Paper } from './paper'
import { EMBLEM_SIZE, emblemStamp } from './programme-emblem'
import { drawQrCode } from './qr-code'
import type { TranscriptFacts } from './transcript'
import { measuresOf } from './transcript-measures'
import { headline, leadingOf, linesOf, writeFitting, writeLine, writeLines } from './writing'

const BAND = 102
const QR = 78

/** The first page's upper part. Answers where its column begins. */
export function drawMasthead(paper: Paper, facts: TranscriptFacts): number {
  drawBand(paper, BAND)
  drawInstitution(paper, facts)
  const below = drawHeading(paper, facts)
  drawParticulars(paper, facts, below + 22)
  if (facts.form === 'employer') return below + 62
  drawTotals(paper, facts, below + 70)
  return below + 134
}

function drawInstitution(paper: Paper, { words, language, institution, record }: TranscriptFacts): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { ink, crest, hands } = paper.look
  const mark = { size: 66, top: 18 }
  const across = crest ? crestSize(paper, { width: 2 * mark.size, height: mark.size }).width : mark.size
  const text = { x: left + across + 18, width: wide - across - QR - 48 }
  const soft = mix(ink, '#ffffff', 0.22)
  paper.decoration(() => {
    paint(paper, [{ d: rectangle(left - 5, mark.top - 5, across + 10, mark.size + 10), fill: '#ffffff' }])
  })
  if (crest) drawCrest(paper, { x: left, top: mark.top, width: across, height: mark.size })
  else drawEmblem(paper, institution.emblem, { words, language, ...mark })
  paper.said('P', [institution.name], () => {
    writeFitting(paper, { ...hands.institution, colour: '#ffffff' }, institution.name, { ...text, y: 50 }, 12)
  })
  paper.said('P', [institution.office], () => {
    writeFitting(paper, { ...hands.office, colour: soft }, institution.office, { ...text, y: 69 }, 8)
  })
  if (!record.url) return
  drawQrCode(paper, record.url, words.qrCode, { x: left + wide - QR, top: (BAND - QR) / 2, size: QR })
}

function drawEmblem(paper: Paper, emblem: EmblemSource, { words, language, size, top }: Pick<TranscriptFacts, 'words' | 'language'> & { size: number; top: number }): void {
  const { x } = measuresOf(paper)
  const scale = size / EMBLEM_SIZE
  paper.tagged('Figure', () => paper.press(emblemStamp(emblem, language), [scale, 0, 0, scale, x, top]), {
    alt: words.emblem, bbox: [x, top, x + size, top + size],
  })
}

/** Whose it is, and how much of the record. Answers its lowest baseline. */
function drawHeading(paper: Paper, { words, form, holder, summary, description, record }: TranscriptFacts): number {
  const { x: left, width: wide } = measuresOf(paper)
  const { ink, hands: { label, name, phrase, text, note } } = paper.look
  const title = (form === 'employer' ? words.employer : words.heading).toLocaleUpperCase(paper.about.language)
  paper.said('H1', [title], () => writeLine(paper, { ...label, size: 8.4 }, title, { x: left, y: 134 }))
  const whose = headline(paper, { ...name, size: 31, leading: 36 }, holder, { width: wide }, 20)
  paper.said('P', [holder], () => writeLines(paper, whose.hand, whose.lines, { x: left, y: 167 }), { actual: holder })
  let below = 167 + (whose.lines.length - 1) * leadingOf(whose.hand) + 20
  if (form !== 'full' && summary) {
    const sentence = linesOf(paper, phrase, summary, { width: wide, lines: 2 })
    const first = below + 2
    paper.said('P', [summary], () => writeLines(paper, { ...phrase, colour: ink }, sentence, { x: left, y: first }))
    below += sentence.length * leadingOf(phrase) + 2
  }
  const told = linesOf(paper, text, description, { width: wide - 60 })
  const at = below
  paper.said('P', [description], () => writeLines(paper, text, told, { x: left, y: at }))
  const end = below + told.length * leadingOf(text)
  if (!record.url) return end
  const sentence = `${words.check} ${record.url}`
  paper.linked(record.url, sentence, [left, end - 8, left + wide, end + 3], () => {
    writeFitting(paper, { ...note, colour: ink }, sentence, { x: left, y: end, width: wide }, 5)
  })
  return end
}

function drawParticulars(paper: Paper, { words, made, period, record, language }: TranscriptFacts, y: number): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { label, value } = paper.look.hands
  const all = [
    { term: words.document, meaning: record.number },
    { term: words.madeOn, meaning: made.words },
    { term: words.period, meaning: period ?? '' },
  ].filter(({ meaning }) => meaning !== '')
  const grid = { x: left, width: wide, columns: 3, gutter: 18 }
  paper.within('L', () => all.forEach(({ term, meaning }, index) => paper.within('LI', () => {
    const place = cell(grid, index, y)
    const upper = term.toLocaleUpperCase(language)
    paper.said('Lbl', [upper], () => writeLine(paper, label, upper, place))
    paper.said('LBody', [meaning], () => writeFitting(paper, { ...value, size: 12 }, meaning, { ...place, y: y + 16 }, 8))
  })))
}

function drawTotals(paper: Paper, { words, totals }: TranscriptFacts, y: number): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { ink, hands: { title, note } } = paper.look
  const tiles = (['activities', 'hours', 'credentials', 'competencies'] as const)
    .map(name => ({ figure: totals[name], what: words.totals[name] }))
  const grid = { x: left, width: wide, columns: tiles.length, gutter: 9 }
  paper.decoration(() => paint(paper, tiles.map((_, index) => {
    const { x, width } = cell(grid, index, y)
    return { d: rectangle(x, y - 14, width, 52), fill: mix('#ffffff', ink, 0.94) }
  })))
  paper.within('L', () => tiles.forEach(({ figure, what }, index) => paper.within('LI', () => {
    const { x, width } = cell(grid, index, y)
    const inner = { x: x + 11, width: width - 22 }
    paper.said('Lbl', [figure], () => writeFitting(paper, { ...title, size: 20, colour: ink }, figure, { ...inner, y: y + 10 }, 10))
    paper.said('LBody', [what], () => writeFitting(paper, note, what, { ...inner, y: y + 26 }, 6))
  })))
}
