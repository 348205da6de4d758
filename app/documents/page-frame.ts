import { rectangle } from '~/lib/engraving'
import { paint } from './ink'
import { rule } from './ornament'
import type { Paper } from './paper'
import { measuresOf } from './transcript-measures'
import { writeFitting, writeLine } from './writing'

/** Across the first page's top. */
export function drawBand(paper: Paper, height: number): void {
  const { width } = measuresOf(paper).page
  const { ink, accent } = paper.look
  paper.decoration(() => paint(paper, [
    { d: rectangle(0, 0, width, height), fill: ink }, { d: rectangle(0, height, width, 1.6), fill: accent },
  ]))
}

/** Of every further page: what it belongs to, and whose it is. Answers where its column begins. */
export function drawHead(paper: Paper, what: string, holder: string): number {
  const { x, width } = measuresOf(paper)
  const { accent, hands: { note, number } } = paper.look
  paper.decoration(() => {
    writeFitting(paper, number, what, { x, y: 40, width: width - 240 }, 6)
    writeFitting(paper, note, holder, { x: x + width - 220, y: 40, width: 220, align: 'end' }, 6)
    rule(paper, { x, y: 48, width }, accent, 0.8)
  })
  return 76
}

/** Of every page, once all are there and it is known how many; the figures take the place of the braces. */
export function drawFeet(paper: Paper, whose: string[], pageOf: string, alsoDraw: () => void = () => undefined): void {
  const { x, width, foot } = measuresOf(paper)
  const { start, count } = paper.bufferedPageRange()
  const { line, hands: { note } } = paper.look
  const told = whose.filter(Boolean).join(' · ')
  for (let page = 0; page < count; page++) {
    paper.switchToPage(start + page)
    const place = pageOf.replace('{page}', String(page + 1)).replace('{pages}', String(count))
    paper.decoration(() => {
      rule(paper, { x, y: foot - 11, width }, line)
      writeFitting(paper, note, told, { x, y: foot, width: width - 80 }, 6)
      writeLine(paper, note, place, { x, y: foot, width, align: 'end' })
    })
    alsoDraw()
  }
}
