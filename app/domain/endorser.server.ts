import { now } from '~/lib/clock.server'
import { db, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import type { Assurance, NamedBy } from './endorsement'
import { domainOf, normaliseAddress } from './people'
import { isStaff, type Actor, type PersonActor } from './policy'
import { presentValidator, type Confirmed } from './validator.server'

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
  opportunity: (Confirmed & { allowsPeers: boolean }) | null
}

/** What whoever names people is told of those whom the rules bar, and at which field. */
export interface Barred {
  fieldAt(at: number): string
  own: string
  peer(name: string): string
  stopped(name: string): string
}

const toldToStudent: Barred = {
  fieldAt: at => `invitees[${at}].email`,
  own: 'This is one of your own addresses. Nobody endorses their own activity: name somebody who saw it.',
  peer: name => `${name} is a fellow student. This activity asks for somebody who was responsible for it.`,
  stopped: name => `${name} asked us not to write again. Name somebody else who saw it.`,
}

/** Turns the names of a draft of this student into endorsers, refusing whom the rules bar (rule 1). */
export async function invitedBy(
  tx: Tx,
  student: PersonActor,
  draft: Draft,
  says = toldToStudent,
): Promise<Invited[]> {
  const named: Named[] = []
  for (const [at, invitee] of draft.invitees.entries()) {
    const normalised = normaliseAddress(invitee.email)
    const person = await personAt(tx, student.institutionId, normalised)
    const each = { ...invitee, normalised, personId: person?.id ?? null, field: says.fieldAt(at) }
    refuseBarred(student, draft, each, person, says)
    named.push(each)
  }
  const validator = draft.opportunity && (await presentValidator(tx, draft.opportunity))
  const endorserIds = await endorsersFor(tx, student.institutionId, named, says)
  return named.map(({ email, name, organisation, message, normalised }) => ({
    endorserId: endorserIds.get(normalised) ?? '',
    email, name, organisation, message,
    namedBy: validator && normaliseAddress(validator.email) === normalised ? 'opportunity' : 'student',
  }))
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

type Named = Draft['invitees'][number] & { normalised: string; personId: string | null; field: string }

type PersonAsked = Awaited<ReturnType<typeof personAt>>

function refuseBarred(
  student: PersonActor,
  { opportunity }: Draft,
  named: Named,
  person: PersonAsked,
  says: Barred,
) {
  if (student.normalisedAddresses.includes(named.normalised) || person?.id === student.id) {
    throw new Refusal(says.own, named.field)
  }
  const isStudentOnly = person !== null && person.memberships.length > 0 && person.memberships.every(({ role }) => role === 'student')
  if (isStudentOnly && !opportunity?.allowsPeers) {
    throw new Refusal(says.peer(named.name), named.field)
  }
}

/** Always in one order: two students who name the same people at once would otherwise wait for each other. */
async function endorsersFor(tx: Tx, institutionId: string, named: readonly Named[], says: Barred) {
  const ids = new Map<string, string>()
  for (const each of [...named].sort((a, b) => (a.normalised < b.normalised ? -1 : 1))) {
    const endorser = await knownEndorser(tx, institutionId, each)
    if (endorser.doNotAskAt) {
      throw new Refusal(says.stopped(each.name), each.field)
    }
    ids.set(each.normalised, endorser.id)
  }
  return ids
}

function personAt(tx: Tx, institutionId: string, normalised: string) {
  return tx.person.findFirst({
    where: { institutionId, addresses: { some: { normalised, confirmedAt: { not: null } } } },
    include: { memberships: true },
  })
}

function knownEndorser(tx: Tx, institutionId: string, { normalised, personId, name, email }: Named) {
  return tx.endorser.upsert({
    where: { institutionId_normalised: { institutionId, normalised } },
    create: { id: newId(), institutionId, personId, name, email, normalised, createdAt: now() },
    // Only an upsert that updates something becomes one statement, which simultaneous ones cannot break.
    update: { normalised, ...(personId && { personId }) },
  })
}
