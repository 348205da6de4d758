import type { Role } from '~/domain/people'
import type { PersonActor, SystemActor } from '~/domain/policy'
import { addFramework, publishFramework } from '~/domain/framework.server'
import { normaliseAddress } from '~/domain/people'
import { db } from '~/lib/db.server'
import { lifecomp } from '../prisma/frameworks/lifecomp'
import { cast, northbridge, type CastKey } from './cast'

/** Rows for domain tests, as few as they can be: an institution, people of the cast, a framework. */
export async function makeInstitution(slug = 'north') {
  await db.institution.create({ data: { ...northbridge, id: slug, slug, createdAt: new Date() } })
  await db.unit.create({
    data: { id: `${slug}-unit`, institutionId: slug, kind: 'faculty', name: 'Faculty' },
  })
}

export function operator(institutionId = 'north'): SystemActor {
  return { kind: 'system', institutionId }
}

/** Somebody of the cast, signed in, with the roles they have there or with others. */
export function member(key: CastKey, roles?: readonly Role[]): Promise<PersonActor> {
  const own = cast[key].roles.map(({ role }) => role)
  return somebody(key, cast[key], [...new Set(roles ?? own)])
}

/** Students without a name, where a test needs many. */
export function students(count: number): Promise<PersonActor[]> {
  const numbers = Array.from({ length: count }, (_, i) => String(i + 1).padStart(4, '0'))
  return Promise.all(
    numbers.map(n => {
      const name = `Student ${n}`
      return somebody(
        `student-${n}`,
        { officialName: name, usedName: name, email: `s${n}@northbridge.example` },
        ['student'],
      )
    }),
  )
}

type Named = { officialName: string; usedName: string; email: string }

async function somebody(
  id: string,
  { officialName, usedName, email }: Named,
  roles: readonly Role[],
): Promise<PersonActor> {
  const institutionId = 'north'
  const at = new Date()
  const normalised = normaliseAddress(email)
  await db.person.create({
    data: {
      id,
      institutionId,
      officialName,
      usedName,
      createdAt: at,
      addresses: {
        create: {
          id: `${id}-address`,
          institutionId,
          address: email,
          normalised,
          isPrimary: true,
          confirmedAt: at,
          createdAt: at,
        },
      },
      memberships: {
        create: roles.map(role => ({ id: `${id}-${role}`, institutionId, role, createdAt: at })),
      },
    },
  })
  const memberships = roles.map(role => ({ role, unitIds: null }))
  return { kind: 'person', id, institutionId, usedName, normalisedAddresses: [normalised], memberships }
}

export type Lifecomp = Awaited<ReturnType<typeof publishedLifecomp>>

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
