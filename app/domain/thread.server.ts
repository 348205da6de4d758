import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { answerable, hold } from './answer.server'
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
    const id = await say(tx, request, 'endorser', form)
    if (!id) return
    await begin(tx, request)
    await notify(tx, {
      template: 'question-asked',
      to: primaryAddress(request.activity.student),
      params: { messageId: id },
      subjectId: request.activityId,
      dedupeKey: `message:${id}`,
    })
    await record(tx, actor, 'request.asked', requestId, { message: id })
  })
}

/** Answers whoever asked. The same link goes to them once more, and works for 30 days from now. */
export async function answerEndorser(actor: Actor, requestId: string, form: MessageForm) {
  const request = found(await findRequest(requestId))
  allowed(isOwn(actor, request.activity))
  if (closedReason(request)) throw new Refusal('This request is closed, so nobody would read your answer.')
  await transaction(async tx => {
    await hold(tx, request)
    const id = await say(tx, request, 'student', form)
    if (!id) return
    await tx.endorsementRequest.update({ where: { id: requestId }, data: { expiresAt: expiry() } })
    await notify(tx, {
      template: 'question-answered',
      to: request.endorser.email,
      params: { messageId: id },
      subjectId: requestId,
      dedupeKey: `message:${id}`,
    })
    await record(tx, actor, 'request.told', requestId, { message: id })
  })
}

/** Messages as pages read them. */
export const inOrder = {
  orderBy: { id: 'asc' },
  select: { id: true, author: true, text: true, sentAt: true },
} as const

/** Null for the second of two clicks. The activity's row is held, so nobody else writes meanwhile. */
async function say(tx: Tx, { id: requestId, institutionId }: AskedRequest, author: Message['author'], form: MessageForm) {
  const { text, after } = form
  const last = await tx.message.findFirst({ where: { requestId }, orderBy: { id: 'desc' } })
  if (!last && author === 'student') throw new Refusal('Nobody has asked you anything here.')
  if ((last?.id ?? '') !== after) {
    if (last?.author === author && last.text === text) return null
    throw new Refusal('There is a newer message. Read it, then send yours.')
  }
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
