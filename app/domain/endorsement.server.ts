import { now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import { answer, answerable, hold } from './answer.server'
import { move } from './activity.server'
import { record } from './audit.server'
import { dayOf } from './day'
import { assuranceOf } from './endorser.server'
import { judgementOutcomes, mustBeReviewed } from './endorsement'
import { signEndorsement, type EndorsementSaid, type JudgementSaid } from './endorsement-document.server'
import type { EndorseForm } from './endorsement-forms.server'
import { notify } from './notification.server'
import { isSamePerson, type Actor } from './policy'
import { normaliseAddress, primaryAddress } from './people'
import type { AskedRequest } from './request.server'
import { flagRevision } from './risk.server'
import { isStillActive } from './signing-key.server'

/** One screen, one POST, one transaction; composed and signed before it opens. Signs once (rule 5). */
export async function endorseActivity(actor: Actor, requestId: string, form: EndorseForm) {
  const request = await answerable(actor, requestId)
  if (form.revisionHash !== request.revision.hash) {
    throw new Refusal(
      'The activity has changed since you opened this page. Open the link in your mail again.',
    )
  }
  refuseBarred(actor, request, form)
  refuseDaysToCome(request, form)
  const judgements = judgementsOf(request, form)
  const endorsement = await composed(actor, request, form)
  const { document, keyId } = await signEndorsement(endorsement, judgements)

  await transaction(async tx => {
    const { status } = await hold(tx, request)
    await refuseReviewer(tx, actor, request)
    await answer(tx, request, 'endorsed')
    await tx.endorsement.create({ data: { ...endorsement, document } })
    await tx.judgement.createMany({
      data: judgements.map(({ level: _level, ...judgement }) => ({
        id: newId(),
        endorsementId: endorsement.id,
        ...judgement,
      })),
    })
    const flags = await flagRevision(tx, request, endorsement)
    const next = status === 'submitted' ? await moveOn(tx, request, flags > 0) : status
    await tell(tx, request, endorsement, next === 'approved' ? 'activity-approved' : 'activity-endorsed')
    await record(tx, actor, 'activity.endorsed', request.activityId, {
      request: requestId,
      endorsement: endorsement.id,
      revision: request.revision.number,
      assurance: endorsement.assurance,
      status: next,
      answers: judgements.map(judgement => judgement.outcome),
    })
    // After `record`, where all who write stand in one line: of two at once, the later sees the earlier.
    if (!(await isStillActive(tx, keyId)))
      throw new Refusal('Our signing key has just changed. Send it again, please.')
  })
}

/** Rule 1: whichever of their addresses they use. */
function refuseBarred(actor: Actor, request: AskedRequest, form: EndorseForm) {
  const student = {
    normalisedAddresses: request.activity.student.addresses.map(address => address.normalised),
  }
  if (isSamePerson(student, { normalisedAddresses: addressesOf(actor, request) }))
    throw new Refusal('Nobody endorses their own activity.')
  if (form.relationship === 'fellowStudent' && !request.activity.opportunity?.allowsPeers) {
    throw new Refusal(
      'This activity asks for somebody who was responsible for it. Decline, and name them if you can.',
      'relationship',
    )
  }
}

/** Nobody has seen tomorrow: today is the last day that can be confirmed, where the institution is. */
function refuseDaysToCome({ activity }: AskedRequest, { confirmedStart, confirmedEnd }: EndorseForm) {
  const today = dayOf(now(), activity.student.institution.timeZone)
  if (confirmedStart > today) {
    throw new Refusal(
      'This day is still to come. Write the first day that you can confirm.',
      'confirmedStart',
    )
  }
  if (confirmedEnd !== null && confirmedEnd > today) {
    throw new Refusal(
      'This day is still to come. Write the last day that you can confirm, or none while it goes on.',
      'confirmedEnd',
    )
  }
}

/** Rule 16: who has decided about an activity, in any version, does not endorse it. */
async function refuseReviewer(tx: Tx, actor: Actor, request: AskedRequest) {
  const reviewed = await tx.review.findFirst({
    where: {
      activityId: request.activityId,
      reviewer: { addresses: { some: { normalised: { in: addressesOf(actor, request) } } } },
    },
  })
  if (reviewed)
    throw new Refusal(
      'You have reviewed this activity, so somebody else confirms it. Decline, and name them if you can.',
    )
}

function addressesOf(actor: Actor, request: AskedRequest) {
  const own = 'normalisedAddresses' in actor ? actor.normalisedAddresses : []
  return [...own, normaliseAddress(request.endorser.email)]
}

/** Every claim answered exactly once, each level from the claimed competency's own scale. */
function judgementsOf(request: AskedRequest, form: EndorseForm): JudgementSaid[] {
  return request.revision.claims.map((claim, at) => {
    const given = form.judgements.filter(judgement => judgement.claimId === claim.id)
    const [only] = given
    if (!only || given.length > 1)
      throw new Refusal('Choose what you saw, or that you did not observe it.', `judgements[${at}].answer`)
    const level = claim.competency.framework.levels.find(level => level.id === only.answer) ?? null
    const other = judgementOutcomes.find(outcome => outcome === only.answer && outcome !== 'atLevel')
    if (!level && !other) throw new Refusal('Choose one of the answers.', `judgements[${at}].answer`)
    return {
      claimId: claim.id,
      competencyId: claim.competencyId,
      levelId: level?.id ?? null,
      level,
      outcome: other ?? ('atLevel' as const),
      comment: only.comment,
    }
  })
}

async function composed(actor: Actor, request: AskedRequest, form: EndorseForm): Promise<EndorsementSaid> {
  const { judgements: _answers, isNoRelative: _declared, ...said } = form
  return {
    id: newId(),
    publicId: newPublicId(),
    institutionId: request.institutionId,
    requestId: request.id,
    activityId: request.activityId,
    revisionId: request.revisionId,
    endorserId: request.endorserId,
    assurance: await assuranceOf(actor, request.endorser.email),
    namedBy: request.namedBy,
    endorsedAt: now(),
    ...said,
  }
}

/** Once enough endorsements stand, on to review, or straight to approved where none of them needs one. */
async function moveOn(tx: Tx, { activity, revision }: AskedRequest, isFlagged: boolean) {
  const standing = await tx.endorsement.findMany({
    where: { revisionId: revision.id, withdrawnAt: null },
    select: { assurance: true, namedBy: true },
  })
  if (standing.length < (activity.opportunity?.endorsementsNeeded ?? 1)) return 'submitted'
  const reviewIsNeeded =
    isFlagged || standing.some(mustBeReviewed) || activity.opportunity?.reviewPolicy !== 'onFlag'
  const next = reviewIsNeeded ? 'inReview' : 'approved'
  await move(tx, activity, ['submitted'], next)
  if (next === 'approved')
    await tx.activity.update({ where: { id: activity.id }, data: { approvedRevisionId: revision.id } })
  return next
}

/** A copy for the endorser, and word for the student. */
async function tell(
  tx: Tx,
  request: AskedRequest,
  { id, activityId }: EndorsementSaid,
  template: 'activity-approved' | 'activity-endorsed',
) {
  await notify(tx, {
    template: 'endorsement-receipt',
    to: request.endorser.email,
    params: { endorsementId: id },
    subjectId: id,
    dedupeKey: `receipt:${id}`,
  })
  await notify(tx, {
    template,
    to: primaryAddress(request.activity.student),
    params: { activityId, endorsementId: id },
    subjectId: activityId,
    dedupeKey: `endorsed:${id}`,
  })
}
