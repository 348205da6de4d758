import { db } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { givenName } from './people'
import { mayProposeRoster, type Actor, type PersonActor } from './policy'
import { findWaiting, proposerOf } from './roster.server'

const PAGE = 25

export type RosterLine = Awaited<ReturnType<typeof listRosters>>['rosters'][number]

/** Lists that somebody wrote, latest first, with how many answered; not who is unknown here (rule 11). */
export async function listRosters(actor: Actor, before: string | null) {
  allowed(mayProposeRoster(actor))
  const mine = actor.kind === 'endorser' ? { endorserId: actor.id } : { proposedById: actor.id }
  const rows = await db.roster.findMany({
    where: { institutionId: actor.institutionId, ...mine, ...(before && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: { id: true, title: true, organisation: true, createdAt: true, activityStartDate: true, activityEndDate: true },
  })
  const rosters = rows.slice(0, PAGE)
  const counts = await db.rosterEntry.groupBy({
    by: ['rosterId', 'answer'], where: { rosterId: { in: rosters.map(({ id }) => id) } }, _count: true,
  })
  const count = (id: string, answer?: string) =>
    counts.filter(each => each.rosterId === id && (!answer || each.answer === answer)).reduce((sum, each) => sum + each._count, 0)
  return {
    rosters: rosters.map(roster => ({
      ...roster, people: count(roster.id), confirmed: count(roster.id, 'confirmed'), refused: count(roster.id, 'refused'),
    })),
    older: rows.length > PAGE ? (rosters.at(-1)?.id ?? null) : null,
  }
}

/** What a student is asked to confirm. */
export async function findListing(actor: PersonActor, entryId: string | undefined) {
  const { id, minutes, role, answer, activityId, roster } = await findWaiting(actor, entryId)
  const proposer = await proposerOf(roster)
  const { title, organisation, category, activityStartDate, activityEndDate, note } = roster
  return {
    id, minutes, answer, activityId, title, organisation, category, note, activityStartDate, activityEndDate,
    role: role || roster.role, by: proposer?.name ?? '', givenName: givenName(actor.usedName),
  }
}
