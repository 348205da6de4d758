import { cancelJob, enqueue, enqueueAll, type NewJob } from '~/lib/jobs.server'
import type { Prisma, Tx } from '~/lib/db.server'

/** The letters we write, and the ids from which each is written at the moment it leaves. */
export interface Letters {
  'confirm-address': { linkId: string }
  'already-registered': { personId: string }
  'invitation': { linkId: string }
  'password-reset': { linkId: string }
  'password-changed': { personId: string; at: string }
  'endorsement-request': { requestId: string }
  'reminder': { requestId: string }
  'waiting': { requestIds: string[] }
  'request-unanswered': { requestId: string }
  'request-escalated': { requestId: string }
  'endorsement-code': { codeId: string; requestId: string }
  'domain-code': { codeId: string; proofId: string }
  'partner-asked': { partnerId: string }
  'partner-code': { codeId: string; partnerId: string }
  'endorsement-receipt': { endorsementId: string }
  'receipt-of-many': { requestIds: string[] }
  'endorsement-amended': AboutActivity
  'endorsement-withdrawn': { requestId: string }
  'withdrawn-after-approval': { requestId: string }
  'request-returned': { requestId: string }
  'request-declined': { requestId: string }
  'request-undeliverable': { requestId: string }
  'request-handed-over': { requestId: string }
  'request-passed-on': { requestId: string }
  'question-asked': { messageId: string }
  'question-answered': { messageId: string }
  'mail-not-taken': { reason: NotTaken; requestId: string; author: Correspondent; why?: string }
  'files-not-kept': { requestId: string; author: Correspondent; files: string[] }
  'teammate-asked': { memberId: string; byId: string }
  'listed': { entryId: string }
  'concern-reported': { concernId: string }
  'concern-receipt': { concernId: string }
  'activity-endorsed': AboutActivity
  'activity-approved': AboutActivity
  'activity-returned': AboutActivity
  'activity-declined': AboutActivity
  'activity-rescinded': AboutActivity
  'proposal-opened': AboutProposal
  'proposal-returned': AboutProposal
  'proposal-declined': AboutProposal
  'appeal-opened': { appealId: string }
  'appeal-overdue': { appealId: string }
  'appeal-decided': { appealId: string }
  'award-offered': { awardId: string }
  'award-reminder': { awardId: string }
  'credential-issued': { credentialId: string }
  'credential-revoked': { credentialId: string }
  'credential-expiring': { credentialId: string }
  'transcript-issued': { transcriptId: string }
  'correction-opened': { correctionId: string }
  'correction-decided': { correctionId: string }
}

/** Endorsed by whom, or decided in which review. */
interface AboutActivity {
  activityId: string
  endorsementId?: string
  reviewId?: string
}

/** Whose answer to one of our letters it is. */
export type Correspondent = 'student' | 'endorser'

/** Why a mail did not become a message: not from whom we wrote to, about several requests, or a rule says why. */
export type NotTaken = 'stranger' | 'several' | 'refused'

/** With the words that nothing else keeps. */
interface AboutProposal {
  opportunityId: string
  reason: string
}

export type Template = keyof Letters

export type Notification = { [T in Template]: { template: T; params: Letters[T] } }[Template] & {
  to: string
  /** What the letter is about: `onDelivered` and `onUndeliverable` are told. */
  subjectId: string
}

/** What `notify` left in the outbox. */
export const notificationIn = (payload: Prisma.JsonValue) => payload as unknown as Notification // `notify` wrote it

export type Queued = { runAt?: Date; dedupeKey?: string }

/** Leaves a letter in the outbox, in the transaction of the change. It is written when it leaves. */
export function notify(tx: Tx, letter: Notification & Queued) {
  return enqueue(tx, jobOf(letter))
}

/** Letters about things that are new with this change: nobody can have queued them before. */
export function notifyAll(tx: Tx, letters: readonly (Notification & Queued)[]) {
  return enqueueAll(tx, letters.map(jobOf))
}

function jobOf({ runAt, dedupeKey, ...notification }: Notification & Queued): NewJob {
  return {
    kind: 'mail',
    payload: { ...notification, params: { ...notification.params } },
    ...(runAt && { runAt }),
    ...(dedupeKey && { dedupeKey }),
  }
}

/** Takes back a letter that has not left yet. */
export const cancelNotification = cancelJob

type Hook<T extends Template = Template> = (subjectId: string, params: Letters[T]) => Promise<unknown>
type Hooks = { [T in Template]?: Hook<T> }
const delivered: Hooks = {}
const undeliverable: Hooks = {}

/** Called when the mail server has taken the letter, not before. May be called twice for one letter. */
export function onDelivered<T extends Template>(template: T, hook: Hook<T>) {
  Object.assign(delivered, { [template]: hook })
}

/** Called when the mail server says that nobody has this address. */
export function onUndeliverable<T extends Template>(template: T, hook: Hook<T>) {
  Object.assign(undeliverable, { [template]: hook })
}

export async function told<T extends Template>(
  outcome: 'delivered' | 'undeliverable',
  { template, subjectId, params }: { template: T; subjectId: string; params: Letters[T] },
) {
  const hooks: { [K in T]?: Hook<K> } = outcome === 'delivered' ? delivered : undeliverable
  await hooks[template]?.(subjectId, params)
}
