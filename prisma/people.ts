import { later, now, DAY } from '~/lib/clock.server'
import { db, transaction, type Tx } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { hashPassword } from '~/lib/password.server'
import { normaliseAddress } from '~/domain/people'
import { cast, mailDomains, northbridge, organisationDomains, PASSWORD, signatories, units, type CastKey, type UnitKey } from '../tests/cast'

export interface House {
  institutionId: string
  unitIds: Record<UnitKey, string>
  personIds: Record<CastKey, string>
}

type Mark = (tx: Tx, institutionId: string) => Promise<unknown>

/** The institution, its units and its people: what an institution has before anybody logs anything. */
export async function seedHouse(mark?: Mark): Promise<House> {
  const institutionId = newId()
  const passwordHash = await hashPassword(PASSWORD)
  const unitIds = idsFor(units)
  const personIds = idsFor(cast)
  await transaction(async tx => {
    await tx.institution.create({ data: { id: institutionId, ...northbridge, createdAt: now() } })
    await tx.signatory.createMany({ data: signatories.map(signatory => ({ id: newId(), institutionId, ...signatory })) })
    await tx.mailDomain.createMany({ data: mailDomains.map(domain => ({ institutionId, ...domain })) })
    for (const key of keysOf(units)) {
      const { parent, ...unit } = units[key]
      await tx.unit.create({ data: { id: unitIds[key], institutionId, ...unit, parentId: parent && unitIds[parent] } })
    }
    for (const key of keysOf(cast)) await tx.person.create({ data: person(key, institutionId, personIds[key], unitIds, passwordHash) })
    for (const { unit, domain, linkedBy } of organisationDomains) {
      await tx.organisationDomain.create({
        data: { id: newId(), institutionId, unitId: unitIds[unit], domain, linkedById: personIds[linkedBy], createdAt: now() },
      })
    }
    await mark?.(tx, institutionId)
  })
  return { institutionId, unitIds, personIds }
}

function person(key: CastKey, institutionId: string, id: string, unitIds: Record<UnitKey, string>, passwordHash: string) {
  const member = cast[key]
  const createdAt = now()
  return {
    id, institutionId, officialName: member.officialName, usedName: member.usedName, passwordHash, createdAt,
    addresses: {
      create: {
        id: newId(), institutionId, address: member.email, normalised: normaliseAddress(member.email),
        isPrimary: true, confirmedAt: createdAt, createdAt,
      },
    },
    memberships: {
      create: member.roles.map(role => ({
        id: newId(), institutionId, role: role.role, unitId: 'unit' in role ? unitIds[role.unit] : null, createdAt,
      })),
    },
    ...('study' in member && {
      enrolments: {
        create: {
          id: newId(), institutionId, unitId: unitIds[member.study.unit], studentNumber: member.study.number,
          studyProgramme: member.study.programme, entryYear: member.study.entryYear, attendance: member.study.attendance,
          status: 'active' as const, fromDay: `${member.study.entryYear}-09-01`,
        },
      },
    }),
  }
}

/** The house as it stands, for what is added to it later. */
export async function findHouseOfCast(): Promise<House> {
  const institution = await db.institution.findUniqueOrThrow({
    where: { slug: northbridge.slug }, include: { units: true, people: { include: { addresses: true } } },
  })
  const unitOf = (key: UnitKey) => institution.units.find(unit => unit.name === units[key].name && unit.kind === units[key].kind)?.id
  const personOf = (key: CastKey) => institution.people.find(p => p.addresses.some(a => a.address === cast[key].email))?.id
  return { institutionId: institution.id, unitIds: mapped(units, unitOf), personIds: mapped(cast, personOf) }
}

export const daysAgo = (days: number) => later(now(), -days * DAY)

export function keysOf<K extends string>(record: Record<K, unknown>) {
  return Object.keys(record) as K[] // Object.keys forgets what the record's type knows
}

function idsFor<K extends string>(record: Record<K, unknown>) {
  return mapped(record, () => newId())
}

function mapped<K extends string>(record: Record<K, unknown>, value: (key: K) => string | undefined) {
  return Object.fromEntries(keysOf(record).map(key => [key, value(key) ?? ''])) as Record<K, string>
}
