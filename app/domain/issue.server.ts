import { now } from '~/lib/clock.server'
import { isTaken, transaction, type Tx } from '~/lib/db.server'
import { newPublicId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import type { Choices } from './award'
import { signCredential, type SignedCredential } from './credential-document.server'
import { findGrounds, metParts, type Grounds } from './grounds.server'
import { notify } from './notification.server'
import { cancelReminder } from './offer.server'
import type { Actor } from './policy'
import { isStillActive } from './signing-key.server'
import { findPlace, takePlace, type Place } from './status-list.server'

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

async function tryToIssue(ordered: Ordered): Promise<Outcome> {
  const { grounds, choices } = ordered
  const place = await findPlace(grounds.award.institutionId)
  const signed = await signCredential({ id: newPublicId(), grounds, choices, place, at: now() })
  try {
    return await transaction(tx => keep(tx, { ...ordered, place, signed }))
  } catch (error) {
    if (error instanceof Stale || isTaken(error)) return 'stale'
    throw error
  }
}

/** Thrown, not returned: it must undo what the transaction did so far. */
class Stale extends Error {}

interface Ordered {
  actor: Actor
  grounds: Grounds
  choices: Choices
  occasion: Occasion
}

interface Written extends Ordered {
  place: Place
  signed: SignedCredential
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

async function keep(
  tx: Tx, { actor, grounds, choices, occasion, place, signed }: Written,
): Promise<string | null> {
  const { award } = grounds
  if (!(await occasion.take(tx, award, choices))) return null
  await takePlace(tx, place)
  await tx.credential.create({ data: row(grounds, place, signed) })
  await tx.credentialEndorsement.createMany({
    data: signed.carriedIds.map(endorsementId => ({ credentialId: signed.id, endorsementId })),
  })
  await cancelReminder(tx, award.id)
  const [primary] = award.student.addresses
  if (primary && occasion === acceptance) {
    await notify(tx, {
      template: 'credential-issued', to: primary.address, params: { credentialId: signed.id },
      subjectId: signed.id, dedupeKey: `issued:${signed.id}`,
    })
  }
  const { id, digest, keyId } = signed
  await record(tx, actor, occasion.event, award.id, { credential: id, digest, key: keyId })
  // After `record`, where all who write stand in one line: whoever took something back is seen here, or waits.
  if (!(await stillStands(tx, grounds, keyId))) throw new Stale()
  return id
}

/** What was read before signing is still so, all that it rests on, and the key in use. */
async function stillStands(tx: Tx, grounds: Grounds, keyId: string): Promise<boolean> {
  const isUnchanged = (await workStands(tx, grounds)) && (await restStands(tx, grounds))
  return isUnchanged && (await isStillActive(tx, keyId))
}

async function workStands(tx: Tx, { activities }: Grounds): Promise<boolean> {
  const revisionIds = activities.map(({ counted }) => counted.revisionId)
  const endorsementIds = activities.flatMap(({ counted }) => counted.endorsements.map(({ id }) => id))
  const approved = await tx.activity.count({ where: { approvedRevisionId: { in: revisionIds } } })
  const standing = await tx.endorsement.count({ where: { id: { in: endorsementIds }, withdrawnAt: null } })
  return approved === revisionIds.length && standing === endorsementIds.length
}

/** Credentials that it stacks on, and parts that were set aside. */
async function restStands(tx: Tx, { award: { studentId }, progress }: Grounds): Promise<boolean> {
  const parts = metParts(progress)
  const because = parts.flatMap(part => part.because)
  const ids = new Set(because.flatMap(each => (each.kind === 'credential' ? each.credentialId : [])))
  const keys = new Set(parts.flatMap(({ requirement: of }) => (of.kind === 'waiver' ? of.key : [])))
  const notOver = [{ validUntil: null }, { validUntil: { gt: now() } }]
  const valid = await tx.credential.count({ where: { id: { in: [...ids] }, status: 'valid', OR: notOver } })
  const waivers = await tx.waiver.findMany({
    where: { studentId, key: { in: [...keys] }, withdrawnAt: null }, select: { key: true },
  })
  return valid === ids.size && new Set(waivers.map(({ key }) => key)).size === keys.size
}

function row({ award }: Grounds, place: Place, signed: SignedCredential) {
  const { id, document, digest, because, parts, validFrom, validUntil } = signed
  return {
    id, document, digest, because, validFrom, validUntil, awardedDate: validFrom,
    disclosures: JSON.stringify(parts), institutionId: award.institutionId, awardId: award.id, studentId: award.studentId,
    listId: place.listId, listIndex: place.index,
  }
}
