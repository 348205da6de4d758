import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import type { Awarding } from './awarding.server'
import type { Actor } from './policy'

/** A published programme as its plan says it is awarded now. */
export async function findAwarding(actor: Actor, programmeId: string): Promise<Awarding> {
  const programme = found(await db.programme.findFirst({
    where: { id: programmeId, institutionId: actor.institutionId, status: 'published' },
    include: { outcomes: { orderBy: { position: 'asc' } } },
  }))
  const plan = await db.awardingPlan.findUnique({ where: { seriesId: programme.seriesId } })
  return { actor, programme, round: plan?.round ?? '1', isQuiet: plan?.isQuiet ?? false, predecessorId: null }
}
