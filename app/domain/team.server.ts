import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { limits, type Shown } from './activity'
import { logActivity } from './activity.server'
import { record } from './audit.server'
import { notify } from './notification.server'
import { openInCatalogue } from './opportunity'
import { normaliseAddress, primaryAddress } from './people'
import { mailAddress } from './people.server'
import { isOwn, type Actor, type PersonActor } from './policy'

export const MOST_MEMBERS = 30
/** Of the places for evidence in somebody's draft, those that others may fill; the rest are for their own. */
const MOST_GIVEN = limits.evidence / 2

export const TeammateForm = z.object({ address: mailAddress })
export const GiveForm = z.object({ give: z.string() })
export const JoinForm = z.object({ then: z.enum(['join', 'refuse'], { error: 'Choose one of the two.' }) })

/**
 * Asks somebody who did it too. Whoever is a student here hears of it; whoever asks is not told who is (rule 11).
 * Asking twice asks once. The first makes the team.
 */
export async function askTeammate(actor: PersonActor, activityId: string, { address }: z.output<typeof TeammateForm>) {
  const activity = found(await db.activity.findUnique({ where: { id: activityId } }))
  allowed(isOwn(actor, activity))
  const normalised = normaliseAddress(address)
  if (actor.normalisedAddresses.includes(normalised)) throw new Refusal('This is your own address: you are in the team already.', 'address')
  await throttle('teammateByStudent', actor.id)
  await transaction(async tx => {
    const teamId = await teamOf(tx, actor, activity)
    const asked = { teamId, normalised }
    await tx.team.update({ where: { id: teamId }, data: { institutionId: activity.institutionId } }) // held: two members may ask the same
    if (await tx.teamMember.findUnique({ where: { teamId_normalised: asked } })) return
    if ((await tx.teamMember.count({ where: { teamId } })) >= MOST_MEMBERS) {
      throw new Refusal(`A team has at most ${MOST_MEMBERS} people.`, 'address')
    }
    const student = await studentAt(tx, actor.institutionId, normalised)
    const id = newId()
    await tx.teamMember.create({ data: { id, ...asked, institutionId: actor.institutionId, personId: student?.id ?? null, invitedAt: now() } })
    if (student) {
      await notify(tx, {
        template: 'teammate-asked', to: primaryAddress(student), params: { memberId: id, byId: actor.id }, subjectId: id, dedupeKey: `teammate:${id}`,
      })
    }
    await record(tx, actor, 'team.asked', teamId, { member: id })
  })
}

/** A draft of one's own, of the same thing: what it was and when. The role and what it showed are each member's own. */
export async function joinTeam(actor: PersonActor, memberId: string): Promise<string> {
  const member = await findInvited(actor, memberId)
  const own = await db.activity.findFirst({ where: { teamId: member.teamId, studentId: actor.id } })
  if (own) return own.id
  const first = found(await firstActivity(member.teamId))
  const { title, organisation, category, participation, isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle, publicOrganisation } = first
  const what = { title, organisation, category, participation, isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle, publicOrganisation, role: '' }
  const { opportunityId } = first
  const isOpen = opportunityId && (await db.opportunity.count({ where: { id: opportunityId, ...openInCatalogue } })) > 0
  const id = await logActivity(actor, isOpen ? { ...what, opportunityId } : what, memberId)
  await transaction(async tx => {
    const { count } = await tx.teamMember.updateMany({ where: { id: memberId, joinedAt: null }, data: { joinedAt: now(), declinedAt: null } })
    const { activityStartDate, activityEndDate, isOngoing } = first
    await tx.activity.updateMany({ where: { id, teamId: null }, data: { teamId: member.teamId, activityStartDate, activityEndDate, isOngoing } })
    if (count === 1) await record(tx, actor, 'team.joined', member.teamId, { member: memberId })
  })
  return id
}

export async function refuseTeam(actor: PersonActor, memberId: string) {
  const { teamId, joinedAt } = await findInvited(actor, memberId)
  if (joinedAt) throw new Refusal('You are in the team already. Discard your own draft if it was a slip.')
  await transaction(async tx => {
    const { count } = await tx.teamMember.updateMany({ where: { id: memberId, joinedAt: null, declinedAt: null }, data: { declinedAt: now() } })
    if (count === 1) await record(tx, actor, 'team.refused', teamId, { member: memberId })
  })
}

/**
 * Puts a piece of one's own evidence into the drafts of all others in the team, where it is not yet and where there is
 * room for what others give (rule 12).
 */
export async function giveToTeam(actor: PersonActor, { id: activityId, revision }: Shown, evidenceId: string) {
  const activity = found(await db.activity.findUnique({ where: { id: activityId } }))
  allowed(isOwn(actor, activity))
  const { teamId } = activity
  if (!teamId) throw new Refusal('Ask somebody into the team first.')
  await transaction(async tx => {
    const drafts = await heldDrafts(tx, teamId, { id: activityId, revision })
    const piece = found(await tx.evidence.findFirst({ where: { id: evidenceId, activityId, removedAt: null } }))
    const lacking = drafts.filter(({ evidence }) => evidence.length < MOST_GIVEN && !evidence.some(each => isSame(each, piece)))
    const { kind, name, description, genre, showsPeople, url, linkTitle, linkReadAt, text, fileDigest, fileName, institutionId } = piece
    const copied = { kind, name, description, genre, showsPeople, url, linkTitle, linkReadAt, text, fileDigest, fileName, institutionId }
    await tx.evidence.createMany({ data: lacking.map(({ id }) => ({ ...copied, id: newId(), activityId: id, createdAt: now() })) })
    if (lacking.length > 0) await record(tx, actor, 'team.evidence-given', activityId, { evidence: evidenceId, drafts: lacking.length })
  })
}

/** The others' drafts: until the transaction ends nobody adds to them, submits them, or takes one's own evidence away. */
async function heldDrafts(tx: Tx, teamId: string, { id: ownId, revision }: Shown) {
  const isDraft = { teamId, status: 'draft' as const }
  const members = await tx.activity.findMany({ where: { OR: [{ id: ownId }, isDraft] }, orderBy: { id: 'asc' }, select: { id: true } })
  // One by one and always in this order: two who give at once would otherwise wait for each other.
  for (const { id } of members) await tx.activity.updateMany({ where: { id }, data: { teamId } })
  if ((await tx.activity.count({ where: { id: ownId, revision } })) === 0) {
    throw new Refusal('This activity has moved on in the meantime. Look at it again before you share.')
  }
  return tx.activity.findMany({
    where: { ...isDraft, id: { in: members.map(({ id }) => id), not: ownId } },
    select: { id: true, evidence: { where: { removedAt: null } } },
  })
}

type Content = { fileDigest: string | null; url: string | null; text: string | null }
const isSame = (one: Content, other: Content) =>
  one.fileDigest === other.fileDigest && one.url === other.url && one.text === other.text

/** Being asked into a team; to everybody else it is not there (rule 11). */
export async function findInvited(actor: PersonActor, memberId: string | undefined) {
  return found(await db.teamMember.findFirst({ where: { id: memberId ?? '', personId: actor.id, institutionId: actor.institutionId } }))
}

/** The activity that the team began with. */
export function firstActivity(teamId: string) {
  return db.activity.findFirst({ where: { teamId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
}

/** Taken with the activity's row, so that two first questions make one team. */
async function teamOf(tx: Tx, actor: Actor, { id, title, institutionId }: { id: string; title: string; institutionId: string }) {
  await tx.activity.updateMany({ where: { id }, data: { title } })
  const { teamId, studentId } = await tx.activity.findUniqueOrThrow({ where: { id } })
  if (teamId) return teamId
  const [team, address] = [newId(), actor.kind === 'person' ? (actor.normalisedAddresses[0] ?? '') : '']
  await tx.team.create({ data: { id: team, institutionId, name: title, startedById: studentId, createdAt: now() } })
  await tx.teamMember.create({
    data: { id: newId(), institutionId, teamId: team, personId: studentId, normalised: address, invitedAt: now(), joinedAt: now() },
  })
  await tx.activity.update({ where: { id }, data: { teamId: team } })
  return team
}

async function studentAt(tx: Tx, institutionId: string, normalised: string) {
  const known = await tx.emailAddress.findFirst({
    where: { institutionId, normalised, confirmedAt: { not: null }, person: { erasedAt: null, memberships: { some: { role: 'student' } } } },
    select: { person: { select: { id: true, addresses: { select: { address: true, isPrimary: true } } } } },
  })
  return known?.person ?? null
}
