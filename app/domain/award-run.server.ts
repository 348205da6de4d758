import { now } from '~/lib/clock.server'
import { db, transaction, type AwardRunModel } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { enqueue } from '~/lib/jobs.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import { addMembers } from './award-run-members.server'
import { findAwarding } from './awarding-plan.server'
import { mayAward, type Actor } from './policy'
import type { StudentFilter } from './student-filter.server'

/** Those named, or everybody who is ready by the time they are looked at and fits: all, or who never had it. */
export type Whom = { students: readonly string[] } | { everybody: StudentFilter; isFirst?: boolean }

/**
 * Begins to award to many and comes back at once with the run's id: who they are is kept, and jobs work through
 * them, whatever happens to the page or the server meanwhile. Two clicks on one form begin one (rule 6).
 */
export async function startRun(actor: Actor, programmeId: string, whom: Whom, formKey?: string): Promise<string> {
  allowed(mayAward(actor))
  const { round, isQuiet, programme } = await findAwarding(actor, programmeId)
  const { institutionId } = actor
  const students = 'students' in whom ? [...new Set(whom.students)] : []
  const startedById = actor.kind === 'person' ? actor.id : null
  await refuseStrangers(actor, students)
  const run = {
    id: idFrom(formKey, startedById ?? '', { programmeId, whom }), institutionId, programmeId: programme.id,
    round, isQuiet, startedAt: now(), startedById,
  }
  const making = transaction(async tx => {
    await tx.awardRun.create({ data: run })
    await addMembers(tx, run.id, students)
    await enqueue(tx, 'students' in whom ? working(run.id) : gathering(run.id, whom.everybody, whom.isFirst))
    await record(tx, actor, 'awardRun.started', run.id, { programme: programme.id, round, quiet: isQuiet })
  })
  return once(run.id, making, () => db.awardRun.count({ where: { id: run.id } }))
}

/** What is done stays; nobody else is awarded. */
export async function cancelRun(actor: Actor, runId: string): Promise<void> {
  const { id } = await findRunFor(actor, runId)
  await transaction(async tx => {
    const { count } = await tx.awardRun.updateMany({
      where: { id, cancelledAt: null, endedAt: null }, data: { cancelledAt: now() },
    })
    if (count === 0) throw new Refusal('This run has ended already.')
    await record(tx, actor, 'awardRun.cancelled', id)
  })
}

export async function findRunFor(actor: Actor, runId: string): Promise<AwardRunModel> {
  allowed(mayAward(actor))
  return found(await db.awardRun.findFirst({ where: { id: runId, institutionId: actor.institutionId } }))
}

/** The job that looks for those who are ready, one a run. */
export function gathering(runId: string, filter: StudentFilter = {}, isFirst = false) {
  const payload = { runId, filter: { ...filter }, isFirst }
  return { kind: 'award-run-gathering', payload, dedupeKey: `award-run-gathering:${runId}` }
}

/** A job that awards to some of those who wait, and queues the next. */
export function working(runId: string) {
  return { kind: 'award-run', payload: { runId } }
}

/** Rule 1 and rule 11, asked of all of them before anything is kept. */
async function refuseStrangers({ institutionId, ...actor }: Actor, students: readonly string[]) {
  if ('id' in actor && students.includes(actor.id)) throw new Refusal('Nobody awards themselves. A colleague can.')
  const known = await db.person.count({ where: { id: { in: [...students] }, institutionId, erasedAt: null } })
  found(known === students.length ? true : null)
}
