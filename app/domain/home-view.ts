import type { ActivityRow } from './activity-rows.server'
import { APPEAL_DAYS } from './appeal'
import { nextStep, type LogStep } from './log-step'
import type { Tally } from './tally'
import { isForsaken, standingOf, type Standing } from './standing'
import type { WaitingWord } from './waiting-words.server'

/** Something only the student can do. */
export type Task =
  | {
      kind: 'question'
      at: Date
      id: string
      title: string
      organisation: string
      who: string | null
      words: string | null
    }
  | {
      kind: 'declined'
      at: Date
      id: string
      title: string
      organisation: string
      who: string | null
      words: string | null
      until: Date
    }
  | { kind: 'draft'; at: Date; id: string; title: string; organisation: string; step: LogStep }
  | WaitingWord
  | { kind: 'offer'; at: Date; id: string; title: string; until: Date }

export interface Held extends Standing {
  id: string
  title: string
  organisation: string
  minutes: number
  isForsaken: boolean
  /** Since when an appeal against what was decided is open. */
  appealedAt: Date | null
}

interface Offer {
  id: string
  status: 'offered' | 'accepted'
  offeredAt: Date
  lapsesAt: Date
  title: string
}

/** Good news first, then the longest waiting; last what can be left as it is. */
export function tasksOf(
  activities: readonly ActivityRow[],
  awards: readonly Offer[],
  words: readonly WaitingWord[],
  now: Date,
): Task[] {
  const offers = awards
    .filter(award => award.status === 'offered')
    .map(({ id, title, offeredAt, lapsesAt }) => ({
      kind: 'offer' as const,
      at: offeredAt,
      id,
      title,
      until: lapsesAt,
    }))
  return [
    ...offers.sort(longestFirst),
    ...[...words, ...activities.flatMap(taskOf)].sort(longestFirst),
    ...activities.flatMap(row => declinedTask(row, now)).sort(longestFirst),
  ]
}

const longestFirst = (a: Task, b: Task) => a.at.getTime() - b.at.getTime()

function taskOf(row: ActivityRow): Task[] {
  const about = { at: row.statusAt, id: row.id, title: row.title, organisation: row.organisation }
  if (row.status === 'returned')
    return [{ kind: 'question', ...about, who: row.answeredBy, words: row.answerNote }]
  if (row.status !== 'draft') return []
  const { activityStartDate, minutes, claimId, inviteeId } = row
  return [
    {
      kind: 'draft',
      ...about,
      step: nextStep({
        activityStartDate,
        minutes,
        hasClaims: claimId !== null,
        hasInvitees: inviteeId !== null,
      }),
    },
  ]
}

/** As long as it can still be appealed. */
function declinedTask(row: ActivityRow, now: Date): Task[] {
  const { id, title, organisation, status, statusAt: at, answeredBy: who, answerNote: words, appealId } = row
  const until = new Date(at.getTime() + APPEAL_DAYS * DAY)
  if (status !== 'declined' || appealId !== null || until < now) return []
  return [{ kind: 'declined', at, id, title, organisation, who, words, until }]
}

const DAY = 86_400_000

/** What others hold, the longest first; an open appeal is held by whoever decides it. */
export function heldOf(activities: readonly ActivityRow[], reviewers: Record<string, string>): Held[] {
  return activities
    .filter(({ status, appealedAt }) => status === 'submitted' || status === 'inReview' || appealedAt !== null)
    .map(row => {
      const standing = standingOf(row, reviewers)
      const { id, title, organisation, appealedAt } = row
      const minutes = row.confirmedMinutes ?? row.minutes
      const since = appealedAt ?? standing.since
      return { id, title, organisation, minutes, ...standing, since, appealedAt, isForsaken: isForsaken(standing) }
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime())
}

const states = {
  draft: 'draft',
  submitted: 'waiting',
  inReview: 'waiting',
  returned: 'asking',
  approved: 'counted',
  declined: null,
  withdrawn: null,
  rescinded: null,
} as const

const DRAWN = 20

/** The latest stretches of a student's time in their order; what is approved with what counts of it. */
export function stretchesOf(activities: readonly ActivityRow[], tally: Tally) {
  const counted = new Map(tally.activities.map(({ id, minutes }) => [id, minutes]))
  return activities
    .flatMap(({ id, title, activityStartDate: from, activityEndDate: to, status, ...row }) => {
      const state = counted.has(id) ? ('counted' as const) : states[status]
      return from && state
        ? [
            {
              key: id,
              title,
              href: `/activities/${id}`,
              from,
              to,
              minutes: counted.get(id) ?? row.confirmedMinutes ?? row.minutes,
              state,
            },
          ]
        : []
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .slice(-DRAWN)
}
