import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { partnerForms as says } from '~/messages/en/partner-forms'
import { record } from './audit.server'
import { spendPartnerCode } from './partner-code.server'
import { signPartnerEndorsement } from './partner-document.server'
import type { PartnerCommentForm, PartnerEndorseForm } from './partner-forms.server'
import type { Partner } from './partner.server'
import type { EndorserActor } from './policy'
import { isStillActive } from './signing-key.server'

/** What an organisation thinks of a version that is not published yet; two clicks on one form say it once. */
export async function commentAsPartner(partner: Partner, form: PartnerCommentForm, formKey?: string): Promise<void> {
  const { id: partnerId, institutionId, programmeId, programme } = partner
  if (programme.status !== 'draft' && programme.status !== 'inReview') throw new Refusal(says.notDraft)
  await throttle('messageByRequest', partnerId)
  const id = idFrom(formKey, partnerId, form)
  const making = transaction(async tx => {
    await tx.programmeComment.create({ data: { id, institutionId, programmeId, partnerId, ...form, createdAt: now() } })
    await record(tx, actorOf(partner), 'programme.commented', programmeId)
  })
  await once(id, making, () => db.programmeComment.count({ where: { id } }))
}

/** Once, after the code: signed by the institution, verified, and kept as it was signed. */
export async function endorseAsPartner(
  partner: Partner, browser: string, { statement, code }: PartnerEndorseForm,
): Promise<void> {
  const { id, programmeId, programme } = partner
  if (programme.status !== 'published') throw new Refusal(says.notPublished)
  if (partner.status !== 'invited') throw new Refusal(says.answered)
  const codeId = await spendPartnerCode(partner, browser, code)
  const answeredAt = now()
  const { document, keyId } = await signPartnerEndorsement(partner, statement, answeredAt)
  await transaction(async tx => {
    const used = await tx.confirmationCode.updateMany({ where: { id: codeId, usedAt: null }, data: { usedAt: answeredAt } })
    if (used.count === 0) throw new Refusal(says.answered)
    const { count } = await tx.programmePartner.updateMany({
      where: { id, status: 'invited', programme: { status: 'published' } },
      data: { status: 'endorsed', endorsementComment: statement, document, answeredAt },
    })
    if (count === 0) throw new Refusal(says.answered)
    await record(tx, actorOf(partner), 'programme.endorsed', programmeId, { partner: id, key: keyId })
    if (!(await isStillActive(tx, keyId))) throw new Refusal(says.again)
  })
}

export async function declineAsPartner(partner: Partner): Promise<void> {
  const { id, programmeId } = partner
  await transaction(async tx => {
    const { count } = await tx.programmePartner.updateMany({
      where: { id, status: 'invited' },
      data: { status: 'declined', answeredAt: now() },
    })
    if (count === 0) throw new Refusal(says.answered)
    await record(tx, actorOf(partner), 'programme.partner-declined', programmeId, { partner: id })
  })
}

/** Somebody outside, who is no more than the mailbox the link went to. */
function actorOf({ id, institutionId, emailNormalised }: Partner): EndorserActor {
  return { kind: 'endorser', id, institutionId, requestId: id, normalisedAddresses: [emailNormalised] }
}
