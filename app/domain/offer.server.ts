import { db } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { awardChunk, CHUNK, type Outcomes } from './awarding.server'
import { findAwarding } from './awarding-plan.server'
import { mayAward, type Actor } from './policy'

export interface Offered {
  /** Awards made now: offers, and credentials of those who accept at once. */
  awardIds: string[]
  /** Awards that were in force before: whoever offers twice offers once. */
  alreadyIds: string[]
  /** Students who do not meet the requirements now. */
  notYetIds: string[]
}

/** A credential later takes the predecessor's place: a renewal, or a correction of one revoked. */
interface OfferOptions {
  round?: string
  predecessorId?: string
}

/** Offers a programme to those who meet it. One in force for each student, programme and round. */
export async function offerAwards(
  actor: Actor, programmeId: string, studentIds: readonly string[], { round, predecessorId }: OfferOptions = {},
): Promise<Offered> {
  allowed(mayAward(actor))
  if (actor.kind === 'person' && studentIds.includes(actor.id)) {
    throw new Refusal('Nobody awards themselves. A colleague can.')
  }
  const ids = [...new Set(studentIds)]
  const known = await db.person.count({
    where: { id: { in: ids }, institutionId: actor.institutionId, erasedAt: null },
  })
  found(known === ids.length ? true : null)
  const awarding = await findAwarding(actor, programmeId)
  const outcomes: Outcomes = new Map()
  for (let from = 0; from < ids.length; from += CHUNK) {
    const settings = { ...awarding, round: round ?? awarding.round, predecessorId: predecessorId ?? null }
    for (const each of await awardChunk(settings, ids.slice(from, from + CHUNK))) outcomes.set(...each)
  }
  return together(outcomes)
}

function together(outcomes: Outcomes): Offered {
  const offered: Offered = { awardIds: [], alreadyIds: [], notYetIds: [] }
  for (const [studentId, outcome] of outcomes) {
    if (outcome.is === 'already') offered.alreadyIds.push(outcome.awardId)
    else if (outcome.is === 'notYet') offered.notYetIds.push(studentId)
    else if (outcome.is === 'refused') throw new Refusal(outcome.reason)
    else offered.awardIds.push(outcome.awardId)
  }
  return offered
}
