import { Prisma, read } from '~/lib/db.server'
import type { ActivityStatus } from './activity'
import type { Day } from './day'
import { LINE } from './standing'

/** An activity as lists show it, with whoever has it now. */
export interface ActivityRow {
  id: string
  title: string
  organisation: string
  role: string
  status: ActivityStatus
  statusAt: Date
  createdAt: Date
  revision: number
  minutes: number
  /** The least that stands confirmed of this version, once somebody confirmed it. */
  confirmedMinutes: number | null
  activityStartDate: Day | null
  activityEndDate: Day | null
  approvedRevisionId: string | null
  /** While it is submitted: who was asked and can still answer, a line each. */
  holders: string | null
  /** Whom our mail did not reach. */
  unreached: string | null
  /** Of the document on which it went to the review, or null. */
  documentId: string | null
  /** Whether a draft claims something, and names somebody to ask: an id of one, or null. */
  claimId: string | null
  inviteeId: string | null
  /** Who returned, declined or rescinded it, and in what words. */
  answeredBy: string | null
  answerNote: string | null
  /** Since when an appeal against that is open. */
  appealedAt: Date | null
  /** Of an appeal ever made against what was declined. */
  appealId: string | null
}

/**
 * The page is cut first and what hangs on it looked up after, so that no plan reads more than the page. Who has
 * the tally at hand has the hours of approved work there, and leaves them out here.
 */
export function activityRows(
  page: Prisma.Sql,
  confirmed: readonly ActivityStatus[] = ['submitted', 'inReview', 'approved'],
): Promise<ActivityRow[]> {
  return read<ActivityRow>`
    SELECT p.*, o."createdAt" AS "appealedAt",
      CASE WHEN p."status" = 'declined' THEN
        (SELECT l."id" FROM "Appeal" l WHERE l."activityId" = p."id" LIMIT 1) END AS "appealId",
      CASE WHEN p."status" = 'submitted' THEN
        (SELECT string_agg(q."endorserName", ${LINE}) FROM "EndorsementRequest" q
          WHERE q."activityId" = p."id" AND q."status" IN ('queued', 'sent', 'started')) END AS "holders",
      CASE WHEN p."status" = 'submitted' THEN
        (SELECT q."endorserName" FROM "EndorsementRequest" q
          WHERE q."activityId" = p."id" AND q."status" = 'undeliverable'
          ORDER BY q."createdAt" DESC LIMIT 1) END AS "unreached",
      CASE WHEN p."status" IN (${Prisma.join([...confirmed])}) THEN
        (SELECT MIN(e."confirmedMinutes") FROM "Endorsement" e
          WHERE e."revisionId" =
              (SELECT r."id" FROM "Revision" r WHERE r."activityId" = p."id" AND r."number" = p."revision")
            AND e."withdrawnAt" IS NULL) END AS "confirmedMinutes",
      CASE WHEN p."status" IN ('inReview', 'approved') THEN
        (SELECT w."id" FROM "WrittenConfirmation" w JOIN "Revision" r ON r."id" = w."revisionId"
          WHERE w."activityId" = p."id" AND r."number" = p."revision" LIMIT 1) END AS "documentId",
      CASE WHEN p."status" = 'draft' THEN
        (SELECT c."id" FROM "Claim" c WHERE c."activityId" = p."id" LIMIT 1) END AS "claimId",
      CASE WHEN p."status" = 'draft' THEN
        (SELECT i."id" FROM "Invitee" i WHERE i."activityId" = p."id" LIMIT 1) END AS "inviteeId",
      CASE WHEN p."status" IN ('returned', 'declined', 'rescinded') THEN COALESCE(
        (SELECT NULLIF(s."usedName", '') ${lastReview}),
        (SELECT NULLIF(q."endorserName", '') ${lastReturn})) END AS "answeredBy",
      CASE WHEN p."status" IN ('returned', 'declined', 'rescinded') THEN COALESCE(
        (SELECT v."reason" ${lastReview}),
        (SELECT q."answerNote" ${lastReturn})) END AS "answerNote"
    FROM (${page}) p LEFT JOIN "Appeal" o ON o."openOf" = p."id"
    ORDER BY p."createdAt" DESC, p."id" DESC`
}

/** The columns a page is cut with. */
export const activityColumns = Prisma.raw(
  [
    'id',
    'title',
    'organisation',
    'role',
    'status',
    'statusAt',
    'createdAt',
    'revision',
    'minutes',
    'activityStartDate',
    'activityEndDate',
    'approvedRevisionId',
  ]
    .map(name => `a."${name}"`)
    .join(', '),
)

const lastReview = Prisma.sql`
  FROM "Review" v JOIN "Person" s ON s."id" = v."reviewerId" JOIN "Revision" r ON r."id" = v."revisionId"
  WHERE v."activityId" = p."id" AND r."number" = p."revision"
    AND v."undoneAt" IS NULL AND v."decision" <> 'approved'
  ORDER BY v."decidedAt" DESC LIMIT 1`

const lastReturn = Prisma.sql`
  FROM "EndorsementRequest" q JOIN "Revision" r ON r."id" = q."revisionId"
  WHERE q."activityId" = p."id" AND q."answer" = 'returned' AND r."number" = p."revision"
  ORDER BY q."statusAt" DESC LIMIT 1`
