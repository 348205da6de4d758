import { db, limit, Prisma, read } from '~/lib/db.server'
import { fold } from './fold'
import { unitsBelow } from './unit.server'

/** Which students are meant; all of them when nothing is said. */
export interface StudentFilter {
  /** A unit, with those below it. */
  unitId?: string
  studyProgramme?: string
  entryYear?: number
  /** Words of a name, in any order and spelling of case and accents. */
  name?: string
}

export interface Named {
  id: string
  officialName: string
}

/** Asked once, and then of as many people as there are. */
export interface PreparedFilter {
  isEverybody: boolean
  /** Of "Person" p. */
  sql: Prisma.Sql
  fits(person: { officialName: string; usedName: string }): boolean
}

export async function prepareFilter(institutionId: string, filter: StudentFilter): Promise<PreparedFilter> {
  const words = fold(filter.name ?? '').split(/\s+/).filter(Boolean)
  const enrolment = await enrolmentSql(institutionId, filter)
  return {
    isEverybody: words.length === 0 && enrolment === null,
    sql: enrolment ?? Prisma.empty,
    fits: ({ officialName, usedName }) => {
      const names = fold(`${officialName} ${usedName}`)
      return words.every(word => names.includes(word))
    },
  }
}

/** People looked at in one go: it takes some milliseconds, whoever is among them. */
const STRETCH = 2_000

/** Those who fit among the next people in order of ids, and where it goes on; null at the end. */
export async function nextWhoFit(institutionId: string, filter: PreparedFilter, after: string) {
  const [end] = await read<{ last: string | null; people: number }>`
    SELECT MAX(s."id") AS "last", COUNT(*) AS "people" FROM (
      SELECT p."id" FROM "Person" p
      WHERE p."institutionId" = ${institutionId} AND p."id" > ${after} ORDER BY p."id" ${limit(STRETCH)}
    ) s`
  if (!end || end.last === null) return { people: [], next: null }
  const people = await read<Named & { usedName: string }>`
    SELECT p."id", p."officialName", p."usedName" FROM "Person" p
    WHERE p."institutionId" = ${institutionId} AND p."id" > ${after} AND p."id" <= ${end.last}
      AND p."erasedAt" IS NULL ${filter.sql}
    ORDER BY p."id"`
  return { people: people.filter(filter.fits), next: end.people === STRETCH ? end.last : null }
}

/** Those who fit among some, in no order. */
export async function whoFit(ids: readonly string[], filter: PreparedFilter): Promise<string[]> {
  if (ids.length === 0) return []
  const people = await read<Named & { usedName: string }>`
    SELECT p."id", p."officialName", p."usedName" FROM "Person" p
    WHERE p."id" IN (${Prisma.join(ids)}) AND p."erasedAt" IS NULL ${filter.sql}`
  return people.filter(filter.fits).map(({ id }) => id)
}

async function enrolmentSql(institutionId: string, { unitId, studyProgramme, entryYear }: StudentFilter) {
  const asked: Prisma.Sql[] = []
  if (unitId !== undefined) {
    const units = await db.unit.findMany({ where: { institutionId }, select: { id: true, parentId: true } })
    const below = unitsBelow(units, unitId)
    asked.push(below.length > 0 ? Prisma.sql`n."unitId" IN (${Prisma.join(below)})` : Prisma.sql`1 = 0`)
  }
  if (studyProgramme !== undefined) asked.push(Prisma.sql`n."studyProgramme" = ${studyProgramme}`)
  if (entryYear !== undefined) asked.push(Prisma.sql`n."entryYear" = ${entryYear}`)
  if (asked.length === 0) return null
  return Prisma.sql`AND EXISTS (
    SELECT 1 FROM "Enrolment" n WHERE n."personId" = p."id" AND ${Prisma.join(asked, ' AND ')}
  )`
}
