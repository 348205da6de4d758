import type { Paper } from './paper'
import type { TranscriptFacts } from './transcript'
import { ACTIVITY_ROOM, drawActivityGroup } from './transcript-activities'
import { drawCredentials, drawProfile } from './transcript-competencies'
import { drawReading, drawSectionTitle, drawTranscriptFeet, startPages } from './transcript-sections'

/** All of it, by kind and year, on as many pages as it takes. */
export function drawRecord(paper: Paper, facts: TranscriptFacts): void {
  const { words, profile, credentials, groups } = facts
  const column = startPages(paper, facts)
  if (profile.length > 0) {
    drawSectionTitle(paper, words.profile, column, { note: words.profileNote })
    drawProfile(paper, profile, column)
  }
  if (credentials.length > 0) {
    drawSectionTitle(paper, words.credentials, column)
    drawCredentials(paper, credentials, 4, column)
  }
  if (groups.length > 0) drawSectionTitle(paper, words.activities, column, { room: ACTIVITY_ROOM })
  groups.forEach(group => drawActivityGroup(paper, facts, group, column))
  drawReading(paper, facts, column)
  drawTranscriptFeet(paper, facts)
}
