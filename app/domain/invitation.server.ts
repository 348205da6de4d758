import { z } from 'zod'
import { DAY } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { hashPassword } from '~/lib/password.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { saltedDigest } from '~/lib/token.server'
import { people as words } from '~/messages/en/people'
import { record } from './audit.server'
import { notify } from './notification.server'
import { findLink, makeLink, readLink, useLink, type Link } from './one-time-link.server'
import { normaliseAddress, roles } from './people'
import {
  addPerson,
  findByAddress,
  mailAddress,
  Names,
  refuseWeak,
  refusingTaken,
  type AccountForm,
} from './people.server'
import { mayDecideOnPeople, type Actor } from './policy'

export const INVITATION_DAYS = 14

export const InviteForm = Names.extend({
  address: mailAddress,
  role: z.enum(roles),
  unitId: z.string().optional(),
})

const Details = Names.extend({ role: z.enum(roles), unitId: z.string().nullable() })

/** Mails a link with which somebody opens an account in the role they are meant to have. */
export async function invite(actor: Actor, { address, ...form }: z.output<typeof InviteForm>) {
  allowed(mayDecideOnPeople(actor))
  const { institutionId } = actor
  const unitId = form.unitId ?? null
  if (actor.normalisedAddresses.includes(normaliseAddress(address)))
    throw new Refusal(words.inviteSelf, 'address')
  if (await findByAddress(institutionId, address)) throw new Refusal(words.hasAccount, 'address')
  if (unitId) found(await db.unit.findFirst({ where: { id: unitId, institutionId } }))
  await transaction(async tx => {
    const linkId = await makeLink(tx, {
      institutionId,
      purpose: 'invitation',
      address,
      details: details({ ...form, unitId }),
      lasts: INVITATION_DAYS * DAY,
    })
    await notify(tx, {
      template: 'invitation',
      to: address,
      params: { linkId },
      subjectId: linkId,
      dedupeKey: `invitation:${linkId}`,
    })
    await record(tx, actor, 'person.invited', linkId, {
      role: form.role,
      unitId,
      address: saltedDigest(address),
    })
  })
}

/** What an invitation says, or null when it is over. */
export async function findInvitation(token: string) {
  const link = await findLink('invitation', token)
  return link && { address: link.address, ...invitationDetails(link) }
}

export function invitationDetails(link: { details: unknown }) {
  return Details.parse(link.details)
}

/** Whoever reads the mailbox chooses the password. Answers the new person's id. */
export async function acceptInvitation(token: string, form: AccountForm): Promise<string> {
  const link = await readLink('invitation', token)
  const { role, unitId } = invitationDetails(link)
  refuseWeak(form.password, link.address)
  return openAccount(link, { ...form, role, unitId })
}

async function openAccount(
  link: Link,
  { password, ...account }: AccountForm & Pick<z.output<typeof Details>, 'role' | 'unitId'>,
) {
  const passwordHash = await hashPassword(password)
  const { institutionId, address } = link
  return refusingTaken(
    transaction(async tx => {
      await useLink(tx, link)
      const person = await addPerson(tx, { institutionId, address, ...account, passwordHash })
      await record(tx, person, 'invitation.accepted', person.id, {
        invitation: link.id,
        role: account.role,
        unitId: account.unitId,
      })
      return person.id
    }),
  )
}

/** As it is kept: JSON has no undefined. */
export function details({ usedName, ...rest }: z.output<typeof Details>) {
  return { ...rest, ...(usedName && { usedName }) }
}
