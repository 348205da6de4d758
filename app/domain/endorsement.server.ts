import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { transaction, type Tx } from '~/lib/db.server'
import { newId, newPublicId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { limits } from './activity'
import { move } from './activity.server'
import { record } from './audit.server'
import { isDay } from './day'
import { assuranceOf } from './endorser.server'
import { bases, declineReasons, judgementOutcomes, mustBeReviewed, relationships, shownAs } from './endorsement'
import { signEndorsement } from './endorsement-document.server'
import { notify } from './notification.server'
import { isSamePerson, mayAnswer, type Actor } from './policy'
import { normaliseAddress } from './people'
import { closedReason, findRequest, type AskedRequest } from './request.server'
import { flagRevision } from './risk.server'
import { isStillActive } from './signing-key.server'

const day = z.string().refine(isDay, { error: 'Write a day, such as 2026-03-14.' })

export const EndorseForm = z
  .object({
    /** Of the revision the form showed: an old form changes nothing (rule 6). */
    revisionHash: z.string(),
    name: z.string().trim().min(1).max(limits.title),
    roleTitle: z.string().trim().min(1).max(limits.title),
    organisation: z.string().trim().min(1).max(limits.title),
    shownAs: z.enum(shownAs, { error: 'Choose how you want to be shown.' }),
    relationship: z.enum(relationships, { error: 'Choose what comes closest.' }),
    basis: z.enum(bases, { error: 'Choose how you know.' }),
    isNoRelative: z.boolean().default(false).refine(Boolean, { error: 'Family cannot confirm. Decline instead, and say so.' }),
    confirmedRole: z.string().trim().min(1).max(limits.role),
    confirmedMinutes: z.coerce.number().int().min(1).max(10_000 * 60),
    confirmedStart: day,
    confirmedEnd: day.nullable().default(null),
    judgements: z.array(
      z.object({
        claimId: z.string(),
        /** A level's id, or one of the other two answers. Nothing is preselected. */
        answer: z.string({ error: 'Choose what you saw, or that you did not observe it.' }).min(1),
        comment: z.string().trim().max(limits.claim).default(''),
      }),
    ),
    endorsementComment: z.string().trim().min(1, { error: 'Say in a sentence or two what you saw.' }).max(limits.narrative),
    confidentialNote: z.string().trim().max(limits.narrative).default(''),
  })
  .refine(form => form.confirmedEnd === null || form.confirmedEnd >= form.confirmedStart, {
    path: ['confirmedEnd'], error: 'The last day is before the first.',
  })
export type EndorseForm = z.output<typeof EndorseForm>

/** One screen, one POST, one transaction; composed and signed before it opens. Signs once (rule 5). */
export async function endorseActivity(actor: Actor, requestId: string, form: EndorseForm) {
  const request = await answerable(actor, requestId)
  const { revision, activity } = request
  if (form.revisionHash !== revision.hash) throw new Refusal('The activity has changed since you opened this page. Open the link in your mail again.')
  refuseBarred(actor, request, form)
  const judgements = judgementsOf(request, form)
  const assurance = await assuranceOf(request.institutionId, request.endorser.email, actor.kind === 'person')
  const { judgements: _answers, revisionHash, isNoRelative: _declared, ...said } = form
  const endorsement = {
    id: newId(), publicId: newPublicId(), institutionId: request.institutionId, requestId, activityId: activity.id,
    revisionId: revision.id, revisionHash, endorserId: request.endorserId, assurance, namedBy: request.namedBy,
    endorsedAt: now(), ...said,
  }
  const { document, keyId } = await signEndorsement(endorsement, judgements)

  await transaction(async tx => {
    if (!(await isStillActive(tx, keyId))) throw new Refusal('Our signing key has just changed. Send it again, please.')
    await answer(tx, request, 'endorsed')
    await tx.endorsement.create({ data: { ...endorsement, document } })
    await tx.judgement.createMany({
      data: judgements.map(({ level: _level, ...judgement }) => ({ id: newId(), endorsementId: endorsement.id, ...judgement })),
    })
    const flags = await flagRevision(tx, request, endorsement)
    const next = await moveOn(tx, request, flags > 0 || mustBeReviewed(endorsement))
    await notify(tx, {
      template: 'endorsement-receipt', to: request.endorser.email, params: { endorsementId: endorsement.id },
      subjectId: endorsement.id, dedupeKey: `receipt:${endorsement.id}`,
    })
    await notify(tx, {
      template: next === 'approved' ? 'activity-approved' : 'activity-endorsed', to: addressOf(request),
      params: { activityId: activity.id, endorsementId: endorsement.id }, subjectId: activity.id, dedupeKey: `endorsed:${endorsement.id}`,
    })
    await record(tx, actor, 'activity.endorsed', activity.id, {
      request: requestId, endorsement: endorsement.id, revision: revision.number, assurance, status: next,
      answers: judgements.map(judgement => judgement.outcome),
    })
  })
}

export const ReturnForm = z.object({
  question: z.string().trim().min(1, { error: 'Write what you need to know.' }).max(limits.claim),
})

/** Back to the student with a question: the answer is the next revision. */
export async function returnRequest(actor: Actor, requestId: string, { question }: z.output<typeof ReturnForm>) {
  const request = await answerable(actor, requestId)
  await transaction(async tx => {
    await answer(tx, request, 'returned', { answerNote: question })
    await move(tx, request.activity, ['submitted', 'inReview'], 'returned')
    await notify(tx, { template: 'request-returned', to: addressOf(request), params: { requestId }, subjectId: request.activityId, dedupeKey: `returned:${requestId}` })
    await record(tx, actor, 'request.returned', request.activityId, { request: requestId })
  })
}

export const DeclineForm = z.object({
  reason: z.enum(declineReasons, { error: 'Choose a reason.' }),
  note: z.string().trim().max(limits.claim).default(''),
})

/** Closes this request only; that it did not happen also goes to the reviewer. */
export async function declineRequest(actor: Actor, requestId: string, { reason, note }: z.output<typeof DeclineForm>) {
  const request = await answerable(actor, requestId)
  await transaction(async tx => {
    await answer(tx, request, 'declined', { declineReason: reason, answerNote: note })
    if (reason === 'didNotHappen' && request.activity.status === 'submitted') {
      await move(tx, request.activity, ['submitted'], 'inReview')
    }
    await notify(tx, { template: 'request-declined', to: addressOf(request), params: { requestId }, subjectId: request.activityId, dedupeKey: `declined:${requestId}` })
    await record(tx, actor, 'request.declined', request.activityId, { request: requestId, reason })
  })
}

async function answerable(actor: Actor, requestId: string) {
  const request = found(await findRequest(requestId))
  allowed(mayAnswer(actor, request))
  if (closedReason(request)) throw new Refusal('This request is closed: it was answered, withdrawn, or has expired.')
  return request
}

/** Rule 1: whichever of their addresses they use. Rule 16: who reviewed it does not endorse it. */
function refuseBarred(actor: Actor, request: AskedRequest, form: EndorseForm) {
  const student = { normalisedAddresses: request.activity.student.addresses.map(address => address.normalised) }
  const endorser = 'normalisedAddresses' in actor ? actor.normalisedAddresses : []
  const everyAddress = { normalisedAddresses: [...endorser, normaliseAddress(request.endorser.email)] }
  if (isSamePerson(student, everyAddress)) throw new Refusal('Nobody endorses their own activity.')
  if (form.relationship === 'fellowStudent' && !request.activity.opportunity?.allowsPeers) {
    throw new Refusal('This activity asks for somebody who was responsible for it. Decline, and name them if you can.', 'relationship')
  }
}

/** Every claim answered exactly once, each level from the claimed competency's own scale. */
function judgementsOf(request: AskedRequest, form: EndorseForm) {
  return request.revision.claims.map((claim, at) => {
    const given = form.judgements.filter(judgement => judgement.claimId === claim.id)
    const [only] = given
    if (!only || given.length > 1) throw new Refusal('Choose what you saw, or that you did not observe it.', `judgements[${at}].answer`)
    const level = claim.competency.framework.levels.find(level => level.id === only.answer) ?? null
    const other = judgementOutcomes.find(outcome => outcome === only.answer && outcome !== 'atLevel')
    if (!level && !other) throw new Refusal('Choose one of the answers.', `judgements[${at}].answer`)
    return {
      claimId: claim.id, competencyId: claim.competencyId, levelId: level?.id ?? null, level,
      outcome: other ?? ('atLevel' as const), comment: only.comment,
    }
  })
}

async function answer(
  tx: Tx, request: AskedRequest, given: 'endorsed' | 'returned' | 'declined',
  details: { answerNote?: string; declineReason?: z.output<typeof DeclineForm>['reason'] } = {},
) {
  const { count } = await tx.endorsementRequest.updateMany({
    where: { id: request.id, status: { in: ['queued', 'sent', 'started', 'undeliverable'] } },
    data: { status: 'answered', answer: given, statusAt: now(), ...details },
  })
  if (count === 0) throw new Refusal('This request was answered a moment ago.')
}

/** Once enough endorsements stand, on to review, or straight to approved where none is needed. */
async function moveOn(tx: Tx, { activity, revision }: AskedRequest, mustReview: boolean) {
  const standing = await tx.endorsement.count({ where: { revisionId: revision.id, withdrawnAt: null } })
  if (standing < (activity.opportunity?.endorsementsNeeded ?? 1) || activity.status !== 'submitted') return activity.status
  const reviewIsNeeded = mustReview || activity.opportunity?.reviewPolicy !== 'onFlag'
  const next = reviewIsNeeded ? 'inReview' : 'approved'
  await move(tx, activity, ['submitted'], next)
  if (next === 'approved') await tx.activity.update({ where: { id: activity.id }, data: { approvedRevisionId: revision.id } })
  return next
}

function addressOf({ activity }: AskedRequest) {
  const { addresses } = activity.student
  return found(addresses.find(address => address.isPrimary) ?? addresses[0]).address
}
