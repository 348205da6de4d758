import { limit, Prisma, read } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { newer, placeOf, placeText, type Place } from './place.server'
import { has, mayReviewSome, type PersonActor } from './policy'
import { readFlags } from './risk.server'
import type { Assurance } from './endorsement'

export const QUEUE_PAGE = 50

interface QueueRow {
  id: string
  revision: number
  statusAt: Date
  student: string
  title: string
  role: string
  organisation: string
  minutes: number
  /** The one who answered last, and how sure we are of them. */
  endorser: string | null
  assurance: Assurance | null
  endorsements: number
  /** Of all who were asked, those who did not confirm it too. */
  answers: number
  /** A document stands in for somebody who could not be reached: an id of one, or null. */
  documentId: string | null
  /** JSON, a line each: kind and facts. */
  flags: string | null
}

/** What waits for a reviewer, oldest first, a page at a time: never their own, nor what they endorsed. */
export async function listReviewQueue(actor: PersonActor, after: string | null) {
  allowed(mayReviewSome(actor))
  const rows = await read<QueueRow>`
    SELECT p."id", p."revision", p."statusAt", p."title", p."role", p."organisation",
      s."usedName" AS "student", r."minutes",
      (SELECT e."name" ${lastEndorsement}) AS "endorser",
      (SELECT e."assurance" ${lastEndorsement}) AS "assurance",
      (SELECT COUNT(*) ${standing}) AS "endorsements",
      (SELECT COUNT(*) FROM "EndorsementRequest" q
        WHERE q."revisionId" = r."id" AND q."status" = 'answered') AS "answers",
      (SELECT w."id" FROM "WrittenConfirmation" w WHERE w."revisionId" = r."id" LIMIT 1) AS "documentId",
      (SELECT string_agg('{"kind":"' || f."kind" || '","facts":' || CAST(f."facts" AS TEXT) || '}', ',')
        FROM "RiskFlag" f WHERE f."revisionId" = r."id") AS "flags"
    FROM (${pageOf(actor, placeOf(after))}) p
    JOIN "Person" s ON s."id" = p."studentId"
    JOIN "Revision" r ON r."activityId" = p."id" AND r."number" = p."revision"
    ORDER BY p."statusAt", p."id"`
  const shown = rows.slice(0, QUEUE_PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ flags, ...row }) => ({
      ...row,
      flags: readFlags(JSON.parse(`[${flags ?? ''}]`)),
    })),
    next: rows.length > QUEUE_PAGE && last ? placeText({ at: last.statusAt, id: last.id }) : null,
  }
}

/** How long the whole queue is. */
export async function countReviewQueue(actor: PersonActor): Promise<number> {
  const units = unitsReviewed(actor)
  const within = units ? Prisma.sql`AND a."unitId" IN (${Prisma.join([...units, ''])})` : Prisma.empty
  const [row] = await read<{ count: number }>`
    SELECT COUNT(*) AS "count" FROM "Activity" a WHERE ${waitingFor(actor)} ${within}`
  return row?.count ?? 0
}

export type QueuedActivity = Awaited<ReturnType<typeof listReviewQueue>>['rows'][number]

const standing = Prisma.sql`FROM "Endorsement" e WHERE e."revisionId" = r."id" AND e."withdrawnAt" IS NULL`
const lastEndorsement = Prisma.sql`${standing} ORDER BY e."endorsedAt" DESC LIMIT 1`

/** A registrar's page is the institution's; a coordinator's is merged of one a unit, each by its index. */
function pageOf(actor: PersonActor, place: Place | null) {
  const units = unitsReviewed(actor)
  const pages = (units ? within(units) : [Prisma.empty]).map(unit => Prisma.sql`SELECT * FROM (${waitingIn(actor, unit, place)}) u`)
  return Prisma.sql`${Prisma.join(pages, ' UNION ALL ')} ORDER BY "statusAt", "id" ${limit(QUEUE_PAGE + 1)}`
}

/** Null for the whole institution. */
function unitsReviewed(actor: PersonActor): string[] | null {
  const units = actor.memberships.filter(({ role }) => role === 'coordinator').map(({ unitIds }) => unitIds)
  if (has(actor, 'registrar') || units.includes(null)) return null
  return [...new Set(units.flatMap(ids => ids ?? []))]
}

/** Beyond so many units, to walk the institution's queue and pass over the rest is cheaper than to merge. */
const MERGED = 50

function within(unitIds: string[]) {
  if (unitIds.length > MERGED) return [Prisma.sql`AND a."unitId" IN (${Prisma.join(unitIds)})`]
  return unitIds.map(id => Prisma.sql`AND a."unitId" = ${id}`)
}

function waitingIn(actor: PersonActor, unit: Prisma.Sql, place: Place | null) {
  return Prisma.sql`
    SELECT a."id", a."revision", a."statusAt", a."title", a."role", a."organisation", a."studentId"
    FROM "Activity" a
    WHERE ${waitingFor(actor)} ${unit} ${newer(Prisma.sql`a."statusAt"`, place)}
    ORDER BY a."statusAt", a."id" ${limit(QUEUE_PAGE + 1)}`
}

function waitingFor({ id, institutionId, normalisedAddresses }: PersonActor) {
  const addresses = Prisma.join([...normalisedAddresses, ''])
  return Prisma.sql`a."institutionId" = ${institutionId} AND a."status" = 'inReview' AND a."studentId" <> ${id}
      AND NOT EXISTS (SELECT 1 FROM "Appeal" p JOIN "Review" v ON v."id" = p."reviewId"
        WHERE p."activityId" = a."id" AND (p."decidedById" = ${id} OR (p."status" = 'upheld' AND v."reviewerId" = ${id})))
      AND NOT EXISTS (SELECT 1 FROM "Endorsement" e JOIN "Endorser" n ON n."id" = e."endorserId"
        WHERE e."activityId" = a."id" AND (n."personId" = ${id} OR n."normalised" IN (${addresses})))`
}
