import { db, Prisma, read } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { cohort } from './cohort.server'
import type { Standing, StudentStanding } from './cohort-standings.server'
import { hideFew, type Counted, type DryRun, type Outcome } from './dry-run'
import { mayAward, mayBuildProgrammes, type Actor } from './policy'
import { readRequirement } from './requirement.server'

const MOST_NAMES = 20

/**
 * A version of a programme beside the real cohort, and beside the version in force: nobody hears of it and nothing
 * is kept. One at a time: it is a long read, and whoever presses twice waits twice.
 */
export async function dryRun(actor: Actor, programmeId: string): Promise<DryRun> {
  allowed(mayBuildProgrammes(actor))
  const { institutionId } = actor
  const tried = found(await db.programme.findFirst({ where: { id: programmeId, institutionId } }))
  const inForce = await db.programme.findFirst({
    where: { institutionId, seriesId: tried.seriesId, status: 'published', id: { not: programmeId } },
  })
  const mine = before.then(() => tryOut(actor, inForce ? [tried, inForce] : [tried]))
  before = mine.catch(() => undefined) // whoever asked hears of it
  return mine
}

let before: Promise<unknown> = Promise.resolve()

interface Version {
  id: string
  version: number
  requirement: unknown
}

async function tryOut(actor: Actor, versions: [Version] | [Version, Version]): Promise<DryRun> {
  const faculties = await facultiesOf(actor.institutionId)
  const count = counting(versions.length)
  for await (const students of cohort(actor.institutionId, versions.map(each => readRequirement(each.requirement)))) {
    const enrolments = await enrolmentsOf(students)
    for (const student of students) {
      const enrolment = enrolments.get(student.studentId)
      const faculty = enrolment ? faculties.get(enrolment.unitId) ?? '' : ''
      count.add(student, { faculty, entryYear: enrolment ? String(enrolment.entryYear) : '' })
    }
  }
  const [tried, inForce] = versions.map((each, at) => ({ programmeId: each.id, version: each.version, ...count.outcome(at) }))
  return {
    students: count.students(),
    tried: found(tried),
    inForce: inForce ?? null,
    change: inForce ? count.change() : null,
    byFaculty: hideFew(count.cells('faculty')),
    byEntryYear: hideFew(count.cells('entryYear')),
    closest: mayAward(actor) ? await named(count.closest()) : null,
  }
}

interface Kind {
  faculty: string
  entryYear: string
}

/** Figures that grow with every student, and nothing else of them but the first few who miss one thing. */
function counting(versions: number) {
  const change = { gained: 0, lost: 0, same: 0 }
  const met = Array.from({ length: versions }, () => 0)
  const missing = Array.from({ length: versions }, () => new Map<string, number>())
  const cells = { faculty: new Map<string, Counted>(), entryYear: new Map<string, Counted>() }
  const closest: { id: string; path: string }[] = []
  let students = 0
  const addTo = (among: Map<string, Counted>, name: string, isMet: boolean, isMetInForce: boolean) => {
    const cell = among.get(name) ?? { name, students: 0, met: 0, metInForce: 0 }
    among.set(name, {
      name, students: cell.students + 1, met: cell.met + Number(isMet), metInForce: cell.metInForce + Number(isMetInForce),
    })
  }
  const addStanding = ({ met: isMet, only }: Standing, at: number) => {
    if (isMet) met[at] = (met[at] ?? 0) + 1
    if (only !== null) missing[at]?.set(only, (missing[at]?.get(only) ?? 0) + 1)
  }
  return {
    add({ studentId, standings }: StudentStanding, { faculty, entryYear }: Kind) {
      const [tried, inForce] = standings
      const [isMet, isMetInForce] = [tried?.met === true, inForce?.met === true]
      students++
      standings.forEach(addStanding)
      if (isMet && isMetInForce) change.same++
      else if (isMet) change.gained++
      else if (isMetInForce) change.lost++
      addTo(cells.faculty, faculty, isMet, isMetInForce)
      addTo(cells.entryYear, entryYear, isMet, isMetInForce)
      if (typeof tried?.only === 'string' && closest.length < MOST_NAMES) closest.push({ id: studentId, path: tried.only })
    },
    students: () => students,
    change: () => change,
    closest: () => closest,
    cells: (of: keyof Kind) => [...cells[of].values()].sort((a, b) => a.name.localeCompare(b.name)),
    outcome: (at: number): Pick<Outcome, 'met' | 'missingOne'> => ({
      met: met[at] ?? 0,
      missingOne: [...(missing[at] ?? [])]
        .map(([path, students]) => ({ path, students }))
        .sort((a, b) => b.students - a.students || a.path.localeCompare(b.path)),
    }),
  }
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
  const rows = await read<{ personId: string; unitId: string; entryYear: number }>`
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
