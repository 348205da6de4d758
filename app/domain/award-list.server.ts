import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { listPublishedProgrammes } from './catalogue.server'
import { stateOf } from './credential'
import { ready } from './eligible.server'
import { mayAward, type Actor } from './policy'

const PAGE = 50

/** Published programmes with how many are ready, counted up to a page: beyond it the figure says "and more". */
export async function listAwardDesk(actor: Actor) {
  allowed(mayAward(actor))
  const programmes = await listPublishedProgrammes(actor.institutionId)
  return Promise.all(programmes.map(async ({ id, seriesId, title, level }) => {
    const { rows, next } = await ready(actor, id, { take: PAGE })
    return { id, seriesId, title, level, ready: rows.length, isMore: next !== null }
  }))
}

/** One programme's desk: who is ready, and the latest awards. */
export async function findAwardDesk(actor: Actor, programmeId: string) {
  allowed(mayAward(actor))
  const programme = found(await db.programme.findFirst({
    where: { id: programmeId, institutionId: actor.institutionId, status: 'published' },
    select: { id: true, seriesId: true, title: true, level: true },
  }))
  const [{ rows, next }, made] = await Promise.all([ready(actor, programmeId, { take: PAGE }), listMade(actor, programmeId)])
  return { programme, ready: rows.map(({ person }) => person), isMore: next !== null, made }
}

async function listMade(actor: Actor, programmeId: string) {
  const rows = await db.award.findMany({
    where: { institutionId: actor.institutionId, programmeId },
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }], take: PAGE,
    select: {
      id: true, status: true, offeredAt: true, answeredAt: true, student: { select: { officialName: true } },
      credentials: { select: { id: true, status: true, validUntil: true, sharedAt: true }, orderBy: { awardedDate: 'desc' }, take: 1 },
    },
  })
  return rows.map(({ student, credentials: [credential], ...award }) => ({
    ...award, student: student.officialName,
    credential: credential ? { id: credential.id, state: stateOf(credential, now()), isShared: credential.sharedAt !== null } : null,
  }))
}
