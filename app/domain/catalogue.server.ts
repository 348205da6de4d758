import { db } from '~/lib/db.server'
import { readRequirement } from './requirement.server'

/** What is published, by title: anyone may see it. */
export async function listPublishedProgrammes(institutionId: string) {
  const programmes = await db.programme.findMany({
    where: { institutionId, status: 'published' },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    include: { outcomes: { orderBy: { position: 'asc' } } },
  })
  return programmes.map(programme => ({ ...programme, requirement: readRequirement(programme.requirement) }))
}
