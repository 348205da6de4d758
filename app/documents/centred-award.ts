import type { CertificateFacts } from './certificate'
import { isDeep } from './certificate-award'
import type { PortraitMeasures } from './certificate-measures'
import { clean } from './characters'
import { crestSize, drawCrest } from './crest'
import { rule } from './ornament'
import type { Paper, Tag } from './paper'
import type { Line } from './paragraph'
import { headline, leadingOf, linesOf, widthOf, writeLines, type Hand } from './writing'

/** Lines under one another about the page's axis. */
interface Block {
  type: 'H1' | 'H2' | 'P'
  text: string
  hand: Hand
  lines: Line[]
  /** From the baseline before to its first, at least; `air` tells how much of what is left over comes on top. */
  above: number
  air: number
  tag?: Tag
  hasRules?: boolean
}

/** Who says what of whom, from the crest to the description, spread over the height that there is down to `bottom`. */
export function drawCentredAward(paper: Paper, facts: CertificateFacts, measures: PortraitMeasures, bottom: number): void {
  const { text, top } = measures
  const crest = crestSize(paper, measures.crest)
  const start = top + crest.height
  const known = blocksOf(paper, facts, text.width, crest.height > 0)
  const told = description(paper, facts, text.width, bottom - start - heightOf(known))
  const blocks = [...known, ...told]
  const spare = Math.max(0, bottom - start - heightOf(blocks))
  const shares = blocks.reduce((sum, { air }) => sum + air, 0)
  const air = Math.min(MOST_AIR, spare / (shares + 2))
  const sunk = (spare - air * shares) / 2
  drawCrest(paper, { x: text.x + (text.width - crest.width) / 2, top: top + sunk, ...crest })
  let y = start + sunk
  for (const block of blocks) {
    const first = y + block.above + block.air * air
    drawBlock(paper, block, { ...text, y: first })
    y = first + (block.lines.length - 1) * leadingOf(block.hand)
  }
}

/** For each share, in points. */
const MOST_AIR = 13
const MOST_LINES = 4

const heightOf = (blocks: Block[]) => blocks.reduce((sum, { above, lines, hand }) => sum + above + (lines.length - 1) * leadingOf(hand), 0)

function blocksOf(paper: Paper, { words, kind, language, institution, learner, programme }: CertificateFacts, width: number, hasCrest: boolean): Block[] {
  const { label, institution: large, office: small, phrase, name, title } = paper.look.hands
  const { heading, earned } = words.kinds[kind]
  const office = [institution.unit, institution.country].filter(part => part !== undefined).join(', ')
  const fitted = (type: Block['type'], text: string, hand: Hand, least: number, spoken?: string) => {
    return { type, text, ...headline(paper, hand, text, { width, ...(spoken && { language: spoken }) }, least) }
  }
  const whose = fitted('P', learner.name, name, 24, learner.language)
  const what = fitted('H2', programme.title, title, 20)
  return [
    { ...fitted('P', institution.name, { ...large, size: 23 }, 14), above: hasCrest ? 28 : 20, air: 0 },
    { ...fitted('P', office, small, 9), above: 17, air: 0 },
    { ...fitted('H1', heading.toLocaleUpperCase(language), { ...label, size: 8.4 }, 6), above: 28, air: 1, hasRules: true },
    { ...fitted('P', words.certifies, phrase, 9), above: 30, air: 1 },
    { ...whose, above: 6 + whose.hand.size * (isDeep(learner.name) ? 1.1 : 0.9), air: 1, tag: { actual: clean(learner.name) } },
    { ...fitted('P', earned, phrase, 9), above: isDeep(learner.name) ? 36 : 27, air: 1 },
    { ...what, above: 5 + leadingOf(what.hand), air: 1 },
  ]
}

/** As much of it as there is room for. */
function description(paper: Paper, { programme }: CertificateFacts, width: number, room: number): Block[] {
  const { text } = paper.look.hands
  const above = 22
  const most = Math.min(MOST_LINES, 1 + Math.floor((room - above) / leadingOf(text)))
  if (clean(programme.description) === '' || most < 1) return []
  const lines = linesOf(paper, text, programme.description, { width: width - 60, lines: most })
  return [{ type: 'P', text: programme.description, hand: text, lines, above, air: 0.5 }]
}

function drawBlock(paper: Paper, { type, text, hand, lines, tag, hasRules }: Block, place: { x: number; y: number; width: number }): void {
  const put = () => writeLines(paper, hand, lines, { ...place, align: 'centre' })
  paper.said(type, [text], put, tag ?? {})
  if (hasRules) paper.decoration(() => drawRules(paper, widthOf(paper, hand, text), place))
}

/** On both sides of a word, to a third of the page. */
function drawRules(paper: Paper, across: number, { x, y, width }: { x: number; y: number; width: number }): void {
  const gap = 14
  const length = Math.max(0, Math.min(92, (width - across) / 2 - gap))
  const sides = [x + (width - across) / 2 - gap - length, x + (width + across) / 2 + gap]
  sides.forEach(from => rule(paper, { x: from, y: y - 3, width: length }, paper.look.accent))
}
