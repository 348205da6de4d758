import { now } from '~/lib/clock.server'
import { Prisma, reading } from '~/lib/db.server'
import type { Reading } from '~/lib/snapshot.server'
import type { Needs } from './needs'

/** All that a cohort is measured by, in statements: the work is long, the rest fits beside it. */
export interface CohortReadings {
  /** Rows of `WorkColumns`, those of one student together. */
  work: Reading
  /** Key, then value. */
  levels: Reading | null
  frameworks: Reading | null
  people: Reading | null
  namedMinutes: Reading | null
  /** Student, then what they have; several a student. */
  credentials: Reading | null
  waivers: Reading | null
}

export type WorkColumns = [
  studentId: string,
  activityId: string,
  category: unknown,
  start: unknown,
  end: unknown,
  isPaid: unknown,
  isCreditBearing: unknown,
  isMandatory: unknown,
  hasReflection: unknown,
  endorsementId: string | null,
  endorserId: unknown,
  assurance: unknown,
  endorsedAt: unknown,
  confirmedMinutes: unknown,
  confirmedStart: unknown,
  confirmedEnd: unknown,
  judgementId: string | null,
  competencyId: unknown,
  outcome: unknown,
  levelId: unknown,
]

/** The same rows as a student's own tally is made of, in one statement for everybody. */
export function cohortReadings(institutionId: string, needs: Needs): CohortReadings {
  const { competencyIds, frameworkIds, seriesIds, waiverKeys } = needs
  const judges = competencyIds.length + frameworkIds.length > 0
  const when = (isAsked: boolean, sql: () => Prisma.Sql) => (isAsked ? reading(sql()) : null)
  return {
    work: reading(workSql(institutionId, needs, judges)),
    levels: when(judges, () => levelSql(institutionId)),
    frameworks: when(judges, () => Prisma.sql`
      SELECT c."id", c."frameworkId" FROM "Competency" c WHERE ${askedFor(needs)}`),
    people: when(needs.endorsements, () => Prisma.sql`
      SELECT n."id", n."personId" FROM "Endorser" n
      WHERE n."institutionId" = ${institutionId} AND n."personId" IS NOT NULL`),
    namedMinutes: when(needs.minutes, () => namedMinutesSql(institutionId)),
    credentials: when(seriesIds.length > 0, () => credentialSql(institutionId, seriesIds)),
    waivers: when(waiverKeys.length > 0, () => Prisma.sql`
      SELECT w."studentId", w."key" FROM "Waiver" w
      WHERE w."institutionId" = ${institutionId} AND w."withdrawnAt" IS NULL
        AND w."key" IN (${Prisma.join(waiverKeys)})`),
  }
}

function workSql(institutionId: string, needs: Needs, judges: boolean) {
  const { category, days, flags, reflection, endorsements, moments, minutes } = needs
  const readsRevision = category || days || flags || reflection
  const columns = [
    Prisma.sql`s."id", a."id"`,
    ...some(category, 'r."category"'), ...some(days, 'r."activityStartDate"', 'r."activityEndDate"'),
    ...some(flags, 'r."isPaid"', 'r."isCreditBearing"', 'r."isMandatory"'),
    ...some(reflection, 'r."hasReflection"'),
    ...some(endorsements, 'e."id"', 'e."endorserId"', 'e."assurance"'),
    ...some(moments, 'e."endorsedAt"'), ...some(minutes, 'e."confirmedMinutes"'), ...some(days, 'e."confirmedStart"', 'e."confirmedEnd"'),
    ...some(judges, 'j."id"', 'j."competencyId"', 'j."outcome"', 'j."levelId"'),
  ]
  const joins = [
    ...(readsRevision ? [Prisma.sql`JOIN "Revision" r ON r."id" = a."approvedRevisionId"`] : []),
    ...(endorsements ? [Prisma.sql`
      LEFT JOIN "Endorsement" e ON e."revisionId" = a."approvedRevisionId" AND e."withdrawnAt" IS NULL`] : []),
    ...(judges ? [Prisma.sql`
      LEFT JOIN "Judgement" j ON j."endorsementId" = e."id"
        AND j."competencyId" IN (SELECT c."id" FROM "Competency" c WHERE ${askedFor(needs)})`] : []),
  ]
  return Prisma.sql`
    SELECT ${Prisma.join(columns)} FROM "Person" s
    JOIN "Activity" a ON a."institutionId" = s."institutionId" AND a."studentId" = s."id"
    ${joins.length > 0 ? Prisma.join(joins, ' ') : Prisma.empty}
    WHERE s."institutionId" = ${institutionId} AND s."erasedAt" IS NULL AND a."approvedRevisionId" IS NOT NULL
    ORDER BY s."id"`
}

/** What nobody asks for is not read, and stands as nothing in its place. */
function some(isAsked: boolean, ...columns: string[]) {
  return columns.map(column => Prisma.raw(isAsked ? column : 'NULL'))
}

function askedFor({ competencyIds, frameworkIds }: Needs) {
  const among = (column: string, ids: string[]) =>
    ids.length > 0 ? [Prisma.sql`${Prisma.raw(column)} IN (${Prisma.join(ids)})`] : []
  return Prisma.join([...among('c."id"', competencyIds), ...among('c."frameworkId"', frameworkIds)], ' OR ')
}

function levelSql(institutionId: string) {
  return Prisma.sql`
    SELECT l."id", l."position" FROM "Level" l
    JOIN "Framework" f ON f."id" = l."frameworkId" WHERE f."institutionId" = ${institutionId}`
}

/** Of the latest approval of an activity's approved revision, where it names another figure. */
function namedMinutesSql(institutionId: string) {
  const stands = (v: string) =>
    Prisma.raw(`${v}."decision" = 'approved' AND ${v}."undoneAt" IS NULL`)
  return Prisma.sql`
    SELECT v."activityId", v."minutes" FROM "Review" v
    JOIN "Activity" a ON a."id" = v."activityId" AND a."approvedRevisionId" = v."revisionId"
    WHERE v."institutionId" = ${institutionId} AND v."minutes" IS NOT NULL AND ${stands('v')}
      AND NOT EXISTS (
        SELECT 1 FROM "Review" w
        WHERE w."revisionId" = v."revisionId" AND ${stands('w')} AND w."decidedAt" > v."decidedAt"
      )`
}

function credentialSql(institutionId: string, seriesIds: string[]) {
  return Prisma.sql`
    SELECT c."studentId", p."seriesId" FROM "Credential" c
    JOIN "Award" a ON a."id" = c."awardId"
    JOIN "Programme" p ON p."id" = a."programmeId"
    WHERE c."institutionId" = ${institutionId} AND c."status" = 'valid'
      AND (c."validUntil" IS NULL OR c."validUntil" > ${now()})
      AND p."seriesId" IN (${Prisma.join(seriesIds)})`
}
