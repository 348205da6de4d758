import { createSign, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Json, JsonObject } from '~/standards/json'
import { publicKeyMultibase } from '~/standards/multikey'
import { openBadge } from '~/standards/open-badge'
import { verifyCredential, type Verification } from '~/standards/verification'
import { withinASecond } from './effort'
import { baked, pdf, png, svg } from './carriers'
import { credentialFacts, issuedBadge, NOW, world } from './issued'

/** Verifies, and holds that it takes less than a second and asks of few. */
async function verify(content: string | Uint8Array): Promise<Verification> {
  const asked: string[] = []
  const ask = async (url: string) => {
    asked.push(url)
    return null
  }
  const lookups = { ...world([]), issuerKeys: ask, statusList: ask, published: ask }
  const verification = await withinASecond(() => verifyCredential(content, { now: NOW, lookups }))
  expect(asked.length).toBeLessThanOrEqual(30)
  return verification
}

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const part = (text: string) => Buffer.from(text).toString('base64url')
const jwk: Json = Object(publicKey.export({ format: 'jwk' }))

function token(payload: string, header: JsonObject = { alg: 'ES256', jwk }): string {
  const content = `${part(JSON.stringify(header))}.${part(payload)}`
  const signature = createSign('sha256').update(content).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `${content}.${signature.toString('base64url')}`
}

const deep = `${'{"a":['.repeat(10_000)}1${']}'.repeat(10_000)}`
const badge = openBadge(credentialFacts())
const within = (depth: number): string =>
  token(JSON.stringify(depth === 0 ? badge : { ...badge, endorsementJwt: [within(depth - 1)] }))

test.each<[string, () => string, string]>([
  ['10,000 levels in a token', () => token(deep), 'too-deep'],
  ['a name twice in a token', () => token('{"iss":"a","iss":"b"}'), 'repeated-member'],
  ['a token longer than any', () => token(`{"a":"${'x'.repeat(8_100_000)}"}`), 'too-long'],
  ['50 MB that look like a token', () => `${'a'.repeat(50_000_000)}.b.c`, 'too-long'],
  ['a token in a token in a token', () => within(3), 'too-deep'],
])('%s is given up', async (_what, text, why) => {
  const { valid, checks } = await verify(text())
  expect(valid).toBe(false)
  expect(checks[0]?.detail).toEqual({ code: 'format.unreadable', why })
})

test('the same in a picture, a drawing, a PDF and an envelope is given up as well', async () => {
  const carried = [
    png(baked(deep)), svg(`<openbadges:credential><![CDATA[${deep}]]></openbadges:credential>`),
    pdf({ text: deep.replace('{"a"', '{"@context"') }), Buffer.from(deep),
  ]
  for (const file of carried) expect((await verify(file)).checks[0]?.detail).toMatchObject({ why: 'too-deep' })
  const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${token(deep)}` }
  expect((await verify(JSON.stringify(envelope))).checks[0]?.detail).toMatchObject({ why: 'too-deep' })
})

test('sixty tokens inside a token are each checked on their own, in time', async () => {
  const inside = token(JSON.stringify({ ...badge, type: ['VerifiableCredential', 'EndorsementCredential'] }))
  const { inner } = await verify(token(JSON.stringify({ ...badge, endorsementJwt: Array(60).fill(inside) })))
  expect(inner).toHaveLength(60)
  for (const { checks } of inner) expect(checks.find(({ name }) => name === 'proof')?.outcome).toBe('passed')
})

test('a disclosure with more parts than any, or names for nodes that are not there, is no signature', async () => {
  const { document } = await issuedBadge()
  const multibase = publicKeyMultibase(publicKey)
  const list = (count: number) => Buffer.from([0x9a, count >>> 24, (count >> 16) & 255, (count >> 8) & 255, count & 255])
  const head = Buffer.from([0xd9, 0x5d, 0x01, 0x85])
  for (const body of [list(0xffffffff), Buffer.concat([list(300_000), Buffer.alloc(300_000)]), Buffer.alloc(600_000, 0x9f)]) {
    const proof = {
      type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023', proofPurpose: 'assertionMethod',
      verificationMethod: `did:key:${multibase}#${multibase}`,
      proofValue: `u${Buffer.concat([head, body]).toString('base64url')}`,
    }
    const { checks } = await verify(JSON.stringify({ ...document, endorsement: [], proof }))
    expect(checks.find(({ name }) => name === 'proof')?.outcome).toBe('failed')
  }
})

test('keys that would wear the reader out are no keys', async () => {
  const long = { kty: 'RSA', e: 'AQAB', n: Buffer.alloc(60_000, 0xff).toString('base64url') }
  const { checks } = await verify(token(JSON.stringify(badge), { alg: 'RS256', jwk: long }))
  expect(checks.find(({ name }) => name === 'proof')?.detail).toEqual({ code: 'proof.malformed', member: 'jwk' })
  const did = `did:key:z${'9'.repeat(900_000)}`
  const proof = {
    type: 'Ed25519Signature2020', proofPurpose: 'assertionMethod', verificationMethod: did, proofValue: `z${'9'.repeat(80)}`,
  }
  const result = await verify(JSON.stringify({ ...badge, proof }))
  expect(result.valid).toBe(false)
})
