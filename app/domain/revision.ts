import type { Category, Participation, Sensitivity } from './activity'
import type { Day } from './day'

/** Everything a submission says, frozen. Its canonical JSON is what endorsements are bound to (rule 2). */
export interface RevisionFacts {
  activityId: string
  number: number
  category: Category
  title: string
  organisation: string
  role: string
  activityStartDate: Day
  activityEndDate: Day | null
  isOngoing: boolean
  participation: Participation
  isPaid: boolean
  isCreditBearing: boolean
  isMandatory: boolean
  sensitivity: Sensitivity
  publicTitle: string
  publicOrganisation: string
  narrative: string
  reflection: { situation: string; task: string; action: string; result: string; learning: string }
  minutes: number
  timeEntries: { day: Day; minutes: number; note: string }[]
  claims: { competencyId: string; levelId: string; narrative: string }[]
  evidence: { id: string; kind: 'file' | 'link' | 'text'; name: string; digest: string }[]
}

export function parseFacts(facts: string): RevisionFacts {
  return JSON.parse(facts) as RevisionFacts // we wrote it, and its hash is checked where it matters
}
