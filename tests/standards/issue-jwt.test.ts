import { generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto'
import { compactVerify, errors, importJWK } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { didDocument, keysOf } from '~/standards/did'
import { NotIssued } from '~/standards/issue'
import { issueJwt } from '~/standards/issue-jwt'
import { isObject, type Json, type JsonObject } from '~/standards/json'
import { publicKeyMultibase } from '~/standards/multikey'
import { verificationMethodOf, type Signer } from '~/standards/proof'
import { verifyCredential } from '~/standards/verification'
import { AWARDED, ISSUER_ID, issuedBadge, key, LIST, NOW, statusList, without, world } from './issued'
import { twinsOf } from './leaves'

const mine = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const another = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

function signerOf(privateKey: KeyObject): Signer {
  return {
    verificationMethod: verificationMethodOf(ISSUER_ID, publicKeyMultibase(privateKey)),
    sign: bytes => signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  }
}

const published = { publicKeyMultibase: publicKeyMultibase(mine) }
const did = didDocument(ISSUER_ID, [key, published])

let badge: JsonObject
let text: string

beforeAll(async () => {
  badge = (await issuedBadge()).document
  text = await issueJwt(badge, signerOf(mine), AWARDED)
})

const encoded = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decoded = (part = ''): JsonObject => JSON.parse(Buffer.from(part, 'base64url').toString())

/** As anybody does who knows of us no more than the DID document. */
async function joseAccepts(token: string): Promise<boolean> {
  try {
    const { kid } = decoded(token.split('.')[0])
    const method = [did.verificationMethod].flat().find(method => isObject(method) && method.id === kid)
    if (!isObject(method)) return false
    await compactVerify(token, await importJWK(Object(method.publicKeyJwk), 'ES256'), { algorithms: ['ES256'] })
    return true
  } catch (error) {
    if (error instanceof errors.JOSEError) return false
    throw error
  }
}

async function validity(token: string) {
  const lookups = world([key, published], { [LIST]: await statusList() })
  return (await verifyCredential(token, { now: NOW, lookups })).valid
}

test('a credential as a token is the credential without the proof inside it, in the claims of a token too', () => {
  const [header, payload] = text.split('.')
  expect(decoded(header)).toEqual({ alg: 'ES256', kid: `${ISSUER_ID}#${published.publicKeyMultibase}`, typ: 'JWT' })
  const { iss, jti, nbf, exp, iat, ...credential } = decoded(payload)
  expect(credential).toEqual(without(badge, 'proof'))
  const seconds = (moment: Json | undefined) => (moment === undefined ? undefined : Date.parse(String(moment)) / 1000)
  expect({ iss, jti, nbf, exp, iat }).toEqual({
    iss: ISSUER_ID, jti: badge.id, nbf: seconds(badge.validFrom), exp: seconds(badge.validUntil), iat: AWARDED.getTime() / 1000,
  })
})

test('a library that is not ours verifies it by the DID document alone, and so do we, with all inside it', async () => {
  expect(await joseAccepts(text)).toBe(true)
  expect(await validity(text)).toBe(true)
  expect(keysOf(did, ISSUER_ID)?.map(key => key.publicKeyMultibase)).toContain(published.publicKeyMultibase)
})

test('no twin of it is accepted with another word in it, by us or elsewhere', async () => {
  const [header = '', payload, signature] = text.split('.')
  const twins = twinsOf(decoded(payload))
  expect(twins.length).toBeGreaterThan(150)
  const taken = []
  for (const { path, document } of twins) {
    const token = `${header}.${encoded(document)}.${signature}`
    if ((await joseAccepts(token)) || (await validity(token)) !== false) taken.push(path)
  }
  expect(taken).toEqual([])
})

test('nor with another algorithm, none, another key, or a signature of something else', async () => {
  const [header = '', payload = '', signature = ''] = text.split('.')
  const heads = ['none', 'HS256', 'RS256', 'EdDSA', 'es256'].map(alg => encoded({ ...decoded(header), alg }))
  const elsewhere = await issueJwt(badge, signerOf(another), AWARDED)
  const underOurs = signBytes('sha256', Buffer.from(`${header}.${payload}`), { key: another, dsaEncoding: 'ieee-p1363' })
  const twins = [
    ...heads.flatMap(head => [`${head}.${payload}.${signature}`, `${head}.${payload}.`]),
    elsewhere,
    `${header}.${payload}.${underOurs.toString('base64url')}`,
    `${header}.${payload}.${elsewhere.split('.')[2]}`,
  ]
  for (const twin of twins) {
    expect(await joseAccepts(twin), twin.slice(0, 80)).toBe(false)
    expect(await validity(twin), twin.slice(0, 80)).toBe(false)
  }
})

test('rule 7: a token that does not verify, or of a credential that is not sound, is not issued', async () => {
  const wrong = { ...signerOf(mine), sign: signerOf(another).sign }
  await expect(issueJwt(badge, wrong, AWARDED)).rejects.toThrow(NotIssued)
  const der = { ...signerOf(mine), sign: (bytes: Uint8Array) => signBytes('sha256', bytes, mine) }
  await expect(issueJwt(badge, der, AWARDED)).rejects.toThrow(NotIssued)
  await expect(issueJwt(without(badge, 'credentialSubject'), signerOf(mine), AWARDED)).rejects.toThrow(NotIssued)
  const [endorsement] = [badge.endorsement].flat().filter(isObject)
  const swapped = { ...badge, endorsement: [{ ...endorsement, name: 'Another' }] }
  await expect(issueJwt(swapped, signerOf(mine), AWARDED)).rejects.toThrow(NotIssued)
})
