import { db } from '~/lib/db.server'
import type { Stationery, Written } from './stationery.server'

/** To a student whom a fellow student asks into a team. */
export async function writeTeammateAsked({ memberId, byId }: { memberId: string; byId: string }, desk: Stationery): Promise<Written> {
  const member = await db.teamMember.findUnique({ where: { id: memberId }, include: { team: true } })
  if (!member?.personId || member.joinedAt || member.declinedAt) return null
  const [student, by] = await Promise.all([
    db.person.findUnique({ where: { id: member.personId } }), db.person.findUnique({ where: { id: byId } }),
  ])
  if (!student || !by?.usedName) return null
  return {
    letter: desk.words.rosters.teammate({
      name: student.usedName, by: by.usedName, title: member.team.name, url: desk.url(`/teams/${memberId}`),
    }),
  }
}
