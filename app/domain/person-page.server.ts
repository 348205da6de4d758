import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { listPublishedProgrammes } from './catalogue.server'
import { roleColumns, roleOf } from './people-page.server'
import { mayAward, mayDecideOnPeople, maySeePerson, type Actor } from './policy'
import { parts } from './requirement'

/** Somebody as those see them who decide on people, and a student as registrars do. */
export async function findPersonPage(actor: Actor, personId: string) {
  const { institutionId } = actor
  const row = found(await findRow(institutionId, personId))
  const { memberships, ...person } = row
  const isStudent = memberships.some(({ role }) => role === 'student')
  allowed(maySeePerson(actor, { institutionId, isStudent }))
  const seesWaivers = isStudent && mayAward(actor)
  return {
    ...person,
    roles: memberships.map(roleOf),
    waivers: seesWaivers ? await listWaivers(institutionId, personId) : null,
    isSelf: actor.kind === 'person' && actor.id === personId,
    mayDecide: mayDecideOnPeople(actor),
  }
}

export type PersonPage = Awaited<ReturnType<typeof findPersonPage>>

function findRow(institutionId: string, id: string) {
  return db.person.findFirst({
    where: { id, institutionId, erasedAt: null },
    select: {
      id: true,
      officialName: true,
      usedName: true,
      createdAt: true,
      addresses: {
        select: { id: true, address: true, confirmedAt: true },
        orderBy: [{ isPrimary: 'desc' }, { createdAt: 'asc' }],
      },
      enrolments: {
        select: {
          id: true,
          studentNumber: true,
          studyProgramme: true,
          entryYear: true,
          attendance: true,
          status: true,
          unit: { select: { name: true } },
        },
        orderBy: { fromDay: 'desc' },
      },
      memberships: { select: roleColumns, orderBy: { createdAt: 'asc' } },
    },
  })
}

/** What stands, and what of published programmes can be set aside still. */
async function listWaivers(institutionId: string, studentId: string) {
  const [waivers, programmes] = await Promise.all([
    db.waiver.findMany({
      where: { institutionId, studentId, withdrawnAt: null },
      orderBy: { decidedAt: 'desc' },
      select: { id: true, key: true, reason: true, decidedAt: true, decidedById: true },
    }),
    listPublishedProgrammes(institutionId),
  ])
  const waivable = programmes.flatMap(({ title, requirement }) => waivableOf(title, requirement))
  const deciders = await db.person.findMany({
    where: { institutionId, id: { in: waivers.map(({ decidedById }) => decidedById) } },
    select: { id: true, usedName: true },
  })
  return {
    standing: waivers.map(({ decidedById, key, ...waiver }) => ({
      ...waiver,
      key,
      part: waivable.find(each => each.key === key) ?? null,
      by: deciders.find(({ id }) => id === decidedById)?.usedName || null,
    })),
    waivable: waivable.filter(({ key }) => !waivers.some(waiver => waiver.key === key)),
  }
}

type Programme = Awaited<ReturnType<typeof listPublishedProgrammes>>[number]

function waivableOf(programme: string, requirement: Programme['requirement']) {
  return [...parts(requirement)].flatMap(({ requirement: part }) =>
    part.kind === 'waiver' ? [{ key: part.key, label: part.label, programme }] : [],
  )
}
