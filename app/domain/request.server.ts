import { DAY, later, now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { linkToken, readLinkToken } from '~/lib/token.server'
import { record } from './audit.server'
import { isOpen, REQUEST_DAYS } from './endorsement'
import type { Invited } from './endorser.server'
import { notify, onDelivered, onUndeliverable } from './notification.server'
import { isOwn, type Actor } from './policy'

/** Opens one request a person for a frozen revision and queues its mail. */
export async function openRequests(
  tx: Tx, revision: { id: string; activityId: string; institutionId: string }, invited: Invited[],
) {
  for (const { endorserId, email, name, organisation, message, namedBy } of invited) {
    const id = newId()
    await tx.endorsementRequest.create({
      data: {
        id, institutionId: revision.institutionId, activityId: revision.activityId, revisionId: revision.id,
        endorserId, endorserName: name, organisation, message, namedBy,
        statusAt: now(), createdAt: now(), expiresAt: expiry(),
      },
    })
    await notify(tx, { template: 'endorsement-request', to: email, params: { requestId: id }, subjectId: id, dedupeKey: `request:${id}` })
  }
}

/** The address of the endorser's page. The same link in the first mail and in every reminder. */
export function requestPath(requestId: string) {
  return `/e/${linkToken('endorse', requestId)}`
}

/** The request a link names, while the link works; what is expired or withdrawn is found too, to say so. */
export async function findRequestByToken(token: string) {
  const id = readLinkToken('endorse', token)
  return id ? findRequest(id) : null
}

/** A claim with the whole scale of its framework and the rubric's words for it. */
const claimWithRubric = {
  competency: {
    include: { descriptors: true, links: true, framework: { include: { levels: { orderBy: { position: 'asc' } } } } },
  },
} as const

export type AskedRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>

export function findRequest(id: string) {
  return db.endorsementRequest.findUnique({
    where: { id },
    include: {
      endorser: true,
      revision: { include: { claims: { orderBy: { position: 'asc' }, include: claimWithRubric } } },
      activity: { include: { opportunity: true, student: { include: { institution: true, addresses: true } } } },
    },
  })
}

/** Why a link does nothing any more, or null while it works. */
export function closedReason(request: { status: AskedRequest['status']; expiresAt: Date }) {
  if (request.status === 'answered') return 'answered'
  if (!isOpen(request.status) && request.status !== 'undeliverable') return request.status === 'expired' ? 'expired' : 'withdrawn'
  return request.expiresAt < now() ? 'expired' : null
}

/** The same link once more, by the student. It works for 30 days from now. */
export async function remindEndorser(actor: Actor, requestId: string) {
  const request = found(await findRequest(requestId))
  allowed(isOwn(actor, request.activity))
  if (!isOpen(request.status)) throw new Refusal(`${request.endorserName} no longer holds this.`)
  const at = now()
  if (request.remindedAt && later(request.remindedAt, 3 * DAY) > at) {
    throw new Refusal('You reminded them less than three days ago. Give them a little time.')
  }
  await transaction(async tx => {
    const { count } = await tx.endorsementRequest.updateMany({
      where: { id: requestId, remindedAt: request.remindedAt }, data: { remindedAt: at, expiresAt: expiry() },
    })
    if (count === 0) throw new Refusal('A reminder is on its way already.')
    const day = at.toISOString().slice(0, 10)
    await notify(tx, {
      template: 'reminder', to: request.endorser.email, params: { requestId }, subjectId: requestId,
      dedupeKey: `reminder:${requestId}:${day}`,
    })
    await record(tx, actor, 'request.reminded', requestId)
  })
}

/** What is past its day is closed, so that the student sees that nobody holds it. */
export async function expireRequests() {
  await db.endorsementRequest.updateMany({
    where: { status: { in: ['queued', 'sent', 'started'] }, expiresAt: { lt: now() } },
    data: { status: 'expired', statusAt: now() },
  })
}

/** Kept by whoever is asked: no more requests from us. */
export async function stopAsking(request: AskedRequest, actor: Actor) {
  await transaction(async tx => {
    await tx.endorser.update({ where: { id: request.endorserId }, data: { doNotAskAt: now() } })
    await record(tx, actor, 'endorser.stopped', request.endorserId)
  })
}

// "Sent" is what the transport says, never what we hoped.
onDelivered('endorsement-request', requestId => settle(requestId, 'sent'))
onUndeliverable('endorsement-request', requestId => settle(requestId, 'undeliverable'))

async function settle(requestId: string, status: 'sent' | 'undeliverable') {
  await db.endorsementRequest.updateMany({
    where: { id: requestId, status: 'queued' }, data: { status, statusAt: now(), expiresAt: expiry() },
  })
}

const expiry = () => later(now(), REQUEST_DAYS * DAY)
