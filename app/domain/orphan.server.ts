import { now } from '~/lib/clock.server'
import { db, limit, read } from '~/lib/db.server'
import { dayOf } from './day'
import { findHouse } from './institution.server'
import { normaliseAddress } from './people'
import { stillOpen } from './request.server'

export interface Orphans {
  /** Offered, and nobody is left to confirm it. */
  opportunities: string[]
  /** Requests that are open to somebody who has left with nobody after them. */
  requests: number
  /** Units that nobody coordinates, themselves or from above. */
  units: string[]
}

const AT_MOST = 200

/** What nobody looks after any more, so much of it as one can read. */
export async function findOrphans(): Promise<Orphans> {
  const { id: institutionId, timeZone } = await findHouse()
  const today = dayOf(now(), timeZone)
  const opportunities = await forsaken(institutionId, today)
  return {
    opportunities: opportunities.map(({ title, unit }) => `${title}, ${unit}`),
    requests: await openToWhoLeft(institutionId, opportunities, await leftContacts(institutionId, today)),
    units: await uncoordinated(institutionId),
  }
}

interface Forsaken {
  id: string
  title: string
  unit: string
  email: string
}

function forsaken(institutionId: string, today: string) {
  return read<Forsaken>`
    SELECT o."id", o."title", u."name" AS "unit", o."validatorEmail" AS "email"
    FROM (
      SELECT * FROM "Opportunity" l WHERE l."institutionId" = ${institutionId}
        AND l."validatorUntil" IS NOT NULL AND l."validatorUntil" < ${today}
      UNION SELECT * FROM "Opportunity" n
        WHERE n."institutionId" = ${institutionId} AND n."validatorEmail" = ''
    ) o JOIN "Unit" u ON u."id" = o."unitId"
    WHERE o."openedAt" IS NOT NULL AND o."retiredAt" IS NULL AND o."deputyEmail" = '' AND u."email" = ''
    ORDER BY o."title" ${limit(AT_MOST)}`
}

async function leftContacts(institutionId: string, today: string) {
  const rows = await read<{ normalised: string }>`
    SELECT c."normalised" FROM "UnitContact" c JOIN "Unit" u ON u."id" = c."unitId"
    WHERE c."institutionId" = ${institutionId} AND c."untilDay" IS NOT NULL AND c."untilDay" < ${today}
      AND c."deputyEmail" = '' AND u."email" = '' AND NOT EXISTS (
        SELECT 1 FROM "UnitContact" s WHERE s."institutionId" = c."institutionId"
          AND s."normalised" = c."normalised" AND (s."untilDay" IS NULL OR s."untilDay" >= ${today}))
    ${limit(AT_MOST)}`
  return rows.map(({ normalised }) => normalised)
}

/** Who left a unit has left it altogether; a validator, only what they confirmed there. */
async function openToWhoLeft(institutionId: string, opportunities: readonly Forsaken[], contacts: string[]) {
  const open = { institutionId, status: { in: stillOpen } }
  const validators = [...new Set(opportunities.map(({ email }) => normaliseAddress(email)))]
  const [toContacts, toValidators] = await Promise.all([
    db.endorsementRequest.count({
      where: { ...open, endorser: { institutionId, normalised: { in: contacts } } },
    }),
    db.endorsementRequest.count({
      where: {
        ...open,
        endorser: { institutionId, normalised: { in: validators, notIn: contacts } },
        activity: { opportunityId: { in: opportunities.map(({ id }) => id) } },
      },
    }),
  ])
  return toContacts + toValidators
}

async function uncoordinated(institutionId: string) {
  const [units, coordinators] = await Promise.all([
    db.unit.findMany({ where: { institutionId }, select: { id: true, name: true, parentId: true } }),
    db.membership.findMany({ where: { institutionId, role: 'coordinator' }, select: { unitId: true } }),
  ])
  const coordinated = new Set(coordinators.map(({ unitId }) => unitId))
  if (coordinated.has(null)) return []
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const isCoordinated = (id: string | null): boolean =>
    id !== null && (coordinated.has(id) || isCoordinated(byId.get(id)?.parentId ?? null))
  return units.filter(({ id }) => !isCoordinated(id)).map(({ name }) => name)
}
