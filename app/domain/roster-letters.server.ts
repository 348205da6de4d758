import { db } from '~/lib/db.server'
import type { Stationery, Written } from './stationery.server'
import { proposerOf } from './roster.server'

/** To a student whom somebody lists. Nothing is theirs before they say so. */
export async function writeListed({ entryId }: { entryId: string }, desk: Stationery): Promise<Written> {
  const entry = await db.rosterEntry.findUnique({ where: { id: entryId }, include: { roster: true } })
  if (!entry?.studentId || entry.answer !== 'waiting') return null
  const [student, proposer] = await Promise.all([
    db.person.findUnique({ where: { id: entry.studentId } }), proposerOf(entry.roster),
  ])
  if (!student || !proposer) return null
  return {
    letter: desk.words.rosters.listed({
      name: student.usedName,
      by: proposer.name,
      title: entry.roster.title,
      organisation: entry.roster.organisation,
      hours: desk.format.hours(entry.minutes),
      url: desk.url(`/listed/${entryId}`),
    }),
  }
}
