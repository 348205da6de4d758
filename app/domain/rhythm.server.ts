import { now } from '~/lib/clock.server'
import { limits } from './activity'
import { dayOf } from './day'
import { findHouse } from './institution.server'
import { regularDays } from './rhythm'
import type { RhythmForm } from './time-form.server'

/** The lines of a regular rhythm as the form has them, up to today: nobody has done anything tomorrow. */
export async function rhythmRows({ activityStartDate: from, activityEndDate, weekday, each }: RhythmForm) {
  const today = dayOf(now(), (await findHouse()).timeZone)
  const to = activityEndDate !== null && activityEndDate < today ? activityEndDate : today
  return regularDays({ from, to, weekday })
    .slice(0, limits.timeEntries)
    .map(day => ({ day, minutes: each, note: '' }))
}
