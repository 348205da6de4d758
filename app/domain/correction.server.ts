import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { limits } from './activity'
import { record } from './audit.server'
import { ChoicesForm } from './award-forms.server'
import { correctionOutcomes, isDecidable, type CorrectionOutcome } from './correction'
import { whenMissing } from './endorsement-forms.server'
import { findGrounds } from './grounds.server'
import { issue } from './issue.server'
import { notify } from './notification.server'
import { primaryAddress } from './people'
import { isHolder, mayAward, mayAwardTo, type Actor, type PersonActor } from './policy'
import { makeRoom, revokeIn } from './revocation.server'

export const CorrectionAnswerForm = z.object({
  answer: z.string(whenMissing('Write what the registrar’s office should know.')).trim().min(1).max(limits.narrative),
})
export const CorrectionDecisionForm = z.object({
  outcome: z.enum(correctionOutcomes, { error: 'Choose one of the three.' }),
  reason: z.string(whenMissing('Say why, in words for the student.')).trim().min(1).max(limits.narrative),
  /** Whether the page showed the student's answer. */
  isAnswered: z.stringbool().optional(),
})
type Decision = z.output<typeof CorrectionDecisionForm>

/** By whom the credential belongs to, once; it is what the registrar reads before anything is decided. */
export async function answerCorrection(actor: PersonActor, id: string, { answer }: z.output<typeof CorrectionAnswerForm>) {
  const correction = found(await db.correction.findUnique({ where: { id } }))
  allowed(isHolder(actor, correction))
  await transaction(async tx => {
    const { count } = await tx.correction.updateMany({
      where: { id, status: 'open', answeredAt: null },
      data: { answer, answeredAt: now() },
    })
    if (count === 0) throw new Refusal('You have answered, or it was decided, a moment ago.')
    await record(tx, actor, 'correction.answered', correction.credentialId, { correction: id })
  })
}

/** By the registrar, never about their own: it stands, is issued anew on what still counts, or is revoked. */
export async function decideCorrection(actor: Actor, id: string, { outcome, reason, isAnswered }: Decision): Promise<void> {
  const correction = await findForRegistrar(actor, id)
  if (correction.status !== 'open') throw new Refusal(DECIDED)
  if (!isDecidable(correction, now()))
    throw new Refusal('The student can still answer. Decide once they have, or once the day to answer is over.')
  if (isAnswered === false && correction.answeredAt)
    throw new Refusal('The student has answered since you opened this page. Read it, then decide.')
  const close = (tx: Tx, now: CorrectionOutcome) => closeCorrection(tx, actor, correction, { outcome: now, reason })
  if (outcome === 'reissued') return reissue(actor, correction, tx => close(tx, outcome))
  await transaction(async tx => {
    if (!(await close(tx, outcome))) throw new Refusal(DECIDED)
    if (outcome === 'stands') return
    await revokeIn(tx, actor, correction.credential, 'withdrawnByIssuer')
    await makeRoom(tx, actor, correction.credential)
  })
}

const DECIDED = 'This was decided a moment ago.'

const whole = {
  credential: true,
  award: { include: { student: { include: { addresses: true } } } },
} as const

/** What is the registrar's own does not exist for them (rules 1 and 11). */
export async function findForRegistrar(actor: Actor, id: string) {
  allowed(mayAward(actor))
  const correction = found(
    await db.correction.findFirst({ where: { id, institutionId: actor.institutionId }, include: whole }),
  )
  allowed(mayAwardTo(actor, correction.award.student))
  return correction
}

type Correction = Awaited<ReturnType<typeof findForRegistrar>>

/** The new credential, the end of the old one and the decision are kept together, or none of them. */
async function reissue(actor: Actor, { awardId, award, credential }: Correction, close: (tx: Tx) => Promise<boolean>) {
  const grounds = await findGrounds(awardId)
  if (!grounds.progress.met)
    throw new Refusal('What still counts no longer meets the programme. Let it stand, or revoke it.', 'outcome')
  const { credentialId } = await issue(actor, grounds, ChoicesForm.parse(award.choices), {
    event: 'credential.reissued',
    take: async tx => {
      if (!(await close(tx))) return false
      await revokeIn(tx, actor, credential, 'superseded')
      return true
    },
  })
  if (!credentialId) throw new Refusal(DECIDED)
}

/** Answers whether it was open until now. */
async function closeCorrection(tx: Tx, actor: Actor, { id, credentialId, award, answeredAt }: Correction, { outcome, reason }: Decision) {
  const { count } = await tx.correction.updateMany({
    where: { id, status: 'open', answeredAt },
    data: {
      status: outcome,
      openOf: null,
      reason,
      decidedById: actor.kind === 'person' ? actor.id : null,
      decidedAt: now(),
    },
  })
  if (count === 0) return false
  await notify(tx, {
    template: 'correction-decided',
    to: primaryAddress(award.student),
    params: { correctionId: id },
    subjectId: id,
    dedupeKey: `correction-decided:${id}`,
  })
  await record(tx, actor, `correction.${outcome}`, credentialId, { correction: id })
  return true
}
