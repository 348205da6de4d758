import type { Paper } from './paper'
import type { TranscriptFacts } from './transcript'
import { drawCredentials, drawProfile } from './transcript-competencies'
import { drawMost } from './transcript-most'
import { drawQuotes, QUOTE_ROOM, quotesOf } from './transcript-quotes'
import { drawSectionTitle, drawTranscriptFeet, startPages } from './transcript-sections'
import { measuresOf } from './transcript-measures'
import { leadingOf, linesOf, writeLines } from './writing'

/** As many as one page has room for, whatever they say. */
const ROOM = { levels: 4, quotes: 1, credentials: 2, activities: 3 }

/** Thirty seconds: what was done and at what scale, what an observer said, who that is, and how to check it. */
export function drawForEmployers(paper: Paper, facts: TranscriptFacts): void {
  const { x: left } = measuresOf(paper)
  const { words, profile, credentials, groups } = facts
  const [quotes, column] = [quotesOf(facts, ROOM.quotes), startPages(paper, facts)]
  if (quotes.length > 0) {
    drawSectionTitle(paper, words.quoted, column, { room: QUOTE_ROOM })
    drawQuotes(paper, quotes, column)
  }
  if (profile.length > 0) {
    const best = [...profile].sort((a, b) => b.level.position / b.level.of - a.level.position / a.level.of)
    drawSectionTitle(paper, words.profile, column, { note: words.profileNote })
    drawProfile(paper, best.slice(0, ROOM.levels), column)
  }
  if (credentials.length > 0) {
    drawSectionTitle(paper, words.credentials, column, { note: credentials.length > ROOM.credentials ? words.more : '' })
    drawCredentials(paper, credentials.slice(0, ROOM.credentials), 1, column)
  }
  if (groups.length > 0) drawMost(paper, facts, ROOM.activities, column)
  const small = { ...paper.look.hands.note, leading: 10.4 }
  const lines = linesOf(paper, small, words.kindMeaning, measuresOf(paper))
  const y = column.take(lines.length * leadingOf(small)) + 4
  paper.said('P', [words.kindMeaning], () => writeLines(paper, small, lines, { x: left, y }))
  drawTranscriptFeet(paper, facts)
}
