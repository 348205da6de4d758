import { limit, Prisma, read } from '~/lib/db.server'
import { placeOf, placeText, type Place } from './place.server'
import type { PersonActor } from './policy'

/** Something of a student's that somebody else could read from a moment on. */
export interface Disclosure {
  kind: 'request' | 'review' | 'shared' | 'unshared'
  id: string
  at: Date
  /** Whoever was shown it; empty where it was anybody with the address. */
  who: string
  organisation: string
  title: string
  /** The version of the activity; null for a credential. */
  revision: number | null
  activityId: string | null
  credentialId: string | null
  /** When an endorser first pressed something behind their link, or answered; until then only the title was to be seen. */
  openedAt: Date | null
}

const PAGE = 50

/** What was disclosed to whom and when, the latest first, a page at a time. */
export async function listDisclosures(actor: PersonActor, before: string | null) {
  const place = placeOf(before)
  const rows = await read<Disclosure>`
    SELECT * FROM (
      SELECT * FROM (${requests(actor, place)}) q
      UNION ALL SELECT * FROM (${reviews(actor, place)}) v
      UNION ALL SELECT * FROM (${shares(actor, place)}) c
    ) d ORDER BY "at" DESC, "id" DESC ${limit(PAGE + 1)}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { disclosures: shown, older: rows.length > PAGE && last ? placeText(last) : null }
}

/** Each kind is cut to a page before they are put together. */
const cut = (at: Prisma.Sql, id: Prisma.Sql, place: Place | null) => Prisma.sql`
  ${place ? Prisma.sql`AND (${at} < ${place.at} OR (${at} = ${place.at} AND ${id} < ${place.id}))` : Prisma.empty}
  ORDER BY ${at} DESC, ${id} DESC ${limit(PAGE + 1)}`

const requests = ({ institutionId, id }: PersonActor, place: Place | null) => Prisma.sql`
  SELECT 'request' AS "kind", q."id", q."createdAt" AS "at", q."endorserName" AS "who", q."organisation",
    a."title", r."number" AS "revision", a."id" AS "activityId", NULL AS "credentialId",
    COALESCE(q."startedAt", CASE WHEN q."status" = 'answered' THEN q."statusAt" END) AS "openedAt"
  FROM "Activity" a
  JOIN "EndorsementRequest" q ON q."activityId" = a."id" AND q."status" <> 'queued'
  JOIN "Revision" r ON r."id" = q."revisionId"
  WHERE a."institutionId" = ${institutionId} AND a."studentId" = ${id}
  ${cut(Prisma.sql`q."createdAt"`, Prisma.sql`q."id"`, place)}`

const reviews = ({ institutionId, id }: PersonActor, place: Place | null) => Prisma.sql`
  SELECT 'review' AS "kind", v."id", v."decidedAt" AS "at", s."usedName" AS "who", '' AS "organisation",
    a."title", r."number" AS "revision", a."id" AS "activityId", NULL AS "credentialId", v."decidedAt" AS "openedAt"
  FROM "Activity" a
  JOIN "Review" v ON v."activityId" = a."id"
  JOIN "Revision" r ON r."id" = v."revisionId"
  JOIN "Person" s ON s."id" = v."reviewerId"
  WHERE a."institutionId" = ${institutionId} AND a."studentId" = ${id}
  ${cut(Prisma.sql`v."decidedAt"`, Prisma.sql`v."id"`, place)}`

// PostgreSQL asks of a null which type it has.
const shares = ({ institutionId, id }: PersonActor, place: Place | null) => Prisma.sql`
  SELECT CASE WHEN e."action" = 'credential.shared' THEN 'shared' ELSE 'unshared' END AS "kind",
    e."hash" AS "id", e."at", '' AS "who", '' AS "organisation", p."title", CASE WHEN 1 = 0 THEN 0 END AS "revision",
    NULL AS "activityId", c."id" AS "credentialId", CASE WHEN 1 = 0 THEN e."at" END AS "openedAt"
  FROM "Credential" c
  JOIN "Award" w ON w."id" = c."awardId"
  JOIN "Programme" p ON p."id" = w."programmeId"
  JOIN "AuditEvent" e ON e."institutionId" = c."institutionId" AND e."subjectId" = c."id"
    AND e."action" IN ('credential.shared', 'credential.unshared')
  WHERE c."institutionId" = ${institutionId} AND c."studentId" = ${id}
  ${cut(Prisma.sql`e."at"`, Prisma.sql`e."hash"`, place)}`
