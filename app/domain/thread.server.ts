import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { answerable, hold, refuseUnanswerable } from './answer.server'
import { record } from './audit.server'
import { whenMissing } from './endorsement-forms.server'
import { notify } from './notification.server'
import { primaryAddress } from './people'
import { isOwn, type Actor } from './policy'
import { closedReason, expiry, findRequest, type AskedRequest } from './request.server'
import { MESSAGE_LENGTH, type Message } from './thread'

export const MessageForm = z.object({
  text: z.string(whenMissing('Write what you want to say.')).trim().min(1).max(MESSAGE_LENGTH),
  /** The last message the form showed (rule 6). */
  after: z.string().default(''),
})
export type MessageForm = z.output<typeof MessageForm>

/** Asks the student, and keeps the request: nothing is answered, nothing goes back. */
export async function askStudent(actor: Actor, requestId: string, form: MessageForm) {
  const request = await answerable(actor, requestId)
  await transaction(async tx => {
    await hold(tx, request)
    if (await isNews(tx, request, 'endorser', form)) await tellStudent(tx, actor, request, form.text)
  })
}

/** Answers whoever asked. The same link goes to them once more, and works for 30 days from now. */
export async function answerEndorser(actor: Actor, requestId: string, form: MessageForm) {
  const request = found(await findRequest(requestId))
  await transaction(async tx => {
    await holdOwn(tx, actor, request)
    if (await isNews(tx, request, 'student', form)) await tellEndorser(tx, actor, request, form.text)
  })
}

/** The same by mail, in the transaction that keeps what came in: whoever answers a letter is shown no form. */
export async function writeByMail(tx: Tx, actor: Actor, request: AskedRequest, author: Message['author'], text: string) {
  if (author === 'endorser') {
    refuseUnanswerable(actor, request)
    await hold(tx, request)
    return tellStudent(tx, actor, request, text)
  }
  await holdOwn(tx, actor, request)
  refuseUnasked(await lastIn(tx, request))
  return tellEndorser(tx, actor, request, text)
}

async function holdOwn(tx: Tx, actor: Actor, request: AskedRequest) {
  allowed(isOwn(actor, request.activity))
  if (closedReason(request)) throw new Refusal('This request is closed, so nobody would read your answer.')
  await hold(tx, request)
}

async function tellStudent(tx: Tx, actor: Actor, request: AskedRequest, text: string) {
  const message = await write(tx, request, 'endorser', text)
  await begin(tx, request)
  await notify(tx, {
    template: 'question-asked',
    to: primaryAddress(request.activity.student),
    params: { messageId: message },
    subjectId: request.activityId,
    dedupeKey: `message:${message}`,
  })
  await record(tx, actor, 'request.asked', request.id, { message })
}

async function tellEndorser(tx: Tx, actor: Actor, request: AskedRequest, text: string) {
  const message = await write(tx, request, 'student', text)
  await tx.endorsementRequest.update({ where: { id: request.id }, data: { expiresAt: expiry() } })
  await notify(tx, {
    template: 'question-answered',
    to: request.endorser.email,
    params: { messageId: message },
    subjectId: request.id,
    dedupeKey: `message:${message}`,
  })
  await record(tx, actor, 'request.told', request.id, { message })
}

/** Messages as pages read them. */
export const inOrder = {
  orderBy: { id: 'asc' },
  select: { id: true, author: true, text: true, sentAt: true },
} as const

/** False for the second of two clicks. The activity's row is held, so nobody else writes meanwhile. */
async function isNews(tx: Tx, request: AskedRequest, author: Message['author'], { text, after }: MessageForm) {
  const last = await lastIn(tx, request)
  if (author === 'student') refuseUnasked(last)
  if ((last?.id ?? '') === after) return true
  if (last?.author === author && last.text === text) return false
  throw new Refusal('There is a newer message. Read it, then send yours.')
}

const lastIn = (tx: Tx, { id: requestId }: AskedRequest) =>
  tx.message.findFirst({ where: { requestId }, orderBy: { id: 'desc' } })

function refuseUnasked(last: { id: string } | null) {
  if (!last) throw new Refusal('Nobody has asked you anything here.')
}

async function write(tx: Tx, { id: requestId, institutionId }: AskedRequest, author: Message['author'], text: string) {
  const id = newId()
  await tx.message.create({ data: { id, institutionId, requestId, author, text, sentAt: now() } })
  return id
}

/** Whoever signed in needed no code, so this may be their first word. */
function begin(tx: Tx, { id }: AskedRequest) {
  return tx.endorsementRequest.updateMany({
    where: { id, status: { in: ['queued', 'sent', 'undeliverable'] } },
    data: { status: 'started', startedAt: now(), statusAt: now() },
  })
}
