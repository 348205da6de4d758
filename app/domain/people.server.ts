import { z } from 'zod'
import { now } from '~/lib/clock.server'
import { db, isTaken, type Tx } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { newId } from '~/lib/id.server'
import { isWeak, MAX_PASSWORD } from '~/lib/password.server'
import { Refusal } from '~/lib/refusal'
import { readPerson } from '~/lib/signed-in.server'
import { people as words } from '~/messages/en/people'
import { normaliseAddress, type Role } from './people'
import type { PersonActor } from './policy'

export const mailAddress = z.email().max(254)
export const password = z.string().max(MAX_PASSWORD)
const name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}*$/u)

/** What whoever opens an account writes: no one else chooses their password. */
export const AccountForm = z.object({ officialName: name, usedName: name.optional(), password })
export type AccountForm = z.output<typeof AccountForm>
/** A letter somebody asked for, before we look whether anybody has that mailbox. */
export const MailboxAsked = z.object({ institutionId: z.string(), address: z.string() })
export const Names = AccountForm.pick({ officialName: true, usedName: true })

/** A person as they would ask when signed in: for the command line, and for work done in their name. */
export function actorFor(personId: string): Promise<PersonActor | null> {
  return readPerson(personId)
}

/** Whoever confirmed this mailbox, in whichever spelling (rule 1). */
export function findByAddress(institutionId: string, address: string) {
  return db.person.findFirst({
    where: {
      institutionId,
      erasedAt: null,
      addresses: { some: { normalised: normaliseAddress(address), confirmedAt: { not: null } } },
    },
    include: { addresses: true },
  })
}

/** Whom to sign in as in the demo. RFC 2606 keeps `.example` out of the world, so nobody real is listed. */
export async function listDemoPeople(): Promise<{ name: string; address: string }[]> {
  if (!settings().demo) return []
  const mailboxes = await db.emailAddress.findMany({
    where: { address: { endsWith: '.example' }, isPrimary: true },
    orderBy: { createdAt: 'asc' },
    take: 8,
    include: { person: true },
  })
  return mailboxes.map(({ address, person }) => ({ name: person.usedName, address }))
}

interface NewPerson {
  institutionId: string
  officialName: string
  usedName?: string | undefined
  address: string
  passwordHash: string
  /** Null for somebody from outside, who only answers what they are asked. */
  role: Role | null
  unitId: string | null
}

/** Adds somebody who has proved their mailbox, with one role or none. */
export async function addPerson(
  tx: Tx,
  { address, role, unitId, usedName, ...person }: NewPerson,
): Promise<PersonActor> {
  const { institutionId, officialName } = person
  const id = newId()
  const createdAt = now()
  const normalised = normaliseAddress(address)
  const mailbox = {
    id: newId(),
    institutionId,
    address,
    normalised,
    isPrimary: true,
    confirmedAt: createdAt,
    createdAt,
  }
  const name = usedName ?? officialName
  await tx.person.create({
    data: {
      ...person,
      id,
      usedName: name,
      createdAt,
      addresses: { create: mailbox },
      ...(role && { memberships: { create: { id: newId(), institutionId, role, unitId, createdAt } } }),
    },
  })
  if (role !== 'student') await knowAsEndorser(tx, { id, institutionId, normalised })
  return {
    kind: 'person',
    id,
    institutionId,
    usedName: name,
    normalisedAddresses: [normalised],
    memberships: role ? [{ role, unitIds: unitId === null ? null : [unitId] }] : [],
  }
}

export function refuseWeak(password: string, address: string) {
  if (isWeak(password, address)) throw new Refusal(words.weakPassword, 'password')
}

/** For changes that add a mailbox: two at once, and one of them comes too late. */
export async function refusingTaken<T>(change: Promise<T>): Promise<T> {
  try {
    return await change
  } catch (error) {
    if (isTaken(error)) throw new Refusal(words.addressTaken)
    throw error
  }
}

/** Requests that came to this mailbox before are theirs to answer with their own sign-in. */
async function knowAsEndorser(tx: Tx, person: { id: string; institutionId: string; normalised: string }) {
  const { id, institutionId, normalised } = person
  await tx.endorser.updateMany({
    where: { institutionId, normalised, personId: null },
    data: { personId: id },
  })
}
