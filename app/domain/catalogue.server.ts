import { db } from '~/lib/db.server'
import { mayBuildProgrammes, type Actor } from './policy'
import { allowed } from '~/lib/refusal'
import { readRequirement } from './requirement.server'

const withOutcomes = { outcomes: { orderBy: { position: 'asc' } } } as const

export type CatalogueProgramme = NonNullable<Awaited<ReturnType<typeof findPublishedProgramme>>>

/** What is published, by title: anyone may see it. */
export async function listPublishedProgrammes(institutionId: string) {
  const programmes = await db.programme.findMany({
    where: { institutionId, status: 'published' }, orderBy: [{ title: 'asc' }, { id: 'asc' }], include: withOutcomes,
  })
  return programmes.map(withRequirement)
}

export async function findPublishedProgramme(institutionId: string, id: string) {
  const programme = await db.programme.findFirst({
    where: { id, institutionId, status: { in: ['published', 'retired'] }, publishedAt: { not: null } }, include: withOutcomes,
  })
  return programme && withRequirement(programme)
}

/** Every version in every state, for those who build them. */
export async function listProgrammes(actor: Actor) {
  allowed(mayBuildProgrammes(actor))
  const programmes = await db.programme.findMany({
    where: { institutionId: actor.institutionId }, orderBy: [{ title: 'asc' }, { version: 'desc' }], include: withOutcomes,
  })
  return programmes.map(withRequirement)
}

function withRequirement<T extends { requirement: unknown }>(programme: T) {
  return { ...programme, requirement: readRequirement(programme.requirement) }
}
