import { later, now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import type { ActivityStatus, Shown } from './activity'
import { revokeActivityCredentials } from './activity-credential.server'
import { move } from './activity.server'
import { refuseAfterAppeal } from './appeal-deciders.server'
import { record } from './audit.server'
import { approvalOf, openCorrections } from './correction-opening.server'
import { cancelNotification, notify } from './notification.server'
import { primaryAddress } from './people'
import { isSamePerson, mayReview, type Actor } from './policy'
import { closeRequests } from './request.server'
import type { ApproveForm, ReasonForm } from './review-forms.server'
import { refuseUnseen, type Seen } from './unseen.server'
import { needsNamedMinutes } from './written-confirmation'

/** An approval can be taken back this long; its mail waits as long. */
export const UNDO_SECONDS = 30

export async function approveActivity(actor: Actor, shown: Seen, form: ApproveForm) {
  const under = await reviewable(actor, shown)
  const minutes = form.minutes ?? null
  const reviewId = newId()
  await transaction(async tx => {
    await move(tx, shown, ['inReview'], 'approved')
    await refuseUnseen(tx, shown, under.revision.id)
    await refuseInvolved(tx, under)
    await refuseUnconfirmed(tx, under, minutes)
    const { approvedRevisionId: replaces } = await tx.activity.findUniqueOrThrow({ where: { id: shown.id } })
    await tx.activity.update({ where: { id: shown.id }, data: { approvedRevisionId: under.revision.id } })
    await tx.review.create({
      data: { id: reviewId, decision: 'approved', ...decided(under), reason: form.reason, minutes },
    })
    await tell(tx, under, 'activity-approved', reviewId, later(now(), UNDO_SECONDS * 1000))
    await record(tx, actor, 'activity.approved', shown.id, {
      review: reviewId,
      revision: shown.revision,
      minutes,
      replaces,
    })
    await revokeActivityCredentials(tx, { activityId: shown.id, except: under.revision.id }, 'superseded')
  })
  return reviewId
}

export function returnActivity(actor: Actor, shown: Seen, form: ReasonForm) {
  return decide(actor, shown, 'returned', ['inReview', 'submitted'], form)
}

export function declineActivity(actor: Actor, shown: Seen, form: ReasonForm) {
  return decide(actor, shown, 'declined', ['inReview'], form)
}

/**
 * Takes back an approval for a reason the student is told. The work stops counting at once, also when the
 * student has opened the next version meanwhile, which goes on undisturbed.
 */
export async function rescindApproval(actor: Actor, shown: Shown, { reason }: ReasonForm) {
  const under = await reviewable(actor, shown)
  const reviewId = newId()
  await transaction(async tx => {
    const { count } = await tx.activity.updateMany({
      where: { id: shown.id, approvedRevisionId: under.revision.id },
      data: { approvedRevisionId: null },
    })
    if (count === 0) throw new Refusal('This version is not approved any more.')
    await refuseInvolved(tx, under)
    await tx.activity.updateMany({
      where: { id: shown.id, revision: shown.revision, status: 'approved' },
      data: { status: 'rescinded', statusAt: now() },
    })
    await closeRequests(tx, shown.id, under.revision.id)
    await keep(tx, under, 'rescinded', reviewId, reason)
    await revokeActivityCredentials(tx, { activityId: shown.id, except: null }, 'withdrawnByIssuer')
    await openCorrections(tx, actor, approvalOf(under.activity, under.revision.id))
  })
}

/** Both the approval and its undoing stay on record; the mail has not left yet. */
export async function undoApproval(actor: Actor, reviewId: string) {
  const review = found(
    await db.review.findUnique({ where: { id: reviewId }, include: { activity: true, revision: true } }),
  )
  allowed(
    mayReview(actor, review.activity) && review.reviewerId === actor.id && review.decision === 'approved',
  )
  if (later(review.decidedAt, UNDO_SECONDS * 1000) < now()) {
    throw new Refusal(
      'The approval is older than 30 seconds and its mail has left. Rescind it instead, with a reason.',
    )
  }
  const { activityId } = review
  await transaction(async tx => {
    await move(tx, { id: activityId, revision: review.revision.number }, ['approved'], 'inReview')
    const { count } = await tx.review.updateMany({
      where: { id: reviewId, undoneAt: null },
      data: { undoneAt: now() },
    })
    if (count === 0) throw new Refusal('This approval was taken back before. What was decided since stands.')
    const before = await replacedBy(tx, review)
    await tx.activity.update({ where: { id: activityId }, data: { approvedRevisionId: before } })
    await cancelNotification(tx, `activity-approved:${reviewId}`)
    await record(tx, actor, 'activity.approval-undone', activityId, { review: reviewId })
    await revokeActivityCredentials(tx, { activityId, except: before }, 'withdrawnByIssuer')
    await openCorrections(tx, actor, approvalOf(review.activity, review.revisionId))
  })
}

/** The version that counted before. Only the approval's event knows: that one may have needed no review. */
async function replacedBy(
  tx: Tx,
  { institutionId, activityId }: { institutionId: string; activityId: string },
) {
  const approval = await tx.auditEvent.findFirst({
    where: { institutionId, subjectId: activityId, action: 'activity.approved' },
    orderBy: { seq: 'desc' },
  })
  const details: unknown = approval?.details
  const isKnown = typeof details === 'object' && details !== null && 'replaces' in details
  return isKnown && typeof details.replaces === 'string' ? details.replaces : null
}

async function decide(
  actor: Actor,
  shown: Seen,
  decision: 'returned' | 'declined',
  from: ActivityStatus[],
  { reason }: ReasonForm,
) {
  const under = await reviewable(actor, shown)
  const reviewId = newId()
  await transaction(async tx => {
    await move(tx, shown, from, decision)
    await refuseUnseen(tx, shown, under.revision.id)
    await refuseInvolved(tx, under)
    await closeRequests(tx, shown.id)
    await keep(tx, under, decision, reviewId, reason)
  })
}

async function keep(
  tx: Tx,
  under: UnderReview,
  decision: 'returned' | 'declined' | 'rescinded',
  reviewId: string,
  reason: string,
) {
  const { activity, revision, reviewer } = under
  await tx.review.create({ data: { id: reviewId, decision, ...decided(under), reason } })
  await tell(tx, under, `activity-${decision}`, reviewId)
  await record(tx, reviewer, `activity.${decision}`, activity.id, {
    review: reviewId,
    revision: revision.number,
  })
}

async function reviewable(actor: Actor, shown: Shown) {
  const activity = found(
    await db.activity.findUnique({
      where: { id: shown.id },
      include: {
        student: { include: { addresses: true } },
        opportunity: true,
        revisions: { where: { number: { lte: shown.revision } }, orderBy: { number: 'desc' }, take: 1 },
      },
    }),
  )
  allowed(mayReview(actor, activity))
  // A draft that nobody submitted is nobody's to see, as on the page.
  const revision = found(activity.revisions[0])
  if (revision.number !== shown.revision)
    throw new Refusal('This activity has moved on in the meantime. Look at it again before you decide.')
  if (isSamePerson(actor, { normalisedAddresses: activity.student.addresses.map(a => a.normalised) })) {
    throw new Refusal('Nobody decides about their own activity.')
  }
  return { activity, revision, reviewer: actor }
}

type UnderReview = Awaited<ReturnType<typeof reviewable>>

/** Rule 16: endorser, reviewer and who decided an appeal are different people, whichever version it was. */
async function refuseInvolved(tx: Tx, { activity, reviewer }: UnderReview) {
  await refuseAfterAppeal(tx, activity.id, reviewer)
  const theirs = await tx.endorsement.findFirst({
    where: {
      activityId: activity.id,
      endorser: {
        OR: [{ personId: reviewer.id }, { normalised: { in: [...reviewer.normalisedAddresses] } }],
      },
    },
  })
  if (theirs) throw new Refusal('You endorsed this activity, so a colleague reviews it.')
}

/**
 * What somebody says did not happen comes to review unconfirmed, and is not approved so. Where nobody could be
 * reached a document stands in, and the time that counts is the reviewer's to name.
 */
async function refuseUnconfirmed(tx: Tx, { activity, revision }: UnderReview, minutes: number | null) {
  const endorsements = await tx.endorsement.count({ where: { revisionId: revision.id, withdrawnAt: null } })
  if (endorsements >= (activity.opportunity?.endorsementsNeeded ?? 1)) return
  const documents = await tx.writtenConfirmation.count({ where: { revisionId: revision.id } })
  if (documents === 0) {
    throw new Refusal('Too few people have confirmed this version. Return it, or decline it with a reason.')
  }
  if (needsNamedMinutes({ endorsements, documents }) && minutes === null) {
    throw new Refusal('Nobody has confirmed a time. Name the hours that the document shows, and say why.', 'minutes')
  }
}

function decided({ activity, revision, reviewer }: UnderReview) {
  const { institutionId, id: activityId } = activity
  return { institutionId, activityId, revisionId: revision.id, reviewerId: reviewer.id, decidedAt: now() }
}

type Told = 'activity-approved' | 'activity-returned' | 'activity-declined' | 'activity-rescinded'

function tell(tx: Tx, { activity }: UnderReview, template: Told, reviewId: string, runAt?: Date) {
  return notify(tx, {
    template,
    to: primaryAddress(activity.student),
    params: { activityId: activity.id, reviewId },
    subjectId: activity.id,
    dedupeKey: `${template}:${reviewId}`,
    ...(runAt && { runAt }),
  })
}
