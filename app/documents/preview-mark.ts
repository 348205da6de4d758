import { mix } from '~/lib/colour'
import { rectangle } from '~/lib/engraving'
import { paint } from './ink'
import type { Paper } from './paper'
import { writeFitting, writeLine } from './writing'

const [CLAY, STRIP] = ['#9a3412', 15]

/** Large, from corner to corner, under everything else of the page. */
export function drawAcross(paper: Paper, words: string): void {
  const { width, height } = paper.page
  const angle = Math.floor((Math.atan2(height, width) * 180) / Math.PI)
  const hand = { ...paper.look.hands.name, size: 72, colour: mix(CLAY, '#ffffff', 0.1) }
  paper.decoration(() => {
    paper.save()
    paper.rotate(paper.isMirrored ? angle : -angle, { origin: [width / 2, height / 2] })
    writeFitting(paper, hand, words, { x: (width - 820) / 2, y: height / 2 + 24, width: 820, align: 'centre' }, 30)
    paper.restore()
  })
}

/** Along the foot of the page, and said to who listens. */
export function drawPreviewMark(paper: Paper, said: string): void {
  const { width, height } = paper.page
  const hand = { ...paper.look.hands.label, size: 7.6, colour: '#ffffff' }
  const words = said.toLocaleUpperCase(paper.about.language)
  paper.decoration(() => paint(paper, [{ d: rectangle(0, height - STRIP, width, STRIP), fill: CLAY }]))
  paper.said('P', [words], () => writeLine(paper, hand, words, { x: 0, y: height - 5, width, align: 'centre' }))
}
