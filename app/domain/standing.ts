import type { ActivityStatus } from './activity'

/** Where an activity stands, and who has it since when. */
export interface Standing {
  status: ActivityStatus
  since: Date
  /** Who was asked and can still answer. */
  holders: string[]
  /** Whom our mail did not reach. */
  unreached: string | null
  /** Who reviews, where that is one person. */
  reviewer: string | null
  /** Who returned, declined or rescinded it. */
  answeredBy: string | null
  /** Nobody could be reached, and a document stands in. */
  isOnDocument: boolean
}

/** Between names that the database hands over in one piece. */
export const LINE = '\n'

interface Row {
  id: string
  status: ActivityStatus
  statusAt: Date
  holders: string | null
  unreached: string | null
  answeredBy: string | null
  documentId: string | null
}

export function standingOf(row: Row, reviewers: Record<string, string>): Standing {
  return {
    status: row.status, since: row.statusAt,
    holders: row.holders ? row.holders.split(LINE) : [],
    unreached: row.unreached, reviewer: reviewers[row.id] ?? null, answeredBy: row.answeredBy,
    isOnDocument: row.documentId !== null,
  }
}

/** Submitted, and nobody can answer any more. */
export function isForsaken({ status, holders }: Pick<Standing, 'status' | 'holders'>) {
  return status === 'submitted' && holders.length === 0
}
