import { now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import type { Shown } from './activity'
import { move } from './activity.server'
import { record } from './audit.server'
import { endorserOf } from './confirmation-code.server'
import type { Answer } from './endorsement'
import type { DeclineForm, ReturnForm } from './endorsement-forms.server'
import { notify } from './notification.server'
import { primaryAddress } from './people'
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
    await answer(tx, request, 'declined', declineOf(form))
    await tellDecline(tx, actor, request, form)
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
    // What is settled, or has moved on, needs no decline: only the mailbox is spared from now on.
    const canDecline = !closedReason(request) && (await canHold(tx, { id: request.activityId, revision: request.revision.number }))
    const { count } = await tx.endorser.updateMany({
      where: { id: request.endorserId, doNotAskAt: null },
      data: { doNotAskAt: now() },
    })
    const form = { reason: 'other', note: '' } as const
    if (canDecline && (await isFirst(tx, request, 'declined', declineOf(form))))
      await tellDecline(tx, actor, request, form)
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
  refuseUnanswerable(actor, request)
  return request
}

export function refuseUnanswerable(actor: Actor, request: AskedRequest) {
  allowed(mayAnswer(actor, request))
  if (closedReason(request))
    throw new Refusal('This request is closed: it was answered, settled, withdrawn, or has expired.')
}

/**
 * Takes the activity's row before anything else, so that simultaneous answers stand in one line and each
 * counts those before it; PostgreSQL would let them pass each other unseen.
 */
export async function hold(tx: Tx, { activity: { id }, revision: { number } }: AskedRequest) {
  return holdVersion(
    tx,
    { id, revision: number },
    'This activity has moved on in the meantime. Nothing more is needed from you.',
  )
}

/** The same, by the version that a form showed. */
export async function holdVersion(
  tx: Tx,
  version: Shown,
  otherwise = 'This version is not in question any more.',
) {
  if (!(await canHold(tx, version))) throw new Refusal(otherwise)
  return tx.activity.findUniqueOrThrow({ where: { id: version.id }, select: { status: true } })
}

/** Only one answer can be first. */
export async function answer(tx: Tx, request: AskedRequest, given: Answer, details: AnswerDetails = {}) {
  if (!(await isFirst(tx, request, given, details)))
    throw new Refusal('This request was answered a moment ago.')
}

async function canHold(tx: Tx, { id, revision }: Shown) {
  const { count } = await tx.activity.updateMany({
    where: { id, revision, status: { in: ['submitted', 'inReview'] } },
    data: { revision },
  })
  return count === 1
}

interface AnswerDetails {
  answerNote?: string
  declineReason?: DeclineForm['reason']
  suggestedName?: string
  suggestedEmail?: string
}

async function isFirst(tx: Tx, { id }: AskedRequest, given: Answer, details: AnswerDetails) {
  const { count } = await tx.endorsementRequest.updateMany({
    where: { id, status: { in: stillOpen } },
    data: { status: 'answered', answer: given, statusAt: now(), ...details },
  })
  return count === 1
}

function declineOf({ reason, note, suggestion }: DeclineForm): AnswerDetails {
  return {
    declineReason: reason,
    answerNote: note,
    ...(suggestion && { suggestedName: suggestion.name, suggestedEmail: suggestion.email }),
  }
}

async function tellDecline(tx: Tx, actor: Actor, request: AskedRequest, { reason }: DeclineForm) {
  await notify(tx, {
    template: 'request-declined',
    ...toStudent(request),
    dedupeKey: `declined:${request.id}`,
  })
  await record(tx, actor, 'request.declined', request.activityId, { request: request.id, reason })
}

function toStudent(request: AskedRequest) {
  return { to: primaryAddress(request.activity.student), params: { requestId: request.id }, subjectId: request.activityId }
}
