import { db } from '~/lib/db.server'
import { parts, type Requirement } from './requirement'
import type { RequirementNames } from './requirement-names'

/** The names of everything these requirements point at, in as many queries for one as for a hundred. */
export async function findRequirementNames(requirements: readonly Requirement[]): Promise<RequirementNames> {
  const all = requirements.flatMap(requirement => [...parts(requirement)].map(part => part.requirement))
  const [competencies, frameworks, programmes] = await Promise.all([
    namesOfCompetencies(all.flatMap(part => (part.kind === 'competency' ? [part.competencyId] : []))),
    namesOfFrameworks(all.flatMap(part => (part.kind === 'breadth' ? [part.frameworkId] : []))),
    titlesOfProgrammes(all.flatMap(part => (part.kind === 'credential' ? [part.seriesId] : []))),
  ])
  return { competencies, frameworks, programmes }
}

const levels = { orderBy: { position: 'asc' }, select: { name: true } } as const

async function namesOfCompetencies(ids: string[]): Promise<RequirementNames['competencies']> {
  if (ids.length === 0) return {}
  const rows = await db.competency.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, framework: { select: { levels } } },
  })
  return Object.fromEntries(rows.map(({ id, name, framework }) => [id, { name, levels: namesOf(framework) }]))
}

async function namesOfFrameworks(ids: string[]): Promise<RequirementNames['frameworks']> {
  if (ids.length === 0) return {}
  const rows = await db.framework.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, levels },
  })
  return Object.fromEntries(rows.map(row => [row.id, { name: row.title, levels: namesOf(row) }]))
}

/** The title of the latest version that was ever published. */
async function titlesOfProgrammes(seriesIds: string[]): Promise<RequirementNames['programmes']> {
  if (seriesIds.length === 0) return {}
  const rows = await db.programme.findMany({
    where: { seriesId: { in: seriesIds }, status: { in: ['published', 'retired'] } },
    orderBy: { version: 'asc' },
    select: { seriesId: true, title: true },
  })
  return Object.fromEntries(rows.map(row => [row.seriesId, row.title]))
}

const namesOf = (of: { levels: { name: string }[] }) => of.levels.map(level => level.name)
