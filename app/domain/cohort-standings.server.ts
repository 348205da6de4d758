import { measureCohort, type CohortAsked } from './cohort-measure.server'
import type { Standing, StudentStanding } from './cohort-standing'
import { lacking } from './lacking'
import type { Measured } from './measure'

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
