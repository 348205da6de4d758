import { db, transaction, type Tx } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { designForms as says } from '~/messages/en/design-forms'
import { record } from './audit.server'
import type { DescriptionForm, StartForm } from './design-forms.server'
import type { Actor } from './policy'
import { ProgrammeForm } from './programme-form.server'
import { buildable, draftProgramme, idOf, move, replaceOutcomes, reviseProgramme } from './programme.server'
import { shownOf } from './programme-shown.server'
import type { Requirement } from './requirement'

/** A draft with little more than a name; two clicks on one form make one. */
export function startProgramme(actor: Actor, form: StartForm, formKey?: string): Promise<string> {
  const bare = ProgrammeForm.parse({ ...form, workloadMinutes: 0, requirement: { kind: 'all', of: [] } })
  return draftProgramme(actor, bare, formKey)
}

/** Everything but the requirement. `shown` is what `shownOf` said of the description when the page was made. */
export async function describeDraft(actor: Actor, id: string, shown: string, form: DescriptionForm): Promise<void> {
  const { institutionId, version } = await buildable(actor, id)
  await refuseUnknownOutcomes(institutionId, form.outcomes)
  await transaction(async tx => {
    await holdDraft(tx, id, 'description', shown)
    await tx.programme.update({ where: { id }, data: { ...described(form), createdById: idOf(actor) } })
    await replaceOutcomes(tx, id, form.outcomes)
    await record(tx, actor, 'programme.rewritten', id, { version })
  })
}

export async function rewriteRequirement(
  actor: Actor, id: string, shown: string, requirement: Requirement,
): Promise<void> {
  const { version } = await buildable(actor, id)
  await transaction(async tx => {
    await holdDraft(tx, id, 'requirement', shown)
    await tx.programme.update({ where: { id }, data: { requirement, createdById: idOf(actor) } })
    await record(tx, actor, 'programme.rewritten', id, { version })
  })
}

/** A draft that says what this version says; where the next one is begun already, that. */
export async function openNextVersion(actor: Actor, id: string): Promise<string> {
  const programme = await buildable(actor, id)
  const begun = await findBegun(programme.seriesId)
  if (begun) return begun
  const outcomes = [...programme.outcomes].sort((a, b) => a.position - b.position)
  const form = ProgrammeForm.parse({ ...programme, outcomes })
  try {
    return await reviseProgramme(actor, id, form)
  } catch (error) {
    const other = error instanceof Refusal && (await findBegun(programme.seriesId))
    if (!other) throw error
    return other
  }
}

/** Writing the row first makes two at once take turns. */
export async function holdDraft(tx: Tx, id: string, of: keyof ReturnType<typeof shownOf>, shown: string) {
  await move(tx, id, ['draft'], 'draft')
  const programme = await tx.programme.findUniqueOrThrow({ where: { id }, include: { outcomes: true } })
  if (shownOf(programme)[of] !== shown) throw new Refusal(says.changed)
  return programme
}

async function findBegun(seriesId: string) {
  const begun = await db.programme.findFirst({
    where: { seriesId, status: { in: ['draft', 'inReview'] } },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  return begun?.id ?? null
}

async function refuseUnknownOutcomes(institutionId: string, outcomes: DescriptionForm['outcomes']) {
  const competencies = await db.competency.findMany({
    where: {
      id: { in: outcomes.map(({ competencyId }) => competencyId) },
      framework: { institutionId, publishedAt: { not: null } },
    },
    select: { id: true, framework: { select: { levels: { select: { id: true } } } } },
  })
  const pairs = competencies.flatMap(({ id, framework }) => framework.levels.map(level => `${id} ${level.id}`))
  const isKnown = outcomes.every(({ competencyId, levelId }) => pairs.includes(`${competencyId} ${levelId}`))
  if (!isKnown) throw new Refusal(says.unknownOutcome, 'outcomes')
}

function described({ outcomes: _, workload, ...form }: DescriptionForm) {
  return {
    ...form,
    workloadMinutes: workload ?? 0,
    credits: form.credits ?? null,
    creditBasis: form.creditBasis || null,
    eqfLevel: form.eqfLevel ?? null,
    validityMonths: form.validityMonths ?? null,
    reviewDate: form.reviewDate ?? null,
  }
}
