import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { housePapers } from '~/messages/en/house-papers'
import { wordsIn } from '~/messages/messages'
import { record } from './audit.server'
import { addDays, dayOf, isDay, type Day } from './day'
import { whenMissing } from './endorsement-forms.server'
import { fold } from './fold'
import { findHouse } from './institution.server'
import { mayKeepPapers, ownId, type Actor } from './policy'
import { hasRoom, overlap, type InOffice } from './signatory'

const { signatories: words, signatory: one } = housePapers
const printed = (sentence: string) => z.string(whenMissing(sentence)).trim().min(1, sentence).max(80, words.tooLong)
const day = z.string({ error: words.sayDay }).refine(isDay, { error: words.sayDay })

export const SignatoryForm = z.object({ name: printed(words.sayName), role: printed(words.sayRole), inOfficeFrom: day })
export type SignatoryTyped = z.input<typeof SignatoryForm>
export const EndForm = z.object({ inOfficeUntil: day })

const select = { id: true, name: true, role: true, inOfficeFrom: true, inOfficeUntil: true } as const
const AT_MOST = 200

/** Those in office and to come first, then the others, the latest first. */
export async function listSignatories(actor: Actor): Promise<InOffice[]> {
  allowed(mayKeepPapers(actor))
  const { institutionId } = actor
  const all = await db.signatory.findMany({ where: { institutionId }, orderBy: [{ inOfficeFrom: 'desc' }, { id: 'desc' }], take: AT_MOST, select })
  const today = await findToday()
  const isOver = ({ inOfficeUntil }: InOffice) => inOfficeUntil !== null && inOfficeUntil < today
  return [...all.filter(each => !isOver(each)).reverse(), ...all.filter(isOver)]
}

export interface KeptSignatory extends InOffice {
  /** No paper bears the name. */
  isRemovable: boolean
  /** The earliest last day; null where it stays as it is. */
  endsFrom: Day | null
}

export async function findSignatory(actor: Actor, id: string): Promise<KeptSignatory> {
  allowed(mayKeepPapers(actor))
  const { institutionId } = actor
  const signatory = found(await db.signatory.findFirst({ where: { id, institutionId }, select }))
  const free = await firstFreeDay(db, institutionId)
  return { ...signatory, isRemovable: isUnprinted(signatory, free), endsFrom: earliestEnd(signatory, free) }
}

/** The first day of which nothing was issued yet, so that who signs on it may still be decided; null where nothing was issued at all. */
export async function findFreeDay(actor: Actor): Promise<Day | null> {
  allowed(mayKeepPapers(actor))
  return firstFreeDay(db, actor.institutionId)
}

async function firstFreeDay(tx: Tx, institutionId: string): Promise<Day | null> {
  const { timeZone } = await findHouse()
  const credentials = await tx.credential.aggregate({ where: { institutionId }, _max: { awardedDate: true } })
  const transcripts = await tx.transcript.aggregate({ where: { institutionId }, _max: { validFrom: true } })
  const days = [credentials._max.awardedDate, transcripts._max.validFrom].flatMap(moment => (moment ? [dayOf(moment, timeZone)] : []))
  const last = days.sort().at(-1)
  return last === undefined ? null : addDays(last, 1)
}

/** Answers the id. Papers that were issued stay as they are: nobody comes into office on a day of theirs. */
export async function addSignatory(actor: Actor, form: z.output<typeof SignatoryForm>, formKey?: string): Promise<string> {
  allowed(mayKeepPapers(actor))
  const { institutionId } = actor
  const id = idFrom(formKey, ownId(actor) ?? institutionId, form)
  const term = { ...form, inOfficeUntil: null }
  const making = transaction(async tx => {
    const others = await holdOthers(tx, institutionId, id)
    if ((await tx.signatory.count({ where: { id } })) > 0) return
    const free = await firstFreeDay(tx, institutionId)
    if (free !== null && form.inOfficeFrom < free) throw new Refusal(words.issued(await written(free)), 'inOfficeFrom')
    if (others.some(other => overlap(term, other) && fold(other.name) === fold(form.name))) throw new Refusal(words.twice, 'name')
    if (!hasRoom(term, others)) throw new Refusal(words.full, 'inOfficeFrom')
    await tx.signatory.create({ data: { id, institutionId, ...form } })
    await record(tx, actor, 'signatory.added', id, { inOfficeFrom: form.inOfficeFrom })
  })
  return once(id, making, () => db.signatory.count({ where: { id } }))
}

/** The last day, or another one while papers allow it. */
export async function endSignatory(actor: Actor, id: string, inOfficeUntil: Day): Promise<void> {
  allowed(mayKeepPapers(actor))
  const { institutionId } = actor
  await transaction(async tx => {
    const others = await holdOthers(tx, institutionId, id)
    const signatory = found(await tx.signatory.findFirst({ where: { id, institutionId }, select }))
    if (signatory.inOfficeUntil === inOfficeUntil) return
    const from = earliestEnd(signatory, await firstFreeDay(tx, institutionId))
    if (from === null) throw new Refusal(one.over)
    if (inOfficeUntil < signatory.inOfficeFrom) throw new Refusal(one.backwards, 'inOfficeUntil')
    if (inOfficeUntil < from) throw new Refusal(one.issued(await written(from)), 'inOfficeUntil')
    if (!hasRoom({ ...signatory, inOfficeUntil }, others)) throw new Refusal(words.full, 'inOfficeUntil')
    await tx.signatory.update({ where: { id }, data: { inOfficeUntil } })
    await record(tx, actor, 'signatory.ended', id, { inOfficeUntil })
  })
}

/** A mistake, as long as no paper bears the name. */
export async function removeSignatory(actor: Actor, id: string): Promise<void> {
  allowed(mayKeepPapers(actor))
  const { institutionId } = actor
  await transaction(async tx => {
    await holdOthers(tx, institutionId, id)
    const signatory = await tx.signatory.findFirst({ where: { id, institutionId }, select })
    if (!signatory) return void found(await tx.auditEvent.findFirst({ where: { institutionId, subjectId: id, action: 'signatory.removed' } }))
    if (!isUnprinted(signatory, await firstFreeDay(tx, institutionId))) throw new Refusal(one.bears)
    await tx.signatory.delete({ where: { id } })
    await record(tx, actor, 'signatory.removed', id, {})
  })
}

/** The others, whom nobody changes before the transaction ends. */
async function holdOthers(tx: Tx, institutionId: string, id: string): Promise<InOffice[]> {
  await tx.institution.update({ where: { id: institutionId }, data: { id: institutionId } })
  return tx.signatory.findMany({ where: { institutionId, id: { not: id } }, select })
}

const isUnprinted = ({ inOfficeFrom }: InOffice, free: Day | null) => free === null || inOfficeFrom >= free

/** The last paper's day bears the name already; a term that ended before is history. */
function earliestEnd({ inOfficeFrom, inOfficeUntil }: InOffice, free: Day | null): Day | null {
  if (free === null) return inOfficeFrom
  const last = addDays(free, -1)
  if (inOfficeUntil !== null && inOfficeUntil < last) return null
  return last < inOfficeFrom ? inOfficeFrom : last
}

async function written(of: Day): Promise<string> {
  const { language, timeZone } = await findHouse()
  return wordsIn(language, timeZone, now()).format.day(of)
}

async function findToday(): Promise<Day> {
  return dayOf(now(), (await findHouse()).timeZone)
}
