import type { Column } from './column'
import { rule } from './ornament'
import type { Paper } from './paper'
import type { PrintedActivity, PrintedGroup, TranscriptFacts } from './transcript'
import { columnsOf, measuresOf } from './transcript-measures'
import { leadingOf, linesOf, widthOf, writeLine, writeLines, type Hand } from './writing'
import type { Line } from './paragraph'

/** The activities of one kind under its name; a year stands where it begins. */
export function drawActivityGroup(paper: Paper, { words }: TranscriptFacts, { title, sum, activities }: PrintedGroup, column: Column): void {
  const { x: left } = measuresOf(paper)
  const { ink, hands } = paper.look
  const name: Hand = { ...hands.value, size: 12, colour: ink }
  column.leave(6)
  column.reserve(64)
  const y = column.take(20)
  paper.said('H3', [title, sum], () => {
    writeLine(paper, name, title, { x: left, y })
    writeLine(paper, hands.note, sum, { x: left + widthOf(paper, name, title) + 8, y })
  })
  activities.forEach((activity, at) => {
    const year = yearOf(activity)
    drawActivity(paper, words.shown, activity, { newYear: year === yearOf(activities[at - 1]) ? '' : year, column })
  })
}

/** Of the name of a kind and most of its first activity. */
export const ACTIVITY_ROOM = 110

const yearOf = (activity?: PrintedActivity) => activity?.to?.slice(0, 4) ?? ''

/** A block of lines in one hand; what kind of thing it is, for who can't see it. */
interface Block {
  type: 'H4' | 'P' | 'BlockQuote'
  hand: Hand
  text: string
  language: string
  lines: Line[]
  /** Above it. */
  gap: number
  indent: number
}

function drawActivity(paper: Paper, shown: string, activity: PrintedActivity, { newYear, column }: { newYear: string; column: Column }): void {
  const { year, work } = columnsOf(paper)
  const { line, hands: { label } } = paper.look
  const blocks = blocksOf(paper, shown, activity)
  const height = blocks.reduce((sum, { gap, lines, hand }) => sum + gap + lines.length * leadingOf(hand), 0) + 13
  const top = column.take(height)
  if (newYear) paper.said('P', [newYear], () => writeLine(paper, { ...label, size: 8 }, newYear, { x: year.x, y: top }))
  let y = top
  for (const { type, hand, text, language, lines, gap, indent } of blocks) {
    const first = y + gap
    paper.said(type, [text], () => writeLines(paper, hand, lines, { x: work.x + indent, y: first }), paper.writtenIn(language))
    y = first + lines.length * leadingOf(hand)
  }
  paper.decoration(() => rule(paper, { x: work.x, y: top + height - 16, width: work.width }, line, 0.4))
}

function blocksOf(paper: Paper, shown: string, { title, language, narrative, reached, said }: PrintedActivity): Block[] {
  const { work } = columnsOf(paper)
  const { text, note, phrase } = paper.look.hands
  const levels = reached.map(({ name, level }) => `${name}: ${level.word}`).join(' · ')
  const block = (type: Block['type'], hand: Hand, words: string, { gap = 0, indent = 0, spoken = language } = {}): Block => {
    const room = { width: work.width - indent, lines: MOST_LINES, language: spoken || paper.about.language }
    return { type, hand, text: words, language: spoken, gap, indent, lines: linesOf(paper, hand, words, room) }
  }
  return [
    block('H4', { ...text, style: 'sans-semibold', size: 10 }, title),
    block('P', { ...note, size: 8.6, leading: 11.4 }, narrative, { gap: -1 }),
    ...(levels ? [block('P', { ...note, size: 8.6, colour: paper.look.ink }, `${shown}: ${levels}`, { gap: 1, spoken: '' })] : []),
    ...said.flatMap(({ by, statement }) => [
      block('BlockQuote', { ...phrase, size: 10.2, leading: 12.6 }, `“${statement}”`, { gap: 3, indent: 12 }),
      block('P', note, by, { indent: 12 }),
    ]),
  ]
}

/** Of one block: a page must have room for a whole activity. */
const MOST_LINES = 12
