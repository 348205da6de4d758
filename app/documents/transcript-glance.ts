import { mix } from '~/lib/colour'
import { rectangle } from '~/lib/engraving'
import type { Column } from './column'
import { hours } from './hours'
import { paint } from './ink'
import type { Paper } from './paper'
import type { TranscriptFacts } from './transcript'
import { drawCredentials, drawProfile } from './transcript-competencies'
import { measuresOf } from './transcript-measures'
import { drawQuotes, QUOTE_ROOM, quotesOf } from './transcript-quotes'
import { drawReading, drawSectionTitle, drawTranscriptFeet, startPages } from './transcript-sections'
import { drawTimeline } from './transcript-timeline'
import { writeFitting, writeLine } from './writing'

/** As many as two pages have room for. */
const ROOM = { kinds: 6, levels: 6, quotes: 2, credentials: 4 }

/** To look at: when it was, what kind of work, what it showed; then what others said, and how to read it. */
export function drawGlance(paper: Paper, facts: TranscriptFacts): void {
  const { words, profile, credentials, groups } = facts
  const [quotes, column] = [quotesOf(facts, ROOM.quotes), startPages(paper, facts)]
  if (groups.length > 0) {
    drawTimeline(paper, facts, column)
    drawSectionTitle(paper, words.kinds, column, { note: groups.length > ROOM.kinds ? words.more : '' })
    drawKinds(paper, facts, column)
  }
  if (profile.length > 0) {
    drawSectionTitle(paper, words.profile, column, { note: words.profileNote })
    drawProfile(paper, profile.slice(0, ROOM.levels), column)
  }
  if (quotes.length > 0) {
    drawSectionTitle(paper, words.quoted, column, { room: QUOTE_ROOM })
    drawQuotes(paper, quotes, column)
  }
  if (credentials.length > 0) {
    drawSectionTitle(paper, words.credentials, column, { note: credentials.length > ROOM.credentials ? words.more : '' })
    drawCredentials(paper, credentials.slice(0, ROOM.credentials), 1, column)
  }
  drawReading(paper, facts, column)
  drawTranscriptFeet(paper, facts)
}

const BAR = { from: 190, width: 210, height: 8.4, row: 16 }

/** Hours of each kind of work, against the kind with most. */
function drawKinds(paper: Paper, { groups, language }: TranscriptFacts, column: Column): void {
  const { x: left } = measuresOf(paper)
  const from = left + BAR.from
  const { ink, accent, hands: { text, note } } = paper.look
  const most = Math.max(1, ...groups.map(({ minutes }) => minutes))
  paper.within('L', () => groups.slice(0, ROOM.kinds).forEach(({ title, minutes }) => {
    const y = column.take(BAR.row)
    const time = hours(minutes, language)
    paper.within('LI', () => {
      paper.said('Lbl', [title], () => writeFitting(paper, { ...text, size: 9.6 }, title, { x: left, y, width: 178 }, 7))
      paper.said('LBody', [time], () => writeLine(paper, note, time, { x: from + BAR.width + 12, y }))
    })
    const bar = (width: number, fill: string) => ({ d: rectangle(from, y - BAR.height + 0.6, width, BAR.height), fill })
    paper.decoration(() => paint(paper, [bar(BAR.width, mix(ink, '#ffffff', 0.08)), bar((BAR.width * minutes) / most, accent)]))
  }))
}
