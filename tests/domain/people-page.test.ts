import { afterEach, expect, test } from 'vitest'
import { acceptInvitation, findInvitation, invite, resendInvitation, withdrawInvitation } from '~/domain/invitation.server'
import { endRole, findRole, grantRole } from '~/domain/membership.server'
import { normaliseAddress } from '~/domain/people'
import { listInvitations, listPeople, PEOPLE_PAGE } from '~/domain/people-page.server'
import { actorFor } from '~/domain/people.server'
import { findPersonPage } from '~/domain/person-page.server'
import { findUnit, listUnits } from '~/domain/unit.server'
import { waive, withdrawWaiver } from '~/domain/waiver.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found } from '~/lib/refusal'
import { keysOf, seedHouse } from '../../prisma/people'
import { cast } from '../cast'
import { lettersTo, tokenFrom } from '../letterbox'

const { personIds, unitIds, institutionId } = await seedHouse()
const actor = async (key: keyof typeof cast) => found(await actorFor(personIds[key]))
const [devi, rosa] = [await actor('devi'), await actor('rosa')]
const operator = { kind: 'system', institutionId } as const

afterEach(() => setClock(null))

const named = async (search: string, after: string | null = null) =>
  (await listPeople(devi, { after, search })).rows.map(({ officialName }) => officialName)

async function addNamed(officialName: string, address: string) {
  const at = now()
  await db.person.create({
    data: {
      id: newId(), institutionId, officialName, usedName: officialName, createdAt: at,
      addresses: {
        create: { id: newId(), institutionId, address, normalised: normaliseAddress(address), isPrimary: true, confirmedAt: at, createdAt: at },
      },
    },
  })
}

test('everybody stands in the list by official name, with their address and their roles where they are good', async () => {
  const { rows, next } = await listPeople(devi, { after: null, search: '' })
  expect(rows.map(({ officialName }) => officialName)).toEqual(keysOf(cast).map(key => cast[key].officialName).sort())
  expect(next).toBeNull()
  expect(rows.find(({ id }) => id === personIds.mina)).toMatchObject({
    usedName: 'Mina Sato', address: 'mina@northbridge.example',
    roles: expect.arrayContaining([
      expect.objectContaining({ role: 'coordinator', unit: 'Faculty of Engineering' }),
      expect.objectContaining({ role: 'coordinator', unit: 'Students’ Union and Volunteering' }),
    ]),
  })
  expect(rows.find(({ id }) => id === personIds.rosa)?.roles).toContainEqual(expect.objectContaining({ role: 'registrar', unit: null }))
})

test('somebody is found by any of their names or addresses, whatever the case and the accents', async () => {
  await addNamed('Zoë Ångström-Đurić', 'z.angstrom@estuarylab.example')
  await addNamed('مريم حداد', 'maryam@estuarylab.example')
  expect(await named('zoe ANGSTROM')).toEqual(['Zoë Ångström-Đurić'])
  expect(await named('مريم')).toEqual(['مريم حداد'])
  expect(await named('ben ortiz')).toEqual(['Benjamin Ortiz'])
  expect(await named('sofia DUARTE')).toEqual(['Ana Sofia Duarte'])
  expect(await named('@estuarylab')).toEqual(['Zoë Ångström-Đurić', 'مريم حداد'])
  expect(await named(' Ana+club@Northbridge.example ')).toEqual(['Ana Sofia Duarte'])
  expect(await named('nobody@northbridge.example')).toEqual([])
  for (const odd of ['%', '\0', 'a\0@northbridge.example']) expect(await named(odd)).toEqual([])
  expect(await named('', '\0')).toEqual(await named(''))
  expect((await listInvitations(devi, '\0')).rows).toEqual([])
})

test('pages of fifty go on where the last ended, also among namesakes and in a search far apart', async () => {
  for (let at = 0; at < 120; at++) await addNamed('One Twin', `sam${at}@twins.example`)
  for (const search of ['', 'SAM twin']) {
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const { rows, next }: Awaited<ReturnType<typeof listPeople>> = await listPeople(devi, { after, search })
      expect(rows.length).toBeLessThanOrEqual(PEOPLE_PAGE)
      seen.push(...rows.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(search ? 120 : await db.person.count())
  }
  await db.person.createMany({
    data: Array.from({ length: 1100 }, (_, at) => ({
      id: newId(), institutionId, officialName: `Filler ${at}`, usedName: `Filler ${at}`, createdAt: now(),
    })),
  })
  expect(await named('rosa lind')).toEqual(['Rosa Lindqvist'])
})

test('rule 11: the list, an invitation and a person are there for those who decide on people and nobody else', async () => {
  for (const key of ['ana', 'ben', 'mina', 'omar', 'rosa', 'lena'] as const) {
    const other = await actor(key)
    await expect(listPeople(other, { after: null, search: '' })).rejects.toMatchObject({ status: 404 })
    await expect(listInvitations(other, null)).rejects.toMatchObject({ status: 404 })
    await expect(findPersonPage(other, personIds.devi)).rejects.toMatchObject({ status: 404 })
  }
  for (const key of ['ana', 'chidi', 'mina', 'omar', 'lena'] as const) {
    await expect(findPersonPage(await actor(key), personIds.ana)).rejects.toMatchObject({ status: 404 })
  }
  await expect(findPersonPage(devi, 'nobody')).rejects.toMatchObject({ status: 404 })
  await expect(listPeople({ ...devi, institutionId: 'elsewhere' }, { after: null, search: '' })).resolves.toMatchObject({ rows: [] })
  await expect(findPersonPage({ ...devi, institutionId: 'elsewhere' }, personIds.ana)).rejects.toMatchObject({ status: 404 })
})

test('an administrator sees who somebody is; a registrar sees students, and what is set aside for them', async () => {
  expect(await findPersonPage(devi, personIds.ana)).toMatchObject({
    officialName: 'Ana Sofia Duarte', usedName: 'Ana Duarte', addresses: [{ address: 'ana@northbridge.example' }],
    enrolments: [{ studentNumber: 'N2023-0142', unit: { name: 'Faculty of Engineering' } }],
    roles: [{ role: 'student', unit: null }], waivers: null, isSelf: false, mayDecide: true,
  })
  const key = 'prior-learning'
  const id = await waive(rosa, personIds.ana, { key, reason: 'Wrote it up for the newspaper.' })
  await expect(waive(rosa, personIds.ana, { key, reason: 'Twice.' })).rejects.toMatchObject({ field: 'key' })
  const page = await findPersonPage(rosa, personIds.ana)
  expect(page).toMatchObject({
    mayDecide: false,
    waivers: { standing: [{ id, part: null, by: 'Rosa Lindqvist', reason: 'Wrote it up for the newspaper.' }] },
  })
  await withdrawWaiver(rosa, id)
  expect((await findPersonPage(rosa, personIds.ana)).waivers?.standing).toEqual([])
  expect((await findPersonPage(devi, personIds.devi)).isSelf).toBe(true)
})

test('rule 1: a registrar who studies here withdraws no waiver of their own', async () => {
  await grantRole(devi, personIds.rosa, { role: 'student' })
  const id = await waive(operator, personIds.rosa, { key: 'prior-learning', reason: 'By a colleague.' })
  await expect(withdrawWaiver(rosa, id)).rejects.toThrow('Nobody waives')
  expect((await findPersonPage(rosa, personIds.rosa)).waivers?.standing).toHaveLength(1)
})

test('rule 6: twenty simultaneous waivers of one part are one waiver and one event', async () => {
  const form = { key: 'at-once', reason: 'One is enough.' }
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => waive(rosa, personIds.chidi, form)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.waiver.count({ where: { studentId: personIds.chidi } })).toBe(1)
  expect(await db.auditEvent.count({ where: { action: 'requirement.waived', subjectId: personIds.chidi } })).toBe(1)
})

const invitation = { officialName: 'Kofi Mensah', role: 'coordinator', unitId: unitIds.humanities } as const

test('rule 6: twenty simultaneous invitations of one address are one invitation, one event and one mail', async () => {
  const address = 'kofi@estuarylab.example'
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => invite(devi, { ...invitation, address })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { rows } = await listInvitations(devi, null)
  expect(rows).toMatchObject([{ address, officialName: 'Kofi Mensah', role: 'coordinator', unitId: unitIds.humanities }])
  expect(await lettersTo(address)).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { action: 'person.invited', subjectId: rows[0]?.id ?? '' } })).toBe(1)
})

test('an invitation is sent again with the same link and a new end, once for two clicks', async () => {
  const [before] = (await listInvitations(devi, null)).rows
  const shown = found(before)
  const token = await tokenFrom('kofi@estuarylab.example', 'invitation')
  setClock(later(now(), 10 * DAY))
  const outcomes = await Promise.allSettled([1, 2].map(() => resendInvitation(devi, shown)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await lettersTo('kofi@estuarylab.example')).toHaveLength(2)
  setClock(later(now(), 10 * DAY))
  expect(await findInvitation(token)).toMatchObject({ address: 'kofi@estuarylab.example' })
  await expect(resendInvitation(devi, shown)).rejects.toThrow('sent again a moment ago')
  await expect(resendInvitation(devi, { ...shown, id: 'nothing' })).rejects.toMatchObject({ status: 404 })
  await expect(resendInvitation(rosa, shown)).rejects.toMatchObject({ status: 404 })
})

test('a withdrawn invitation opens nothing, its letter never leaves, and the address can be invited anew', async () => {
  const address = 'withdrawn@estuarylab.example'
  const id = await invite(devi, { ...invitation, address })
  await expect(withdrawInvitation(rosa, id)).rejects.toMatchObject({ status: 404 })
  await withdrawInvitation(devi, id)
  await expect(withdrawInvitation(devi, id)).rejects.toThrow('accepted or withdrawn')
  await expect(resendInvitation(devi, { id, until: now() })).rejects.toThrow('accepted or withdrawn')
  expect(await lettersTo(address)).toEqual([])
  expect(await db.oneTimeLink.findUnique({ where: { id } })).toMatchObject({ address: null, details: {} })
  await invite(devi, { ...invitation, address })
  const token = await tokenFrom(address, 'invitation')
  await acceptInvitation(token, { officialName: 'Kofi Mensah', password: 'a long enough password' })
  expect((await listInvitations(devi, null)).rows.map(row => row.address)).not.toContain(address)
})

test('invitations go on page by page, the latest first', async () => {
  const before = (await listInvitations(devi, null)).rows.length
  for (let at = 0; at < PEOPLE_PAGE; at++) await invite(operator, { ...invitation, address: `guest${at}@estuarylab.example` })
  const first = await listInvitations(devi, null)
  expect(first.rows[0]?.address).toBe(`guest${PEOPLE_PAGE - 1}@estuarylab.example`)
  const rest = await listInvitations(devi, first.next)
  expect(first.rows.length + rest.rows.length).toBe(PEOPLE_PAGE + before)
})

test('rule 15: the operator gives and ends roles by the same verbs, in a unit that has one name', async () => {
  const { id: unitId } = await findUnit(institutionId, 'Debating Society')
  expect(unitId).toBe(unitIds.debating)
  await grantRole(operator, personIds.lena, { role: 'coordinator', unitId })
  const membership = found(await findRole(personIds.lena, 'coordinator', unitId))
  expect(await findRole(personIds.lena, 'coordinator', null)).toBeNull()
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => endRole(operator, membership.id)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { action: 'role.ended', subjectId: personIds.lena } })).toBe(1)
  await expect(findUnit(institutionId, 'Nowhere')).rejects.toThrow('no unit')
  await db.unit.create({ data: { id: newId(), institutionId, kind: 'club', name: 'Debating Society' } })
  await expect(findUnit(institutionId, 'Debating Society')).rejects.toThrow('Several units')
  expect((await listUnits(institutionId)).map(({ name }) => name)).toContain('Shoreline Food Bank')
})

test('rule 10: events about invitations hold no name and no address', async () => {
  const events = JSON.stringify(await db.auditEvent.findMany())
  for (const personal of ['Kofi', 'estuarylab', 'newspaper']) expect(events).not.toContain(personal)
})
