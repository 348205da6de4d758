import { now } from '~/lib/clock.server'
import { db, transaction, type OpportunityModel, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { sha256 } from '~/lib/token.server'
import { opportunityForms as says } from '~/messages/en/opportunity-forms'
import { record } from './audit.server'
import { fold } from './fold'
import type { OpportunityForm, ProposalForm } from './opportunity-forms.server'
import { mayKeepOpportunities, mayKeepOpportunity, type Actor } from './policy'
import { tellProposer } from './proposal-letters.server'

/** By staff: open at once. */
export async function addOpportunity(actor: Actor, form: OpportunityForm, formKey?: string): Promise<string> {
  allowed(mayKeepOpportunities(actor))
  refuseElsewhere(actor, form.unitId)
  return add(actor, { ...kept(form), openedAt: now() }, form, { formKey, action: 'opportunity.opened' })
}

/** Changes it, and opens what a student proposed. `shown` is what `shownOf` said when the page was made. */
export async function keepOpportunity(actor: Actor, id: string, shown: string, form: OpportunityForm) {
  const opportunity = await findKept(actor, id)
  refuseElsewhere(actor, form.unitId)
  await refuseUnknown(actor, form)
  const isProposal = opportunity.openedAt === null
  await transaction(async tx => {
    await hold(tx, opportunity, shown)
    await tx.opportunity.update({
      where: { id },
      data: { ...kept(form), ...(isProposal && { openedAt: now() }) },
    })
    await replaceCompetencies(tx, id, form.competencies)
    if (isProposal) await tellProposer(tx, opportunity, 'proposal-opened', '')
    await record(tx, actor, isProposal ? 'opportunity.opened' : 'opportunity.changed', id)
  })
}

/** Out of the catalogue. What was logged under it stays as it is. */
export async function retireOpportunity(actor: Actor, id: string) {
  await findKept(actor, id)
  await transaction(async tx => {
    const { count } = await tx.opportunity.updateMany({
      where: { id, openedAt: { not: null }, retiredAt: null },
      data: { retiredAt: now() },
    })
    if (count === 0) throw new Refusal(says.goneOn)
    await record(tx, actor, 'opportunity.retired', id)
  })
}

/** Stands in a form: a page that shows something older changes nothing (rule 6). */
export function shownOf(opportunity: OpportunityModel) {
  return sha256(
    JSON.stringify(
      Object.entries(opportunity)
        .filter(([, value]) => !Array.isArray(value))
        .sort(),
    ),
  )
    .toString('hex')
    .slice(0, 32)
}

type Columns = ReturnType<typeof offered> & Partial<OpportunityModel>

export async function add(
  actor: Actor,
  columns: Columns,
  form: ProposalForm | OpportunityForm,
  { formKey, action }: { formKey: string | undefined; action: string },
) {
  await refuseUnknown(actor, form)
  const id = idFrom(formKey, actor.kind === 'person' ? actor.id : '', form)
  const making = transaction(async tx => {
    await tx.opportunity.create({
      data: { id, institutionId: actor.institutionId, createdAt: now(), ...columns },
    })
    await replaceCompetencies(tx, id, form.competencies)
    await record(tx, actor, action, id)
  })
  return once(id, making, () => db.opportunity.count({ where: { id } }))
}

export function offered({ competencies: _, ...form }: ProposalForm) {
  return { ...form, folded: fold(`${form.title} ${form.organisation} ${form.description}`) }
}

function kept({ least, most, validatorUntil, sampleOneIn, ...form }: OpportunityForm) {
  return {
    ...offered(form),
    expectedMinutesMin: least ?? null,
    expectedMinutesMax: most ?? null,
    validatorUntil: validatorUntil ?? null,
    sampleOneIn: form.reviewPolicy === 'bySample' ? sampleOneIn ?? null : null,
  }
}

export async function findKept(actor: Actor, id: string) {
  const opportunity = found(
    await db.opportunity.findFirst({ where: { id, institutionId: actor.institutionId } }),
  )
  allowed(mayKeepOpportunity(actor, opportunity))
  return opportunity
}

export async function hold(tx: Tx, { id, institutionId }: OpportunityModel, shown: string) {
  // Writing the row first makes two at once take turns.
  await tx.opportunity.updateMany({ where: { id }, data: { institutionId } })
  const opportunity = await tx.opportunity.findUniqueOrThrow({ where: { id } })
  if (shownOf(opportunity) !== shown) throw new Refusal(says.changed)
}

function refuseElsewhere(actor: Actor, unitId: string) {
  const { institutionId } = actor
  if (!mayKeepOpportunity(actor, { institutionId, unitId })) throw new Refusal(says.notYours, 'unitId')
}

export async function refuseUnknown({ institutionId }: Actor, { unitId, competencies }: ProposalForm) {
  const unit = await db.unit.findFirst({ where: { id: unitId, institutionId }, select: { id: true } })
  if (!unit) throw new Refusal(says.unknownUnit, 'unitId')
  const known = await db.competency.count({
    where: { id: { in: competencies }, framework: { institutionId, publishedAt: { not: null } } },
  })
  if (known !== new Set(competencies).size) throw new Refusal(says.unknownCompetency, 'competencies')
}

export async function replaceCompetencies(tx: Tx, opportunityId: string, competencies: readonly string[]) {
  await tx.opportunityCompetency.deleteMany({ where: { opportunityId } })
  await tx.opportunityCompetency.createMany({
    data: [...new Set(competencies)].map(competencyId => ({ opportunityId, competencyId })),
  })
}
