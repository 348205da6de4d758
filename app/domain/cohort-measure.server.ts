import { openSnapshot, type Reading, type Snapshot, type Source } from '~/lib/snapshot.server'
import { Fold, type Beside, type StudentWork } from './cohort-fold'
import type { CohortReadings, WorkColumns } from './cohort-readings.server'
import { measure, type Measured } from './measure'
import type { Requirement } from './requirement'

/** Plain data, so that it can be handed to a thread. */
export interface CohortAsked {
  source: Source
  readings: CohortReadings
  requirements: Requirement[]
}

export interface StudentMeasured {
  studentId: string
  /** One for each requirement, in their order. */
  measured: Measured[]
}

/** Everybody with approved work beside each requirement, some at a time, in one pass over one snapshot. */
export async function* measureCohort({ source, readings, requirements }: CohortAsked): AsyncGenerator<StudentMeasured[]> {
  const snapshot = await openSnapshot(source)
  try {
    const fold = new Fold(await readBeside(snapshot, readings))
    const asMeasured = ({ studentId, work }: StudentWork) =>
      ({ studentId, measured: requirements.map(requirement => measure(requirement, work)) })
    for await (const rows of snapshot.rows(readings.work)) {
      yield rows.flatMap(row => {
        const complete = fold.take(row as WorkColumns) // the columns that `cohortReadings` asks for
        return complete ? [asMeasured(complete)] : []
      })
    }
    const last = fold.end()
    if (last) yield [asMeasured(last)]
  } finally {
    await snapshot.close()
  }
}

async function readBeside(snapshot: Snapshot, readings: CohortReadings): Promise<Beside> {
  const { levels, frameworks, people, namedMinutes, credentials, waivers } = readings
  return {
    levels: await readMap(snapshot, levels),
    frameworks: await readMap(snapshot, frameworks),
    people: await readMap(snapshot, people),
    namedMinutes: await readMap(snapshot, namedMinutes),
    credentials: await readMap(snapshot, credentials),
    waivers: await readMap(snapshot, waivers),
  }
}

async function readMap(snapshot: Snapshot, reading: Reading | null) {
  const map = new Map<string, unknown[]>()
  if (!reading) return map
  for await (const rows of snapshot.rows(reading)) {
    for (const [key, value] of rows) {
      const known = map.get(String(key))
      if (known) known.push(value)
      else map.set(String(key), [value])
    }
  }
  return map
}
