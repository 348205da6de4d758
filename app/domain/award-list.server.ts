import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { listPublishedProgrammes } from './catalogue.server'
import { stateOf } from './credential'
import { countReady, ready } from './eligible.server'
import { mayAward, type Actor } from './policy'
import type { StudentFilter } from './student-filter.server'

const PAGE = 50

/** People looked at for one page. Beyond them the figure says "and more", and a programme's own page goes on. */
const LOOK = 500

/** Published programmes with how many are ready. */
export async function listAwardDesk(actor: Actor) {
  allowed(mayAward(actor))
  const programmes = await listPublishedProgrammes(actor.institutionId)
  const { counts, isMore } = await countReady(actor, programmes, { look: LOOK })
  return programmes.map(({ id, seriesId, title, level }) => {
    return { id, seriesId, title, level, ready: counts.get(id) ?? 0, isMore }
  })
}

/** What is there to be offered, before anything of a form is looked at (rule 11). */
export async function findOffered(actor: Actor, programmeId: string) {
  allowed(mayAward(actor))
  return found(await db.programme.findFirst({
    where: { id: programmeId, institutionId: actor.institutionId, status: 'published' },
    select: { id: true, seriesId: true, title: true, level: true },
  }))
}

/** One programme's desk: who is ready, from one person on, and the latest awards. */
export async function findAwardDesk(actor: Actor, programmeId: string, after = '', filter: StudentFilter = {}) {
  const programme = await findOffered(actor, programmeId)
  const [{ rows, next }, made] = await Promise.all([
    ready(actor, programmeId, { after, take: PAGE, look: LOOK, filter }), listMade(actor, programmeId),
  ])
  return { programme, ready: rows.map(({ person }) => person), next, made }
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
