import { afterEach, expect, test } from 'vitest'
import { acceptInvitation, findInvitation, invite } from '~/domain/invitation.server'
import { createAdmin, endRole, grantRole } from '~/domain/membership.server'
import { actorFor } from '~/domain/people.server'
import { confirmAddress, findConfirmation, signUp } from '~/domain/sign-up.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { seedHouse } from '../../prisma/people'
import { lettersTo, tokenFrom } from '../letterbox'

const { personIds, unitIds, institutionId } = await seedHouse()
const client = { ip: '127.0.0.1' }
const account = { officialName: 'Noor Haddad', password: 'a long enough password' }
const operator = { kind: 'system', institutionId } as const
const devi = found(await actorFor(personIds.devi))
const ana = found(await actorFor(personIds.ana))

afterEach(() => setClock(null))

const confirmationFor = async (address: string) => {
  await signUp({ address }, client)
  return tokenFrom(address, 'confirmation')
}

test('on the university’s own domains people sign up; the domain tells who they are', async () => {
  const student = await confirmAddress(await confirmationFor('noor@students.northbridge.example'), account)
  expect(await actorFor(student)).toMatchObject({
    usedName: 'Noor Haddad',
    memberships: [{ role: 'student', unitIds: null }],
    normalisedAddresses: ['noor@students.northbridge.example'],
  })
  const staff = await confirmAddress(await confirmationFor('noor@northbridge.example'), {
    ...account,
    usedName: 'Noor',
  })
  expect(await actorFor(staff)).toMatchObject({
    usedName: 'Noor',
    memberships: [{ role: 'supervisor', unitIds: null }],
  })
  await expect(signUp({ address: 'noor@elsewhere.example' }, client)).rejects.toMatchObject({
    field: 'address',
  })
})

test('whether somebody has an address, only its mailbox learns', async () => {
  expect(await signUp({ address: 'ana+new@northbridge.example' }, client)).toBe(
    await signUp({ address: 'nobody@northbridge.example' }, client),
  )
  expect((await lettersTo('ana@northbridge.example'))[0]?.subject).toBe('You have an account already')
  expect((await lettersTo('nobody@northbridge.example'))[0]?.subject).toBe('Set up your account')
  expect(await lettersTo('ana+new@northbridge.example')).toEqual([])
})

test('rule 4: opening a confirmation changes nothing', async () => {
  const token = await confirmationFor('look@students.northbridge.example')
  for (let times = 0; times < 3; times++)
    expect(await findConfirmation(token)).toMatchObject({ address: 'look@students.northbridge.example' })
  expect(await db.emailAddress.count({ where: { address: 'look@students.northbridge.example' } })).toBe(0)
})

test('rule 5: a confirmation works once, for a day, for this purpose, and not when invented', async () => {
  const token = await confirmationFor('once@students.northbridge.example')
  const other = await confirmationFor('once@students.northbridge.example')
  expect(await findInvitation(token)).toBeNull()
  expect(await findConfirmation(token.replace(/.$/, last => (last === 'A' ? 'B' : 'A')))).toBeNull()
  await confirmAddress(token, account)
  await expect(confirmAddress(token, account)).rejects.toThrow('used already')
  await expect(confirmAddress(other, account)).rejects.toThrow('used already')

  const late = await confirmationFor('late@students.northbridge.example')
  setClock(later(now(), DAY + 1000))
  expect(await findConfirmation(late)).toBeNull()
  await expect(confirmAddress(late, account)).rejects.toThrow('run out')
})

test('rule 5: the database holds no token', async () => {
  const token = await confirmationFor('token@students.northbridge.example')
  const link = await db.oneTimeLink.findFirst({ where: { address: 'token@students.northbridge.example' } })
  expect(JSON.stringify([link, await db.job.findMany()])).not.toContain(token)
})

test('rule 6: twenty simultaneous confirmations open one account and leave one event', async () => {
  const token = await confirmationFor('twice@students.northbridge.example')
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => confirmAddress(token, account)))
  const [opened, ...more] = outcomes.flatMap(outcome =>
    outcome.status === 'fulfilled' ? [outcome.value] : [],
  )
  expect(more).toEqual([])
  expect(await db.emailAddress.count({ where: { normalised: 'twice@students.northbridge.example' } })).toBe(1)
  expect(await db.auditEvent.count({ where: { action: 'person.signed-up', subjectId: opened ?? '' } })).toBe(
    1,
  )
})

test('a password needs ten characters and must not be the address', async () => {
  const address = 'weak@students.northbridge.example'
  const token = await confirmationFor(address)
  for (const password of ['ninechars', `x${address.toUpperCase()}`]) {
    await expect(confirmAddress(token, { ...account, password })).rejects.toMatchObject({ field: 'password' })
  }
})

test('an administrator invites somebody into a role; they choose the password and have it', async () => {
  await invite(devi, {
    address: 'kofi@estuarylab.example',
    officialName: 'Kofi Mensah',
    role: 'coordinator',
    unitId: unitIds.humanities,
  })
  const token = await tokenFrom('kofi@estuarylab.example', 'invitation')
  expect(await findInvitation(token)).toMatchObject({ officialName: 'Kofi Mensah', role: 'coordinator' })
  const id = await acceptInvitation(token, { ...account, officialName: 'Kofi Mensah' })
  expect((await actorFor(id))?.memberships).toEqual([{ role: 'coordinator', unitIds: [unitIds.humanities] }])
  await expect(acceptInvitation(token, account)).rejects.toThrow('used already')
})

test('rule 11: only administrators decide on people; to others there is nothing to decide', async () => {
  const form = { address: 'x@y.example', officialName: 'X', role: 'admin' } as const
  await expect(invite(ana, form)).rejects.toMatchObject({ status: 404 })
  await expect(grantRole(ana, personIds.chidi, { role: 'admin' })).rejects.toMatchObject({ status: 404 })
  await expect(grantRole(devi, 'nobody', { role: 'admin' })).rejects.toMatchObject({ status: 404 })
  await expect(
    grantRole(devi, personIds.chidi, { role: 'coordinator', unitId: 'nowhere' }),
  ).rejects.toMatchObject({ status: 404 })
})

test('rule 1: nobody changes their own roles, nor invites themselves under another spelling', async () => {
  await expect(grantRole(devi, devi.id, { role: 'registrar' })).rejects.toThrow('own roles')
  const [own] = await db.membership.findMany({ where: { personId: devi.id } })
  await expect(endRole(devi, own?.id ?? '')).rejects.toThrow('own roles')
  const form = { address: 'Devi+2@northbridge.example', officialName: 'Devi', role: 'registrar' } as const
  await expect(invite(devi, form)).rejects.toMatchObject({ field: 'address' })
})

test('rule 6: a role is given once, however often it is clicked, and each change is on record', async () => {
  const given = await Promise.allSettled(
    Array.from({ length: 10 }, () => grantRole(devi, personIds.lena, { role: 'registrar' })),
  )
  expect(given.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(1)
  const memberships = await db.membership.findMany({ where: { personId: personIds.lena, role: 'registrar' } })
  expect(memberships).toHaveLength(1)
  await endRole(devi, memberships[0]?.id ?? '')
  const events = await db.auditEvent.findMany({
    where: { subjectId: personIds.lena },
    orderBy: { seq: 'asc' },
  })
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['role.granted', devi.id],
    ['role.ended', devi.id],
  ])
})

test('the operator makes an administrator: of somebody known at once, else by invitation', async () => {
  expect(await createAdmin(operator, { address: 'omar@northbridge.example', officialName: '' })).toBeNull()
  expect((await actorFor(personIds.omar))?.memberships).toContainEqual({ role: 'admin', unitIds: null })
  const path = await createAdmin(operator, { address: 'root@northbridge.example', officialName: 'Root' })
  const id = await acceptInvitation(path?.replace('/invitation/', '') ?? '', {
    ...account,
    officialName: 'Root',
  })
  expect((await actorFor(id))?.memberships).toEqual([{ role: 'admin', unitIds: null }])
})

test('rule 10: events about people hold no name and no address', async () => {
  const events = JSON.stringify(await db.auditEvent.findMany())
  for (const personal of ['Noor', 'Kofi', 'estuarylab', 'northbridge.example'])
    expect(events).not.toContain(personal)
})

test('an address gets five letters it did not need in an hour, and no more', async () => {
  for (let times = 0; times < 5; times++) await signUp({ address: 'flood@northbridge.example' }, client)
  await expect(signUp({ address: 'flood@northbridge.example' }, client)).rejects.toMatchObject({
    name: 'TooOften',
    seconds: expect.any(Number),
  })
})
