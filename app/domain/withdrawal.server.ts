import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type EndorsementModel, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { limits } from './activity'
import { revokeActivityCredentials } from './activity-credential.server'
import { record } from './audit.server'
import { openCorrections } from './correction-opening.server'
import { whenMissing } from './endorsement-forms.server'
import { notify } from './notification.server'
import { primaryAddress } from './people'
import { mayAnswer, type Actor } from './policy'
import { findRequest, type AskedRequest } from './request.server'
import { flagWithdrawal } from './risk.server'
import { revokePlace } from './status-list.server'

export const WithdrawForm = z.object({
  reason: z.string(whenMissing('Say why you take it back.')).trim().min(1).max(limits.claim),
})
export type WithdrawForm = z.output<typeof WithdrawForm>

/**
 * The endorser takes back what they said, with a reason for the student and whoever reviews. The activity stays
 * where it is: it counts by this no more, cannot be approved on it, and the reviewer sees a flag. What was
 * issued on it stands until the registrar has decided.
 */
export async function withdrawEndorsement(actor: Actor, requestId: string, { reason }: WithdrawForm) {
  const { request, endorsement } = await findTakeable(actor, requestId)
  await transaction(async tx => {
    await takeBack(tx, endorsement)
    await tx.endorsementRequest.update({
      where: { id: requestId },
      data: { answerNote: reason, statusAt: now() },
    })
    await flagWithdrawal(tx, request)
    await tell(tx, request, endorsement)
    await record(tx, actor, 'endorsement.withdrawn', request.activityId, {
      request: requestId,
      endorsement: endorsement.id,
      revision: request.revision.number,
    })
    await revokeActivityCredentials(tx, { activityId: request.activityId, except: null }, 'superseded')
    const { institutionId, studentId } = request.activity
    const { id } = endorsement
    await openCorrections(tx, actor, { institutionId, studentId, cause: 'endorsementWithdrawn', causeId: id, trace: id })
  })
}

/** What somebody said to a request, while it stands. */
export async function findTakeable(actor: Actor, requestId: string) {
  const request = found(await findRequest(requestId))
  allowed(mayAnswer(actor, request))
  const endorsement = await db.endorsement.findFirst({ where: { requestId, withdrawnAt: null } })
  if (!endorsement) throw new Refusal('You took this back before, or never confirmed it.')
  return { request, endorsement }
}

/** What whoever said it may still do about it. */
export function changesOf({ activity, revision }: AskedRequest, said: EndorsementModel | null) {
  if (!said || said.withdrawnAt) return { withdraw: false, amend: false }
  const isOpen = ['submitted', 'inReview'].includes(activity.status) && activity.revision === revision.number
  return { withdraw: true, amend: isOpen && activity.approvedRevisionId !== revision.id }
}

/** Only one click can be first. Whoever verifies it reads so from its list. */
export async function takeBack(tx: Tx, endorsement: EndorsementModel) {
  const { count } = await tx.endorsement.updateMany({
    where: { id: endorsement.id, withdrawnAt: null },
    data: { withdrawnAt: now() },
  })
  if (count === 0) throw new Refusal('This was taken back a moment ago.')
  const { listId, listIndex: index } = endorsement
  if (listId !== null && index !== null) await revokePlace(tx, { listId, index })
}

/** The student, and whoever approved the version it was said of. */
async function tell(tx: Tx, request: AskedRequest, { id }: EndorsementModel) {
  const params = { requestId: request.id }
  await notify(tx, {
    template: 'endorsement-withdrawn',
    to: primaryAddress(request.activity.student),
    params,
    subjectId: request.activityId,
    dedupeKey: `withdrawn:${id}`,
  })
  const review = await tx.review.findFirst({
    where: { revisionId: request.revisionId, decision: 'approved', undoneAt: null },
    orderBy: { decidedAt: 'desc' },
    select: { reviewer: { select: { addresses: { where: { isPrimary: true } } } } },
  })
  const [primary] = review?.reviewer.addresses ?? []
  if (!primary) return
  await notify(tx, {
    template: 'withdrawn-after-approval',
    to: primary.address,
    params,
    subjectId: request.activityId,
    dedupeKey: `withdrawn-after-approval:${id}`,
  })
}
