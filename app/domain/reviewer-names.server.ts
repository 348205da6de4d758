import { Prisma, read } from '~/lib/db.server'
import type { ActivityStatus } from './activity'
import type { PersonActor } from './policy'

/** Who reviews work of a unit, by its id: its coordinator or that of a unit above, where that is one person. */
export async function reviewerNames(
  { id, institutionId }: PersonActor,
  activities: readonly { unitId: string; status: ActivityStatus }[],
): Promise<Record<string, string>> {
  const unitIds = [
    ...new Set(activities.filter(({ status }) => status === 'inReview').map(({ unitId }) => unitId)),
  ]
  if (unitIds.length === 0) return {}
  const rows = await read<{ unitId: string; personId: string; name: string }>`
    WITH RECURSIVE above("unitId", "id") AS (
      SELECT u."id", u."id" FROM "Unit" u WHERE u."id" IN (${Prisma.join(unitIds)})
      UNION SELECT above."unitId", u."parentId" FROM above
        JOIN "Unit" u ON u."id" = above."id" WHERE u."parentId" IS NOT NULL
    )
    SELECT DISTINCT above."unitId", m."personId", s."usedName" AS "name"
    FROM above
    JOIN "Membership" m ON m."institutionId" = ${institutionId}
      AND m."role" = 'coordinator' AND m."unitId" = above."id"
    JOIN "Person" s ON s."id" = m."personId" WHERE m."personId" <> ${id}`
  const only = unitIds.flatMap(unitId => {
    const [first, second] = rows.filter(row => row.unitId === unitId)
    return first && !second ? [[unitId, first.name] as const] : []
  })
  return Object.fromEntries(only)
}
