import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import { checkAudit, signAuditHead, signAuditHeads } from '~/domain/audit-head.server'
import { checkPublicUrl } from '~/domain/issuer.server'
import { shareCredential } from '~/domain/share.server'
import { lookups, type Reach } from '~/domain/lookups.server'
import type { KeyMeans, Sign } from '~/domain/key-keeper'
import { activeKey, rotateKey } from '~/domain/signing-key.server'
import { inWords, verify, verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { SettingsError } from '~/lib/env.server'
import { wordsIn } from '~/messages/messages'
import { publicKeyMultibase } from '~/standards/multikey'
import { sign, verificationMethodOf } from '~/standards/proof'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { operator } from '../facts'

const OURS = 'did:web:localhost%3A3000:issuers:north'
let scene: AwardScene
let id: string
let document: string

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana)
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  document = (await findDocument(id, scene.ana)) ?? ''
})

const failures = async (text: string, reach?: Reach) => {
  const { checks } = await verifyText(text, reach)
  return checks
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ detail, outcome }) => `${outcome} ${detail.code}`)
}

function signedBy(key: Pick<KeyMeans, 'publicKeyMultibase'> & { sign: Sign }, text: string, at: Date) {
  const { proof: _, ...unsigned } = JSON.parse(text)
  const verificationMethod = verificationMethodOf(OURS, key.publicKeyMultibase)
  return sign(unsigned, { verificationMethod, sign: key.sign }, at).then(signed => JSON.stringify(signed))
}

test('anybody else who signs in our name is found out', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const own = { publicKeyMultibase: publicKeyMultibase(privateKey), sign: (bytes: Uint8Array) => signBytes(null, bytes, privateKey) }
  expect(await failures(await signedBy(own, document, new Date()))).toEqual([
    'failed issuer.not-published',
  ])
})

test('rule 9: after a rotation all that was signed before still verifies', async () => {
  await rotateKey(operator(), { why: 'routine' })
  await rotateKey(operator(), { why: 'lost' })
  expect(await failures(document)).toEqual([])
})

test('rule 9: after a compromise, what is on our record from before verifies, and whatever the thief signs does not', async () => {
  const stolen = await activeKey('north')
  await rotateKey(operator(), { why: 'compromised', since: new Date(Date.now() - 1000) })
  const forged = document.replaceAll('Ana Sofia Duarte', 'Ines Falk')
  expect(forged).not.toBe(document)
  expect(await failures(await signedBy(stolen, forged, new Date()))).toEqual([
    'failed issuer.compromised',
  ])
  expect(await failures(await signedBy(stolen, forged, new Date(0)))).toContain(
    'failed issuer.compromised',
  )
  expect(await failures(document)).toEqual([])
})

test('rule 9: what the key signed before it was stolen stays valid, by our record', async () => {
  const publicKeyMultibase: string = JSON.parse(document).proof.verificationMethod.split('#')[1]
  const { digest } = await db.credential.findUniqueOrThrow({ where: { id } })
  const since = new Date(Date.now() + 60_000)
  await db.signingKey.update({
    where: { publicKeyMultibase },
    data: { status: 'compromised', compromisedSince: since },
  })
  expect(await failures(document)).toEqual([])
  await db.credential.update({ where: { id }, data: { document: '' } })
  expect(await failures(document), 'the text of somebody erased is gone, its digest is not').toEqual([])
  await db.credential.update({ where: { id }, data: { digest: 'another' } })
  expect(await failures(document)).toContain('failed issuer.compromised')
  await db.credential.update({ where: { id }, data: { document, digest } })
})

test('our own credential is read by its address from our records, once it is shared', async () => {
  const url = `http://localhost:3000/credentials/${id}`
  expect(await verify({ url })).toEqual({ unread: 'not-shared' })
  await shareCredential(scene.ana, id)
  expect(await verify({ url })).toMatchObject({ valid: true })
  expect(await verify({ url: `${url}.json` })).toMatchObject({ valid: true })
  expect(await verify({ bytes: Buffer.from(document) })).toMatchObject({ valid: true })
  expect(await verify({ bytes: Buffer.from([0xff, 0xfe, 0x00]) })).toMatchObject({
    valid: false, checks: [{ detail: { code: 'format.unreadable', why: 'not-text' } }],
  })
})

test('addresses that are nobody else’s business are not asked', async () => {
  for (const url of [
    'http://127.0.0.1:80/',
    'https://localhost/credentials/x',
    'https://10.0.0.1/x',
    'file:///etc/passwd',
    'nonsense',
  ]) {
    expect(await verify({ url }), url).toHaveProperty('unread')
  }
  expect(await verify({ url: 'https://elsewhere.example/credential' }, { offline: true })).toEqual({
    unread: 'unreachable',
  })
})

test('a foreign credential whose issuer cannot be asked is unknown, never passed or failed; a key one trusts settles it', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const theirs = 'did:web:elsewhere.invalid'
  const { proof: _, credentialStatus: _status, endorsement: _inner, ...unsigned } = JSON.parse(document)
  const key = publicKeyMultibase(privateKey)
  const signed = await sign(
    { ...unsigned, issuer: { ...unsigned.issuer, id: theirs } },
    { verificationMethod: `${theirs}#${key}`, sign: bytes => signBytes(null, bytes, privateKey) },
    new Date(),
  )
  const text = JSON.stringify(signed)
  for (const reach of [{}, { offline: true }]) {
    const { valid, checks } = await verifyText(text, reach)
    expect([valid, checks.find(({ name }) => name === 'issuer')?.detail.code]).toEqual([
      null,
      'issuer.unreachable',
    ])
  }
  expect((await verifyText(text, { offline: true, trusted: [key] })).valid).toBe(true)
})

test('the answer has one sentence a check, for the whole and for each part', async () => {
  const answer = await inWords(await verifyText(document), wordsIn('en', 'Europe/Dublin', new Date()))
  expect(answer.checks.map(({ name }) => name)).toEqual([
    'format',
    'schema',
    'proof',
    'issuer',
    'validity',
    'status',
  ])
  for (const { detail } of answer.checks) expect(detail).toMatch(/^[A-Z].*\.$/)
  expect(await inWords(await verifyText('{}'), wordsIn('en', 'UTC', new Date()))).toMatchObject({
    valid: false,
    checks: [{ name: 'format' }],
    inner: [],
  })
})

test('rule 10: the signed head of the chain tells when its end was cut off or a head was forged', async () => {
  await signAuditHeads()
  await signAuditHead('north')
  expect(await checkAudit('north')).toMatchObject({ isIntact: true })
  const [head] = await db.auditHead.findMany({ where: { institutionId: 'north' } })
  if (!head) throw new Error('no head')
  const where = { institutionId_seq: { institutionId: 'north', seq: head.seq } }
  const { privateKey } = generateKeyPairSync('ed25519')
  for (const data of [
    { signedAt: new Date(0) },
    { keyMultibase: publicKeyMultibase(privateKey) },
    { signature: head.signature.replace(/^./, c => (c === 'A' ? 'B' : 'A')) },
  ]) {
    await db.auditHead.update({ where, data })
    expect((await checkAudit('north')).fault).toEqual({ seq: head.seq, reason: 'head' })
    await db.auditHead.update({ where, data: head })
  }
  const last = await db.auditEvent.findUniqueOrThrow({
    where: { institutionId_seq: { institutionId: 'north', seq: head.seq } },
  })
  await db.auditEvent.delete({ where: { institutionId_seq: { institutionId: 'north', seq: head.seq } } })
  await db.institution.update({
    where: { id: 'north' },
    data: { auditSeq: head.seq - 1, auditHash: last.previousHash },
  })
  expect((await checkAudit('north')).isIntact).toBe(false)
})

test('another address than the one inside documents refuses to start, and names both', async () => {
  await expect(checkPublicUrl()).resolves.toBeUndefined()
  await db.institution.update({
    where: { id: 'north' },
    data: { publicUrl: 'https://credentials.northbridge.example' },
  })
  await expect(checkPublicUrl()).rejects.toThrow(SettingsError)
  await expect(checkPublicUrl()).rejects.toThrow(/localhost:3000.*credentials\.northbridge\.example/)
})

test('a key or a list under an address that cannot be read is not found, whatever stands in it', async () => {
  for (const name of ['%zz', '100%', '%00', 'a\u0000b', '%2e%2e', 'x'.repeat(5_000)]) {
    const reach = lookups({ offline: true })
    expect(await reach.issuerKeys(`did:web:localhost%3A3000:issuers:${name}`)).toBeNull()
    expect(await reach.issuerKeys(`https://example.com/${name}`)).toBeNull()
    expect(await reach.statusList(`http://localhost:3000/status/${name}`)).toBeNull()
    expect(await reach.isOnRecord?.({ id: `http://localhost:3000/credentials/${name}` })).toBe(false)
  }
  const { proof, ...unsigned } = JSON.parse(document)
  const text = JSON.stringify({ ...unsigned, proof: { ...proof, verificationMethod: 'https://example.com/100%#k' } })
  expect(await failures(text, { offline: true })).toContain('unknown proof.key-not-found')
})
