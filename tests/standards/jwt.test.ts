import { createSign, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Json, JsonObject } from '~/standards/json'
import { newBitstring, setBit } from '~/standards/bitstring'
import { publicKeyMultibase } from '~/standards/multikey'
import { openBadge } from '~/standards/open-badge'
import { statusEntry } from '~/standards/status-entry'
import { statusListCredential } from '~/standards/status-list'
import { verifyCredential } from '~/standards/verification'
import { AWARDED, credentialFacts, NOW, outcomes, without, world } from './issued'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ed25519 = generateKeyPairSync('ed25519')
const ISSUER = 'https://badges.example/issuers/1'

const credential: JsonObject = without(
  { ...openBadge(credentialFacts()), issuer: { id: ISSUER, type: ['Profile'], name: 'Badges' } }, 'credentialStatus',
)
const claims: JsonObject = {
  iss: ISSUER, jti: credential.id ?? '', nbf: seconds(credential.validFrom), exp: seconds(credential.validUntil),
}

function seconds(moment: Json | undefined): number {
  return Math.floor(Date.parse(String(moment)) / 1000)
}

const jwk = (key: KeyObject): JsonObject => Object(key.export({ format: 'jwk' }))
const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')

function token(header: JsonObject, payload: JsonObject, key: KeyObject): string {
  const content = `${part(header)}.${part(payload)}`
  return `${content}.${signature(content, key).toString('base64url')}`
}

function signature(content: string, key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'ed25519') return signBytes(null, Buffer.from(content), key)
  return createSign('sha256').update(content).sign({ key, dsaEncoding: 'ieee-p1363' })
}

const rs256 = { alg: 'RS256', typ: 'JWT', jwk: jwk(rsa.publicKey) }
const payload = { ...credential, ...claims }

const published = (key: KeyObject, id = `${ISSUER}#key-1`) => ({ id, publicKeyMultibase: publicKeyMultibase(key) })

function verify(text: string, keys = [published(rsa.publicKey)], answers: Record<string, string> = {}) {
  const lookups = { ...world([], answers), issuerKeys: async (id: string) => (id === ISSUER ? keys : null) }
  return verifyCredential(text, { now: NOW, lookups })
}

async function proofOf(text: string) {
  const check = (await verify(text)).checks.find(({ name }) => name === 'proof')
  return { outcome: check?.outcome, ...check?.detail }
}

test.each<[string, KeyObject, KeyObject]>([
  ['RS256', rsa.privateKey, rsa.publicKey],
  ['ES256', p256.privateKey, p256.publicKey],
  ['EdDSA', ed25519.privateKey, ed25519.publicKey],
])('%s: a token with its key in it is genuine when its issuer publishes that key', async (alg, secret, key) => {
  const text = token({ alg, typ: 'JWT', jwk: jwk(key) }, payload, secret)
  const { valid, checks, credential } = await verify(text, [published(key)])
  expect(outcomes(checks)).toEqual({
    format: 'passed', schema: 'passed', proof: 'passed', issuer: 'passed', validity: 'passed', status: 'passed',
  })
  expect(valid).toBe(true)
  expect(credential?.name).toBe('Inclusive Leadership')
  expect((await verify(text, [published(generateKeyPairSync('ed25519').publicKey)])).valid).toBe(false)
  expect((await verify(text, [])).valid).toBe(null)
})

test('the key may be the one it names: in a DID, in what its issuer publishes, or alone at an address', async () => {
  const multibase = publicKeyMultibase(rsa.publicKey)
  const names: [string, Record<string, string>][] = [
    [`${ISSUER}#key-1`, {}],
    ['#key-1', {}],
    ['key-1', {}],
    [`${ISSUER}#${multibase}`, {}],
    [`did:key:${multibase}#${multibase}`, {}],
    [`did:jwk:${part(jwk(rsa.publicKey))}#0`, {}],
    ['https://badges.example/keys/1', { 'https://badges.example/keys/1': JSON.stringify(jwk(rsa.publicKey)) }],
    [
      'https://badges.example/keys#a',
      { 'https://badges.example/keys': JSON.stringify({ keys: [{ ...jwk(rsa.publicKey), kid: 'a' }] }) },
    ],
  ]
  for (const [kid, answers] of names) {
    const text = token({ alg: 'RS256', kid }, payload, rsa.privateKey)
    expect((await verify(text, [published(rsa.publicKey)], answers)).valid, kid).toBe(true)
  }
  expect((await verify(token({ alg: 'RS256' }, payload, rsa.privateKey))).valid).toBe(true)
  const text = token({ alg: 'RS256', kid: 'https://nowhere.example/key' }, payload, rsa.privateKey)
  expect(await proofOf(text)).toMatchObject({ outcome: 'unknown', code: 'proof.key-not-found' })
})

test('VC 1.1: the credential is one claim of the token, and leaves to the others what they say', async () => {
  const { validFrom: _from, validUntil: _until, id: _id, issuer: _issuer, ...rest } = credential
  const context = ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context.json']
  const vc = { ...rest, '@context': context }
  const { valid, checks, credential: summary } = await verify(token(rs256, { ...claims, vc }, rsa.privateKey))
  expect(valid).toBe(true)
  expect(checks[0]?.detail).toEqual({ code: 'format.older', kind: 'open-badge' })
  expect(summary).toMatchObject({ id: claims.jti, issuer: { id: ISSUER }, validFrom: credential.validFrom })
})

test('whether it was revoked is read from a list that is a token itself, and never from one that is not signed as it should be', async () => {
  const LIST = 'https://badges.example/status/1'
  const listed = { ...payload, credentialStatus: statusEntry({ list: LIST, index: 7 }) }
  const text = token(rs256, listed, rsa.privateKey)
  const listOf = (index: number, key = rsa.privateKey) => {
    const bits = newBitstring()
    setBit(bits, index)
    const facts = { id: LIST, issuerId: ISSUER, bits, validFrom: AWARDED, validUntil: new Date(NOW.getTime() + 1000) }
    return token(rs256, { ...statusListCredential(facts), iss: ISSUER }, key)
  }
  const statusWith = async (list: string) => {
    const lookups = { ...world([], { [LIST]: list }), issuerKeys: async () => [published(rsa.publicKey)] }
    const { checks } = await verifyCredential(text, { now: NOW, lookups })
    return checks.find(({ name }) => name === 'status')?.detail.code
  }
  expect(await statusWith(listOf(8))).toBe('status.good')
  expect(await statusWith(listOf(7))).toBe('status.revoked')
  expect(await statusWith(listOf(8, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey))).toBe('status.untrusted')
  expect(await statusWith(`${listOf(8).split('.').slice(0, 2).join('.')}.`)).toBe('status.untrusted')
})

test('in an envelope it is read as well, by itself and inside another', async () => {
  const text = token(rs256, payload, rsa.privateKey)
  const envelope = (id: string) => ({
    '@context': 'https://www.w3.org/ns/credentials/v2', id, 'type': 'EnvelopedVerifiableCredential',
  })
  for (const type of ['application/vc+jwt', 'application/jwt']) {
    expect((await verify(JSON.stringify(envelope(`data:${type},${text}`)))).valid).toBe(true)
  }
  const [check] = (await verify(JSON.stringify(envelope(`data:application/vc+sd-jwt,${text}~x`)))).checks
  expect(check).toMatchObject({ outcome: 'unknown', detail: { code: 'format.envelope' } })
  const outer = { ...payload, endorsementJwt: [text], endorsement: [envelope(`data:application/vc+jwt,${text}`)] }
  const { inner } = await verify(token(rs256, outer, rsa.privateKey))
  expect(inner.map(({ checks }) => outcomes(checks).proof)).toEqual(['passed', 'passed'])
})

const hmac = (content: string) => Buffer.from(content).toString('base64url').slice(0, 43)

test('no algorithm, a password’s, another key’s or a made-up one is never a signature', async () => {
  const content = (header: JsonObject) => `${part(header)}.${part(payload)}`
  for (const alg of ['none', 'None', 'NONE', '', 'HS256', 'HS512', 'A128KW', 'RS257']) {
    expect(await proofOf(`${content({ ...rs256, alg })}.`)).toMatchObject({ outcome: 'failed', code: 'proof.no-such-suite' })
    expect(await proofOf(`${content({ ...rs256, alg })}.${hmac('x'.repeat(40))}`)).toMatchObject({ outcome: 'failed' })
  }
  for (const alg of ['ES256', 'EdDSA']) {
    expect(await proofOf(token({ ...rs256, alg }, payload, rsa.privateKey))).toMatchObject({ outcome: 'failed', member: 'alg' })
  }
  const swapped = token({ ...rs256, jwk: jwk(p256.publicKey) }, payload, p256.privateKey)
  expect(await proofOf(swapped)).toMatchObject({ outcome: 'failed', member: 'alg' })
  expect(await proofOf(token({ ...rs256, alg: 'PS256' }, payload, rsa.privateKey))).toMatchObject({ outcome: 'unknown' })
})

test('a header nobody understands as a whole, a secret key or a weak one is refused', async () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const cases: [JsonObject, JsonObject][] = [
    [{ crit: ['exp'], exp: 1 }, { member: 'crit' }],
    [{ crit: ['b64'], b64: false }, { member: 'crit' }],
    [{ typ: 'at+jwt' }, { member: 'typ' }],
    [{ kid: 7 }, { member: 'kid' }],
    [{ jwk: 'key' }, { member: 'jwk' }],
    [{ jwk: jwk(weak.publicKey) }, { member: 'jwk' }],
    [{ jwk: { ...jwk(rsa.publicKey), e: 'AQ' } }, { member: 'jwk' }],
    [{ jwk: { kty: 'oct', k: 'c2VjcmV0' } }, { code: 'proof.private-key' }],
    [{ jwk: jwk(rsa.privateKey) }, { code: 'proof.private-key' }],
  ]
  for (const [header, expected] of cases) {
    expect(await proofOf(token({ ...rs256, ...header }, payload, rsa.privateKey))).toMatchObject({ outcome: 'failed', ...expected })
  }
})

test('claims that say another thing than the credential are refused', async () => {
  const cases: [string, Json][] = [
    ['iss', 'https://elsewhere.example'], ['jti', 'urn:uuid:other'], ['nbf', 1], ['exp', 4_000_000_000],
    ['exp', '4000000000'], ['sub', 7], ['iss', { id: ISSUER }],
  ]
  for (const [claim, value] of cases) {
    const text = token(rs256, { ...payload, [claim]: value }, rsa.privateKey)
    expect(await proofOf(text), claim).toMatchObject({ outcome: 'failed', code: 'proof.claims-differ', claim })
  }
  const endless = without(payload, 'validUntil')
  expect(await proofOf(token(rs256, { ...endless, exp: 1_500_000_000 }, rsa.privateKey))).toMatchObject({ code: 'proof.expired' })
})

test('a changed token is refused wherever it was changed, and text that reads in two ways is no token', async () => {
  const text = token(rs256, payload, rsa.privateKey)
  const [header = '', body = '', signed = ''] = text.split('.')
  const changed = part({ ...payload, name: 'Another' })
  expect(await proofOf(`${header}.${changed}.${signed}`)).toMatchObject({ outcome: 'failed', code: 'proof.changed' })
  expect(await proofOf(`${header}.${body}.${part('x')}`)).toMatchObject({ outcome: 'failed', code: 'proof.changed' })
  const twice = Buffer.from('{"alg":"RS256","alg":"none"}').toString('base64url')
  for (const odd of [`${twice}.${body}.${signed}`, `${part([])}.${body}.${signed}`, `${header}._w.${signed}`]) {
    expect((await verify(odd)).checks[0]).toMatchObject({ outcome: 'failed', detail: { code: 'format.unreadable' } })
  }
})
