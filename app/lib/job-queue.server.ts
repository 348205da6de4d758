import { DAY, HOUR, later, MINUTE, now } from './clock.server'
import { db, isSqlite, Prisma, transaction, type Tx } from './db.server'
import { log, reasonOf } from './log.server'

export interface Job {
  /** Stays the same when a job is carried out again, so that a receiver can tell a repeat (rule 13). */
  id: string
  kind: string
  payload: Prisma.JsonValue
}

/** Whoever takes a job renews this while it works. After a crash somebody else has it when it runs out. */
export const LEASE = MINUTE

const waits = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, DAY]

/** Takes the job that has been due longest, of these kinds or of all, so that nobody else does. */
export async function claim(kinds: readonly string[] = []): Promise<Job | null> {
  const at = now()
  const ofKind = kinds.length > 0 ? Prisma.sql`AND "kind" IN (${Prisma.join(kinds)})` : Prisma.empty
  // SQLite has one writer at a time; PostgreSQL is told to pass over what another is about to take.
  const passOver = isSqlite ? Prisma.empty : Prisma.sql`FOR UPDATE SKIP LOCKED`
  const taken = await transaction(
    tx => tx.$queryRaw<{ id: string }[]>`
      UPDATE "Job" SET "lockedUntil" = ${later(at, LEASE)} WHERE "id" = (
        SELECT "id" FROM "Job"
        WHERE "doneAt" IS NULL AND "deadAt" IS NULL AND "runAt" <= ${at}
          AND ("lockedUntil" IS NULL OR "lockedUntil" <= ${at}) ${ofKind}
        ORDER BY "runAt" LIMIT 1 ${passOver}
      ) RETURNING "id"`,
  )
  const id = taken[0]?.id
  return id ? db.job.findUnique({ where: { id }, select: { id: true, kind: true, payload: true } }) : null
}

export function renew(job: Job) {
  return change(job, { lockedUntil: later(now(), LEASE) })
}

/** What a job was about is forgotten once it is done; that it was done is kept for its dedupe key. */
export function finish(job: Job) {
  return change(job, { doneAt: now(), lockedUntil: null, lastError: null, payload: {} })
}

/** Tries again later, each time less soon; in the end somebody has to look. */
export async function fail(job: Job, error: unknown) {
  const { attempts, wait } = await transaction(async tx => {
    const counting = { attempts: { increment: 1 }, lastError: reasonOf(error), lockedUntil: null }
    const { attempts } = await tx.job.update({ where: { id: job.id }, data: counting, select: { attempts: true } })
    const wait = waits[attempts - 1]
    await tx.job.update({ where: { id: job.id }, data: wait ? { runAt: later(now(), wait) } : { deadAt: now() } })
    return { attempts, wait }
  })
  log[wait ? 'warn' : 'error'](
    { job: job.id, kind: job.kind, attempts, reason: reasonOf(error) },
    'job failed',
  )
}

/** Somebody looked, and has it tried again from the start. False when it was changed since they saw it. */
export async function revive(tx: Tx, id: string, deadAt: Date) {
  const fresh = { deadAt: null, attempts: 0, runAt: now(), lockedUntil: null }
  const { count } = await tx.job.updateMany({ where: { id, deadAt, doneAt: null }, data: fresh })
  return count === 1
}

/** Somebody looked, and lets it go with what it was about. False when it was changed since they saw it. */
export async function bury(tx: Tx, id: string, deadAt: Date) {
  const forgotten = { deadAt: null, doneAt: now(), payload: {} }
  const { count } = await tx.job.updateMany({ where: { id, deadAt, doneAt: null }, data: forgotten })
  return count === 1
}

function change(job: Job, data: Prisma.JobUpdateInput) {
  return transaction(tx => tx.job.update({ where: { id: job.id }, data, select: { id: true } }))
}
