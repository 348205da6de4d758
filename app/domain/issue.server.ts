import { now } from '~/lib/clock.server'
import { isTaken, transaction, type Tx } from '~/lib/db.server'
import { newPublicId } from '~/lib/id.server'
import { found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import type { Choices } from './award'
import { cancelReminder, issuedNotices } from './award-notices.server'
import { signCredential } from './credential-document.server'
import { keepCredentials } from './credential-keeping.server'
import { assertStanding, footingOf, Stale } from './grounds-standing.server'
import { findGrounds, type Grounds } from './grounds.server'
import type { Signed } from './issue-together.server'
import { notifyAll } from './notification.server'
import type { Actor } from './policy'
import { findPlaces } from './status-list.server'

const ATTEMPTS = 5
const NO_LONGER =
  'Something this rests on no longer counts. The registrar’s office can tell you what, and offer it again.'

export interface Issued {
  credentialId: string | null
}

/** What a credential is issued for, and how that is taken in the transaction that keeps it; false: it is gone. */
interface Occasion {
  event: 'award.accepted' | 'credential.reissued'
  take: (tx: Tx, award: Grounds['award'], choices: Choices) => Promise<boolean>
}

/**
 * Composed, signed and verified first, then one transaction that keeps all of it or nothing. When what it
 * rests on has changed under the pen, or somebody took the place in the status list, it is written anew.
 * Null: what it is issued for, without more an offer that is open, was answered by another click meanwhile.
 */
export async function issue(
  actor: Actor, grounds: Grounds, choices: Choices, occasion: Occasion = acceptance,
): Promise<Issued> {
  for (let attempt = 1; ; attempt++) {
    if (!grounds.progress.met) throw new Refusal(NO_LONGER)
    const outcome = await tryToIssue({ actor, grounds, choices, occasion })
    if (outcome !== 'stale') return { credentialId: outcome }
    if (attempt === ATTEMPTS) throw new Error(`Award ${grounds.award.id} changed each time while it was signed.`)
    grounds = await findGrounds(grounds.award.id)
  }
}

type Outcome = string | 'stale' | null

interface Ordered {
  actor: Actor
  grounds: Grounds
  choices: Choices
  occasion: Occasion
}

async function tryToIssue(ordered: Ordered): Promise<Outcome> {
  const { grounds, choices } = ordered
  const place = found((await findPlaces(grounds.award.institutionId, 1))[0])
  const credential = await signCredential({ id: newPublicId(), grounds, choices, place }, now())
  try {
    return await transaction(tx => keep(tx, ordered, { grounds, choices, place, credential }))
  } catch (error) {
    if (error instanceof Stale || isTaken(error)) return 'stale'
    throw error
  }
}

/** An open offer becomes an accepted one. */
const acceptance: Occasion = {
  event: 'award.accepted',
  async take(tx, { id }, choices) {
    const { count } = await tx.award.updateMany({
      where: { id, status: 'offered' },
      data: { status: 'accepted', answeredAt: now(), choices: { ...choices } },
    })
    return count > 0
  },
}

async function keep(tx: Tx, { actor, occasion }: Ordered, signed: Signed): Promise<string | null> {
  const { grounds, choices, credential: { id, digest, keyId } } = signed
  const { award } = grounds
  if (!(await occasion.take(tx, award, choices))) return null
  await keepCredentials(tx, [{ ...signed, award }])
  await cancelReminder(tx, award.id)
  if (occasion === acceptance) await notifyAll(tx, issuedNotices(award.student, id))
  await record(tx, actor, occasion.event, award.id, { credential: id, digest, key: keyId })
  await assertStanding(tx, [footingOf(grounds)], keyId)
  return id
}
