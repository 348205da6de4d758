import { now } from '~/lib/clock.server'
import { Prisma, read } from '~/lib/db.server'
import type { ActivityStatus, Category } from './activity'
import type { ConfirmedFacts } from './confirmed'
import type { Day } from './day'
import type { Assurance, JudgementOutcome } from './endorsement'

// Typed SQL, since these run on every home page and over whole cohorts: through the query builder they
// cost several times as much as all the rest of a tally. Each starts at the person, whose institution leads
// the indexes.

export type ApprovedWorkRow = Work & Approved
export type WorkRow = ApprovedWorkRow | (Work & { approvedRevisionId: null })

interface Work {
  id: string
  studentId: string
  status: ActivityStatus
  statusAt: Date
  revision: number
  title: string
  minutes: number
  /** By the review that approved it, where the reviewer named another figure. */
  namedMinutes: number | null
  /** Ids of competencies, with commas between. */
  claimed: string | null
}

/** As the approved revision says it. */
interface Approved {
  approvedRevisionId: string
  approvedTitle: string
  organisation: string
  category: Category
  role: string
  activityStartDate: Day
  activityEndDate: Day | null
  isPaid: boolean
  isCreditBearing: boolean
  isMandatory: boolean
  hasReflection: boolean
}

export function workRows(studentIds: readonly string[]): Promise<WorkRow[]> {
  return read<WorkRow>`
    SELECT a."id", a."studentId", a."status", a."statusAt", a."revision", a."title", a."minutes",
      a."approvedRevisionId", r."title" AS "approvedTitle", r."organisation", r."category", r."role",
      r."activityStartDate", r."activityEndDate", r."isPaid", r."isCreditBearing", r."isMandatory", r."hasReflection",
      (SELECT v."minutes" FROM "Review" v
        WHERE v."revisionId" = a."approvedRevisionId" AND v."decision" = 'approved' AND v."undoneAt" IS NULL
        ORDER BY v."decidedAt" DESC LIMIT 1) AS "namedMinutes",
      CASE WHEN a."status" <> 'approved' THEN
        (SELECT string_agg(c."competencyId", ',') FROM "Claim" c WHERE c."activityId" = a."id")
      END AS "claimed"
    FROM "Person" s
    JOIN "Activity" a ON a."institutionId" = s."institutionId" AND a."studentId" = s."id"
    LEFT JOIN "Revision" r ON r."id" = a."approvedRevisionId"
    WHERE s."id" IN (${Prisma.join(studentIds)})
    ORDER BY a."createdAt", a."id"`
}

export interface EndorsementRow extends ConfirmedFacts {
  id: string
  activityId: string
  revisionId: string
  revisionNumber: number
  endorserId: string
  personId: string | null
  assurance: Assurance
  endorsedAt: Date
  withdrawnAt: Date | null
  judgementId: string | null
  competencyId: string | null
  frameworkId: string | null
  outcome: JudgementOutcome | null
  level: number | null
}

/** A row a judgement; one with nulls for an endorsement without any. */
export function endorsementRows(studentIds: readonly string[]): Promise<EndorsementRow[]> {
  return read<EndorsementRow>`
    SELECT e."id", e."activityId", e."revisionId", r."number" AS "revisionNumber",
      e."endorserId", n."personId", e."assurance", e."confirmedRole", e."confirmedMinutes",
      e."confirmedStart", e."confirmedEnd", e."endorsedAt", e."withdrawnAt",
      j."id" AS "judgementId", j."competencyId", c."frameworkId", j."outcome", l."position" AS "level"
    FROM "Person" s
    JOIN "Activity" a ON a."institutionId" = s."institutionId" AND a."studentId" = s."id"
    JOIN "Endorsement" e ON e."activityId" = a."id"
    JOIN "Revision" r ON r."id" = e."revisionId"
    JOIN "Endorser" n ON n."id" = e."endorserId"
    LEFT JOIN "Judgement" j ON j."endorsementId" = e."id"
    LEFT JOIN "Competency" c ON c."id" = j."competencyId"
    LEFT JOIN "Level" l ON l."id" = j."levelId"
    WHERE s."id" IN (${Prisma.join(studentIds)})
    ORDER BY e."endorsedAt", e."id", j."id"`
}

interface CredentialRow {
  studentId: string
  id: string
  seriesId: string
  title: string
}

interface WaiverRow {
  studentId: string
  key: string
  reason: string
}

/** Credentials that are valid now, and waivers that stand. */
export async function otherRows(studentIds: readonly string[]) {
  const among = Prisma.join(studentIds)
  const [credentials, waivers] = await Promise.all([
    read<CredentialRow>`
      SELECT c."studentId", c."id", p."seriesId", p."title"
      FROM "Person" s
      JOIN "Credential" c ON c."institutionId" = s."institutionId" AND c."studentId" = s."id"
      JOIN "Award" a ON a."id" = c."awardId"
      JOIN "Programme" p ON p."id" = a."programmeId"
      WHERE s."id" IN (${among}) AND c."status" = 'valid'
        AND (c."validUntil" IS NULL OR c."validUntil" > ${now()})
      ORDER BY c."awardedDate", c."id"`,
    read<WaiverRow>`
      SELECT w."studentId", w."key", w."reason" FROM "Waiver" w
      WHERE w."studentId" IN (${among}) AND w."withdrawnAt" IS NULL ORDER BY w."decidedAt", w."id"`,
  ])
  return { credentials, waivers }
}
