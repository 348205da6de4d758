import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import type { Assurance, NamedBy } from './endorsement'
import { domainOf, normaliseAddress } from './people'
import { isStaff, type Actor, type PersonActor } from './policy'

/** Somebody to ask, checked and known. */
export interface Invited {
  endorserId: string
  email: string
  name: string
  organisation: string
  message: string
  namedBy: NamedBy
}

interface Draft {
  invitees: { name: string; email: string; organisation: string; message: string }[]
  opportunity: { validatorEmail: string; allowsPeers: boolean } | null
}

/** Turns the names of a draft into endorsers, refusing whom the rules bar (rule 1). */
export async function invitedBy(actor: PersonActor, draft: Draft): Promise<Invited[]> {
  const invited: Invited[] = []
  for (const [at, invitee] of draft.invitees.entries()) {
    const field = `invitees[${at}].email`
    const normalised = normaliseAddress(invitee.email)
    const person = await personAt(actor.institutionId, normalised)
    if (actor.normalisedAddresses.includes(normalised) || person?.id === actor.id) {
      throw new Refusal(
        'This is one of your own addresses. Nobody endorses their own activity: name somebody who saw it.',
        field,
      )
    }
    const isStudentOnly = person !== null && person.memberships.every(({ role }) => role === 'student')
    if (isStudentOnly && !draft.opportunity?.allowsPeers) {
      throw new Refusal(
        `${invitee.name} is a fellow student. This activity asks for somebody who was responsible for it.`,
        field,
      )
    }
    const endorser = await knownEndorser(actor.institutionId, normalised, invitee, person?.id ?? null)
    if (endorser.doNotAskAt)
      throw new Refusal(`${invitee.name} asked us not to write again. Name somebody else who saw it.`, field)
    const isValidator = normalised === normaliseAddress(draft.opportunity?.validatorEmail ?? '@')
    invited.push({ ...invitee, endorserId: endorser.id, namedBy: isValidator ? 'opportunity' : 'student' })
  }
  return invited
}

/**
 * How sure we are who somebody is: `staff` by our own sign-in, `organisation` by an address in a domain that
 * staff linked, `email` by any other. A student's or alumni address never counts for more.
 */
export async function assuranceOf(actor: Actor, email: string): Promise<Assurance> {
  const { institutionId } = actor
  if (isStaff(actor)) return 'staff'
  const domain = domainOf(email)
  const own = await db.mailDomain.findFirst({ where: { institutionId, domain } })
  if (actor.kind === 'person' || own?.kind === 'student' || own?.kind === 'alumni') return 'email'
  const linked = await db.organisationDomain.findUnique({
    where: { institutionId_domain: { institutionId, domain } },
  })
  return linked ? 'organisation' : 'email'
}

function personAt(institutionId: string, normalised: string) {
  return db.person.findFirst({
    where: { institutionId, addresses: { some: { normalised, confirmedAt: { not: null } } } },
    include: { memberships: true },
  })
}

function knownEndorser(
  institutionId: string,
  normalised: string,
  invitee: { name: string; email: string },
  personId: string | null,
) {
  return db.endorser.upsert({
    where: { institutionId_normalised: { institutionId, normalised } },
    create: {
      id: newId(),
      institutionId,
      personId,
      name: invitee.name,
      email: invitee.email,
      normalised,
      createdAt: now(),
    },
    // Only an upsert that updates something becomes one statement, which simultaneous ones cannot break.
    update: { normalised, ...(personId && { personId }) },
  })
}
