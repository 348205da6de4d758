import type { SheetBlock, SheetLevel, SheetPart } from '~/domain/record-sheet'
import type { Column } from './column'
import { drawDefinitions } from './definition-list'
import { paint } from './ink'
import { dots, dotsWidth, rule } from './ornament'
import type { Paper } from './paper'
import { measuresOf } from './transcript-measures'
import { drawSectionTitle } from './transcript-sections'
import { leadingOf, linesOf, widthOf, writeFitting, writeLine, writeLines, type Hand } from './writing'

const INDENT = 14
/** So that no passage is taller than a page, in any script. */
const PASSAGE = 700

/** A titled part; what is long goes on on the next page. */
export function drawPart(paper: Paper, { title, note, blocks }: SheetPart, column: Column): void {
  drawSectionTitle(paper, title, column, note ? { note } : {})
  blocks.forEach(block => drawBlock(paper, block, column))
}

function drawBlock(paper: Paper, block: SheetBlock, column: Column): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { text } = paper.look.hands
  if ('words' in block) return writePassages(paper, { type: 'P', hand: { ...text, size: 9.6, leading: 13 }, x: left }, block.words, column)
  if ('reached' in block) return drawReached(paper, block.reached, column)
  if ('quote' in block) return drawQuote(paper, block, column)
  const terms = block.terms.flatMap(({ term, meaning }) => {
    return passages(meaning).map((part, at) => ({ term: at === 0 ? term : '', meaning: part }))
  })
  drawDefinitions(paper, terms, { x: left, width: wide }, column)
}

/** The competency with its level in dots and in words, and under it what the rubric says of that level. */
function drawReached(paper: Paper, { name, level, descriptor }: SheetLevel, column: Column): void {
  const { x: left, width: wide } = measuresOf(paper)
  const { ink, line, hands: { text, note, phrase } } = paper.look
  const heading: Hand = { ...text, style: 'sans-semibold', size: 9.8 }
  const word = { ...phrase, size: 10.5 }
  const small = { ...note, size: 8.8, leading: 11.6 }
  const told = linesOf(paper, small, descriptor, { width: wide - 90, lines: 8 })
  const y = column.take(22 + told.length * leadingOf(small))
  const wordAt = left + wide - dotsWidth(level) - 8 - widthOf(paper, word, level.word)
  paper.said('P', [name, level.word], () => {
    writeFitting(paper, heading, name, { x: left, y, width: wordAt - left - 10 }, 7)
    writeLine(paper, word, level.word, { x: wordAt, y })
  })
  if (told.length > 0) paper.said('P', [descriptor], () => writeLines(paper, small, told, { x: left, y: y + 12.5 }))
  paper.decoration(() => {
    paint(paper, dots(level, ink), { x: left + wide - dotsWidth(level), y: y - 3.2 })
    rule(paper, { x: left, y: y + 6 + told.length * leadingOf(small), width: wide }, line, 0.4)
  })
}

interface Quoted {
  quote: string
  by: string
  known: string
}

function drawQuote(paper: Paper, { quote, by, known }: Quoted, column: Column): void {
  const { x: left } = measuresOf(paper)
  const { ink, hands: { phrase, note } } = paper.look
  const said = { ...phrase, size: 11.5, leading: 14.6, colour: ink }
  const small = { ...note, size: 8.4, leading: 11 }
  if (quote) writePassages(paper, { type: 'BlockQuote', hand: said, x: left + INDENT }, `“${quote}”`, column)
  writePassages(paper, { type: 'P', hand: { ...small, style: 'sans-semibold' }, x: left + INDENT }, by, column)
  writePassages(paper, { type: 'P', hand: small, x: left + INDENT }, known, column)
  column.leave(9)
}

function writePassages(paper: Paper, { type, hand, x }: { type: 'P' | 'BlockQuote'; hand: Hand; x: number }, words: string, column: Column): void {
  const { x: left, width: wide } = measuresOf(paper)
  for (const passage of passages(words)) {
    const lines = linesOf(paper, hand, passage, { width: left + wide - x })
    const y = column.take(lines.length * leadingOf(hand) + 2)
    paper.said(type, [passage], () => writeLines(paper, hand, lines, { x, y }))
  }
}

/** Paragraphs as they were typed, and long ones in pieces that end with a sentence or a word where there is one. */
function passages(words: string): string[] {
  return words.split(/\n+/).filter(line => line.trim() !== '').flatMap(inPieces)
}

function inPieces(paragraph: string): string[] {
  const letters = Array.from(paragraph.trim())
  if (letters.length <= PASSAGE) return [letters.join('')]
  const head = letters.slice(0, PASSAGE).join('')
  const end = /^[^]*[.!?。؟।](?=\s)/u.exec(head)?.[0] ?? /^[^]*(?=\s)/u.exec(head)?.[0] ?? head
  return [end, ...inPieces(paragraph.trim().slice(end.length))]
}
