import { db, type Tx } from '~/lib/db.server'
import { enumOf, insertAll } from '~/lib/insert.server'
import { runOutcomes, type RunCounts } from './award-run'
import type { Outcome, Outcomes } from './awarding.server'

const AT_ONCE = 500

/** Whoever is among them already stays what they are. */
export async function addMembers(tx: Tx, runId: string, studentIds: readonly string[]): Promise<void> {
  for (let from = 0; from < studentIds.length; from += AT_ONCE) {
    const some = studentIds.slice(from, from + AT_ONCE)
    const known = await tx.awardRunMember.findMany({ where: { runId, studentId: { in: some } }, select: { studentId: true } })
    const added = some.filter(id => !known.some(({ studentId }) => studentId === id))
    await insertAll(tx, 'AwardRunMember', added.map(studentId => ({ runId, studentId })))
  }
}

/** From one on, in the order of their ids. */
export async function listWaiting(runId: string, after: string, take: number): Promise<string[]> {
  const rows = await db.awardRunMember.findMany({
    where: { runId, outcome: 'waiting', studentId: { gt: after } },
    orderBy: { studentId: 'asc' }, take, select: { studentId: true },
  })
  return rows.map(({ studentId }) => studentId)
}

/** Somebody else awarded to one of them, or the run was cancelled: nothing of this chunk is kept. */
export class Overtaken extends Error {}

/** Each waiting member gets what became of it, in the transaction of the awards: only one can do this. */
export async function settleMembers(tx: Tx, runId: string, outcomes: Outcomes): Promise<void> {
  const open = await tx.awardRun.updateMany({ where: { id: runId, cancelledAt: null, endedAt: null }, data: { endedAt: null } })
  const { count } = await tx.awardRunMember.deleteMany({
    where: { runId, studentId: { in: [...outcomes.keys()] }, outcome: 'waiting' },
  })
  if (open.count === 0 || count !== outcomes.size) throw new Overtaken()
  await insertAll(tx, 'AwardRunMember', [...outcomes].map(each => settled(runId, ...each)))
}

function settled(runId: string, studentId: string, outcome: Outcome) {
  return {
    runId,
    studentId,
    outcome: enumOf('AwardRunOutcome', outcome.is),
    awardId: 'awardId' in outcome ? outcome.awardId : null,
    reason: 'reason' in outcome ? outcome.reason : '',
  }
}

export async function countMembers(runId: string): Promise<RunCounts> {
  const rows = await db.awardRunMember.groupBy({ by: ['outcome'], where: { runId }, _count: true })
  const counts = Object.fromEntries(runOutcomes.map(outcome => [outcome, 0])) as RunCounts // every outcome is there
  for (const { outcome, _count } of rows) counts[outcome] = _count
  return counts
}
