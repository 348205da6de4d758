import { setImmediate as breath } from 'node:timers/promises'
import { leastConfirmed } from './confirmed'
import {
  endorsementRows, otherRows, workRows, type ApprovedWorkRow, type EndorsementRow, type WorkRow,
} from './tally-rows.server'
import {
  emptyTally, type CountedActivity, type CountedEndorsement, type Tally, type UncountedActivity,
} from './tally'

export async function tally(studentId: string): Promise<Tally> {
  const [one] = await tallies([studentId])
  return one ?? emptyTally(studentId)
}

/** Of so many students at a time, in four queries: more would hold the event loop too long on SQLite. */
const AT_ONCE = 25

/** The same answers as `tally`, in the order asked for. */
export async function tallies(studentIds: readonly string[]): Promise<Tally[]> {
  const all: Tally[] = []
  for (let from = 0; from < studentIds.length; from += AT_ONCE) {
    if (from > 0) await breath()
    all.push(...(await talliesOf(studentIds.slice(from, from + AT_ONCE))))
  }
  return all
}

async function talliesOf(studentIds: readonly string[]): Promise<Tally[]> {
  const tallies = new Map(studentIds.map(id => [id, emptyTally(id)]))
  const [work, endorsements, { credentials, waivers }] = await Promise.all([
    workRows(studentIds), endorsementRows(studentIds), otherRows(studentIds),
  ])
  const byActivity = grouped(endorsements, row => row.activityId)
  for (const row of work) {
    const said = byActivity.get(row.id) ?? []
    const of = tallies.get(row.studentId)
    if (row.approvedRevisionId !== null) of?.activities.push(counted(row, said))
    of?.uncounted.push(...uncounted(row, said))
  }
  for (const { studentId, ...credential } of credentials) tallies.get(studentId)?.credentials.push(credential)
  for (const { studentId, ...waiver } of waivers) tallies.get(studentId)?.waivers.push(waiver)
  return [...tallies.values()]
}

function counted(row: ApprovedWorkRow, said: EndorsementRow[]): CountedActivity {
  const { id, approvedRevisionId: revisionId, organisation, category, isPaid, isCreditBearing, isMandatory } = row
  const standing = said.filter(each => each.revisionId === revisionId && each.withdrawnAt === null)
  const { minutes, ...confirmed } = leastConfirmed(standing, row)
  return {
    id,
    revisionId,
    title: row.approvedTitle,
    organisation,
    category,
    ...confirmed,
    minutes: row.namedMinutes ?? minutes,
    isPaid,
    isCreditBearing,
    isMandatory,
    hasReflection: row.hasReflection,
    endorsements: endorsementsFrom(standing),
  }
}

/** One row a judgement comes in, one endorsement with its judgements goes out. */
function endorsementsFrom(rows: EndorsementRow[]): CountedEndorsement[] {
  return [...grouped(rows, row => row.id).values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const { id, assurance, endorsedAt } = first
    const judgements = [first, ...rest].flatMap(row => {
      const { judgementId, competencyId, frameworkId, outcome, level } = row
      if (judgementId === null || competencyId === null || frameworkId === null || outcome === null) return []
      return [{ id: judgementId, competencyId, frameworkId, outcome, level: level ?? 0 }]
    })
    return [{ id, endorser: first.personId ?? first.endorserId, assurance, endorsedAt, judgements }]
  })
}

/** What a student might expect to count: the version being written or judged, and endorsements that are spent. */
function uncounted(row: WorkRow, said: EndorsementRow[]): UncountedActivity[] {
  const work = { activityId: row.id, title: row.title }
  const left: UncountedActivity[] = []
  if (row.status !== 'approved') {
    const competencyIds = row.claimed ? row.claimed.split(',') : []
    left.push({ ...work, why: row.status, since: row.statusAt, minutes: row.minutes, competencyIds })
  }
  for (const rows of grouped(said, each => each.id).values()) {
    const why = spent(row, rows[0])
    if (!why || !rows[0]) continue
    const competencyIds = rows.flatMap(each => each.competencyId ?? [])
    left.push({ ...work, why, since: rows[0].withdrawnAt ?? rows[0].endorsedAt, minutes: 0, competencyIds })
  }
  return left
}

function spent(row: WorkRow, said: EndorsementRow | undefined): UncountedActivity['why'] | null {
  if (!said) return null
  if (said.withdrawnAt) return 'endorsementWithdrawn'
  const isInQuestion = said.revisionId === row.approvedRevisionId || said.revisionNumber === row.revision
  return isInQuestion ? null : 'earlierRevision'
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
