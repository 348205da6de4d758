import { z } from 'zod'
import { DAY, now } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { allowed, found, NotFound, Refusal } from '~/lib/refusal'
import { people as words } from '~/messages/en/people'
import { record } from './audit.server'
import { details, INVITATION_DAYS } from './invitation.server'
import { linkPath, makeLink } from './one-time-link.server'
import { roles, type Role } from './people'
import { findByAddress } from './people.server'
import { mayDecideOnPeople, type Actor, type SystemActor } from './policy'

export const RoleForm = z.object({
  role: z.enum(roles, { error: words.chooseRole }),
  unitId: z.string().optional(),
})
export type RoleTyped = z.input<typeof RoleForm>
export const EndForm = z.object({ end: z.string() })

export async function grantRole(actor: Actor, personId: string, form: z.output<typeof RoleForm>) {
  allowed(mayDecideOnPeople(actor))
  if (isThemselves(actor, personId)) throw new Refusal(words.ownRoles)
  const unitId = form.unitId ?? null
  if (unitId) found(await db.unit.findFirst({ where: { id: unitId, institutionId: actor.institutionId } }))
  await transaction(tx => addRole(tx, actor, personId, form.role, unitId))
}

export async function endRole(actor: Actor, membershipId: string) {
  allowed(mayDecideOnPeople(actor))
  const { institutionId } = actor
  const membership = found(await db.membership.findFirst({ where: { id: membershipId, institutionId } }))
  if (isThemselves(actor, membership.personId)) throw new Refusal(words.ownRoles)
  await transaction(async tx => {
    const { count } = await tx.membership.deleteMany({ where: { id: membershipId } })
    if (count === 0) throw new Refusal(words.roleOver)
    const { personId, role, unitId } = membership
    await record(tx, actor, 'role.ended', personId, { role, unitId })
  })
}

/** Somebody's role as it was given: in a unit, or with null in the whole institution. */
export function findRole(personId: string, role: Role, unitId: string | null) {
  return db.membership.findFirst({ where: { personId, role, unitId } })
}

/**
 * For the operator: makes somebody an administrator. Answers the path of the invitation to hand to them, or
 * null when they have an account already and can sign in with it.
 */
export async function createAdmin(
  operator: SystemActor,
  { address, officialName }: { address: string; officialName: string },
) {
  const { institutionId } = operator
  const known = await findByAddress(institutionId, address)
  if (known) {
    await transaction(tx => addRole(tx, operator, known.id, 'admin', null))
    return null
  }
  return transaction(async tx => {
    const linkId = await makeLink(tx, {
      institutionId,
      purpose: 'invitation',
      address,
      lasts: INVITATION_DAYS * DAY,
      details: details({ officialName, role: 'admin', unitId: null }),
    })
    await record(tx, operator, 'person.invited', linkId, { role: 'admin', unitId: null })
    return linkPath('invitation', linkId)
  })
}

const isThemselves = (actor: Actor, personId: string) => actor.kind === 'person' && actor.id === personId

async function addRole(tx: Tx, actor: Actor, personId: string, role: Role, unitId: string | null) {
  const { institutionId } = actor
  // Writing the person's row first makes two at once take turns: the index ignores rows without a unit.
  const { count } = await tx.person.updateMany({
    where: { id: personId, institutionId, erasedAt: null },
    data: { erasedAt: null },
  })
  if (count === 0) throw new NotFound()
  if (await tx.membership.findFirst({ where: { personId, role, unitId } })) throw new Refusal(words.hasRole)
  await tx.membership.create({
    data: { id: newId(), institutionId, personId, role, unitId, createdAt: now() },
  })
  await record(tx, actor, 'role.granted', personId, { role, unitId })
}
