import { setTimeout as wait } from 'node:timers/promises'
import { DAY, later, now } from './clock.server'
import { db, transaction, type Prisma, type Tx } from './db.server'
import { newId } from './id.server'
import { insertAll, jsonOf } from './insert.server'
import { claim, fail, finish, LEASE, renew, type Job } from './job-queue.server'
import { log, reasonOf } from './log.server'

export interface NewJob {
  kind: string
  payload?: Prisma.InputJsonObject
  runAt?: Date
  /** Queued twice with one key, it is done once. */
  dedupeKey?: string
}

export type Work = (job: Job) => Promise<unknown>

const works = new Map<string, Work>([['forget-done-jobs', forgetDoneJobs]])
const dailies = new Set<string>(['forget-done-jobs'])
let queuedDay = ''

/** Writes the job in the transaction of the change; it is carried out once that is committed (rule 13). */
export async function enqueue(tx: Tx, { kind, payload = {}, runAt = now(), dedupeKey }: NewJob) {
  const job = { id: newId(), kind, payload, runAt, createdAt: now() }
  // Only an upsert that updates something becomes one statement, which simultaneous ones cannot break.
  if (dedupeKey)
    await tx.job.upsert({ where: { dedupeKey }, create: { ...job, dedupeKey }, update: { kind } })
  else await tx.job.create({ data: job })
  wake()
}

/** Many of one change, none of which can be queued already. */
export async function enqueueAll(tx: Tx, jobs: readonly NewJob[]) {
  if (jobs.length === 0) return
  const at = now()
  await insertAll(tx, 'Job', jobs.map(({ kind, payload = {}, runAt = at, dedupeKey = null }) => (
    { id: newId(), kind, payload: jsonOf(payload), runAt, dedupeKey, createdAt: at }
  )))
  wake()
}

/** Takes back what has not been done yet. */
export async function cancelJob(tx: Tx, dedupeKey: string) {
  await tx.job.deleteMany({ where: { dedupeKey, doneAt: null } })
}

export function registerJobs(kinds: Record<string, Work>) {
  for (const [kind, work] of Object.entries(kinds)) works.set(kind, work)
}

/** Once a day (UTC), whichever process notices the new day first. */
export function registerDaily(kinds: Record<string, Work>) {
  registerJobs(kinds)
  for (const kind of Object.keys(kinds)) dailies.add(kind)
  queuedDay = ''
}

const LANES = 4
const QUICK = 5
const SLOW = 1000
let lanes: Promise<void>[] = []
let ending = new AbortController()
let nudge = new AbortController()

export function startJobs() {
  if (lanes.length > 0) return
  ending = new AbortController()
  lanes = Array.from({ length: LANES }, lane)
}

/** Lets what has begun come to its end. */
export async function stopJobs() {
  ending.abort()
  wake()
  await Promise.all(lanes)
  lanes = []
}

/** Carries out everything that is due, one after the other, and says how it went. */
export async function runDueJobs(): Promise<{ done: number; failed: number }> {
  const count = { done: 0, failed: 0 }
  await queueDailies()
  for (let job = await claim(); job; job = await claim()) count[(await carryOut(job)) ? 'done' : 'failed']++
  return count
}

/** Carries out one that is due, of these kinds. False where there is none, or somebody else has it. */
export async function runDueJob(kinds: readonly string[]): Promise<boolean> {
  const job = await claim(kinds)
  return job !== null && carryOut(job)
}

// A new job is looked for at once and then ever less often: its transaction may take a moment to commit.
async function lane() {
  let pause = QUICK
  while (!ending.signal.aborted) {
    const nudged = nudge.signal
    const isBusy = await takeOne().catch((error: unknown) => {
      log.error({ reason: reasonOf(error) }, 'jobs cannot be read')
      return false
    })
    if (isBusy) pause = QUICK
    else if (await isWoken(pause, nudged)) pause = QUICK
    else pause = Math.min(pause * 2, SLOW)
  }
}

async function takeOne() {
  await queueDailies()
  const job = await claim()
  if (job) await carryOut(job)
  return job !== null
}

function isWoken(pause: number, signal: AbortSignal) {
  return wait(pause, false, { signal }).catch(() => true)
}

function wake() {
  nudge.abort()
  nudge = new AbortController()
}

async function carryOut(job: Job): Promise<boolean> {
  const heartbeat = setInterval(() => void renew(job).catch(unrenewed), LEASE / 3)
  try {
    const work = works.get(job.kind)
    if (!work) throw new Error(`nobody registered for ${job.kind}`)
    await work(job)
    await finish(job)
    return true
  } catch (error) {
    await fail(job, error)
    return false
  } finally {
    clearInterval(heartbeat)
  }
}

const unrenewed = (error: unknown) => log.warn({ reason: reasonOf(error) }, 'a lease was not renewed')

async function queueDailies() {
  const day = now().toISOString().slice(0, 10)
  if (day === queuedDay) return
  await transaction(async tx => {
    for (const kind of dailies) await enqueue(tx, { kind, dedupeKey: `${kind}:${day}` })
  })
  queuedDay = day
}

async function forgetDoneJobs() {
  const { count } = await db.job.deleteMany({ where: { doneAt: { lt: later(now(), -30 * DAY) } } })
  log.info({ count }, 'forgot jobs done long ago')
}
