import type { Column } from './column'
import { hours } from './hours'
import { rule } from './ornament'
import type { Paper } from './paper'
import type { TranscriptFacts } from './transcript'
import { measuresOf } from './transcript-measures'
import { drawSectionTitle } from './transcript-sections'
import { writeFitting, writeLine, widthOf } from './writing'

const ROW = 17

/** The activities with the most hours, one line each. */
export function drawMost(paper: Paper, { words, language, groups }: TranscriptFacts, most: number, column: Column): void {
  const all = groups.flatMap(({ title: kind, activities }) => activities.map(activity => ({ ...activity, kind })))
  const longest = [...all].sort((a, b) => b.minutes - a.minutes).slice(0, most)
  const { line, hands: { text, note } } = paper.look
  const { x, width } = measuresOf(paper)
  drawSectionTitle(paper, words.most, column, { note: all.length > most ? words.more : '' })
  paper.within('L', () => longest.forEach(({ title, kind, minutes }) => {
    const y = column.take(ROW)
    const end = [kind, hours(minutes, language)].filter(Boolean).join(', ')
    paper.within('LI', () => {
      paper.said('Lbl', [title], () => writeFitting(paper, { ...text, size: 9.6 }, title, { x, y, width: width - widthOf(paper, note, end) - 16 }, 7))
      paper.said('LBody', [end], () => writeLine(paper, note, end, { x, y, width, align: 'end' }))
    })
    paper.decoration(() => rule(paper, { x, y: y + 5, width }, line, 0.4))
  }))
}
