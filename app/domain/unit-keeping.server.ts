import type { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { unitRules as says } from '~/messages/en/unit-rules'
import { record } from './audit.server'
import { normaliseAddress } from './people'
import { mayKeepUnit, type Actor } from './policy'
import type { ContactForm, LeaveForm, MailboxForm } from './unit-forms.server'

/** Found only for those who keep it. */
export async function findKeptUnit(actor: Actor, unitId: string) {
  const unit = found(await db.unit.findFirst({ where: { id: unitId, institutionId: actor.institutionId } }))
  allowed(mayKeepUnit(actor, unit))
  return unit
}

/** Where the unit reads mail as a unit: asked when nobody else there is left. */
export async function setMailbox(actor: Actor, unitId: string, { email }: z.output<typeof MailboxForm>) {
  await findKeptUnit(actor, unitId)
  await transaction(async tx => {
    const { count } = await tx.unit.updateMany({ where: { id: unitId, email: { not: email } }, data: { email } })
    if (count > 0) await record(tx, actor, 'unit.mailbox-set', unitId, { hasMailbox: email !== '' })
  })
}

export async function addContact(actor: Actor, unitId: string, form: ContactForm, formKey?: string) {
  const { institutionId } = await findKeptUnit(actor, unitId)
  const id = idFrom(formKey, actor.kind === 'person' ? actor.id : '', form)
  const { untilDay = null, ...rest } = form
  const making = transaction(async tx => {
    await tx.unitContact.create({
      data: {
        ...{ id, institutionId, unitId, untilDay, ...rest },
        ...{ normalised: normaliseAddress(form.email), createdAt: now() },
      },
    })
    await record(tx, actor, 'unit.contact-added', unitId, { contact: id })
  })
  return once(id, making, () => db.unitContact.count({ where: { id } }))
}

/** They stay in the list with their last day: whoever is asked through them afterwards is asked of others. */
export async function endContact(
  actor: Actor,
  unitId: string,
  { contact, untilDay }: z.output<typeof LeaveForm>,
) {
  await findKeptUnit(actor, unitId)
  const { fromDay } = found(await db.unitContact.findFirst({ where: { id: contact, unitId } }))
  if (untilDay < fromDay) throw new Refusal(says.dayOrder, 'untilDay')
  await transaction(async tx => {
    const { count } = await tx.unitContact.updateMany({
      where: { id: contact, OR: [{ untilDay: null }, { untilDay: { not: untilDay } }] },
      data: { untilDay },
    })
    if (count > 0) await record(tx, actor, 'unit.contact-ended', unitId, { contact })
  })
}
