import { now } from '~/lib/clock.server'
import { isTaken, transaction, type Tx } from '~/lib/db.server'
import { keepAwarded } from './awarding-keep.server'
import { prepareBeside } from './awarding-threads.server'
import { Stale } from './grounds-standing.server'
import type { GroundAward } from './grounds.server'
import { keepUrl } from './issuer.server'
import type { Actor } from './policy'
import { findPlaces } from './status-list.server'

/** One programme as it is awarded; to whom is a question of each chunk. */
export interface Awarding {
  actor: Actor
  programme: GroundAward['programme']
  round: string
  /** Recorded at once with nothing disclosed: no offer, no mail. */
  isQuiet: boolean
  /** An award whose place this one takes, for one student at a time. */
  predecessorId: string | null
  /** Letters to those who are awarded leave no sooner. */
  lettersFrom?: Date
}

export type Outcome =
  | { is: 'offered' | 'issued' | 'already'; awardId: string }
  | { is: 'notYet' }
  | { is: 'refused'; reason: string }

/** By student. */
export type Outcomes = Map<string, Outcome>

/** Written in the transaction that awards; whoever finds there that somebody was first throws `Stale`. */
export type Settle = (tx: Tx, outcomes: Outcomes) => Promise<void>

/** Whoever awards more people does it in chunks of so many: a transaction each, and others in between. */
export const CHUNK = 25
const ATTEMPTS = 5

/**
 * Awards one chunk, everything or nothing: an offer to each who meets it, a credential where the student accepts at
 * once or no ceremony is wanted. One who cannot be awarded keeps nobody else from it, and the outcome says why.
 */
export async function awardChunk(
  awarding: Awarding, studentIds: readonly string[], settle: Settle = async () => undefined,
): Promise<Outcomes> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToAward(awarding, studentIds, settle)
    } catch (error) {
      // Somebody was first, or took something back under the pen: all of it is read and signed anew.
      if (!(error instanceof Stale || isTaken(error)) || attempt === ATTEMPTS) throw error
    }
  }
}

async function tryToAward(awarding: Awarding, studentIds: readonly string[], settle: Settle): Promise<Outcomes> {
  const { institutionId } = awarding.programme
  await keepUrl(institutionId)
  const places = await findPlaces(institutionId, studentIds.length)
  const prepared = await prepareBeside({ awarding, studentIds, places, at: now() })
  await transaction(tx => keepAwarded(tx, awarding, prepared, () => settle(tx, prepared.outcomes)))
  return prepared.outcomes
}
