import { now } from '~/lib/clock.server'
import { db, transaction, type CompetencyModel, type FrameworkModel } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import type { AlignmentFacts } from '~/standards/achievement'
import { sha256 } from '~/standards/digest'
import { record } from './audit.server'
import type { FrameworkSource } from './framework'
import { mayBuildProgrammes, type Actor } from './policy'

/** Takes a framework in as a draft. Nobody can claim its competencies before it is published. */
export async function addFramework(actor: Actor, source: FrameworkSource): Promise<string> {
  allowed(mayBuildProgrammes(actor))
  refuseGaps(source)
  const { levels, areas, ...columns } = source
  const id = newId()
  const scale = levels.map((name, index) => ({ id: newId(), frameworkId: id, name, position: index + 1 }))
  const rows = areas.flatMap(area => areaRows(id, area, scale))
  await transaction(async tx => {
    await tx.framework.create({ data: { id, institutionId: actor.institutionId, ...columns } })
    await tx.level.createMany({ data: scale })
    await tx.competency.createMany({
      data: rows.map(({ descriptors: _, ...row }, position) => ({ ...row, position })),
    })
    await tx.levelDescriptor.createMany({ data: rows.flatMap(row => row.descriptors) })
    await record(tx, actor, 'framework.added', id, { competencies: rows.length })
  })
  return id
}

/** From here on it never changes: what was claimed and judged keeps its meaning. */
export async function publishFramework(actor: Actor, id: string): Promise<void> {
  allowed(mayBuildProgrammes(actor))
  found(await db.framework.findFirst({ where: { id, institutionId: actor.institutionId } }))
  await transaction(async tx => {
    const { count } = await tx.framework.updateMany({
      where: { id, publishedAt: null }, data: { publishedAt: now() },
    })
    if (count === 0) throw new Refusal('This framework is published already.')
    await record(tx, actor, 'framework.published', id)
  })
}

/** Published frameworks with their areas, competencies, levels and rubric, all in order. */
export function listFrameworks(institutionId: string) {
  return db.framework.findMany({
    where: { institutionId, publishedAt: { not: null } },
    orderBy: { title: 'asc' },
    include: {
      levels: { orderBy: { position: 'asc' } },
      competencies: { orderBy: { position: 'asc' }, include: { descriptors: true, links: true } },
    },
  })
}

/** What can be shown, as published frameworks have it: names only, without areas. */
export function listCompetencyNames(institutionId: string) {
  return db.competency.findMany({
    where: { framework: { institutionId, publishedAt: { not: null } }, descriptors: { some: {} } },
    orderBy: [{ framework: { title: 'asc' } }, { position: 'asc' }],
    select: { id: true, name: true },
  })
}

/** OB 3.0 Alignment of a competency: where its framework is published, with its code there. */
export function competencyAlignment(
  competency: CompetencyModel & { framework: FrameworkModel },
): AlignmentFacts {
  return {
    name: competency.name,
    url: competency.framework.uri,
    framework: competency.framework.title,
    ...(competency.humanCodingScheme && { code: competency.humanCodingScheme }),
    description: competency.fullStatement,
  }
}

/**
 * The id of a competency's level in every document, the same in endorsements and credentials. OB wants one
 * for each level of each competency, our levels are the framework's: a UUID of version 8 from both
 * (RFC 9562 §5.8).
 */
export function levelUrn(competencyId: string, levelId: string): string {
  const bytes = sha256(`${competencyId}\n${levelId}`).subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const uuid = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return `urn:uuid:${uuid}`
}

function refuseGaps({ levels, areas }: FrameworkSource) {
  const competencies = areas.flatMap(area => area.competencies)
  const gap = competencies.find(({ descriptors: told }) => told.length !== levels.length || told.includes(''))
  if (gap) throw new Refusal(`The rubric says nothing about some level of ${gap.name}.`)
  if (competencies.length * levels.length === 0) throw new Refusal('A framework has competencies and levels.')
}

function areaRows(frameworkId: string, area: FrameworkSource['areas'][number], scale: { id: string }[]) {
  const parentId = newId()
  const row = {
    frameworkId, id: parentId, parentId: null, humanCodingScheme: null, name: area.name,
    fullStatement: area.statement, descriptors: [],
  }
  const competencies = area.competencies.map(({ code, name, statement, descriptors }) => {
    const id = newId()
    return {
      frameworkId, id, parentId, humanCodingScheme: code, name, fullStatement: statement,
      descriptors: scale.map(({ id: levelId }, index) => (
        { competencyId: id, levelId, descriptor: descriptors[index] ?? '' }
      )),
    }
  })
  return [row, ...competencies]
}
