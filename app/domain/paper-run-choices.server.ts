import { db } from '~/lib/db.server'
import { readyChoices } from './ready-filter.server'
import type { Actor } from './policy'

/** What there is to choose from when papers are ordered. */
export async function paperChoices(actor: Actor) {
  const [programmes, students] = await Promise.all([awardable(actor.institutionId), readyChoices(actor)])
  return { programmes, ...students }
}

/** Each under the latest version that was published, in force or retired. */
async function awardable(institutionId: string): Promise<{ id: string; title: string }[]> {
  const versions = await db.programme.findMany({
    where: { institutionId, publishedAt: { not: null } }, select: { id: true, title: true, seriesId: true },
    orderBy: [{ version: 'desc' }, { id: 'asc' }],
  })
  const latest = [...new Map([...versions].reverse().map(each => [each.seriesId, each])).values()]
  return latest.map(({ id, title }) => ({ id, title })).sort((a, b) => a.title.localeCompare(b.title))
}
