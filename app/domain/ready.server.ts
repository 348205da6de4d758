import { db, Prisma, read } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import type { AwardStatus } from './award'
import { cohort } from './cohort.server'
import { mayAward, ownId, type Actor } from './policy'
import { readRequirement } from './requirement.server'
import { prepareFilter, whoFit, type StudentFilter } from './student-filter.server'

/** How somebody stands before a programme, without the why. */
export interface Stand {
  person: { id: string; name: string }
  met: boolean
  /** The way to the one part that is missing; null where more are, or none is. */
  only: string | null
  /** Of the award in force, if there is one. */
  award: AwardStatus | null
}

/** Everybody with approved work, some at a time, in one pass however many there are. */
export async function* standings(actor: Actor, programmeId: string): AsyncGenerator<Stand[]> {
  const { institutionId, requirement, seriesId } = await findPublished(actor, programmeId)
  for await (const students of cohort(institutionId, [requirement])) {
    const ids = students.map(({ studentId }) => studentId)
    const [names, awards] = await Promise.all([namesOf(ids), awardsOf(seriesId, ids)])
    yield students.flatMap(({ studentId: id, standings: [standing] }) => {
      const name = names.get(id)
      if (!standing || name === undefined) return []
      return [{ person: { id, name }, ...standing, award: awards.get(id) ?? null }]
    })
  }
}

interface ReadyOptions {
  /** Awards of other rounds stand in nobody's way. */
  round?: string
  /** Those who never had an award of it: nobody is asked again who declined, or whose award was revoked. */
  isFirst?: boolean
}

/** Those who meet it and have no award in force, other than oneself, some at a time: for awarding it to all. */
export async function* readyIds(
  actor: Actor, programmeId: string, filter: StudentFilter = {}, { round, isFirst }: ReadyOptions = {},
): AsyncGenerator<string[]> {
  const { institutionId, requirement, seriesId } = await findPublished(actor, programmeId)
  const prepared = await prepareFilter(institutionId, filter)
  for await (const students of cohort(institutionId, [requirement])) {
    const met = students.filter(({ standings: [standing] }) => standing?.met)
    const others = met.map(({ studentId }) => studentId).filter(id => id !== ownId(actor))
    const fitting = await whoFit(others, prepared)
    const awards = await (isFirst ? everAwarded : awardsOf)(seriesId, fitting, round)
    const open = fitting.filter(id => !awards.has(id)).sort()
    if (open.length > 0) yield open
  }
}

/** What is asked for, before anything of it is looked at (rule 11). */
export async function findPublished(actor: Actor, programmeId: string) {
  allowed(mayAward(actor))
  const { institutionId } = actor
  const { requirement, seriesId } = found(await db.programme.findFirst({
    where: { id: programmeId, institutionId, status: 'published' },
  }))
  return { institutionId, seriesId, requirement: readRequirement(requirement) }
}

async function namesOf(ids: readonly string[]) {
  const people = await read<{ id: string; officialName: string }>`
    SELECT p."id", p."officialName" FROM "Person" p WHERE p."id" IN (${Prisma.join(ids)})`
  return new Map(people.map(({ id, officialName }) => [id, officialName]))
}

/** Of the awards in force of a series, by student. */
export function awardsOf(seriesId: string, studentIds: readonly string[], round?: string) {
  return findAwards(Prisma.sql`AND w."inForce" IS NOT NULL`, seriesId, studentIds, round)
}

/** Of all awards of a series there ever were, by student; one of each. */
export function everAwarded(seriesId: string, studentIds: readonly string[], round?: string) {
  return findAwards(Prisma.empty, seriesId, studentIds, round)
}

async function findAwards(which: Prisma.Sql, seriesId: string, studentIds: readonly string[], round?: string) {
  if (studentIds.length === 0) return new Map<string, AwardStatus>()
  const inRound = round === undefined ? Prisma.empty : Prisma.sql`AND w."round" = ${round}`
  const awards = await read<{ studentId: string; status: AwardStatus }>`
    SELECT w."studentId", w."status" FROM "Person" s
    JOIN "Award" w ON w."institutionId" = s."institutionId" AND w."studentId" = s."id"
    JOIN "Programme" g ON g."id" = w."programmeId"
    WHERE s."id" IN (${Prisma.join(studentIds)}) AND g."seriesId" = ${seriesId} ${which} ${inRound}`
  return new Map(awards.map(({ studentId, status }) => [studentId, status]))
}
