import { z } from 'zod'
import { later, now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { limits, type ActivityStatus, type Shown } from './activity'
import { move } from './activity.server'
import { record } from './audit.server'
import { cancelNotification, notify } from './notification.server'
import { isSamePerson, mayReview, type Actor } from './policy'
import { closeRequests } from './submission.server'

/** An approval can be taken back this long; its mail waits as long. */
export const UNDO_SECONDS = 30

export const ApproveForm = z.object({
  /** Only when the reviewer names another figure than the smallest confirmed, and then with a reason (rule 3). */
  minutes: z.coerce.number().int().min(0).max(10_000 * 60).optional(),
  reason: z.string().trim().max(limits.claim).default(''),
}).refine(form => form.minutes === undefined || form.reason !== '', { path: ['reason'], error: 'Say why you name another figure.' })

export const ReasonForm = z.object({
  reason: z.string().trim().min(1, { error: 'Say why, in words the student can act on.' }).max(limits.claim),
})
type Reason = z.output<typeof ReasonForm>

export async function approveActivity(actor: Actor, shown: Shown, form: z.output<typeof ApproveForm>) {
  const under = await reviewable(actor, shown)
  refuseWhenTheyEndorsed(actor, under)
  const minutes = form.minutes ?? null
  const reviewId = newId()
  await transaction(async tx => {
    await move(tx, shown, ['inReview'], 'approved')
    await tx.activity.update({ where: { id: shown.id }, data: { approvedRevisionId: under.revision.id } })
    await tx.review.create({ data: { id: reviewId, decision: 'approved', ...decided(actor, under), reason: form.reason, minutes } })
    await tell(tx, under, 'activity-approved', reviewId, later(now(), UNDO_SECONDS * 1000))
    await record(tx, actor, 'activity.approved', shown.id, { review: reviewId, revision: shown.revision, minutes })
  })
  return reviewId
}

export function returnActivity(actor: Actor, shown: Shown, form: Reason) {
  return decide(actor, shown, 'returned', ['inReview', 'submitted'], form)
}

export function declineActivity(actor: Actor, shown: Shown, form: Reason) {
  return decide(actor, shown, 'declined', ['inReview'], form)
}

/** Takes back an approval for a reason the student is told. The work stops counting at once. */
export function rescindApproval(actor: Actor, shown: Shown, form: Reason) {
  return decide(actor, shown, 'rescinded', ['approved'], form)
}

/** Both the approval and its undoing stay on record; the mail has not left yet. */
export async function undoApproval(actor: Actor, reviewId: string) {
  const review = found(await db.review.findUnique({ where: { id: reviewId }, include: { activity: true, revision: true } }))
  allowed(mayReview(actor, review.activity) && review.reviewerId === actor.id && review.decision === 'approved')
  if (later(review.decidedAt, UNDO_SECONDS * 1000) < now()) {
    throw new Refusal('The approval is older than 30 seconds and its mail has left. Rescind it instead, with a reason.')
  }
  const earlier = await db.review.findFirst({
    where: { activityId: review.activityId, decision: 'approved', undoneAt: null, id: { not: reviewId } },
    orderBy: { decidedAt: 'desc' },
  })
  await transaction(async tx => {
    await move(tx, { id: review.activityId, revision: review.revision.number }, ['approved'], 'inReview')
    await tx.activity.update({ where: { id: review.activityId }, data: { approvedRevisionId: earlier?.revisionId ?? null } })
    await tx.review.update({ where: { id: reviewId }, data: { undoneAt: now() } })
    await cancelNotification(tx, `activity-approved:${reviewId}`)
    await record(tx, actor, 'activity.approval-undone', review.activityId, { review: reviewId })
  })
}

type Decided = 'returned' | 'declined' | 'rescinded'

async function decide(actor: Actor, shown: Shown, decision: Decided, from: ActivityStatus[], { reason }: Reason) {
  const under = await reviewable(actor, shown)
  if (decision !== 'returned') refuseWhenTheyEndorsed(actor, under)
  const reviewId = newId()
  await transaction(async tx => {
    await move(tx, shown, from, decision)
    if (decision === 'rescinded') await tx.activity.update({ where: { id: shown.id }, data: { approvedRevisionId: null } })
    await closeRequests(tx, shown.id)
    await tx.review.create({ data: { id: reviewId, decision, ...decided(actor, under), reason } })
    await tell(tx, under, `activity-${decision}`, reviewId)
    await record(tx, actor, `activity.${decision}`, shown.id, { review: reviewId, revision: shown.revision })
  })
}

async function reviewable(actor: Actor, shown: Shown) {
  const activity = found(
    await db.activity.findUnique({
      where: { id: shown.id },
      include: {
        student: { include: { addresses: true } },
        revisions: { where: { number: shown.revision }, include: { endorsements: { include: { endorser: true } } } },
      },
    }),
  )
  allowed(mayReview(actor, activity))
  const revision = activity.revisions[0]
  if (!revision) throw new Refusal('This activity has moved on in the meantime. Look at it again before you decide.')
  if (isSamePerson(actor, { normalisedAddresses: activity.student.addresses.map(a => a.normalised) })) {
    throw new Refusal('Nobody decides about their own activity.')
  }
  return { activity, revision, reviewer: actor }
}

type UnderReview = Awaited<ReturnType<typeof reviewable>>

/** Rule 16: endorser and reviewer of one activity are different people. */
function refuseWhenTheyEndorsed(actor: Actor, { revision, reviewer }: UnderReview) {
  const isTheirs = revision.endorsements.some(
    ({ endorser }) => endorser.personId === reviewer.id || reviewer.normalisedAddresses.includes(endorser.normalised),
  )
  if (actor.kind === 'person' && isTheirs) throw new Refusal('You endorsed this activity, so a colleague reviews it.')
}

function decided(actor: Actor, { activity, revision, reviewer }: UnderReview) {
  return { institutionId: actor.institutionId, activityId: activity.id, revisionId: revision.id, reviewerId: reviewer.id, decidedAt: now() }
}

type Told = 'activity-approved' | `activity-${Decided}`

function tell(tx: Tx, { activity }: UnderReview, template: Told, reviewId: string, runAt?: Date) {
  const to = found(activity.student.addresses.find(address => address.isPrimary) ?? activity.student.addresses[0]).address
  return notify(tx, {
    template, to, params: { activityId: activity.id, reviewId }, subjectId: activity.id, dedupeKey: `${template}:${reviewId}`,
    ...(runAt && { runAt }),
  })
}

