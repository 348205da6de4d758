import { createPrivateKey } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { WrongCall } from '~/cli/command'
import { keysRotate } from '~/cli/commands/keys'
import { startOfDay } from '~/domain/day'
import { findDidDocument, signingIssuer } from '~/domain/issuer.server'
import { activeKey, listKeys, reportCompromise, rotateKey } from '~/domain/signing-key.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { CannotOpen, open, seal } from '~/lib/vault.server'
import { publicKeyMultibase } from '~/standards/multikey'
import { makeInstitution, member, operator } from '../facts'

beforeAll(() => makeInstitution())

test('rule 9: the private part of a key is kept encrypted, and bound to its own row', async () => {
  const key = await activeKey('north')
  const row = await db.signingKey.findUniqueOrThrow({ where: { id: key.id } })
  const der = open('signing-key', key.id, row.encryptedPrivate ?? '')
  const seed = der.subarray(-32)
  const sealed = Buffer.from(row.encryptedPrivate ?? '', 'base64url')
  expect(sealed.length).toBeGreaterThan(der.length)
  expect(sealed.includes(seed)).toBe(false)
  expect(publicKeyMultibase(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))).toBe(key.publicKeyMultibase)
  expect(() => open('signing-key', 'another row', row.encryptedPrivate ?? '')).toThrow(CannotOpen)
  expect(() => open('something else', key.id, row.encryptedPrivate ?? '')).toThrow(CannotOpen)
})

test('what is sealed twice looks different, and changed in any byte it does not open', () => {
  const [one, other] = [seal('p', 's', Buffer.from('secret')), seal('p', 's', Buffer.from('secret'))]
  expect(one).not.toBe(other)
  const bytes = Buffer.from(one, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => open('p', 's', changed.toString('base64url'))).toThrow(CannotOpen)
  }
})

test('of many who need the first key at once, one makes it', async () => {
  await makeInstitution('south')
  const keys = await Promise.all(Array.from({ length: 20 }, () => activeKey('south')))
  expect(new Set(keys.map(key => key.id)).size).toBe(1)
  expect(await listKeys('south')).toHaveLength(1)
})

test('rule 9: every old public key stays published, and its private part is gone', async () => {
  const old = await activeKey('north')
  const next = await rotateKey(operator('north'), { why: 'routine' })
  expect(next.id).not.toBe(old.id)
  const methods = JSON.stringify(await findDidDocument('north'))
  expect(methods).toContain(old.publicKeyMultibase)
  expect(methods).toContain(next.publicKeyMultibase)
  const row = await db.signingKey.findUniqueOrThrow({ where: { id: old.id } })
  expect(row).toMatchObject({ status: 'retired', encryptedPrivate: null, activeOf: null })
})

test('rule 9: a compromised key stays listed with its date and asserts nothing any more', async () => {
  const old = await activeKey('north')
  const since = new Date(Date.now() - 60_000)
  await rotateKey(operator('north'), { why: 'compromised', since })
  const did = await findDidDocument('north')
  expect(did?.verificationMethod).toContainEqual(
    expect.objectContaining({
      publicKeyMultibase: old.publicKeyMultibase,
      revoked: since.toISOString().replace(/\.\d+Z/, 'Z'),
    }),
  )
  expect(JSON.stringify(did?.assertionMethod)).not.toContain(old.publicKeyMultibase)
  await expect(
    rotateKey(operator('north'), { why: 'compromised', since: new Date(Date.now() + 60_000) }),
  ).rejects.toThrow(Refusal)
})

test('rule 9: a key compromised on a day is so from its first moment where the institution is', async () => {
  const out = { isJson: true, write: () => undefined }
  const rotate = (compromised: string) => keysRotate.run({ positionals: [], options: { compromised }, out })
  const from = {
    '2026-07-01': '2026-06-30T23:00:00.000Z',
    '2026-07-01T09:30:00+02:00': '2026-07-01T07:30:00.000Z',
  }
  for (const [said, since] of Object.entries(from)) {
    const { id } = await activeKey('north')
    await rotate(said)
    const row = await db.signingKey.findUniqueOrThrow({ where: { id } })
    expect(row.compromisedSince?.toISOString()).toBe(since)
  }
  for (const said of ['lately', '2026-02-30', '2026-07-01T09:30', '2026']) {
    await expect(rotate(said)).rejects.toThrow(WrongCall)
  }
})

test('a day starts at its first moment, also where the clocks skip midnight or zones are far apart', () => {
  const start = (day: string, timeZone: string) => startOfDay(day, timeZone).toISOString()
  expect(start('2026-03-29', 'Europe/Dublin')).toBe('2026-03-29T00:00:00.000Z')
  expect(start('2026-03-30', 'Europe/Dublin')).toBe('2026-03-29T23:00:00.000Z')
  expect(start('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
  expect(start('2026-01-01', 'Pacific/Kiritimati')).toBe('2025-12-31T10:00:00.000Z')
  expect(start('2026-01-01', 'Pacific/Pago_Pago')).toBe('2026-01-01T11:00:00.000Z')
})

test('rule 9: that an old key was in other hands can be said later, but not of the one that signs', async () => {
  const [first] = await listKeys('north')
  const { id: active } = await activeKey('north')
  await reportCompromise(operator('north'), first?.id ?? '', new Date(0))
  expect((await listKeys('north'))[0]).toMatchObject({ status: 'compromised', compromisedSince: new Date(0) })
  await expect(reportCompromise(operator('north'), active, new Date(0))).rejects.toThrow(Refusal)
})

test('a key whose private part cannot be opened any more can be reported lost', async () => {
  const { id } = await activeKey('north')
  await db.signingKey.update({
    where: { id },
    data: { encryptedPrivate: seal('signing-key', 'another row', Buffer.from('x')) },
  })
  await expect(activeKey('north')).rejects.toThrow(CannotOpen)
  await expect(rotateKey(operator('north'), { why: 'lost' })).resolves.not.toMatchObject({ id })
  expect(await db.signingKey.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: 'lost',
    compromisedSince: null,
  })
})

test('rule 6: two who rotate at once make one new key', async () => {
  const before = (await listKeys('north')).length
  const both = await Promise.allSettled([
    rotateKey(operator('north'), { why: 'routine' }),
    rotateKey(operator('north'), { why: 'routine' }),
  ])
  const made = both.filter(result => result.status === 'fulfilled').length
  expect((await listKeys('north')).length).toBe(before + made)
  expect(await db.signingKey.count({ where: { institutionId: 'north', status: 'active' } })).toBe(1)
})

test('rule 11: keys are the business of nobody but the administrator', async () => {
  for (const key of ['ana', 'ben', 'mina', 'omar', 'rosa', 'lena'] as const) {
    await expect(rotateKey(await member(key), { why: 'routine' })).rejects.toThrow(NotFound)
  }
})

test('the address in documents is kept with the first signature', async () => {
  await makeInstitution('east')
  expect((await db.institution.findUniqueOrThrow({ where: { id: 'east' } })).publicUrl).toBeNull()
  const issuers = await Promise.all(Array.from({ length: 5 }, () => signingIssuer('east')))
  expect(new Set(issuers.map(issuer => issuer.facts.id))).toEqual(
    new Set(['did:web:localhost%3A3000:issuers:east']),
  )
  expect((await db.institution.findUniqueOrThrow({ where: { id: 'east' } })).publicUrl).toBe(
    'http://localhost:3000',
  )
  expect(await db.auditEvent.count({ where: { institutionId: 'east', action: 'institution.urlKept' } })).toBe(
    1,
  )
})
