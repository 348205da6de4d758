import { db, Prisma, read } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { cohort } from './cohort.server'
import type { StudentStanding } from './cohort-standing'
import { hideFew, type DryRun } from './dry-run'
import { Count, type Place } from './dry-run-count'
import { mayAward, mayBuildProgrammes, type Actor } from './policy'
import { readRequirement } from './requirement.server'

/**
 * A version of a programme beside the real cohort, and beside the version in force: nobody hears of it and nothing
 * is kept. One at a time: it is a long read, and whoever presses twice waits twice.
 */
export async function dryRun(actor: Actor, programmeId: string, onLooked: Looked = () => undefined): Promise<DryRun> {
  allowed(mayBuildProgrammes(actor))
  const { institutionId } = actor
  const tried = found(await db.programme.findFirst({ where: { id: programmeId, institutionId } }))
  const inForce = await db.programme.findFirst({
    where: { institutionId, seriesId: tried.seriesId, status: 'published', id: { not: programmeId } },
  })
  const mine = before.then(() => tryOut(actor, inForce ? [tried, inForce] : [tried], onLooked))
  before = mine.catch(() => undefined) // whoever asked hears of it
  return mine
}

/** So many students were looked at. */
type Looked = (students: number) => void

let before: Promise<unknown> = Promise.resolve()

interface Version {
  id: string
  version: number
  requirement: unknown
}

async function tryOut(actor: Actor, versions: [Version] | [Version, Version], onLooked: Looked): Promise<DryRun> {
  const count = new Count(versions.length)
  const faculties = await facultiesOf(actor.institutionId)
  const requirements = versions.map(each => readRequirement(each.requirement))
  for await (const students of cohort(actor.institutionId, requirements)) {
    const enrolments = await enrolmentsOf(students)
    for (const student of students) count.add(student, placeOf(enrolments.get(student.studentId), faculties))
    onLooked(count.students)
  }
  const [tried, inForce] = versions.map(({ id, version }, at) => (
    { programmeId: id, version, ...count.outcomeOf(at) }
  ))
  return {
    students: count.students,
    tried: found(tried),
    inForce: inForce ?? null,
    change: inForce ? count.change : null,
    byFaculty: hideFew(count.cellsBy('faculty')),
    byEntryYear: hideFew(count.cellsBy('entryYear')),
    closest: mayAward(actor) ? await named(count.closest) : null,
  }
}

interface EnrolmentRow {
  personId: string
  unitId: string
  entryYear: number
}

function placeOf(enrolment: EnrolmentRow | undefined, faculties: ReadonlyMap<string, string>): Place {
  if (!enrolment) return { faculty: '', entryYear: '' }
  return { faculty: faculties.get(enrolment.unitId) ?? '', entryYear: String(enrolment.entryYear) }
}

/** By unit, the name of the faculty that it belongs to, or its own. */
async function facultiesOf(institutionId: string): Promise<Map<string, string>> {
  const units = await db.unit.findMany({
    where: { institutionId }, select: { id: true, parentId: true, kind: true, name: true },
  })
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const facultyOf = (id: string | null): string | null => {
    const unit = id === null ? undefined : byId.get(id)
    if (!unit) return null
    return unit.kind === 'faculty' ? unit.name : facultyOf(unit.parentId)
  }
  return new Map(units.map(({ id, name }) => [id, facultyOf(id) ?? name]))
}

/** The latest of each. */
async function enrolmentsOf(students: readonly StudentStanding[]) {
  const rows = await read<EnrolmentRow>`
    SELECT n."personId", n."unitId", n."entryYear" FROM "Enrolment" n
    WHERE n."personId" IN (${Prisma.join(students.map(({ studentId }) => studentId))})
    ORDER BY n."fromDay", n."id"`
  return new Map(rows.map(row => [row.personId, row]))
}

async function named(closest: readonly { id: string; path: string }[]) {
  const people = await db.person.findMany({
    where: { id: { in: closest.map(({ id }) => id) } }, select: { id: true, officialName: true },
  })
  const names = new Map(people.map(({ id, officialName }) => [id, officialName]))
  return closest.map(({ id, path }) => ({ id, path, name: names.get(id) ?? '' }))
}
