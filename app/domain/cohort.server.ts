import { isBuilt } from '~/lib/built.server'
import { settings } from '~/lib/env.server'
import { fromThread } from '~/lib/thread.server'
import type { CohortAsked } from './cohort-measure.server'
import { cohortReadings } from './cohort-readings.server'
import type { StudentStanding } from './cohort-standing'
import { needsOf } from './needs'
import type { Requirement } from './requirement'

/**
 * Everybody with approved work beside each requirement, some at a time, in one pass over the database as it is
 * now. A thread of the server's does it; commands, tests and development have nobody to keep waiting.
 */
export async function* cohort(
  institutionId: string, requirements: readonly Requirement[],
): AsyncGenerator<StudentStanding[]> {
  const asked = cohortAsked(institutionId, requirements)
  if (isBuilt) yield* fromThread<StudentStanding[]>('cohort-worker', asked)
  else {
    const { standCohort } = await import('./cohort-standings.server')
    yield* standCohort(asked)
  }
}

export function cohortAsked(institutionId: string, requirements: readonly Requirement[]): CohortAsked {
  const { database, databaseUrl } = settings()
  const readings = cohortReadings(institutionId, needsOf(requirements))
  return { source: { database, databaseUrl }, readings, requirements: [...requirements] }
}
