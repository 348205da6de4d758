import { DAY, later, now } from '~/lib/clock.server'
import { db, transaction, type Db, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { linkToken, readLinkToken } from '~/lib/token.server'
import { record } from './audit.server'
import { isOpen, REQUEST_DAYS, type ClosedReason, type RequestStatus } from './endorsement'
import type { Invited } from './endorser.server'
import { notify, onDelivered, onUndeliverable } from './notification.server'
import { passOn } from './pass-on.server'
import { primaryAddress } from './people'
import { isOwn, type Actor } from './policy'
import { nextReminder } from './reminder'

/** Opens one request a person for a frozen revision and queues its mail. */
export async function openRequests(
  tx: Tx,
  revision: { id: string; activityId: string; institutionId: string },
  invited: Invited[],
) {
  for (const { endorserId, email, name, organisation, message, namedBy } of invited) {
    const id = newId()
    const { digest } = await tx.endorser.findUniqueOrThrow({ where: { id: endorserId }, select: { digest: true } })
    const request = await tx.endorsementRequest.create({
      data: {
        id,
        institutionId: revision.institutionId,
        activityId: revision.activityId,
        revisionId: revision.id,
        endorserId,
        endorserName: name,
        organisation,
        message,
        namedBy,
        statusAt: now(),
        createdAt: now(),
        expiresAt: expiry(),
        ...(digest !== 'each' && { nextReminderAt: now() }),
      },
    })
    if (await passOn(tx, request, openRequests)) continue // whoever comes after them is asked
    if (digest !== 'each') continue // it leaves with their next letter
    await notify(tx, {
      template: 'endorsement-request',
      to: email,
      params: { requestId: id },
      subjectId: id,
      dedupeKey: `request:${id}`,
    })
  }
}

/** An answer may still come, also when our mail came back: the link may have reached them another way. */
export const stillOpen: RequestStatus[] = ['queued', 'sent', 'started', 'undeliverable']

/** Nobody is asked about a version that is no longer the one in question: any of an activity, or that one. */
export function closeRequests(tx: Tx, activityId: string, revisionId?: string) {
  return tx.endorsementRequest.updateMany({
    where: { activityId, ...(revisionId && { revisionId }), status: { in: stillOpen } },
    data: { status: 'withdrawn', statusAt: now() },
  })
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
    include: {
      descriptors: true,
      links: true,
      framework: { include: { levels: { orderBy: { position: 'asc' } } } },
    },
  },
} as const

/** All that a page, a rule or a mail about a request wants to know. */
const whole = {
  endorser: true,
  handedOverBy: { select: { endorserName: true } },
  revision: { include: { claims: { orderBy: { position: 'asc' }, include: claimWithRubric } } },
  activity: {
    include: { opportunity: true, student: { include: { institution: true, addresses: true } } },
  },
} as const

export type AskedRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>

export function findRequest(id: string, client: Db = db) {
  return client.endorsementRequest.findUnique({ where: { id }, include: whole })
}

export function findRequests(ids: readonly string[]): Promise<AskedRequest[]> {
  return db.endorsementRequest.findMany({
    where: { id: { in: [...ids] } },
    include: whole,
    orderBy: { id: 'asc' },
  })
}

interface Closable {
  status: RequestStatus
  expiresAt: Date
  revisionId: string
  activity: { approvedRevisionId: string | null }
}

/** Why a link does nothing any more, or null while it works. */
export function closedReason({ status, expiresAt, revisionId, activity }: Closable): ClosedReason | null {
  if (status === 'answered') return 'answered'
  if (status === 'expired') return 'expired'
  if (status === 'redirected') return 'redirected'
  if (!stillOpen.includes(status)) return 'withdrawn'
  // What is approved counts as it stands: an answer now would change it behind the reviewer's back.
  if (activity.approvedRevisionId === revisionId) return 'settled'
  return expiresAt < now() ? 'expired' : null
}

/** The same link once more, by the student. It works for 30 days from now. */
export async function remindEndorser(actor: Actor, requestId: string) {
  const request = found(await findRequest(requestId))
  allowed(isOwn(actor, request.activity))
  const at = now()
  if (!isOpen(request.status) || closedReason(request) === 'settled')
    throw new Refusal(`${request.endorserName} no longer holds this.`)
  refuseStopped(request)
  if (later(request.createdAt, DAY) > at)
    throw new Refusal('You asked them less than a day ago. Give them a little time.')
  if (request.remindedAt && later(request.remindedAt, 3 * DAY) > at) {
    throw new Refusal('You reminded them less than three days ago. Give them a little time.')
  }
  await transaction(async tx => {
    const { count } = await tx.endorsementRequest.updateMany({
      where: { id: requestId, remindedAt: request.remindedAt, status: { in: stillOpen } },
      data: { remindedAt: at, expiresAt: expiry() },
    })
    if (count === 0) throw new Refusal('A reminder is on its way already.')
    if (await passOn(tx, request, openRequests)) return // they have left since
    await notify(tx, {
      template: 'reminder',
      to: request.endorser.email,
      params: { requestId },
      subjectId: requestId,
      dedupeKey: `reminder:${requestId}:${dayOf(at)}`,
    })
    await record(tx, actor, 'request.reminded', requestId)
  })
}

// "Sent" is what the transport says, never what we hoped.
onDelivered('endorsement-request', requestId => settle(requestId, 'sent'))
onUndeliverable('endorsement-request', requestId => settle(requestId, 'undeliverable'))

export async function settle(requestId: string, status: 'sent' | 'undeliverable') {
  const request = await findRequest(requestId)
  if (!request) return
  await transaction(async tx => {
    const { count } = await tx.endorsementRequest.updateMany({
      // Whoever has started has read it: what comes back then is another letter.
      where: { id: requestId, status: status === 'sent' ? 'queued' : { in: ['queued', 'sent'] } },
      data: { status, statusAt: now(), expiresAt: expiry(), nextReminderAt: status === 'sent' ? nextReminder(0, now()) : null },
    })
    if (count === 0) return
    if (status === 'undeliverable') await tellStudent(tx, request)
    await record(tx, systemOf(request), `request.${status}`, requestId)
  })
}

/** Nobody has read the mail, so the student names another address. */
function tellStudent(tx: Tx, { id, activityId, expiresAt, activity: { student } }: AskedRequest) {
  return notify(tx, {
    template: 'request-undeliverable',
    to: primaryAddress(student),
    params: { requestId: id },
    subjectId: activityId,
    dedupeKey: `undeliverable:${id}:${expiresAt.getTime()}`,
  })
}

function refuseStopped({ endorser, endorserName }: AskedRequest) {
  if (endorser.doNotAskAt) throw new Refusal(`${endorserName} asked us not to write again.`)
}

export const systemOf = ({ institutionId }: { institutionId: string }) =>
  ({ kind: 'system', institutionId } as const)
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)

/** 30 days after the last mail. */
export const expiry = () => later(now(), REQUEST_DAYS * DAY)
