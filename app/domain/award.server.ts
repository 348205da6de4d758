import { now } from '~/lib/clock.server'
import { db, transaction, type AwardModel, type Tx } from '~/lib/db.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import type { AwardStatus, Choices } from './award'
import { cancelReminder } from './award-notices.server'
import { findGrounds } from './grounds.server'
import { issue } from './issue.server'
import { isHolder, type Actor } from './policy'

/**
 * The student accepts, with their choices, and the credential exists. Whoever clicks twice gets the same one
 * (rule 6). Answers the credential's id.
 */
export async function acceptAward(actor: Actor, awardId: string, choices: Choices): Promise<string> {
  const award = await findOwn(actor, awardId)
  const first = underWay.get(awardId)
  if (first) return first
  const accepting = accept(actor, award, choices).finally(() => underWay.delete(awardId))
  underWay.set(awardId, accepting)
  return accepting
}

export async function declineAward(actor: Actor, awardId: string): Promise<void> {
  const award = await findOwn(actor, awardId)
  await transaction(async tx => {
    if (!(await close(tx, award, 'declined'))) throw new Refusal(answered[award.status])
    await cancelReminder(tx, awardId)
    await record(tx, actor, 'award.declined', awardId)
  })
}

const AT_ONCE = 50

/** Offers nobody answered in time, some at once; once a day. */
export async function lapseOffers(): Promise<void> {
  for (let due = await findDue(); due.length > 0; due = await findDue()) {
    await transaction(async tx => {
      for (const award of due) {
        if (!(await close(tx, award, 'lapsed'))) continue
        await record(tx, { kind: 'system', institutionId: award.institutionId }, 'award.lapsed', award.id)
      }
    })
  }
}

function findDue() {
  return db.award.findMany({ where: { status: 'offered', lapsesAt: { lt: now() } }, orderBy: { lapsesAt: 'asc' }, take: AT_ONCE })
}

/** A second click waits for the first, instead of signing the same once more to lose the race. */
const underWay = new Map<string, Promise<string>>()

async function accept(actor: Actor, award: AwardModel, choices: Choices): Promise<string> {
  const issued = await findIssued(award)
  if (issued) return issued
  if (award.status !== 'offered') throw new Refusal(answered[award.status])
  if (award.lapsesAt < now()) throw new Refusal(answered.lapsed)
  const { credentialId } = await issue(actor, await findGrounds(award.id), choices)
  const issuedMeanwhile = credentialId ?? (await findIssued(award))
  if (!issuedMeanwhile) throw new Refusal('This offer was answered a moment ago.')
  return issuedMeanwhile
}

const answered: Record<AwardStatus, string> = {
  offered: 'This offer was answered a moment ago.',
  accepted: 'You accepted this, and it was revoked since. Ask the registrar’s office.',
  declined: 'You declined this offer. Ask the registrar’s office if you want it after all.',
  lapsed: 'This offer ran out. Ask the registrar’s office to make it again.',
}

async function findOwn(actor: Actor, awardId: string) {
  const award = found(await db.award.findUnique({ where: { id: awardId } }))
  allowed(isHolder(actor, award))
  return award
}

async function findIssued({ id }: AwardModel): Promise<string | null> {
  const credential = await db.credential.findFirst({
    where: { awardId: id, status: 'valid' }, select: { id: true },
  })
  return credential?.id ?? null
}

/** An offer that ends without a credential makes room for another. */
async function close(tx: Tx, award: AwardModel, status: 'declined' | 'lapsed'): Promise<boolean> {
  const { count } = await tx.award.updateMany({
    where: { id: award.id, status: 'offered' }, data: { status, answeredAt: now(), inForce: null },
  })
  return count === 1
}
