import type { Tx } from '~/lib/db.server'
import { limits } from './activity'
import { parseFacts } from './revision'
import type { Flag } from './risk'

/** So much of one day, in two activities together, leaves no time to sleep. */
const WAKING = 16 * 60

interface Version {
  activity: { id: string; studentId: string; institutionId: string }
  revision: { facts: string }
}

/** Days that this version and others of the student's activities claim together beyond what a day has. */
export async function crowdedDays(tx: Tx, { activity, revision }: Version): Promise<Flag[]> {
  const own = new Map<string, number>()
  for (const { day, minutes } of parseFacts(revision.facts).timeEntries) own.set(day, (own.get(day) ?? 0) + minutes)
  const others = await tx.timeEntry.groupBy({
    by: ['day'],
    where: {
      day: { in: [...own.keys()] },
      activity: {
        institutionId: activity.institutionId,
        studentId: activity.studentId,
        id: { not: activity.id },
        status: { in: ['submitted', 'inReview', 'approved'] },
      },
    },
    _sum: { minutes: true },
  })
  const together = others.map(({ day, _sum }) => (own.get(day) ?? 0) + (_sum.minutes ?? 0))
  const overfull = together.filter(minutes => minutes > limits.minutesADay).length
  const overlapping = together.filter(minutes => minutes > WAKING).length - overfull
  return [
    ...(overfull > 0 ? [{ kind: 'overfullDay' as const, facts: { days: overfull } }] : []),
    ...(overlapping > 0 ? [{ kind: 'overlap' as const, facts: { days: overlapping } }] : []),
  ]
}
