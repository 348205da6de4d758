import { later, MINUTE, now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { revokeActivityCredentials } from './activity-credential.server'
import { move } from './activity.server'
import { answer, answerable, hold } from './answer.server'
import { record, type AuditDetails } from './audit.server'
import { mustBeReviewed } from './endorsement'
import type { EndorseForm } from './endorsement-forms.server'
import {
  isSaidAlready, keepSaid, readied, refuseOldKey, refuseReviewer, type Readied,
} from './endorsement-said.server'
import { notify } from './notification.server'
import { primaryAddress } from './people'
import type { Actor } from './policy'
import { systemOf, type AskedRequest } from './request.server'
import { drawForReview } from './review-draw.server'
import { flagRevision } from './risk.server'
import { findTakeable, takeBack } from './withdrawal.server'

/** Those that one signature is for: one letter tells of all of them. */
export interface Together {
  id: string
  requestIds: readonly string[]
}

/** One screen, one POST, one transaction; composed and signed before it opens. Signs once (rule 5). */
export async function endorseActivity(
  actor: Actor,
  requestId: string,
  form: EndorseForm,
  together?: Together,
) {
  const request = await answerable(actor, requestId)
  const said = await readied(actor, request, form)
  await transaction(async tx => {
    const { status } = await hold(tx, request)
    await refuseReviewer(tx, actor, request)
    await answer(tx, request, 'endorsed')
    await keepSaid(tx, said)
    const flags = await flagRevision(tx, request, { ...said.endorsement, isOneOfMany: Boolean(together) })
    const next = status === 'submitted' ? await moveOn(tx, request, flags > 0) : status
    await sendReceipt(tx, request, said, together)
    await tellStudent(tx, request, said, next === 'approved' ? 'activity-approved' : 'activity-endorsed')
    const details = { ...told(request, said, next), ...(together && { together: together.id }) }
    await record(tx, actor, 'activity.endorsed', request.activityId, details)
    if (next === 'approved')
      await revokeActivityCredentials(tx, { activityId: request.activityId, except: request.revisionId }, 'superseded')
    await refuseOldKey(tx, said)
  })
}

/** Said anew while the version is still in question: another endorsement, and the earlier one withdrawn. */
export async function amendEndorsement(actor: Actor, requestId: string, form: EndorseForm) {
  const { request, endorsement: earlier } = await findTakeable(actor, requestId)
  if (request.activity.approvedRevisionId === request.revisionId)
    throw new Refusal(
      'The university has approved this version on your word. Take it back instead, with a reason.',
    )
  const said = await readied(actor, request, form)
  await transaction(async tx => {
    const { status } = await hold(tx, request)
    await refuseReviewer(tx, actor, request)
    if (await isSaidAlready(tx, earlier, said)) return
    await takeBack(tx, earlier)
    await keepSaid(tx, said)
    await sendReceipt(tx, request, said)
    await tellStudent(tx, request, said, 'endorsement-amended')
    await record(tx, actor, 'endorsement.amended', request.activityId, {
      ...told(request, said, status),
      replaces: earlier.id,
    })
    await refuseOldKey(tx, said)
  })
}

function told(request: AskedRequest, { endorsement, judgements }: Readied, status: string): AuditDetails {
  return {
    request: request.id,
    endorsement: endorsement.id,
    revision: request.revision.number,
    assurance: endorsement.assurance,
    status,
    answers: judgements.map(judgement => judgement.outcome),
  }
}

/** Once enough endorsements stand, on to review, or straight to approved where none of them needs one. */
async function moveOn(tx: Tx, { activity, revision }: AskedRequest, isFlagged: boolean) {
  const standing = await tx.endorsement.findMany({
    where: { revisionId: revision.id, withdrawnAt: null },
    select: { assurance: true, namedBy: true },
  })
  if (standing.length < (activity.opportunity?.endorsementsNeeded ?? 1)) return 'submitted'
  const isAsked = await asksForReview(tx, { activity, revision })
  const next = isAsked || isFlagged || standing.some(mustBeReviewed) ? 'inReview' : 'approved'
  await move(tx, activity, ['submitted'], next)
  if (next === 'approved')
    await tx.activity.update({ where: { id: activity.id }, data: { approvedRevisionId: revision.id } })
  return next
}

/** By the policy of the catalogue's entry; where one in so many is looked at, this is the draw. */
async function asksForReview(tx: Tx, { activity, revision }: Pick<AskedRequest, 'activity' | 'revision'>) {
  const { reviewPolicy, sampleOneIn } = activity.opportunity ?? { reviewPolicy: 'always', sampleOneIn: null }
  if (reviewPolicy !== 'bySample') return reviewPolicy === 'always'
  const { id, oneIn, isDrawn } = await drawForReview(tx, revision, sampleOneIn ?? 1)
  await record(tx, systemOf(revision), 'review.drawn', activity.id, { draw: id, oneIn, isDrawn })
  return isDrawn
}

/** A copy for the endorser. Of many at once one letter, which waits until the last of them is signed. */
async function sendReceipt(
  tx: Tx,
  { endorser: { email: to } }: AskedRequest,
  { endorsement: { id } }: Readied,
  together?: Together,
) {
  if (!together) {
    const params = { endorsementId: id }
    await notify(tx, { template: 'endorsement-receipt', to, params, subjectId: id, dedupeKey: `receipt:${id}` })
    return
  }
  await notify(tx, {
    template: 'receipt-of-many',
    to,
    params: { requestIds: [...together.requestIds] },
    subjectId: together.id,
    runAt: later(now(), MINUTE),
    dedupeKey: `receipt:${together.id}`,
  })
}

function tellStudent(
  tx: Tx,
  request: AskedRequest,
  { endorsement: { id, activityId } }: Readied,
  template: 'activity-approved' | 'activity-endorsed' | 'endorsement-amended',
) {
  return notify(tx, {
    template,
    to: primaryAddress(request.activity.student),
    params: { activityId, endorsementId: id },
    subjectId: activityId,
    dedupeKey: `endorsed:${id}`,
  })
}
