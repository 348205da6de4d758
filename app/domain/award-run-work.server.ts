import { z } from 'zod'
import { later, MINUTE, now } from '~/lib/clock.server'
import { db, transaction, type AwardRunModel } from '~/lib/db.server'
import { enqueue, registerJobs } from '~/lib/jobs.server'
import type { Job } from '~/lib/job-queue.server'
import { log, reasonOf } from '~/lib/log.server'
import { NotNow } from '~/lib/refusal'
import { recordAll } from './audit.server'
import { working } from './award-run.server'
import { addMembers, countMembers, listWaiting, Overtaken, settleMembers } from './award-run-members.server'
import { awardChunk, CHUNK, type Awarding, type Outcomes } from './awarding.server'
import { findAwarding } from './awarding-plan.server'
import { actorFor } from './people.server'
import { mayAward, type Actor } from './policy'
import { readyIds } from './ready.server'

const About = z.object({ runId: z.string() })
const Sought = About.extend({
  filter: z.object({ unitId: z.string(), studyProgramme: z.string(), entryYear: z.number(), name: z.string() }).partial(),
  isFirst: z.boolean().default(false),
})

registerJobs({
  'award-run-gathering': ({ payload }: Job) => gather(Sought.parse(payload)),
  'award-run': ({ payload }: Job) => workOn(About.parse(payload).runId),
})

/** Everybody who is ready now. Cut off, it looks again, and whoever was found stays. */
async function gather({ runId, filter, isFirst }: z.infer<typeof Sought>): Promise<void> {
  const run = await findOpen(runId)
  if (!run) return
  if (!(await awarderOf(run))) return stop(run)
  for await (const ids of readyIds(systemOf(run), run.programmeId, filter, { round: run.round, isFirst })) {
    if (!(await findOpen(runId))) return
    await transaction(tx => addMembers(tx, runId, ids.filter(id => id !== run.startedById)))
  }
  await transaction(tx => enqueue(tx, working(runId)))
}

/** Of so many who still wait, letters leave after the work is done: writing them takes as much of the machine. */
const MANY = 500
const LETTERS_WAIT = 2 * MINUTE

const LANES = 3
/** Milliseconds after which a job makes room for others, and the next goes on. */
const SLICE = 10_000

/** Awards to those who wait, until none does or it is time to let others have their turn. */
async function workOn(runId: string): Promise<void> {
  const run = await findOpen(runId)
  if (!run) return
  const awarder = await awarderOf(run)
  if (!awarder) return stop(run)
  const isLong = (await countMembers(runId)).waiting >= MANY
  const awarding = {
    ...(await findAwarding(awarder, run.programmeId)),
    round: run.round, isQuiet: run.isQuiet, ...(isLong && { lettersFrom: later(now(), LETTERS_WAIT) }),
  }
  const until = Date.now() + SLICE
  let after = ''
  const next = async () => {
    if (Date.now() > until) return []
    const some = await listWaiting(runId, after, CHUNK)
    after = some.at(-1) ?? after
    return some
  }
  // One after the other takes the next: nobody stands in two chunks.
  let turn = Promise.resolve<string[]>([])
  const lane = async () => {
    for (;;) {
      turn = turn.then(next)
      const some = await turn
      if (some.length === 0) return
      await awardSome(run, awarding, some)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await goOn(run, awarding.actor)
}

/** What goes wrong with one of them is told of that one, and the others are awarded without. */
async function awardSome(run: AwardRunModel, awarding: Awarding, some: readonly string[]): Promise<void> {
  try {
    await awardChunk(awarding, some, (tx, outcomes) => settleMembers(tx, run.id, outcomes))
  } catch (error) {
    if (error instanceof Overtaken) return
    // Nobody else could be awarded to either: the job fails, and comes again.
    if (error instanceof NotNow) throw error
    log.error({ run: run.id, people: some.length, reason: reasonOf(error) }, 'a chunk could not be awarded')
    const [only, ...others] = some
    if (others.length > 0) for (const one of some) await awardSome(run, awarding, [one])
    else if (only) await refuse(run, only)
  }
}

async function refuse(run: AwardRunModel, studentId: string) {
  const outcomes: Outcomes = new Map([[studentId, { is: 'refused', reason: WENT_WRONG }]])
  await transaction(tx => settleMembers(tx, run.id, outcomes))
}

const WENT_WRONG = 'Something went wrong. Whoever runs the server finds the reason in its log.'

async function goOn({ id }: AwardRunModel, actor: Actor) {
  const counts = await countMembers(id)
  await transaction(async tx => {
    if (counts.waiting > 0) return enqueue(tx, working(id))
    const { count } = await tx.awardRun.updateMany({ where: { id, endedAt: null, cancelledAt: null }, data: { endedAt: now() } })
    if (count > 0) await recordAll(tx, actor, [{ action: 'awardRun.ended', subjectId: id, details: { ...counts } }])
  })
}

function findOpen(id: string): Promise<AwardRunModel | null> {
  return db.awardRun.findFirst({ where: { id, endedAt: null, cancelledAt: null } })
}

/** Whoever started it, while they may award and there is something to award; null once nobody may go on. */
async function awarderOf(run: AwardRunModel): Promise<Actor | null> {
  if ((await db.programme.count({ where: { id: run.programmeId, status: 'published' } })) === 0) return null
  const actor = run.startedById ? await actorFor(run.startedById) : systemOf(run)
  return actor && mayAward(actor) ? actor : null
}

/** What is done stays, and whoever still waits is told of on its page. */
async function stop(run: AwardRunModel) {
  await transaction(async tx => {
    const { count } = await tx.awardRun.updateMany({ where: { id: run.id, endedAt: null, cancelledAt: null }, data: { cancelledAt: now() } })
    if (count > 0) await recordAll(tx, systemOf(run), [{ action: 'awardRun.cancelled', subjectId: run.id, details: {} }])
  })
}

function systemOf({ institutionId }: AwardRunModel) {
  return { kind: 'system', institutionId } as const
}
