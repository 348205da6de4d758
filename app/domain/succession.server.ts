import { now } from '~/lib/clock.server'
import type { Tx } from '~/lib/db.server'
import { dayOf } from './day'
import { findHouse } from './institution.server'
import { hasLeft } from './opportunity'
import { domainOf, normaliseAddress } from './people'

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
  const candidates = [...(await afterContact(tx, asked, today)), ...(await afterValidator(tx, asked, today))]
  const named = candidates.filter(({ email }) => email !== '')
  for (const { name, email } of named) {
    const successor = { name, email, normalised: normaliseAddress(email) }
    if (successor.normalised !== asked.normalised && (await mayBeAsked(tx, asked, successor, today)))
      return successor
  }
  return null
}

type Candidate = Pick<Successor, 'name' | 'email'>

/**
 * Who answers for a unit leaves it altogether when none of their times there goes on. A unit names who comes after
 * somebody where it speaks for them: in what was done there or below, and by addresses in its own domains.
 */
async function afterContact(
  tx: Tx,
  { institutionId, activityId, normalised }: Asked,
  today: string,
): Promise<Candidate[]> {
  const contacts = await tx.unitContact.findMany({
    where: { institutionId, normalised },
    orderBy: [{ untilDay: 'desc' }, { id: 'desc' }],
    include: { unit: { select: { name: true, email: true, domains: { select: { domain: true } } } } },
  })
  if (contacts.length === 0 || !contacts.every(({ untilDay }) => hasLeft(untilDay, today))) return []
  const above = await unitsOf(tx, activityId)
  const own = contacts.filter(
    ({ unitId, unit }) => above.has(unitId) || unit.domains.some(({ domain }) => domain === domainOf(normalised)),
  )
  return own.flatMap(({ deputyName, deputyEmail, unit }) => [{ name: deputyName, email: deputyEmail }, unit])
}

/** The unit of an activity, and those above it. */
async function unitsOf(tx: Tx, activityId: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above("id", "parentId") AS (
      SELECT u."id", u."parentId" FROM "Activity" a JOIN "Unit" u ON u."id" = a."unitId" WHERE a."id" = ${activityId}
      UNION ALL SELECT u."id", u."parentId" FROM above JOIN "Unit" u ON u."id" = above."parentId"
    )
    SELECT "id" FROM above`
  return new Set(rows.map(({ id }) => id))
}

async function afterValidator(
  tx: Tx,
  { activityId, normalised }: Asked,
  today: string,
): Promise<Candidate[]> {
  const { opportunity } = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { opportunity: { include: { unit: { select: { name: true, email: true } } } } },
  })
  if (!opportunity || !opportunity.validatorEmail) return []
  const { validatorEmail, validatorUntil, deputyName, deputyEmail, unit } = opportunity
  const isThem = normaliseAddress(validatorEmail) === normalised
  if (!isThem || !hasLeft(validatorUntil, today)) return []
  return [{ name: deputyName, email: deputyEmail }, unit]
}

async function mayBeAsked(
  tx: Tx,
  { institutionId, activityId }: Asked,
  { normalised }: Successor,
  today: string,
) {
  const { studentId, opportunity } = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { studentId: true, opportunity: { select: { allowsPeers: true } } },
  })
  const person = await tx.person.findFirst({
    where: { institutionId, addresses: { some: { normalised } } },
    select: { id: true, memberships: { select: { role: true } } },
  })
  const isPeer = person !== null && person.memberships.every(({ role }) => role === 'student')
  if (person?.id === studentId || (isPeer && !opportunity?.allowsPeers)) return false
  const where = { institutionId_normalised: { institutionId, normalised } }
  if ((await tx.endorser.findUnique({ where }))?.doNotAskAt) return false
  const contacts = await tx.unitContact.findMany({
    where: { institutionId, normalised },
    select: { untilDay: true },
  })
  return contacts.length === 0 || contacts.some(({ untilDay }) => !hasLeft(untilDay, today))
}
