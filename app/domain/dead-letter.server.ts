import { z } from 'zod'
import { db, transaction } from '~/lib/db.server'
import { bury, revive } from '~/lib/job-queue.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import { troubleIn } from './dead-letter'
import { notificationIn, told } from './notification.server'
import { placeOf, placeText } from './place.server'
import { mayKeepMail, type Actor } from './policy'

const PAGE = 50

/** `id:moment`: which one, and since when the page said that it is stuck. */
const shown = z
  .string()
  .regex(/^[\w-]{1,40}:\d{1,14}$/)
  .transform(text => {
    const [id = '', moment] = text.split(':')
    return { id, deadAt: new Date(Number(moment)) }
  })

export const AgainForm = z.object({ again: shown })
export const GiveUpForm = z.object({ giveUp: shown })
type Shown = z.output<typeof shown>

/** What could not be sent or done after the last try, the latest first, a page at a time. */
export async function listDeadLetters(actor: Actor, after: string | null) {
  allowed(mayKeepMail(actor))
  const place = placeOf(after)
  const jobs = await db.job.findMany({
    where: {
      doneAt: null,
      deadAt: place ? { lte: place.at } : { not: null },
      ...(place && { OR: [{ deadAt: { lt: place.at } }, { id: { lt: place.id } }] }),
    },
    orderBy: [{ deadAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: { id: true, kind: true, payload: true, lastError: true, deadAt: true, createdAt: true },
  })
  const rows = jobs.slice(0, PAGE).map(({ kind, payload, lastError, deadAt, ...job }) => {
    const letter = kind === 'mail' ? notificationIn(payload) : null
    const error = lastError ?? ''
    const what = letter ? letter.template : kind
    return { ...job, what, to: letter?.to ?? null, error, trouble: troubleIn(error), deadAt: found(deadAt) }
  })
  const last = rows.at(-1)
  return { rows, next: jobs.length > PAGE && last ? placeText({ at: last.deadAt, id: last.id }) : null }
}

export type DeadLetter = Awaited<ReturnType<typeof listDeadLetters>>['rows'][number]

export const countDeadLetters = () => db.job.count({ where: { doneAt: null, deadAt: { not: null } } })

/** As if it had just been written: with all its tries before it. */
export async function sendAgain(actor: Actor, { id, deadAt }: Shown) {
  const { kind } = await findStuck(actor, { id, deadAt })
  await transaction(async tx => {
    if (!(await revive(tx, id, deadAt))) throw new Refusal(gone)
    await record(tx, actor, 'letter.sent-again', id, { kind })
  })
}

/** Forgets it. Whoever it asked cannot be reached: the student is told, and names somebody else. */
export async function giveUp(actor: Actor, { id, deadAt }: Shown) {
  const { kind, payload } = await findStuck(actor, { id, deadAt })
  if (kind === 'mail') await told('undeliverable', notificationIn(payload))
  await transaction(async tx => {
    if (!(await bury(tx, id, deadAt))) throw new Refusal(gone)
    await record(tx, actor, 'letter.given-up', id, { kind })
  })
}

const gone = 'Somebody has dealt with this letter in the meantime.'

async function findStuck(actor: Actor, { id, deadAt }: Shown) {
  allowed(mayKeepMail(actor))
  const job = await db.job.findFirst({
    where: { id, deadAt, doneAt: null },
    select: { kind: true, payload: true },
  })
  if (!job) throw new Refusal(gone)
  return job
}
