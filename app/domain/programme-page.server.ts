import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { listAims } from './aim.server'
import { byNearness, outlookOf } from './outlook'
import { pathwaysOf, pathwayThrough } from './pathway'
import type { PersonActor } from './policy'
import { findDescription } from './programme-description.server'
import { progress } from './progress'
import { suggestFor } from './suggestion.server'
import { tally } from './tally.server'

/** Everything a student can work towards, the nearest first, and how it stacks. */
export async function listOutlooks(actor: PersonActor) {
  const [work, aims, offered] = await Promise.all([
    tally(actor.id),
    listAims(actor.institutionId),
    offersTo(actor),
  ])
  const outlooks = aims.map(aim => ({ ...outlookOf(aim, work, [...offered.keys()]), requirement: aim.requirement }))
  return {
    outlooks: outlooks.sort(byNearness).map(({ requirement: _, ...outlook }) => outlook),
    pathways: pathwaysOf(outlooks),
  }
}

/** A programme as it is described; beside every requirement what the student has, and what would bring it nearer. */
export async function findProgrammePage(actor: PersonActor, id: string | undefined) {
  const { publicId } = found(
    await db.programme.findFirst({
      where: {
        id: id ?? '',
        institutionId: actor.institutionId,
        status: { in: ['published', 'retired'] },
        publishedAt: { not: null },
      },
      select: { publicId: true },
    }),
  )
  const [description, work, aims, offered] = await Promise.all([
    findDescription(publicId),
    tally(actor.id),
    listAims(actor.institutionId),
    offersTo(actor),
  ])
  const programme = found(description)
  const { requirement, names, title, level, seriesId, artworkDigest } = programme
  const aim = { id: id ?? '', requirement, names, title, level, seriesId, artworkDigest }
  const stacked = aims.map(each => ({ ...outlookOf(each, work, [...offered.keys()]), requirement: each.requirement }))
  return {
    programme,
    progress: progress(requirement, work),
    outlook: outlookOf(aim, work, [...offered.keys()]),
    offerId: offered.get(seriesId) ?? null,
    credentialId: work.credentials.find(held => held.seriesId === seriesId)?.id ?? null,
    pathway: pathwayThrough(seriesId, pathwaysOf(stacked)),
    suggestions: await suggestFor(actor, aim, work),
  }
}

/** The award that waits for an answer, by the series it is of. */
async function offersTo({ institutionId, id: studentId }: PersonActor): Promise<Map<string, string>> {
  const offers = await db.award.findMany({
    where: { institutionId, studentId, status: 'offered' },
    select: { id: true, programme: { select: { seriesId: true } } },
  })
  return new Map(offers.map(({ id, programme }) => [programme.seriesId, id]))
}
