import { mix } from '~/lib/colour'
import { rectangle } from '~/lib/engraving'
import type { Column } from './column'
import { paint } from './ink'
import { rule } from './ornament'
import type { Paper } from './paper'
import type { PrintedCredential, Reached } from './transcript'
import { measuresOf } from './transcript-measures'
import { leadingOf, linesOf, writeFitting, writeLine, writeLines } from './writing'

const BARS = { from: 190, width: 210, height: 8.4, gap: 1.6, row: 17 }

/** Each competency with its level as a bar of steps, and in words. */
export function drawProfile(paper: Paper, profile: Reached[], column: Column): void {
  paper.within('L', () => profile.forEach(reached => drawBar(paper, reached, column)))
}

function drawBar(paper: Paper, { name, level }: Reached, column: Column): void {
  const { x: left } = measuresOf(paper)
  const bars = left + BARS.from
  const { ink, hands: { text, note } } = paper.look
  const y = column.take(BARS.row)
  paper.within('LI', () => paper.said('LBody', [name, level.word], () => {
    writeFitting(paper, { ...text, size: 9.6 }, name, { x: left, y, width: bars - left - 12 }, 7)
    writeLine(paper, note, level.word, { x: bars + BARS.width + 12, y })
  }))
  const width = (BARS.width + BARS.gap) / level.of - BARS.gap
  paper.decoration(() => paint(paper, Array.from({ length: level.of }, (_, step) => ({
    d: rectangle(bars + step * (width + BARS.gap), y - BARS.height + 0.6, width, BARS.height),
    fill: step < level.position ? mix(ink, '#ffffff', 0.45 + (0.55 * (step + 1)) / level.of) : mix(ink, '#ffffff', 0.08),
  }))))
}

/** Each with at most so many lines of its title and of what it rests on. */
export function drawCredentials(paper: Paper, credentials: PrintedCredential[], lines: number, column: Column): void {
  paper.within('L', () => credentials.forEach(credential => drawCredential(paper, credential, lines, column)))
}

function drawCredential(paper: Paper, { title, language, awarded, narrative }: PrintedCredential, lines: number, column: Column): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { line, hands: { value, note } } = paper.look
  const name = { ...value, size: 11.5, leading: 14 }
  const room = { width: wide - 150, lines, language: language || paper.about.language }
  const titles = linesOf(paper, name, title, room)
  const told = linesOf(paper, note, narrative, room)
  const height = titles.length * leadingOf(name) + told.length * leadingOf(note) + 8
  const y = column.take(height)
  paper.within('LI', () => {
    paper.said('Lbl', [title], () => writeLines(paper, name, titles, { x: left, y }), paper.writtenIn(language))
    paper.within('LBody', () => {
      paper.said('P', [narrative], () => writeLines(paper, note, told, { x: left, y: y + titles.length * leadingOf(name) - 1 }), paper.writtenIn(language))
      paper.said('P', [awarded], () => writeLine(paper, note, awarded, { x: left, y, width: wide, align: 'end' }))
    })
  })
  paper.decoration(() => rule(paper, { x: left, y: y + height - 15, width: wide }, line, 0.4))
}
