import { db, type Db } from '~/lib/db.server'

export interface Coordinator {
  personId: string
  address: string
}

/** Who coordinates a unit, or where nobody does the nearest unit above it; never the student themselves. */
export async function coordinatorsFor(unitId: string, studentId: string, client: Db = db): Promise<Coordinator[]> {
  const rows = await client.$queryRaw<(Coordinator & { steps: number | bigint })[]>`
    WITH RECURSIVE above("institutionId", "id", "steps") AS (
      SELECT u."institutionId", u."id", 0 FROM "Unit" u WHERE u."id" = ${unitId}
      UNION ALL SELECT u."institutionId", u."parentId", above."steps" + 1 FROM above
        JOIN "Unit" u ON u."id" = above."id" WHERE u."parentId" IS NOT NULL
    )
    SELECT m."personId", a."address", above."steps"
    FROM above
    JOIN "Membership" m ON m."institutionId" = above."institutionId" AND m."role" = 'coordinator'
      AND m."unitId" = above."id" AND m."personId" <> ${studentId}
    JOIN "EmailAddress" a ON a."personId" = m."personId" AND a."isPrimary" = TRUE AND a."confirmedAt" IS NOT NULL
    ORDER BY above."steps", m."personId"`
  return rows.filter(({ steps }) => steps === rows[0]?.steps).map(({ personId, address }) => ({ personId, address }))
}

/** The registry, never the student themselves. */
export function registrarsFor(institutionId: string, studentId: string): Promise<Coordinator[]> {
  return db.$queryRaw<Coordinator[]>`
    SELECT DISTINCT m."personId", a."address" FROM "Membership" m
    JOIN "EmailAddress" a ON a."personId" = m."personId" AND a."isPrimary" = TRUE AND a."confirmedAt" IS NOT NULL
    WHERE m."institutionId" = ${institutionId} AND m."role" = 'registrar' AND m."personId" <> ${studentId}
    ORDER BY m."personId"`
}
