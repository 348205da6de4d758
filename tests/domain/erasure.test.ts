import { expect, test } from 'vitest'
import { checkChain } from '~/domain/audit.server'
import { erasePerson } from '~/domain/erasure.server'
import { actorFor } from '~/domain/people.server'
import { notify } from '~/domain/notification.server'
import { makeLink } from '~/domain/one-time-link.server'
import { normaliseAddress } from '~/domain/people'
import { requestPasswordReset } from '~/domain/sign-in.server'
import { HOUR, now } from '~/lib/clock.server'
import { db, isSqlite, transaction } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { runDueJobs } from '~/lib/jobs.server'
import { found } from '~/lib/refusal'
import { findActor, signIn } from '~/lib/session.server'
import { isStored } from '~/lib/storage.server'
import { seedDemo } from '../../prisma/seed'
import { findHouseOfCast } from '../../prisma/people'
import { cast, newcomers, type CastKey } from '../cast'

await seedDemo()
const { institutionId, personIds } = await findHouseOfCast()
const operator = { kind: 'system', institutionId } as const

/**
 * All that is in any table but the audit chain, which holds ids and digests only (rule 10), and the full-text
 * index of SQLite, which is told apart in search.test.ts.
 */
async function everything() {
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    isSqlite
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'AuditEvent' AND name NOT LIKE '%Found%'`
      : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'AuditEvent'`,
  )
  const rows = []
  // What is kept to be searched has a type that only PostgreSQL can write out.
  const columns = isSqlite ? '*' : 'CAST(t AS TEXT)'
  for (const { name } of tables) rows.push(await db.$queryRawUnsafe(`SELECT ${columns} FROM "${name}" t`))
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

const filesOf = async (key: CastKey) => {
  const evidence = await db.evidence.findMany({
    where: { activity: { studentId: personIds[key] }, fileDigest: { not: null } },
  })
  return evidence.map(({ fileDigest }) => fileDigest ?? '')
}

/** Somebody who is asked about several versions, whatever becomes of each request. */
async function askedInVain(key: CastKey, spelt: string) {
  const { usedName: name } = cast[key]
  const at = { createdAt: now(), statusAt: now(), expiresAt: now() }
  const endorserId = newId()
  const mailbox = { email: spelt, normalised: normaliseAddress(spelt) }
  await db.endorser.create({ data: { id: endorserId, institutionId, name, ...mailbox, createdAt: now() } })
  const became = [
    { status: 'expired' }, { status: 'withdrawn' }, { status: 'undeliverable' },
    { status: 'answered', answer: 'declined', answerNote: `Not me. ${name}` },
  ] as const
  const revisions = await db.revision.findMany({ take: became.length, orderBy: { id: 'asc' } })
  const requests = became.map((state, index) => {
    const { id: revisionId, activityId } = found(revisions[index])
    const named = { endorserName: name, message: `Dear ${name}`, namedBy: 'student' } as const
    return { id: newId(), institutionId, endorserId, activityId, revisionId, ...named, ...state, ...at }
  })
  await db.endorsementRequest.createMany({ data: requests })
  const { activityId } = found(revisions[0])
  await db.invitee.create({ data: { id: newId(), activityId, name, email: spelt } })
}

/** Words between a student and whoever they asked, a better name, and a concern about each of them. */
async function saidBetween(student: CastKey, words: string) {
  const request = await db.endorsementRequest.findFirstOrThrow({ where: { activity: { studentId: personIds[student] } } })
  const at = { sentAt: now(), institutionId, requestId: request.id }
  await db.message.createMany({
    data: [
      { id: newId(), author: 'endorser', text: `${words} asked`, ...at },
      { id: newId(), author: 'student', text: `${words} answered`, ...at },
    ],
  })
  const reporter = { reporterName: words, reporterEmail: 'kofi@estuarylab.example', institutionId, createdAt: now() }
  const held = await db.credential.findFirst({ where: { studentId: personIds[student] } })
  await db.concern.createMany({
    data: [
      { id: newId(), requestId: request.id, activityId: request.activityId, text: `${words} reported`, ...reporter },
      ...(held ? [{ id: newId(), credentialId: held.id, text: `${words} reported too`, ...reporter }] : []),
    ],
  })
  return request
}

test('rule 14: what a student proposed goes unless it was opened, and a deputy’s mailbox with them', async () => {
  const { unitId } = await db.opportunity.findFirstOrThrow()
  const [personId, usedName, address] = [newId(), newcomers.kofi.name, newcomers.kofi.email]
  const mailbox = { id: newId(), institutionId, address, normalised: address, isPrimary: true, confirmedAt: now(), createdAt: now() }
  await db.person.create({ data: { id: personId, institutionId, officialName: usedName, usedName, createdAt: now(), addresses: { create: mailbox } } })
  const words = { institutionId, unitId, category: 'club' as const, organisation: 'Club', createdAt: now(), folded: '', validatorName: '', validatorEmail: '' }
  const proposed = { ...words, proposedById: personId, description: `By ${usedName}` }
  await db.opportunity.createMany({
    data: [
      { ...proposed, id: newId(), title: 'Only proposed' },
      { ...proposed, id: newId(), title: 'Opened since', openedAt: now(), description: 'For all.' },
      { ...words, id: newId(), title: 'With a deputy', openedAt: now(), description: '', deputyName: usedName, deputyEmail: 'KOFI+club@estuarylab.example' },
    ],
  })
  const contact = { institutionId, unitId, name: usedName, email: address, normalised: address, fromDay: '2026-01-01', createdAt: now() }
  await db.unitContact.create({ data: { id: newId(), ...contact } })
  await db.domainProof.create({
    data: { id: newId(), institutionId, unitId, domain: 'northbridge.example', address, startedById: personIds.rosa, createdAt: now() },
  })
  await erasePerson(operator, personId)
  const left = await everything()
  for (const gone of ['Only proposed', usedName, 'kofi@', 'KOFI+']) expect(left).not.toContain(gone)
  for (const kept of ['Opened since', 'With a deputy']) expect(left).toContain(kept)
})

test('rule 14: who was only named as a better person, or reported something, leaves no name', async () => {
  const { id } = await saidBetween('chidi', 'Somebody else')
  const spelt = 'OMAR+desk@Northbridge.Example'
  const { usedName: name } = cast.omar
  await db.endorsementRequest.update({ where: { id }, data: { suggestedName: name, suggestedEmail: spelt } })
  const concern = { id: newId(), institutionId, reporterName: name, reporterEmail: spelt, text: `Yours, ${name}`, createdAt: now() }
  await db.concern.create({ data: concern })
  await erasePerson(operator, personIds.omar)
  const left = await everything()
  for (const words of [name, spelt]) expect(left).not.toContain(words)
  expect(left).toContain('Somebody else reported')
})

test('rule 14: who was asked and confirmed nothing leaves no name, however they were spelt', async () => {
  const spelt = 'LENA+library@Northbridge.Example'
  await askedInVain('lena', spelt)
  await db.opportunity.updateMany({
    where: { validatorEmail: cast.ben.email },
    data: { validatorEmail: spelt, validatorName: cast.lena.usedName },
  })
  const params = { personId: personIds.lena, at: now().toISOString() }
  await transaction(async tx => {
    await makeLink(tx, { institutionId, purpose: 'invitation', address: spelt, lasts: HOUR })
    await notify(tx, { template: 'password-changed', to: spelt, params, subjectId: personIds.lena })
  })
  expect(await everything()).toContain(spelt)

  await erasePerson(operator, personIds.lena)
  const left = await everything()
  for (const words of [cast.lena.usedName, 'lena@', spelt]) expect(left).not.toContain(words)
})

test('rule 14: a student erased leaves nothing personal but the register of awards', async () => {
  const [cookie = ''] = (await signIn({ id: personIds.ana }, new Request('http://localhost/'))).split(';')
  await requestPasswordReset({ address: cast.ana.email }, { ip: '127.0.0.1' })
  const activities = await db.activity.findMany({ where: { studentId: personIds.ana } })
  const files = await filesOf('ana')
  const held = await db.credential.findMany({ where: { studentId: personIds.ana } })
  expect([activities.length, files.length, held.length].every(Boolean)).toBe(true)

  await saidBetween('ana', 'Between us two')
  const kept = await erasePerson(found(await actorFor(personIds.devi)), personIds.ana)
  await runDueJobs()

  const left = await everything()
  const personal = [
    cast.ana.usedName,
    cast.ana.officialName,
    'ana@',
    cast.ana.study.number,
    'Between us two',
    ...activities.map(({ narrative }) => narrative),
  ]
  for (const words of personal) expect(left).not.toContain(words)
  expect(await db.activity.count({ where: { studentId: personIds.ana } })).toBe(0)
  expect(await findActor(new Request('http://localhost/', { headers: { Cookie: cookie } }))).toBeNull()
  for (const digest of files) expect(await isStored(institutionId, digest)).toBe(false)
  expect(kept.credentials).toBe(held.length)
  expect(await checkChain(institutionId)).toMatchObject({ isIntact: true })
})

test('rule 14: of a credential id, digest and status stay, so that copies still verify', async () => {
  const credentials = await db.credential.findMany({
    where: { studentId: personIds.ana },
    include: { entry: true },
  })
  for (const credential of credentials) {
    expect(credential).toMatchObject({ document: '', because: '', disclosures: '', sharedAt: null })
    expect(credential.digest).not.toBe('')
    expect(credential.entry.isRevoked).toBe(credential.status === 'revoked')
  }
})

test('rule 14: what somebody confirmed for others stays, their mailbox does not', async () => {
  const given = await db.endorsement.count({ where: { endorser: { personId: personIds.ben } } })
  const open = await db.endorsementRequest.findMany({
    where: { endorser: { personId: personIds.ben }, status: { in: ['queued', 'sent', 'started'] } },
  })
  expect(await erasePerson(operator, personIds.ben)).toMatchObject({ endorsementsGiven: given })
  for (const { id } of open) {
    expect(await db.endorsementRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'withdrawn',
      endorserName: '',
    })
  }
  expect(await everything()).not.toContain(cast.ben.email)
})

test('rule 11: nobody but administrators erases, not themselves, and nobody twice', async () => {
  const actor = async (key: CastKey) => found(await actorFor(personIds[key]))
  await expect(erasePerson(await actor('rosa'), personIds.omar)).rejects.toMatchObject({ status: 404 })
  await expect(erasePerson(await actor('devi'), personIds.devi)).rejects.toThrow('Nobody erases themselves')
  await expect(erasePerson(await actor('devi'), personIds.ana)).rejects.toMatchObject({ status: 404 })
})
