import { beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '~/standards/json'
import { openBadge } from '~/standards/open-badge'
import { verifyCredential } from '~/standards/verification'
import { elsewhere } from './elsewhere'
import { credentialFacts, NOW, world } from './issued'
import { twinsOf } from './leaves'

let signed: JsonObject[]
const NAMES = ['Ed25519Signature2020', 'ecdsa-rdfc-2019 (P-256)', 'ecdsa-rdfc-2019 (P-384)', 'ecdsa-sd-2023, derived']

beforeAll(async () => {
  signed = await elsewhere<JsonObject[]>('other-suites.ts', openBadge(credentialFacts()), 'sign')
})

const verify = (document: JsonObject) =>
  verifyCredential(JSON.stringify(document), { now: NOW, lookups: world([]) })

const proofOf = async (document: JsonObject) =>
  (await verify(document)).checks.find(({ name }) => name === 'proof')?.detail

test.each(NAMES)('%s: what the library signed is accepted by it and by us, and the key is the issuer itself', async name => {
  const document = signed[NAMES.indexOf(name)] ?? {}
  expect(await elsewhere('other-suites.ts', [document], 'verify')).toEqual([true])
  const { checks } = await verify(document)
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  expect(checks.map(({ detail }) => detail.code)).toEqual(
    expect.arrayContaining(['proof.valid', 'issuer.is-the-key']),
  )
})

test.each(NAMES)('%s: every tampered twin is refused by the library and by us', async name => {
  const twins = twinsOf(signed[NAMES.indexOf(name)] ?? {})
  const answers = await elsewhere<boolean[]>('other-suites.ts', twins.map(({ document }) => document), 'verify')
  expect(twins.length).toBeGreaterThan(30)
  expect(twins.filter((_, at) => answers[at] !== false).map(({ path }) => path)).toEqual([])
  const left = []
  for (const { path, document } of twins) if ((await verify(document)).valid !== false) left.push(path)
  // Words of a vocabulary nobody here holds: neither genuine nor forged.
  expect(left.filter(path => !path.startsWith('@context'))).toEqual([])
})

test('ecdsa-sd-2023: what the issuer signed for the holder alone is told apart, and not called genuine', async () => {
  expect(await proofOf(signed[4] ?? {})).toEqual({ code: 'proof.underived' })
})

test('a signature by one kind of key is never tried with another kind', async () => {
  const [ed25519, p256, p384, derived] = signed
  const swap = (document: JsonObject = {}, other: JsonObject = {}): JsonObject => {
    const { verificationMethod } = Object(other.proof)
    return { ...document, proof: { ...Object(document.proof), verificationMethod } }
  }
  for (const twin of [swap(ed25519, p256), swap(p256, ed25519), swap(derived, p384), swap(derived, ed25519)]) {
    expect(await proofOf(twin)).toMatchObject({ code: 'proof.malformed', member: 'verificationMethod' })
  }
  for (const twin of [swap(p256, p384), swap(p384, p256), swap(derived, p256)]) {
    expect(await proofOf(twin)).toEqual({ code: 'proof.changed' })
  }
})

test('ecdsa-sd-2023: a proof that is packed otherwise, cut short or without an end is no proof', async () => {
  const derived = signed[3] ?? {}
  const { proofValue, ...rest } = Object(derived.proof)
  const bytes = Buffer.from(String(proofValue).slice(1), 'base64url')
  const packed = (content: Buffer) => `u${content.toString('base64url')}`
  const head = bytes.subarray(0, 3)
  const values = [
    'z111', 'u', packed(head), packed(bytes.subarray(0, -1)), packed(Buffer.concat([bytes, Buffer.from([0])])),
    packed(Buffer.concat([head, Buffer.alloc(5_000, 0x81), Buffer.from([0])])),
    packed(Buffer.concat([head, Buffer.from([0x9b, 255, 255, 255, 255, 255, 255, 255, 255])])),
    packed(Buffer.concat([head, Buffer.from([0xba, 255, 255, 255, 255])])),
    packed(Buffer.concat([head, Buffer.from([0x85, 0, 0, 0, 0, 0])])),
    packed(Buffer.concat([head, Buffer.from([0x9f, 0xff])])),
  ]
  for (const value of values) {
    const { checks } = await verify({ ...derived, proof: { ...rest, proofValue: value } })
    expect(checks.find(({ name }) => name === 'proof'), value.slice(0, 20)).toMatchObject({ outcome: 'failed' })
  }
})
