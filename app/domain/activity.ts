import type { Day } from './day'

export type ActivityStatus =
  | 'draft'
  | 'submitted'
  | 'inReview'
  | 'approved'
  | 'returned'
  | 'declined'
  | 'withdrawn'
  | 'rescinded'

/** What others have seen: all states but the first. */
export const submittedStates = [
  'submitted', 'inReview', 'approved', 'returned', 'declined', 'withdrawn', 'rescinded',
] as const satisfies readonly ActivityStatus[]

export const categories = [
  'club', 'sport', 'arts', 'volunteering', 'internship', 'research', 'employment', 'membership', 'other',
] as const
export type Category = (typeof categories)[number]

export const participations = ['onSite', 'online', 'blended'] as const
export type Participation = (typeof participations)[number]

export const sensitivities = ['normal', 'sensitive', 'confidential'] as const
export type Sensitivity = (typeof sensitivities)[number]

export const limits = {
  title: 120,
  role: 120,
  narrative: 10_000,
  claim: 1_000,
  note: 300,
  claims: 5,
  invitees: 5,
  evidence: 20,
  timeEntries: 400,
  minutesADay: 24 * 60,
  years: 10,
} as const

/** In place of a level, for a competency that is set aside again. */
export const NOT_CLAIMED = 'none'

/** A student writes on what nobody is judging at the moment. */
export const canBeEdited = (status: ActivityStatus) => status === 'draft'

/** States from which the student opens the next revision. */
export const canBeRevised = (status: ActivityStatus) =>
  ['returned', 'declined', 'withdrawn', 'approved', 'rescinded'].includes(status)

export const canBeWithdrawn = (status: ActivityStatus) => status === 'submitted' || status === 'inReview'

/** What a form showed. An old form changes nothing (rule 6). */
export interface Shown {
  id: string
  revision: number
  /** What the page it came from showed of the draft. */
  seen?: string
}

interface TimeEntryForm {
  day: Day
  minutes: number
  note: string
}

/** Days on which more is claimed than a day has. */
export function overfullDays(entries: readonly TimeEntryForm[]): Day[] {
  const minutes = new Map<Day, number>()
  for (const entry of entries) minutes.set(entry.day, (minutes.get(entry.day) ?? 0) + entry.minutes)
  return [...minutes].filter(([, sum]) => sum > limits.minutesADay).map(([day]) => day)
}

/** What the world reads of an activity that its student keeps discreet. */
export function publicFace(activity: {
  sensitivity: Sensitivity
  title: string
  organisation: string
  publicTitle: string
  publicOrganisation: string
}) {
  if (activity.sensitivity === 'normal') return { title: activity.title, organisation: activity.organisation }
  return { title: activity.publicTitle, organisation: activity.publicOrganisation }
}
