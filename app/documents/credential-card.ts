import { EMBLEM_SIZE, painted, type Shape } from '~/domain/emblem'
import { mix } from '~/lib/colour'
import { rectangle, rosette, straight, weave } from '~/lib/engraving'
import { uncoveredCharacters } from './characters'
import { emblemMarkup, type PicturedEmblem } from './emblem-picture'
import { outlined } from './lettering'
import { breakLines } from './line-breaking'
import type { Line } from './paragraph'
import { isTall, type Style } from './typeface'

/** What is shown of a credential where its address is passed on. */
export interface CardFacts extends PicturedEmblem {
  /** "Northbridge University certifies that" */
  certifies: string
  holder: string
  /** "has earned the micro-credential" */
  earned: string
  title: string
  /** "Awarded by Northbridge University", where the sentence cannot be said in full. */
  awardedBy: string
  /** Level, workload and day. */
  facts: string
  /** Where it can be checked. */
  check: string
  /** Of this credential alone: it decides the lines behind the words. */
  digest: Uint8Array
}

/** What those who show pictures of pages expect. */
export const CARD = { width: 1200, height: 630 } as const

const [INK, ACCENT, PAPER, TEXT, SOFT] = ['#12315a', '#a8812f', '#fdfaf3', '#1d2630', '#56606b']
const EMBLEM = { x: 84, side: 372 }
const COLUMN = { x: 512, width: 612 }

/** An SVG whose words are outlines. */
export function credentialCard(facts: CardFacts): string {
  const { width, height } = CARD
  const { x, side } = EMBLEM
  const emblem = `translate(${x} ${(height - side) / 2}) scale(${side / EMBLEM_SIZE})`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `${painted(ground(facts.digest))}<g transform="${emblem}">${emblemMarkup(facts)}</g>` +
    `${painted(set(partsOf(facts), facts.language))}</svg>\n`
  )
}

function ground(digest: Uint8Array): Shape[] {
  const { width, height } = CARD
  const byte = (index: number, below: number) => (digest[index] ?? 0) % below
  const [x, y, stroke] = [width - 330, height / 2, mix(INK, PAPER, 0.075)]
  const [petals, rim, hollow] = [11 + byte(0, 9), 34 + byte(2, 20), 0.12 + byte(1, 14) / 100]
  const loops = [0, 0.25, 0.5, 0.75].map(shift => weave({ x, y, inner: 272 * hollow, outer: 228, petals, shift }))
  const edge = [0, 0.5].map(shift => rosette({ x, y, inner: 238, outer: 272, petals: rim, shift }))
  const frame = (by: number) => rectangle(by, by, width - 2 * by, height - 2 * by)
  return [
    { d: rectangle(0, 0, width, height), fill: PAPER },
    ...[...loops, ...edge].map(d => ({ d, stroke, width: 1 })),
    { d: frame(22), stroke: INK, width: 2.4 },
    { d: frame(29), stroke: ACCENT, width: 1 },
  ]
}

interface Part {
  words: string
  style: Style
  size: number
  /** It is set smaller, down to this, where it would need more lines. */
  least: number
  lines: number
  colour: string
  /** Before its first line. */
  above: number
  hasRule?: boolean
}

/** The sentence of a certificate, where all of it can be drawn, and otherwise what can be. */
function partsOf(facts: CardFacts): Part[] {
  const can = (words: string) => words !== '' && uncoveredCharacters(words, facts.language).length === 0
  const phrase = { style: 'serif-italic', size: 28, least: 20, lines: 1, colour: SOFT } as const
  const isWhole = can(facts.holder) && can(facts.title) && can(facts.certifies)
  const parts: Part[] = [
    { ...phrase, words: isWhole ? facts.certifies : facts.awardedBy, above: 0 },
    { words: facts.holder, style: 'serif', size: 66, least: 40, lines: 2, colour: INK, above: 18 },
    { ...phrase, words: isWhole ? facts.earned : '', above: 20 },
    { words: facts.title, style: 'serif-medium', size: 46, least: 32, lines: 3, colour: TEXT, above: 12 },
    { words: facts.facts, style: 'sans-semibold', size: 23, least: 17, lines: 2, colour: TEXT, above: 44, hasRule: true },
    { words: facts.check, style: 'sans', size: 21, least: 15, lines: 1, colour: SOFT, above: 10 },
  ]
  return parts.filter(({ words }) => can(words))
}

/** Under one another, in the middle of the height. */
function set(parts: readonly Part[], language: string): Shape[] {
  const fitted = parts.map((part, at) => ({ ...part, ...fit(part, language), above: at === 0 ? 0 : part.above }))
  const leading = (size: number) => size * 1.14
  const tall = fitted.reduce((sum, { above, lines, size }) => sum + above + lines.length * leading(size), 0)
  let y = (CARD.height - tall) / 2
  return fitted.flatMap(({ above, lines, size, colour, hasRule }) => {
    const { x, width } = COLUMN
    const middle = y + above / 2
    const rule = hasRule ? [{ d: straight({ x, y: middle }, { x: x + width, y: middle }), stroke: ACCENT, width: 1 }] : []
    y += above
    const words = lines.map((line, at) => outlined(line, size, { x, y: y + at * leading(size) + size * 0.86 }, colour))
    y += lines.length * leading(size)
    return [...rule, ...words]
  })
}

function fit({ words, style, size: wanted, least, lines }: Part, language: string): { size: number; lines: Line[] } {
  let size = isTall(words) ? wanted * 0.86 : wanted
  const broken = (most?: number) => breakLines(words, { style, language, width: COLUMN.width / size, ...(most && { lines: most }) })
  while (size > least && broken().length > lines) size -= 1
  return { size, lines: broken(lines) }
}
