import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { masked } from './people'
import { isOwn, type PersonActor } from './policy'
import { findInvited, firstActivity } from './team.server'

/** The team of one's own activity: who is in it, and which of one's pieces could be given to the others. */
export async function findTeamPage(actor: PersonActor, activityId: string | undefined) {
  const activity = found(
    await db.activity.findUnique({
      where: { id: activityId ?? '' },
      include: { evidence: { where: { removedAt: null }, orderBy: { createdAt: 'asc' }, select: { id: true, name: true } } },
    }),
  )
  allowed(isOwn(actor, activity))
  const { id, title, revision, status, teamId, evidence } = activity
  return { id, title, revision, status, pieces: evidence, members: teamId ? await membersOf(teamId, actor) : [] }
}

export type TeamPage = Awaited<ReturnType<typeof findTeamPage>>

/** Names of those who joined; of the others no more than where they read mail, since another member may have typed it. */
async function membersOf(teamId: string, { id: ownId }: PersonActor) {
  const members = await db.teamMember.findMany({ where: { teamId }, orderBy: { id: 'asc' } })
  const joined = members.flatMap(({ personId, joinedAt }) => (joinedAt && personId ? [personId] : []))
  const people = await db.person.findMany({ where: { id: { in: joined } }, select: { id: true, usedName: true } })
  const names = new Map(people.map(({ id, usedName }) => [id, usedName]))
  return members.map(({ id, personId, normalised, joinedAt, declinedAt }) => ({
    id,
    isMe: personId === ownId,
    name: (joinedAt && names.get(personId ?? '')) || masked(normalised),
    state: joinedAt ? ('joined' as const) : declinedAt ? ('refused' as const) : ('asked' as const),
  }))
}

/** What somebody is asked into. */
export async function findTeamInvitation(actor: PersonActor, memberId: string | undefined) {
  const { id, teamId, joinedAt, declinedAt } = await findInvited(actor, memberId)
  const first = found(await firstActivity(teamId))
  const by = await db.person.findUnique({ where: { id: first.studentId }, select: { usedName: true } })
  const own = joinedAt && (await db.activity.findFirst({ where: { teamId, studentId: actor.id }, select: { id: true } }))
  const { title, organisation, activityStartDate, activityEndDate } = first
  return { id, title, organisation, activityStartDate, activityEndDate, by: by?.usedName ?? '', activityId: own?.id ?? null, isRefused: declinedAt !== null }
}
