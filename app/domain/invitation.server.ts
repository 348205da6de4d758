import { z } from 'zod'
import { DAY, later, now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { idFrom, once } from '~/lib/form-key.server'
import { hashPassword } from '~/lib/password.server'
import { allowed, found, Refusal } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'
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
  officialName: z.string({ error: words.writeName }).pipe(Names.shape.officialName),
  address: z.string({ error: words.writeAddress }).pipe(mailAddress),
  role: z.enum(roles, { error: words.chooseRole }),
  unitId: z.string().optional(),
})
export type InviteTyped = z.input<typeof InviteForm>

export const WithdrawalForm = z.object({ withdraw: z.string() })

/** `id:moment`: which one, and the end of it that the page showed. */
export const ResendForm = z.object({
  resend: z
    .string()
    .regex(/^[\w-]{1,40}:\d{1,14}$/)
    .transform(shown => {
      const [id = '', moment] = shown.split(':')
      return { id, until: new Date(Number(moment)) }
    }),
})

const Details = Names.extend({ role: z.enum(roles), unitId: z.string().nullable() })

/** Mails a link with which somebody opens an account in the role they are meant to have. Answers its id. */
export async function invite(
  actor: Actor,
  invited: z.output<typeof InviteForm>,
  formKey?: string,
): Promise<string> {
  allowed(mayDecideOnPeople(actor))
  const { address, ...form } = invited
  const { institutionId } = actor
  const unitId = form.unitId ?? null
  if (actor.kind === 'person' && actor.normalisedAddresses.includes(normaliseAddress(address)))
    throw new Refusal(words.inviteSelf, 'address')
  if (await findByAddress(institutionId, address)) throw new Refusal(words.hasAccount, 'address')
  if (unitId) found(await db.unit.findFirst({ where: { id: unitId, institutionId } }))
  const id = idFrom(formKey, actor.kind === 'person' ? actor.id : '', invited)
  const making = transaction(async tx => {
    await makeLink(tx, {
      id,
      institutionId,
      purpose: 'invitation',
      address,
      details: details({ ...form, unitId }),
      lasts: INVITATION_DAYS * DAY,
    })
    await mailInvitation(tx, id, address, `invitation:${id}`)
    await record(tx, actor, 'person.invited', id, {
      role: form.role,
      unitId,
      address: saltedDigest(address),
    })
    await refuseSecond(tx, institutionId, address)
  })
  return once(id, making, () => db.oneTimeLink.count({ where: { id, ...isOpenInvitation() } }))
}

export const isOpenInvitation = () =>
  ({ purpose: 'invitation', usedAt: null, expiresAt: { gt: now() } }) as const

/** The same link once more, for as long as a new one. An old page, which shows another end, sends nothing. */
export async function resendInvitation(actor: Actor, { id, until }: { id: string; until: Date }) {
  const { address } = await readOpen(actor, id)
  await throttle('mailByAddress', normaliseAddress(address))
  const expiresAt = later(now(), INVITATION_DAYS * DAY)
  await transaction(async tx => {
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id, usedAt: null, expiresAt: until },
      data: { expiresAt },
    })
    if (count === 0) throw new Refusal(words.invitationMoved)
    await mailInvitation(tx, id, address, `invitation:${id}:${expiresAt.getTime()}`)
    await record(tx, actor, 'invitation.resent', id)
  })
}

/** Its link is dead from now on, and a letter that has not left stays here. */
export async function withdrawInvitation(actor: Actor, id: string) {
  await readOpen(actor, id)
  await transaction(async tx => {
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id, ...isOpenInvitation() },
      data: { usedAt: now(), address: null, details: {} },
    })
    if (count === 0) throw new Refusal(words.invitationOver)
    await record(tx, actor, 'invitation.withdrawn', id)
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

async function readOpen(actor: Actor, id: string) {
  allowed(mayDecideOnPeople(actor))
  const { institutionId } = actor
  const link = found(await db.oneTimeLink.findFirst({ where: { id, institutionId, purpose: 'invitation' } }))
  if (link.address === null || link.expiresAt <= now()) throw new Refusal(words.invitationOver)
  return { address: link.address }
}

function mailInvitation(tx: Tx, linkId: string, to: string, dedupeKey: string) {
  return notify(tx, { template: 'invitation', to, params: { linkId }, subjectId: linkId, dedupeKey })
}

/** Asked after `record`, where all who write stand in one line: of two at once, the later sees the earlier. */
async function refuseSecond(tx: Tx, institutionId: string, address: string) {
  const open = await tx.oneTimeLink.count({ where: { institutionId, address, ...isOpenInvitation() } })
  if (open > 1) throw new Refusal(words.isInvited, 'address')
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
