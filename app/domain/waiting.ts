import type { Answer } from './endorsement'

export const digests = ['each', 'daily', 'weekly'] as const
/** How often somebody wants to hear of requests. */
export type Digest = (typeof digests)[number]

/** A request belongs to others about the same thing: one entry of the catalogue, or one title and organisation. */
interface Shared {
  opportunityId: string | null
  title: string
  organisation: string
}

/** In the order they came; a group stands where its oldest does. */
export function groupsOf<Row extends Shared>(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.opportunityId ?? JSON.stringify([row.title, row.organisation])
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

/** What came of an answer: where the activity is, or that it was taken back. */
export type Outcome = 'approved' | 'open' | 'closed' | 'takenBack'

interface Answered {
  answer: Answer
  status: string
  isApproved: boolean
  standing: number
}

export function outcomeOf({ answer, status, isApproved, standing }: Answered): Outcome | null {
  if (answer !== 'endorsed') return null
  if (standing === 0) return 'takenBack'
  if (isApproved) return 'approved'
  return status === 'submitted' || status === 'inReview' ? 'open' : 'closed'
}
