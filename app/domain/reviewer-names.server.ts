import { Prisma, read } from '~/lib/db.server'
import type { ActivityStatus } from './activity'
import type { PersonActor } from './policy'

/**
 * Who reviews each of these activities, by its id: the coordinator of its unit or of one above, where that is one person
 * and the rules leave it to them (1 and 16).
 */
export async function reviewerNames(
  { id, institutionId }: PersonActor,
  activities: readonly { id: string; status: ActivityStatus }[],
): Promise<Record<string, string>> {
  const ids = activities.filter(({ status }) => status === 'inReview').map(activity => activity.id)
  if (ids.length === 0) return {}
  const rows = await read<{ activityId: string; personId: string; name: string }>`
    WITH RECURSIVE above("activityId", "id") AS (
      SELECT a."id", a."unitId" FROM "Activity" a WHERE a."id" IN (${Prisma.join(ids)})
      UNION SELECT above."activityId", u."parentId" FROM above
        JOIN "Unit" u ON u."id" = above."id" WHERE u."parentId" IS NOT NULL
    )
    SELECT DISTINCT above."activityId", m."personId", s."usedName" AS "name"
    FROM above
    JOIN "Membership" m ON m."institutionId" = ${institutionId}
      AND m."role" = 'coordinator' AND m."unitId" = above."id"
    JOIN "Person" s ON s."id" = m."personId"
    WHERE m."personId" <> ${id}
      AND NOT EXISTS (SELECT 1 FROM "Appeal" p JOIN "Review" v ON v."id" = p."reviewId"
        WHERE p."activityId" = above."activityId"
          AND (p."decidedById" = m."personId" OR (p."status" = 'upheld' AND v."reviewerId" = m."personId")))
      AND NOT EXISTS (SELECT 1 FROM "Endorsement" e JOIN "Endorser" n ON n."id" = e."endorserId"
        WHERE e."activityId" = above."activityId" AND n."personId" = m."personId")`
  const only = ids.flatMap(activityId => {
    const [first, second] = rows.filter(row => row.activityId === activityId)
    return first && !second ? [[activityId, first.name] as const] : []
  })
  return Object.fromEntries(only)
}
