import type { CohortReadings, WorkColumns } from './cohort-readings.server'
import { leastConfirmed, type ConfirmedFacts } from './confirmed'
import type { Countable, CountableActivity, CountedEndorsement, CountedJudgement } from './tally'

/** What the rows of work point at, by its key. */
export type Beside = Record<Exclude<keyof CohortReadings, 'work'>, ReadonlyMap<string, readonly unknown[]>>

export interface StudentWork {
  studentId: string
  work: Countable
}

interface Said extends CountedEndorsement, ConfirmedFacts {}

interface Gathered extends CountableActivity {
  endorsements: Said[]
}

/** Rows come in, those of one student together; whoever is complete goes out. */
export class Fold {
  private studentId: string | null = null
  private activities: Gathered[] = []

  constructor(private readonly beside: Beside) {}

  /** Whoever came before, once a row is somebody else's. */
  take(row: WorkColumns): StudentWork | null {
    const before = row[0] === this.studentId ? null : this.end()
    this.studentId = row[0]
    const activity = lastOf(this.activities, row[1]) ?? added(this.activities, activityIn(row))
    if (row[9] === null) return before
    const said =
      lastOf(activity.endorsements, row[9]) ?? added(activity.endorsements, this.saidIn(row, row[9]))
    if (row[16] !== null) said.judgements.push(this.judgementIn(row, row[16]))
    return before
  }

  /** Whoever is last. */
  end(): StudentWork | null {
    if (this.studentId === null) return null
    const { studentId, activities, beside } = this
    this.activities = []
    for (const activity of activities) confirm(activity, beside)
    const credentials = all(beside.credentials, studentId).map(seriesId => ({ seriesId: text(seriesId) }))
    const waivers = all(beside.waivers, studentId).map(key => ({ key: text(key) }))
    return { studentId, work: { activities, credentials, waivers } }
  }

  private saidIn(row: WorkColumns, id: string): Said {
    const endorserId = text(row[10])
    const [person = endorserId] = all(this.beside.people, endorserId)
    return {
      id,
      endorser: text(person),
      assurance: row[11] as CountedEndorsement['assurance'],
      endorsedAt: row[12] === null ? NEVER : new Date(text(row[12])),
      judgements: [],
      confirmedRole: '',
      confirmedMinutes: Number(row[13]),
      confirmedStart: text(row[14]),
      confirmedEnd: row[15] === null ? null : text(row[15]),
    }
  }

  private judgementIn(row: WorkColumns, id: string): CountedJudgement {
    const competencyId = text(row[17])
    const [frameworkId] = all(this.beside.frameworks, competencyId)
    const [level] = row[19] === null ? NONE : all(this.beside.levels, text(row[19]))
    const outcome = row[18] as CountedJudgement['outcome']
    return { id, competencyId, frameworkId: text(frameworkId), outcome, level: Number(level ?? 0) }
  }
}

/** What the columns hold is what was asked for in them; what nobody asked for is nothing, and looked at by nobody. */
function activityIn(row: WorkColumns): Gathered {
  return {
    id: row[1],
    category: row[2] as CountableActivity['category'],
    activityStartDate: text(row[3]),
    activityEndDate: row[4] === null ? null : text(row[4]),
    minutes: 0,
    isPaid: Boolean(row[5]),
    isCreditBearing: Boolean(row[6]),
    isMandatory: Boolean(row[7]),
    hasReflection: Boolean(row[8]),
    endorsements: [],
  }
}

function confirm(activity: Gathered, { namedMinutes }: Beside) {
  const { endorsements } = activity
  if (endorsements.length > 1) endorsements.sort(byTime)
  const { activityStartDate, activityEndDate, minutes } = leastConfirmed(endorsements, asClaimed(activity))
  activity.activityStartDate = activityStartDate
  activity.activityEndDate = activityEndDate
  activity.minutes = Number(all(namedMinutes, activity.id)[0] ?? minutes)
}

/** No requirement asks for a role. */
const asClaimed = ({ activityStartDate, activityEndDate }: Gathered) => ({
  role: '',
  activityStartDate,
  activityEndDate,
})

/** The order in which a student's own tally has them. */
function byTime(a: Said, b: Said) {
  return a.endorsedAt.getTime() - b.endorsedAt.getTime() || (a.id < b.id ? -1 : 1)
}

/** Rows of one thing mostly follow each other, so that the last is looked at first. */
function lastOf<Kept extends { id: string }>(among: Kept[], id: string): Kept | undefined {
  for (let at = among.length - 1; at >= 0; at--) if (among[at]?.id === id) return among[at]
  return undefined
}

function added<Kept>(among: Kept[], one: Kept): Kept {
  among.push(one)
  return one
}

const NEVER = new Date(0)
const NONE: readonly unknown[] = []
const all = (beside: ReadonlyMap<string, readonly unknown[]>, key: string) => beside.get(key) ?? NONE
const text = (value: unknown) =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value)
