import { measureCohort, type CohortAsked } from './cohort-measure.server'
import { lacking } from './lacking'
import type { Measured } from './measure'

/** How somebody stands before one requirement, in as few words as can be. */
export interface Standing {
  met: boolean
  /** The way to the one leaf that is missing; null where more are, or none is. */
  only: string | null
}

export interface StudentStanding {
  studentId: string
  /** One for each requirement, in their order. */
  standings: Standing[]
}

const AT_ONCE = 500

/** Everybody with approved work, some hundreds at a time; nobody's tree is kept. */
export async function* standCohort(asked: CohortAsked): AsyncGenerator<StudentStanding[]> {
  let some: StudentStanding[] = []
  for await (const students of measureCohort(asked)) {
    some.push(...students.map(({ studentId, measured }) => ({ studentId, standings: measured.map(standingOf) })))
    if (some.length < AT_ONCE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

function standingOf(measured: Measured): Standing {
  const [first, second] = lacking(measured)
  return { met: measured.met, only: first && !second ? first.path : null }
}
