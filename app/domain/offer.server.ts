import { DAY, later, now } from '~/lib/clock.server'
import { db, isTaken, transaction, type ProgrammeModel, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import { inForceKey, OFFER_DAYS, REMINDER_DAYS } from './award'
import { cancelNotification, notify } from './notification.server'
import { mayAward, type Actor } from './policy'
import { progress } from './progress'
import { readRequirement } from './requirement.server'
import { tallies } from './tally.server'

export interface Offered {
  /** Awards offered now. */
  awardIds: string[]
  /** Awards that were in force before: whoever offers twice offers once. */
  alreadyIds: string[]
  /** Students who do not meet the requirements now. */
  notYetIds: string[]
}

/** A credential later takes the predecessor's place: a renewal, or a correction of one revoked. */
interface OfferOptions {
  round?: string
  predecessorId?: string
}

/** Offers a programme to those who meet it. One in force for each student, programme and round. */
export async function offerAwards(
  actor: Actor, programmeId: string, studentIds: readonly string[], options: OfferOptions = {},
): Promise<Offered> {
  allowed(mayAward(actor))
  const { institutionId } = actor
  if (actor.kind === 'person' && studentIds.includes(actor.id)) {
    throw new Refusal('Nobody awards themselves. A colleague can.')
  }
  const programme = found(await db.programme.findFirst({
    where: { id: programmeId, institutionId, status: 'published' },
  }))
  const ids = [...new Set(studentIds)]
  const known = await db.person.count({ where: { id: { in: ids }, institutionId, erasedAt: null } })
  found(known === ids.length ? true : null)
  const { met, notYet } = await sorted(programme, ids)
  const offered: Offered = { awardIds: [], alreadyIds: [], notYetIds: notYet }
  const offer = { actor, programme, options }
  for (let from = 0; from < met.length; from += AT_ONCE) {
    const { awardIds, alreadyIds } = await offerSome(offer, met.slice(from, from + AT_ONCE))
    offered.awardIds.push(...awardIds)
    offered.alreadyIds.push(...alreadyIds)
  }
  return offered
}

/** The student answered: nobody needs to be reminded. */
export function cancelReminder(tx: Tx, awardId: string) {
  return cancelNotification(tx, reminderKey(awardId))
}

/** In one transaction: short enough that others get their turn in between. */
const AT_ONCE = 20

async function sorted(programme: ProgrammeModel, studentIds: string[]) {
  const requirement = readRequirement(programme.requirement)
  const met = new Set<string>()
  for (const tally of await tallies(studentIds)) {
    if (progress(requirement, tally).met) met.add(tally.studentId)
  }
  return { met: studentIds.filter(id => met.has(id)), notYet: studentIds.filter(id => !met.has(id)) }
}

type Some = Pick<Offered, 'awardIds' | 'alreadyIds'>

interface Offer {
  actor: Actor
  programme: ProgrammeModel
  options: OfferOptions
}

/** Two who offer at once see nobody in force; the unique key lets one through, and the other looks again. */
async function offerSome(offer: Offer, studentIds: string[]): Promise<Some> {
  try {
    return await transaction(tx => offerIn(tx, offer, studentIds))
  } catch (error) {
    if (!isTaken(error)) throw error
    return offerSome(offer, studentIds)
  }
}

async function offerIn(tx: Tx, { actor, programme, options }: Offer, studentIds: string[]): Promise<Some> {
  const { round = '1', predecessorId } = options
  const keyOf = (studentId: string) => inForceKey({ studentId, seriesId: programme.seriesId, round })
  const inForce = await tx.award.findMany({
    where: { inForce: { in: studentIds.map(keyOf) } }, select: { id: true, studentId: true },
  })
  const open = studentIds.filter(id => !inForce.some(({ studentId }) => studentId === id))
  const awards = open.map(studentId => ({
    id: newId(), institutionId: programme.institutionId, studentId, programmeId: programme.id, round,
    inForce: keyOf(studentId), predecessorId: predecessorId ?? null, offeredById: actor.kind === 'person' ? actor.id : null,
    offeredAt: now(), lapsesAt: later(now(), OFFER_DAYS * DAY),
  }))
  await tx.award.createMany({ data: awards })
  const addresses = await tx.emailAddress.findMany({ where: { personId: { in: open }, isPrimary: true } })
  for (const award of awards) {
    const address = addresses.find(({ personId }) => personId === award.studentId)?.address
    if (address) await tell(tx, award, address)
    const { id, studentId, programmeId } = award
    await record(tx, actor, 'award.offered', id, { programme: programmeId, student: studentId, round })
  }
  return { awardIds: awards.map(({ id }) => id), alreadyIds: inForce.map(({ id }) => id) }
}

async function tell(tx: Tx, { id, lapsesAt }: { id: string; lapsesAt: Date }, to: string) {
  const about = { to, params: { awardId: id }, subjectId: id }
  await notify(tx, { template: 'award-offered', ...about, dedupeKey: `award-offered:${id}` })
  const runAt = later(lapsesAt, -REMINDER_DAYS * DAY)
  await notify(tx, { template: 'award-reminder', ...about, runAt, dedupeKey: reminderKey(id) })
}

function reminderKey(awardId: string) {
  return `award-reminder:${awardId}`
}
