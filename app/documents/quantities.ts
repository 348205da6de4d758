import { straight } from '~/lib/engraving'
import type { CertificateFacts } from './certificate'
import type { Row } from './grid'
import { hours } from './hours'
import { paint } from './ink'
import type { Paper } from './paper'
import { widthOf, writeLine, type Hand } from './writing'

interface Quantity {
  term: string
  value: string
  x: number
  width: number
}

/** About the middle of their row, and with the level as the first of them. */
interface Manner {
  isCentred: boolean
  withLevel: boolean
}

/** What was awarded in figures: a row of labels with their values under them. */
export function drawQuantities(paper: Paper, facts: CertificateFacts, { x, y, width }: Row, { isCentred, withLevel }: Manner = { isCentred: false, withLevel: false }): void {
  const { line } = paper.look
  const { gap, row, label, hand } = spread(paper, quantities(facts, withLevel), { x, width, isCentred })
  const align = isCentred ? 'centre' : 'start'
  paper.decoration(() => row.slice(1).forEach(quantity => {
    const between = quantity.x - gap / 2
    const divider = straight({ x: between, y: y - 6 }, { x: between, y: y + 21 })
    paint(paper, [{ d: divider, stroke: line, width: 0.6 }])
  }))
  paper.within('L', () => row.forEach(({ term, value, x: left, width: room }) => paper.within('LI', () => {
    paper.said('Lbl', [term], () => writeLine(paper, label, term, { x: left, y, width: room, align }))
    paper.said('LBody', [value], () => writeLine(paper, hand, value, { x: left, y: y + 17, width: room, align }))
  })))
}

function quantities({ words, language, level, workload, credit, awarded, validUntil }: CertificateFacts, withLevel: boolean) {
  const all = [
    { term: words.level, value: withLevel ? level.word : undefined },
    { term: words.workload, value: hours(workload.notionalMinutes, language) },
    { term: words.confirmed, value: hours(workload.confirmedMinutes, language) },
    { term: words.credit, value: credit },
    { term: words.awarded, value: awarded.words },
    { term: words.validUntil, value: validUntil },
  ]
  return all.flatMap(({ term, value }) => {
    return value === undefined ? [] : [{ term: term.toLocaleUpperCase(language), value }]
  })
}

/** As wide as each needs, with equal gaps, narrower where there is little room; and smaller where there is less. */
function spread(paper: Paper, entries: Pick<Quantity, 'term' | 'value'>[], { x: start, width, isCentred }: { x: number; width: number; isCentred: boolean }) {
  const { label, value: hand } = paper.look.hands
  const widths = entries.map(({ term, value }) => {
    return Math.max(widthOf(paper, label, term), widthOf(paper, hand, value))
  })
  const needed = widths.reduce((sum, each) => sum + each, 0)
  const gaps = Math.max(1, entries.length - 1)
  const share = Math.min(1, (width - LEAST_GAP * gaps) / needed)
  const gap = Math.min(44, (width - needed * share) / gaps)
  const spare = width - needed * share - gap * (entries.length - 1)
  let x = start + (isCentred ? spare / 2 : 0)
  const row = entries.map((entry, index): Quantity => {
    const quantity = { ...entry, x, width: (widths[index] ?? 0) * share }
    x += quantity.width + gap
    return quantity
  })
  const sized = (of: Hand): Hand => ({ ...of, size: of.size * share })
  return { gap, row, label: sized(label), hand: sized(hand) }
}

const LEAST_GAP = 16
