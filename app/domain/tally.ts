import type { ActivityStatus, Category } from './activity'
import type { Day } from './day'
import type { Assurance } from './endorsement'

/** What a student's approved work adds up to. Computed, never stored (rule 3). */
export interface Tally {
  studentId: string
  activities: CountedActivity[]
  credentials: HeldCredential[]
  waivers: { key: string; reason: string }[]
  uncounted: UncountedActivity[]
}

/** An activity as its approved revision tells it, whatever its next revision may say by now. */
export interface CountedActivity {
  id: string
  revisionId: string
  title: string
  organisation: string
  role: string
  category: Category
  activityStartDate: Day
  /** Null while it goes on. */
  activityEndDate: Day | null
  /** The smallest confirmed, or what the approving reviewer named; once an activity. */
  minutes: number
  isPaid: boolean
  isCreditBearing: boolean
  isMandatory: boolean
  hasReflection: boolean
  endorsements: CountedEndorsement[]
}

export interface CountedEndorsement {
  id: string
  /** The person behind it, the same for all their mailboxes that we know of. */
  endorser: string
  assurance: Assurance
  endorsedAt: Date
  judgements: CountedJudgement[]
}

export interface CountedJudgement {
  id: string
  competencyId: string
  frameworkId: string
  outcome: 'atLevel' | 'notYet' | 'notObserved'
  /** Position in the framework's scale; 0 unless at a level. */
  level: number
}

export interface HeldCredential {
  id: string
  seriesId: string
  title: string
}

/** As much of a tally as measuring looks at: no words, and nothing that does not count. */
export interface Countable {
  activities: readonly CountableActivity[]
  credentials: readonly Pick<HeldCredential, 'seriesId'>[]
  waivers: readonly { key: string }[]
}

export type CountableActivity = Omit<CountedActivity, 'revisionId' | 'title' | 'organisation' | 'role'>

/** Work that does not count, or does not yet. */
export interface UncountedActivity {
  activityId: string
  title: string
  why: Exclude<ActivityStatus, 'approved'> | 'earlierRevision' | 'endorsementWithdrawn'
  since: Date
  /** As the student submitted or last wrote them; nobody has confirmed them. */
  minutes: number
  competencyIds: string[]
}

export function emptyTally(studentId: string): Tally {
  return { studentId, activities: [], credentials: [], waivers: [], uncounted: [] }
}
