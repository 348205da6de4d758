import type { Day } from './day'

/** What one endorsement confirms of the facts, corrected where they were wrong. */
export interface ConfirmedFacts {
  confirmedRole: string
  confirmedMinutes: number
  confirmedStart: Day
  confirmedEnd: Day | null
}

interface ClaimedFacts {
  role: string
  activityStartDate: Day
  activityEndDate: Day | null
}

/**
 * What stands when several confirm: the least of each. Minutes the smallest (rule 3), the days that all of them
 * confirm, and the role as claimed only where somebody confirmed it so.
 */
export function leastConfirmed(confirmed: readonly ConfirmedFacts[], claimed: ClaimedFacts) {
  const [first] = confirmed
  if (!first) {
    const { role, activityStartDate, activityEndDate } = claimed
    return { role, activityStartDate, activityEndDate, minutes: 0 }
  }
  if (confirmed.length === 1) return asConfirmed(first)
  const roles = confirmed.map(each => each.confirmedRole)
  const start = confirmed.map(each => each.confirmedStart).reduce((a, b) => (a > b ? a : b))
  const ends = confirmed.flatMap(each => each.confirmedEnd ?? [])
  const end = ends.length > 0 ? ends.reduce((a, b) => (a < b ? a : b)) : null
  const isApart = end !== null && end < start
  return {
    role: roles.includes(claimed.role) ? claimed.role : first.confirmedRole,
    activityStartDate: isApart ? first.confirmedStart : start,
    activityEndDate: isApart ? first.confirmedEnd : end,
    minutes: Math.min(...confirmed.map(each => each.confirmedMinutes)),
  }
}

function asConfirmed({ confirmedRole, confirmedStart, confirmedEnd, confirmedMinutes }: ConfirmedFacts) {
  return {
    role: confirmedRole, activityStartDate: confirmedStart, activityEndDate: confirmedEnd, minutes: confirmedMinutes,
  }
}

interface Confirmed {
  name: string
  confirmedMinutes: number
  revision: { number: number }
}

/** Who confirmed the least of this version, where that is not what its student claimed. */
export function correctionOf(
  { revision, minutes }: { revision: number; minutes: number },
  endorsements: readonly Confirmed[],
) {
  const [least] = endorsements
    .filter(each => each.revision.number === revision)
    .sort((a, b) => a.confirmedMinutes - b.confirmedMinutes)
  if (!least || least.confirmedMinutes === minutes) return null
  return { by: least.name, minutes: least.confirmedMinutes }
}
