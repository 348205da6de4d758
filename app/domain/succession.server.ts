import { now } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { dayOf } from './day'
import { findHouse } from './institution.server'
import { leftContacts } from './left-contact.server'
import { hasLeft } from './opportunity'
import { normaliseAddress } from './people'

/** Somebody who is asked in the place of who has left. */
export interface Successor {
  name: string
  email: string
  normalised: string
}

interface Asked {
  institutionId: string
  activityId: string
  normalised: string
}

/**
 * Who is asked instead where whoever was named has left: their deputy, then the mailbox of their unit. Null where
 * they have not left, or nobody is left to ask. The rules that bar people bar them here too (rule 1).
 */
export async function successorOf(tx: Tx, asked: Asked): Promise<Successor | null> {
  const today = dayOf(now(), (await findHouse()).timeZone)
  const activity = await findActivity(tx, asked.activityId)
  const contacts = await leftContacts(tx, { ...asked, unitId: activity.unitId }, today)
  const candidates = [
    ...contacts.flatMap(({ deputyName, deputyEmail, unit }) => [{ name: deputyName, email: deputyEmail }, unit]),
    ...afterValidator(activity, asked, today),
  ]
  const named = candidates.filter(({ email }) => email !== '')
  for (const { name, email } of named) {
    const successor = { name, email, normalised: normaliseAddress(email) }
    if (successor.normalised !== asked.normalised && (await mayBeAsked(tx, asked, activity, successor, today)))
      return successor
  }
  return null
}

type Activity = Awaited<ReturnType<typeof findActivity>>

function findActivity(tx: Tx, id: string) {
  return tx.activity.findUniqueOrThrow({
    where: { id },
    select: {
      studentId: true,
      unitId: true,
      opportunity: { include: { unit: { select: { name: true, email: true } } } },
    },
  })
}

function afterValidator({ opportunity }: Activity, { normalised }: Asked, today: string) {
  if (!opportunity || !opportunity.validatorEmail) return []
  const { validatorEmail, validatorUntil, deputyName, deputyEmail, unit } = opportunity
  const isThem = normaliseAddress(validatorEmail) === normalised
  if (!isThem || !hasLeft(validatorUntil, today)) return []
  return [{ name: deputyName, email: deputyEmail }, unit]
}

async function mayBeAsked(
  tx: Tx,
  { institutionId }: Asked,
  { studentId, unitId, opportunity }: Activity,
  { normalised }: Successor,
  today: string,
) {
  const person = await tx.person.findFirst({
    where: { institutionId, addresses: { some: { normalised } } },
    select: { id: true, memberships: { select: { role: true } } },
  })
  const isPeer = person !== null && person.memberships.every(({ role }) => role === 'student')
  if (person?.id === studentId || (isPeer && !opportunity?.allowsPeers)) return false
  const where = { institutionId_normalised: { institutionId, normalised } }
  if ((await tx.endorser.findUnique({ where }))?.doNotAskAt) return false
  return (await leftContacts(tx, { institutionId, unitId, normalised }, today)).length === 0
}
