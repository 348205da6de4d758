import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { hold } from './answer.server'
import { record } from './audit.server'
import { notify } from './notification.server'
import { closedReason, expiry, stillOpen, systemOf, type AskedRequest } from './request.server'

/** Ran out, while the version is still in question and its endorser still wants mail. */
export function canRenew(request: AskedRequest) {
  const { activity, revision, endorser } = request
  const isInQuestion =
    activity.revision === revision.number && ['submitted', 'inReview'].includes(activity.status)
  return closedReason(request) === 'expired' && isInQuestion && !endorser.doNotAskAt
}

/** Whoever follows a link that ran out has it sent again, to the same address only. */
export async function renewRequest(request: AskedRequest) {
  const { id, status, expiresAt } = request
  if (!canRenew(request)) throw new Refusal('This request is closed. Nothing more is needed from you.')
  await transaction(async tx => {
    await hold(tx, request)
    const { count } = await tx.endorsementRequest.updateMany({
      where: { id, status, expiresAt },
      data: { status: 'queued', statusAt: now(), expiresAt: expiry() },
    })
    if (count === 0) throw new Refusal('A new mail is on its way already.')
    await notify(tx, {
      template: 'endorsement-request',
      to: request.endorser.email,
      params: { requestId: id },
      subjectId: id,
      dedupeKey: `request:${id}:${expiresAt.getTime()}`,
    })
    await record(tx, systemOf(request), 'request.renewed', id)
  })
}

/** What is past its day is closed, so that the student sees that nobody holds it. */
export async function expireRequests() {
  const due = await db.endorsementRequest.findMany({
    where: { status: { in: stillOpen }, expiresAt: { lt: now() } },
    select: { id: true, institutionId: true },
  })
  for (const request of due) {
    await transaction(async tx => {
      const { count } = await tx.endorsementRequest.updateMany({
        where: { id: request.id, status: { in: stillOpen }, expiresAt: { lt: now() } },
        data: { status: 'expired', statusAt: now() },
      })
      if (count > 0) await record(tx, systemOf(request), 'request.expired', request.id)
    })
  }
}
