import type { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { record } from './audit.server'
import { waivedTrace } from './because.server'
import { openCorrections } from './correction-opening.server'
import type { WaiverForm } from './award-forms.server'
import { mayAward, mayAwardTo, type Actor } from './policy'

/** Sets a part of a programme aside for one student; the reason stands wherever it counts. */
export async function waive(
  actor: Actor, studentId: string, form: z.output<typeof WaiverForm>, formKey?: string,
): Promise<string> {
  allowed(mayAward(actor))
  const { institutionId } = actor
  const where = { id: studentId, institutionId, erasedAt: null }
  refuseOneself(actor, found(await db.person.findFirst({ where })))
  const decidedById = actor.kind === 'person' ? actor.id : ''
  const id = idFrom(formKey, decidedById, { studentId, ...form })
  const making = transaction(async tx => {
    await tx.waiver.create({ data: { id, institutionId, studentId, ...form, decidedById, decidedAt: now() } })
    await record(tx, actor, 'requirement.waived', studentId, { waiver: id, key: form.key })
    // After `record`, where all who write stand in one line: of two at once, the later sees the earlier.
    const standing = await tx.waiver.count({ where: { studentId, key: form.key, withdrawnAt: null } })
    if (standing > 1) throw new Refusal('This part is set aside for them already.', 'key')
  })
  return once(id, making, () => db.waiver.count({ where: { id, withdrawnAt: null } }))
}

export async function withdrawWaiver(actor: Actor, id: string): Promise<void> {
  allowed(mayAward(actor))
  const { institutionId } = actor
  const { studentId, key } = found(await db.waiver.findFirst({ where: { id, institutionId } }))
  refuseOneself(actor, { id: studentId, institutionId })
  await transaction(async tx => {
    const { count } = await tx.waiver.updateMany({
      where: { id, withdrawnAt: null }, data: { withdrawnAt: now() },
    })
    if (count === 0) throw new Refusal('This waiver was withdrawn before.')
    await record(tx, actor, 'waiver.withdrawn', studentId, { waiver: id })
    const trace = waivedTrace(key)
    await openCorrections(tx, actor, { institutionId, studentId, cause: 'waiverWithdrawn', causeId: id, trace })
  })
}

function refuseOneself(actor: Actor, student: { id: string; institutionId: string }) {
  if (!mayAwardTo(actor, student)) throw new Refusal('Nobody waives anything for themselves. A colleague can.')
}
