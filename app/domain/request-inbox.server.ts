import { limit, Prisma, read } from '~/lib/db.server'
import { now } from '~/lib/clock.server'
import type { Day } from './day'
import type { PersonActor } from './policy'
import { requestPath } from './request.server'

const PAGE = 50

interface WaitingRow {
  id: string
  createdAt: Date
  student: string
  title: string
  organisation: string
  role: string
  minutes: number
  start: Day
  end: Day | null
  claims: number
}

/** What waits for somebody's own answer, oldest first, a page at a time. */
export async function listWaiting({ id, institutionId }: PersonActor, after: string | null) {
  const rows = await read<WaitingRow>`
    SELECT q."id", q."createdAt", s."usedName" AS "student", a."title", a."organisation", a."role",
      r."minutes", a."activityStartDate" AS "start", a."activityEndDate" AS "end",
      (SELECT COUNT(*) FROM "RevisionClaim" c WHERE c."revisionId" = r."id") AS "claims"
    FROM "Endorser" n
    JOIN "EndorsementRequest" q ON q."institutionId" = n."institutionId" AND q."endorserId" = n."id"
      AND q."status" IN ('queued', 'sent', 'started', 'undeliverable')
    JOIN "Revision" r ON r."id" = q."revisionId"
    JOIN "Activity" a ON a."id" = q."activityId"
    JOIN "Person" s ON s."id" = a."studentId"
    WHERE n."personId" = ${id} AND n."institutionId" = ${institutionId}
      AND q."expiresAt" > ${now()}
      AND (a."approvedRevisionId" IS NULL OR a."approvedRevisionId" <> q."revisionId")
      ${after ? Prisma.sql`AND q."id" > ${after}` : Prisma.empty}
    ORDER BY q."id" ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE)
  return {
    rows: shown.map(row => ({ ...row, path: requestPath(row.id) })),
    next: rows.length > PAGE ? shown.at(-1)?.id ?? null : null,
  }
}

export type Waiting = Awaited<ReturnType<typeof listWaiting>>['rows'][number]
