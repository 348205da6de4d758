import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
import { logActivity, nameEndorsers, timeActivity } from './activity.server'
import { record } from './audit.server'
import { dayOf } from './day'
import { findDraft } from './draft.server'
import { findHouse } from './institution.server'
import { notify } from './notification.server'
import { normaliseAddress, primaryAddress } from './people'
import { mayProposeRoster, type Actor, type PersonActor } from './policy'
import type { RosterForm } from './roster-form.server'
import { spread } from './roster-days'

/**
 * Lists who took part. Each student who is here hears of it and decides; whoever wrote the list is not told
 * who is (rule 11). Answers the id of the list.
 */
export async function proposeRoster(actor: Actor, form: RosterForm, formKey?: string): Promise<string> {
  allowed(mayProposeRoster(actor))
  const { listed, ...facts } = form
  const { timeZone } = await findHouse()
  if (facts.activityEndDate > dayOf(now(), timeZone)) throw new Refusal('It is not over yet. List who took part once it is.', 'activityEndDate')
  const people = listed.map(each => ({ ...each, normalised: normaliseAddress(each.email) }))
  const own = people.find(({ normalised }) => actor.normalisedAddresses.includes(normalised))
  if (own) throw new Refusal(`${own.name}: this is your own address. Nobody confirms their own work.`, 'people')
  const id = idFrom(formKey, actor.id, form)
  if (!(await db.roster.count({ where: { id } }))) {
    await throttle('rosterByProposer', actor.id)
    // Each line may be a letter, and who works here answers for theirs by name.
    if (actor.kind === 'endorser') await throttle('listedByEndorser', actor.id, people.length)
  }
  const { institutionId } = actor
  const making = transaction(async tx => {
    const unitId = await unitOf(tx, actor)
    const students = await studentsAt(tx, institutionId, people.map(({ normalised }) => normalised))
    await tx.roster.create({ data: { id, institutionId, unitId, createdAt: now(), ...facts, ...proposedBy(actor) } })
    const entries = people.map(({ name, normalised, minutes, role }) => ({
      id: newId(), institutionId, rosterId: id, name, normalised, minutes, role, studentId: students.get(normalised)?.id ?? null,
    }))
    await tx.rosterEntry.createMany({ data: entries })
    for (const { id: entryId, normalised } of entries) {
      const student = students.get(normalised)
      if (!student) continue
      await notify(tx, {
        template: 'listed', to: primaryAddress(student), params: { entryId }, subjectId: entryId, dedupeKey: `listed:${entryId}`,
      })
    }
    await record(tx, actor, 'roster.proposed', id, { people: entries.length })
  })
  return once(id, making, () => db.roster.count({ where: { id } }))
}

/**
 * Makes a draft of it: the shared facts, the time that was listed, and whoever listed it as the person to ask. What
 * it showed is the student's to say. Asked again, it answers the same activity.
 */
export async function confirmListing(actor: PersonActor, entryId: string): Promise<string> {
  const { roster, ...entry } = await findWaiting(actor, entryId)
  if (entry.activityId) return entry.activityId
  const { title, organisation, category, activityStartDate: from, activityEndDate } = roster
  const to = activityEndDate ?? from
  const what = {
    title, organisation, category, role: entry.role || roster.role, participation: 'onSite' as const,
    isPaid: category === 'employment', isCreditBearing: false, isMandatory: false,
    sensitivity: 'normal' as const, publicTitle: '', publicOrganisation: '',
  }
  const id = await logActivity(actor, what, entry.id)
  const shown = { id, revision: 1 }
  const { minutes, invitees } = await findDraft(actor, id)
  // Broken off halfway and corrected by the student meanwhile, it is theirs to say.
  if (minutes === 0) {
    await timeActivity(actor, shown, {
      activityStartDate: from, activityEndDate: to, isOngoing: false, timeEntries: spread(entry.minutes, from, to),
    })
  }
  const proposer = await proposerOf(roster)
  if (proposer && invitees.length === 0) await nameEndorsers(actor, shown, { invitees: [{ ...proposer, organisation, message: '' }] })
  await answer(actor, entry.id, { answer: 'confirmed', activityId: id })
  return id
}

/** It was not them, or not so. Whoever listed it sees that, and nothing else. */
export async function refuseListing(actor: PersonActor, entryId: string) {
  const entry = await findWaiting(actor, entryId)
  if (entry.answer === 'confirmed') throw new Refusal('You made this an activity of yours. Discard its draft there.')
  if (entry.answer === 'waiting') await answer(actor, entry.id, { answer: 'refused' })
}

/** The list's entry, for whom it is about; to everybody else it is not there (rule 11). */
export async function findWaiting(actor: PersonActor, entryId: string | undefined) {
  return found(
    await db.rosterEntry.findFirst({
      where: { id: entryId ?? '', studentId: actor.id, institutionId: actor.institutionId }, include: { roster: true },
    }),
  )
}

/** Name and address of whoever wrote the list; null once they were erased. */
export async function proposerOf({ proposedById, endorserId }: { proposedById: string | null; endorserId: string | null }) {
  const person = proposedById && (await db.person.findUnique({ where: { id: proposedById }, include: { addresses: true } }))
  if (person) return { name: person.usedName, email: primaryAddress(person) }
  const endorser = endorserId && (await db.endorser.findUnique({ where: { id: endorserId } }))
  return endorser && endorser.email ? { name: endorser.name, email: endorser.email } : null
}

function answer(actor: PersonActor, id: string, data: { answer: 'confirmed' | 'refused'; activityId?: string }) {
  return transaction(async tx => {
    const { count } = await tx.rosterEntry.updateMany({ where: { id, answer: { not: 'confirmed' } }, data: { ...data, answeredAt: now() } })
    if (count === 1) await record(tx, actor, `roster.${data.answer}`, id)
  })
}

const proposedBy = (actor: Actor) => (actor.kind === 'endorser' ? { endorserId: actor.id } : actor.kind === 'person' ? { proposedById: actor.id } : {})

/** Where it belongs: the unit of whoever works here, else that of what they were asked about. */
async function unitOf(tx: Tx, actor: Actor): Promise<string> {
  if (actor.kind === 'endorser') {
    const request = await tx.endorsementRequest.findUniqueOrThrow({ where: { id: actor.requestId }, select: { activity: { select: { unitId: true } } } })
    return request.activity.unitId
  }
  const [unitId] = actor.kind === 'person' ? actor.memberships.flatMap(({ role, unitIds }) => (role === 'supervisor' ? (unitIds ?? []) : [])) : []
  if (unitId) return unitId
  return (await tx.unit.findFirstOrThrow({ where: { institutionId: actor.institutionId, parentId: null }, orderBy: { id: 'asc' } })).id
}

async function studentsAt(tx: Tx, institutionId: string, addresses: readonly string[]) {
  const rows = await tx.emailAddress.findMany({
    where: {
      institutionId, normalised: { in: [...addresses] }, confirmedAt: { not: null },
      person: { erasedAt: null, memberships: { some: { role: 'student' } } },
    },
    select: { normalised: true, person: { select: { id: true, addresses: { select: { address: true, isPrimary: true } } } } },
  })
  return new Map(rows.map(({ normalised, person }) => [normalised, person]))
}
