import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { listAims } from './aim.server'
import { byNearness, outlookOf } from './outlook'
import type { PersonActor } from './policy'
import { findDescription } from './programme-description.server'
import { progress } from './progress'
import { tally } from './tally.server'

/** Everything a student can work towards, the nearest first. */
export async function listOutlooks(actor: PersonActor) {
  const [aims, work, offers] = await Promise.all([
    listAims(actor.institutionId),
    tally(actor.id),
    db.award.findMany({
      where: { institutionId: actor.institutionId, studentId: actor.id, status: 'offered' },
      select: { programme: { select: { seriesId: true } } },
    }),
  ])
  const offered = offers.map(({ programme }) => programme.seriesId)
  return aims.map(aim => outlookOf(aim, work, offered)).sort(byNearness)
}

/** A programme as it is described, and beside every requirement what the student has. */
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
  const [description, work] = await Promise.all([findDescription(publicId), tally(actor.id)])
  const programme = found(description)
  const { requirement, names, title, level, seriesId } = programme
  return {
    programme,
    progress: progress(requirement, work),
    outlook: outlookOf({ id: id ?? '', requirement, names, title, level, seriesId }, work),
  }
}
