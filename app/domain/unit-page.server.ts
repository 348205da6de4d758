import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import { dayOf } from './day'
import { listOpenProofs } from './domain-proof.server'
import { findHouse } from './institution.server'
import { hasLeft } from './opportunity'
import { has, mayKeepOpportunity, mayKeepUnits, unitsKept, type PersonActor } from './policy'
import { findKeptUnit } from './unit-keeping.server'

/** The units somebody keeps, by name, each with the one above it. */
export async function listUnitsToKeep(actor: PersonActor) {
  allowed(mayKeepUnits(actor))
  const kept = has(actor, 'admin') ? null : unitsKept(actor)
  const units = await db.unit.findMany({
    where: { institutionId: actor.institutionId, ...(kept && { id: { in: [...kept] } }) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, kind: true, parent: { select: { name: true } } },
  })
  return units.map(({ parent, ...unit }) => ({ ...unit, above: parent?.name ?? null }))
}

export type UnitRow = Awaited<ReturnType<typeof listUnitsToKeep>>[number]

/** A unit as those see it who keep it: whom it has, by which addresses it speaks, and when one submits. */
export async function findUnitPage(actor: PersonActor, unitId: string) {
  const { id, name, kind, email, institutionId } = await findKeptUnit(actor, unitId)
  const today = dayOf(now(), (await findHouse()).timeZone)
  const [contacts, domains, windows, proofs, coordinators] = await Promise.all([
    db.unitContact.findMany({ where: { unitId }, orderBy: [{ fromDay: 'desc' }, { id: 'desc' }], take: 100 }),
    db.organisationDomain.findMany({ where: { institutionId, unitId }, orderBy: { domain: 'asc' } }),
    db.submissionWindow.findMany({ where: { unitId }, orderBy: { year: 'desc' }, take: 10 }),
    listOpenProofs(actor, unitId),
    db.membership.findMany({
      where: { institutionId, role: 'coordinator', unitId },
      select: { id: true, person: { select: { usedName: true } } },
    }),
  ])
  return {
    ...{ id, name, kind, email, proofs },
    contacts: contacts.map(contact => ({ ...contact, hasLeft: hasLeft(contact.untilDay, today) })),
    domains: domains.map(domain => ({ id: domain.id, domain: domain.domain, linkedAt: domain.createdAt })),
    windows: windows.map(({ id, year, opensOn, closesOn }) => ({ id, year, opensOn, closesOn })),
    coordinators: coordinators.map(({ person }) => person.usedName),
    keepsOpportunities: mayKeepOpportunity(actor, { institutionId, unitId }),
  }
}

export type UnitPage = Awaited<ReturnType<typeof findUnitPage>>
