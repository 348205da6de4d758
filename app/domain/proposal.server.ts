import { now } from '~/lib/clock.server'
import { db, transaction, type OpportunityModel } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { opportunityForms as says } from '~/messages/en/opportunity-forms'
import { record } from './audit.server'
import type { ProposalForm, RefusalForm } from './opportunity-forms.server'
import {
  add,
  findKept,
  hold,
  offered,
  refuseUnknown,
  replaceCompetencies,
} from './opportunity-keeping.server'
import { mayLogActivities, type Actor } from './policy'
import { tellProposer } from './proposal-letters.server'

/** By a student, for something the catalogue lacks. It is in nobody's catalogue before staff open it. */
export async function proposeOpportunity(
  actor: Actor,
  form: ProposalForm,
  formKey?: string,
): Promise<string> {
  allowed(mayLogActivities(actor))
  await throttle('proposalByStudent', actor.id)
  const proposed = { proposedById: actor.id }
  return add(actor, { ...offered(form), ...proposed }, form, { formKey, action: 'opportunity.proposed' })
}

/** A proposal that stays out of the catalogue for now, or for good; its student reads why. */
export async function refuseProposal(actor: Actor, id: string, shown: string, { then, reason }: RefusalForm) {
  const opportunity = await findKept(actor, id)
  await transaction(async tx => {
    await hold(tx, opportunity, shown)
    const { count } = await tx.opportunity.updateMany({
      where: { id, openedAt: null, retiredAt: null },
      data: { retiredAt: now() },
    })
    if (count === 0) throw new Refusal(says.goneOn)
    await tellProposer(tx, opportunity, then === 'return' ? 'proposal-returned' : 'proposal-declined', reason)
    await record(tx, actor, then === 'return' ? 'opportunity.returned' : 'opportunity.declined', id)
  })
}

/** After it came back with a reason: the student's own words again, and again with those who open it. */
export async function proposeAgain(actor: Actor, id: string, shown: string, form: ProposalForm) {
  const opportunity = found(
    await db.opportunity.findFirst({ where: { id, institutionId: actor.institutionId } }),
  )
  allowed(actor.kind === 'person' && opportunity.proposedById === actor.id && opportunity.openedAt === null)
  await refuseUnknown(actor, form)
  if (!(await wasReturned(opportunity))) throw new Refusal(says.goneOn)
  await throttle('proposalByStudent', actor.id)
  await transaction(async tx => {
    await hold(tx, opportunity, shown)
    await tx.opportunity.update({ where: { id }, data: { ...offered(form), retiredAt: null } })
    await replaceCompetencies(tx, id, form.competencies)
    await record(tx, actor, 'opportunity.proposed', id)
  })
}

/** The last word on a proposal was that it can come again. */
export async function wasReturned({ id, institutionId, openedAt, retiredAt }: OpportunityModel) {
  if (openedAt !== null || retiredAt === null) return false
  const last = await db.auditEvent.findFirst({
    where: { institutionId, subjectId: id },
    orderBy: { seq: 'desc' },
    select: { action: true },
  })
  return last?.action === 'opportunity.returned'
}
