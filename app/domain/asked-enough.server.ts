import { DAY, later, now } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import type { Invited } from './endorser.server'
import type { PersonActor } from './policy'

const MOST_TO_ONE = 20
const MOST_A_DAY = 60

/**
 * Nobody fills a mailbox by submitting and withdrawing. Asked once the people invited are written down, which
 * makes all who ask the same person take turns.
 */
export async function refuseTooMany(tx: Tx, { id: studentId, institutionId }: PersonActor, invited: readonly Invited[]) {
  const today = { institutionId, activity: { studentId }, createdAt: { gt: later(now(), -DAY) } }
  for (const [at, { name, endorserId }] of invited.entries()) {
    if ((await tx.endorsementRequest.count({ where: { ...today, endorserId } })) < MOST_TO_ONE) continue
    throw new Refusal(`You have asked ${name} often enough today. Ask again tomorrow, or name somebody else.`, `invitees[${at}].email`)
  }
  if ((await tx.endorsementRequest.count({ where: today })) + invited.length <= MOST_A_DAY) return
  throw new Refusal(`We send ${MOST_A_DAY} letters a day for one student. Keep this as a draft and submit it tomorrow.`)
}
