import type { Role } from '~/domain/people'
import type { PersonActor, SystemActor } from '~/domain/policy'
import { addFramework, publishFramework } from '~/domain/framework.server'
import { db } from '~/lib/db.server'
import { lifecomp } from '../prisma/frameworks/lifecomp'

/** Rows for domain tests, as small as they can be: an institution, people, a framework. */
export async function makeInstitution(slug = 'north') {
  await db.institution.create({
    data: {
      id: slug, slug, name: `University of the ${slug}`, legalName: `The University of the ${slug}`, country: 'PT',
      contactEmail: `office@${slug}.example`, office: 'Office of Student Life', signatory: 'The Registrar',
      timeZone: 'Europe/Lisbon', language: 'en', createdAt: new Date(),
    },
  })
  await db.unit.create({ data: { id: `${slug}-unit`, institutionId: slug, kind: 'faculty', name: 'Faculty' } })
}

export function operator(institutionId = 'north'): SystemActor {
  return { kind: 'system', institutionId }
}

/** A person of the institution who is signed in. The id is made of the name. */
export async function person(name: string, roles: Role[], institutionId = 'north'): Promise<PersonActor> {
  const id = `${institutionId}-${name.toLowerCase().replaceAll(' ', '-')}`
  const address = `${id}@${institutionId}.example`
  const at = new Date()
  await db.person.create({
    data: {
      id, institutionId, officialName: `Official ${name}`, usedName: name, createdAt: at,
      addresses: { create: { id: `${id}-address`, institutionId, address, normalised: address, isPrimary: true, confirmedAt: at, createdAt: at } },
      memberships: { create: roles.map(role => ({ id: `${id}-${role}`, institutionId, role, createdAt: at })) },
    },
  })
  return {
    kind: 'person', id, institutionId, usedName: name, normalisedAddresses: [address],
    memberships: roles.map(role => ({ role, unitIds: null })),
  }
}

/** LifeComp, published: ids of its competencies by code and of its levels by position. */
export async function publishedLifecomp(institutionId = 'north') {
  const id = await addFramework(operator(institutionId), lifecomp)
  await publishFramework(operator(institutionId), id)
  const competencies = await db.competency.findMany({ where: { frameworkId: id } })
  const levels = await db.level.findMany({ where: { frameworkId: id }, orderBy: { position: 'asc' } })
  const byCode = new Map(competencies.map(({ humanCodingScheme, id }) => [humanCodingScheme, id]))
  return {
    id,
    competency: (code: string) => byCode.get(code) ?? '',
    level: (position: number) => levels[position - 1]?.id ?? '',
  }
}
