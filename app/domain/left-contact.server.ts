import type { Tx } from '~/lib/db.server'
import type { Day } from './day'
import { hasLeft } from './opportunity'
import { domainOf } from './people'

interface Somebody {
  institutionId: string
  /** Where what they are asked about belongs. */
  unitId: string
  normalised: string
}

/**
 * The places of somebody who answered for units and has left them all; none where they are still there. A unit says
 * so where it speaks for them: in what belongs to it or below it, and by addresses in its own domains.
 */
export async function leftContacts(tx: Tx, { institutionId, unitId, normalised }: Somebody, today: Day) {
  const contacts = await tx.unitContact.findMany({
    where: { institutionId, normalised },
    orderBy: [{ untilDay: 'desc' }, { id: 'desc' }],
    include: { unit: { select: { name: true, email: true, domains: { select: { domain: true } } } } },
  })
  if (contacts.length === 0 || !contacts.every(({ untilDay }) => hasLeft(untilDay, today))) return []
  const above = await unitsFrom(tx, unitId)
  return contacts.filter(
    ({ unitId: id, unit }) => above.has(id) || unit.domains.some(({ domain }) => domain === domainOf(normalised)),
  )
}

/** A unit, and those above it. */
async function unitsFrom(tx: Tx, unitId: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above("id", "parentId") AS (
      SELECT u."id", u."parentId" FROM "Unit" u WHERE u."id" = ${unitId}
      UNION ALL SELECT u."id", u."parentId" FROM above JOIN "Unit" u ON u."id" = above."parentId"
    )
    SELECT "id" FROM above`
  return new Set(rows.map(({ id }) => id))
}
