import { now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import type { Shown } from './activity'
import { move } from './activity.server'
import { record } from './audit.server'
import { endorserOf } from './confirmation-code.server'
import type { DeclineForm, ReturnForm } from './endorsement-forms.server'
import { notify } from './notification.server'
import { mayAnswer, type Actor } from './policy'
import { closedReason, closeRequests, findRequest, stillOpen, type AskedRequest } from './request.server'
import { flagDenial } from './risk.server'

/** Back to the student with a question: its answer is the next revision. Nobody is asked about this one. */
export async function returnRequest(actor: Actor, requestId: string, { question }: ReturnForm) {
  const request = await answerable(actor, requestId)
  await transaction(async tx => {
    await hold(tx, request)
    await answer(tx, request, 'returned', { answerNote: question })
    await move(tx, request.activity, ['submitted', 'inReview'], 'returned')
    await closeRequests(tx, request.activityId)
    await notify(tx, {
      template: 'request-returned',
      ...toStudent(request),
      dedupeKey: `returned:${requestId}`,
    })
    await record(tx, actor, 'request.returned', request.activityId, { request: requestId })
  })
}

/** Closes this request only; that it did not happen also goes to the reviewer. */
export async function declineRequest(actor: Actor, requestId: string, form: DeclineForm) {
  const request = await answerable(actor, requestId)
  await transaction(async tx => {
    const { status } = await hold(tx, request)
    await decline(tx, actor, request, form)
    if (form.reason !== 'didNotHappen') return
    await flagDenial(tx, request)
    if (status === 'submitted') await move(tx, request.activity, ['submitted'], 'inReview')
  })
}

/**
 * Kept by whoever is asked: no more mail from us, and the student is told at once. The link is enough, since
 * it went to this mailbox alone and all that can be done here is to spare it.
 */
export async function stopAsking(request: AskedRequest) {
  const actor = endorserOf(request)
  await transaction(async tx => {
    const isWaiting = !closedReason(request)
    if (isWaiting) await hold(tx, request)
    const { count } = await tx.endorser.updateMany({
      where: { id: request.endorserId, doNotAskAt: null },
      data: { doNotAskAt: now() },
    })
    if (isWaiting) await decline(tx, actor, request, { reason: 'other', note: '' })
    if (count === 1) await record(tx, actor, 'endorser.stopped', request.endorserId)
  })
}

/** Takes that back. Nobody who was erased comes to life again. */
export async function allowAsking(request: AskedRequest) {
  await transaction(async tx => {
    const { count } = await tx.endorser.updateMany({
      where: { id: request.endorserId, doNotAskAt: { not: null }, email: { not: '' } },
      data: { doNotAskAt: null },
    })
    if (count === 1) await record(tx, endorserOf(request), 'endorser.allowed', request.endorserId)
  })
}

/** The request, for whom it was sent to, while it can be answered. */
export async function answerable(actor: Actor, requestId: string) {
  const request = found(await findRequest(requestId))
  allowed(mayAnswer(actor, request))
  if (closedReason(request))
    throw new Refusal('This request is closed: it was answered, settled, withdrawn, or has expired.')
  return request
}

/**
 * Takes the activity's row before anything else, so that simultaneous answers stand in one line and each
 * counts those before it; PostgreSQL would let them pass each other unseen.
 */
export function hold(tx: Tx, { activity, revision }: AskedRequest) {
  return holdVersion(
    tx,
    { id: activity.id, revision: revision.number },
    'This activity has moved on in the meantime. Nothing more is needed from you.',
  )
}

/** The same, by the version that a form showed. */
export async function holdVersion(
  tx: Tx,
  { id, revision }: Shown,
  otherwise = 'This version is not in question any more.',
) {
  const { count } = await tx.activity.updateMany({
    where: { id, revision, status: { in: ['submitted', 'inReview'] } },
    data: { revision },
  })
  if (count === 0) throw new Refusal(otherwise)
  return tx.activity.findUniqueOrThrow({ where: { id }, select: { status: true } })
}

/** Only one answer can be first. */
export async function answer(
  tx: Tx,
  request: AskedRequest,
  given: 'endorsed' | 'returned' | 'declined',
  details: {
    answerNote?: string
    declineReason?: DeclineForm['reason']
    suggestedName?: string
    suggestedEmail?: string
  } = {},
) {
  const { count } = await tx.endorsementRequest.updateMany({
    where: { id: request.id, status: { in: stillOpen } },
    data: { status: 'answered', answer: given, statusAt: now(), ...details },
  })
  if (count === 0) throw new Refusal('This request was answered a moment ago.')
}

export function studentAddress({ activity: { student } }: AskedRequest) {
  return found(student.addresses.find(address => address.isPrimary) ?? student.addresses[0]).address
}

async function decline(tx: Tx, actor: Actor, request: AskedRequest, { reason, note, suggestion }: DeclineForm) {
  await answer(tx, request, 'declined', {
    declineReason: reason,
    answerNote: note,
    ...(suggestion && { suggestedName: suggestion.name, suggestedEmail: suggestion.email }),
  })
  await notify(tx, {
    template: 'request-declined',
    ...toStudent(request),
    dedupeKey: `declined:${request.id}`,
  })
  await record(tx, actor, 'request.declined', request.activityId, { request: request.id, reason })
}

function toStudent(request: AskedRequest) {
  return { to: studentAddress(request), params: { requestId: request.id }, subjectId: request.activityId }
}
