import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { awardPlan as words } from '~/messages/en/award-plan'
import { record } from './audit.server'
import type { Awarding } from './awarding.server'
import { awardingModes, plainPlan, type AwardingPlan } from './awarding-plan'
import { dayOf, isDay } from './day'
import { whenMissing } from './endorsement-forms.server'
import { findHouse } from './institution.server'
import { mayAward, type Actor } from './policy'

/** A published programme as its plan says it is awarded now. */
export async function findAwarding(actor: Actor, programmeId: string): Promise<Awarding> {
  const programme = found(await db.programme.findFirst({
    where: { id: programmeId, institutionId: actor.institutionId, status: 'published' },
    include: { outcomes: { orderBy: { position: 'asc' } } },
  }))
  const { round, isQuiet } = await readPlan(programme.seriesId)
  return { actor, programme, round, isQuiet, predecessorId: null }
}

/** With what the form shows of it, for whoever awards. */
export async function findPlan(actor: Actor, programmeId: string): Promise<{ title: string; seriesId: string; plan: AwardingPlan }> {
  allowed(mayAward(actor))
  const { title, seriesId } = found(await db.programme.findFirst({
    where: { id: programmeId, institutionId: actor.institutionId, status: 'published' },
    select: { title: true, seriesId: true },
  }))
  return { title, seriesId, plan: await readPlan(seriesId) }
}

async function readPlan(seriesId: string): Promise<AwardingPlan> {
  const plan = await db.awardingPlan.findUnique({
    where: { seriesId }, select: { mode: true, awardingDate: true, isQuiet: true, round: true },
  })
  return plan ?? plainPlan
}

/** A change from what the form showed (rule 6). */
export const PlanForm = z
  .object({
    mode: z.enum(awardingModes),
    awardingDate: z.string().refine(isDay, { error: words.dayMissing }).optional(),
    isQuiet: z.boolean().default(false),
    round: z.string(whenMissing(words.roundMissing)).trim().min(1, words.roundMissing).max(40),
    shown: z.string().max(200),
  })
  .refine(({ mode, awardingDate }) => mode !== 'scheduled' || awardingDate !== undefined, {
    path: ['awardingDate'], error: words.dayMissing,
  })
export type PlanForm = z.output<typeof PlanForm>
export type PlanTyped = z.input<typeof PlanForm>

export async function setPlan(actor: Actor, programmeId: string, form: PlanForm): Promise<void> {
  const { seriesId, plan: current } = await findPlan(actor, programmeId)
  const { mode, isQuiet, round, shown, awardingDate } = form
  const plan = { mode, isQuiet, round, awardingDate: mode === 'scheduled' ? (awardingDate ?? null) : null }
  if (asShown(plan) === asShown(current)) return
  if (shown !== asShown(current)) throw new Refusal(words.meanwhile)
  if (plan.awardingDate !== null && plan.awardingDate < (await today())) throw new Refusal(words.dayPast, 'awardingDate')
  const { institutionId } = actor
  const changed = { ...plan, updatedById: actor.kind === 'person' ? actor.id : null, updatedAt: now() }
  await transaction(async tx => {
    await tx.awardingPlan.upsert({ where: { seriesId }, create: { seriesId, institutionId, ...changed }, update: changed })
    await record(tx, actor, 'awardingPlan.changed', seriesId, { mode, quiet: isQuiet, round, day: plan.awardingDate })
  })
}

/** What stands in a form about a plan, to be compared. */
export function asShown({ mode, awardingDate, isQuiet, round }: AwardingPlan): string {
  return JSON.stringify([mode, awardingDate, isQuiet, round])
}

async function today() {
  return dayOf(now(), (await findHouse()).timeZone)
}
