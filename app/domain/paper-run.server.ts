import { now } from '~/lib/clock.server'
import { db, transaction, type PaperRunModel, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { enqueue } from '~/lib/jobs.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { paperRuns as words } from '~/messages/en/paper-runs'
import type { PaperLanguage } from '~/messages/paper-languages'
import { record } from './audit.server'
import { findHouse } from './institution.server'
import { MOST_PAPERS } from './paper-run'
import { addPapers, papersFor } from './paper-run-members.server'
import { actorFor } from './people.server'
import { mayMakePapers, maySeePaperRun, type Actor, type PersonActor } from './policy'
import type { StudentFilter } from './student-filter.server'
import type { IssuedFor, TranscriptForm } from './transcript'

/** Which papers, of whom. */
export type PaperOrder = { students: StudentFilter; language?: PaperLanguage | undefined } & (
  /** Of one programme in all its versions; null is every credential in force. */
  | { kind: 'certificate'; programmeId: string | null }
  | ({ kind: 'transcript'; form: TranscriptForm } & IssuedFor)
)

/**
 * Begins to make papers for many and comes back with the run's id: whose they are is kept, and jobs work through
 * them, whatever happens to the page or the server meanwhile. Two clicks on one form begin one (rule 6).
 */
export async function startPaperRun(actor: Actor, order: PaperOrder, formKey?: string): Promise<string> {
  allowed(mayMakePapers(actor))
  const { id: startedById, institutionId } = actor
  const id = idFrom(formKey, startedById, order)
  if (await db.paperRun.count({ where: { id, institutionId } })) return id
  const papers = await papersFor(actor, order)
  if (papers.length === 0) throw new Refusal(words.begin.nobody[order.kind])
  if (papers.length > MOST_PAPERS) throw new Refusal(words.begin.tooMany(MOST_PAPERS))
  const language = order.language ?? (await findHouse()).language
  const ordered = order.kind === 'certificate'
    ? { programmeId: order.programmeId, basis: '' }
    : { form: order.form, recipient: order.recipient, basis: order.basis }
  const run = { id, institutionId, kind: order.kind, language, startedById, startedAt: now(), ...ordered }
  const making = transaction(async tx => {
    await tx.paperRun.create({ data: run })
    await addPapers(tx, id, papers)
    await enqueue(tx, makingOf(id))
    await record(tx, actor, 'paperRun.started', id, {
      kind: order.kind, papers: papers.length, ...(order.kind === 'certificate' && { programme: order.programmeId }),
    })
  })
  return once(id, making, () => db.paperRun.count({ where: { id } }))
}

/** What is made stays; what is under way is finished, and nothing else begun. */
export async function cancelPaperRun(actor: Actor, runId: string): Promise<void> {
  const { id } = await findPaperRun(actor, runId)
  await transaction(async tx => {
    if (!(await stopIn(tx, id))) throw new Refusal(words.over)
    await record(tx, actor, 'paperRun.cancelled', id)
  })
}

/** Goes on where it was stopped. */
export async function resumePaperRun(actor: Actor, runId: string): Promise<void> {
  const run = await findPaperRun(actor, runId)
  if (!(await makerOf(run))) throw new Refusal(words.leftBy)
  await transaction(async tx => {
    const { count } = await tx.paperRun.updateMany({
      where: { id: run.id, cancelledAt: { not: null }, endedAt: null, clearedAt: null }, data: { cancelledAt: null },
    })
    if (count === 0) throw new Refusal(words.notStopped)
    await enqueue(tx, makingOf(run.id))
    await record(tx, actor, 'paperRun.resumed', run.id)
  })
}

/** Rule 11: of the institution, and for the careers service only what it began itself. */
export async function findPaperRun(actor: Actor, runId: string): Promise<PaperRunModel> {
  allowed(mayMakePapers(actor))
  const run = found(await db.paperRun.findFirst({ where: { id: runId, institutionId: actor.institutionId } }))
  allowed(maySeePaperRun(actor, run))
  return run
}

/** Whoever began it, while they still may; null once nobody may go on in their name. */
export async function makerOf({ startedById }: PaperRunModel): Promise<PersonActor | null> {
  const actor = await actorFor(startedById)
  return actor && mayMakePapers(actor) ? actor : null
}

/** False where it has ended or was stopped before. */
export async function stopIn(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.paperRun.updateMany({
    where: { id, cancelledAt: null, endedAt: null, clearedAt: null }, data: { cancelledAt: now() },
  })
  return count > 0
}

/** A job that makes some of what waits, and queues the next. */
export function makingOf(runId: string) {
  return { kind: 'paper-run', payload: { runId } }
}
