import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { findJwt } from '~/domain/credential-jwt.server'
import { findDocument } from '~/domain/credential.server'
import { erasePerson } from '~/domain/erasure.server'
import { findDidDocument, findProfile } from '~/domain/issuer.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import type { KeyKind } from '~/domain/signing-key'
import { activeKey, listKeys, rotateKey } from '~/domain/signing-key.server'
import { verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { issueJwt } from '~/standards/issue-jwt'
import { isObject, type JsonObject } from '~/standards/json'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member, operator } from '../facts'

const OURS = 'did:web:localhost%3A3000:issuers:north'
let scene: AwardScene
let id: string

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana)
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
})

const jwtOf = async () => (await findJwt(id, scene.ana)) ?? ''

async function failures(text: string) {
  const { checks } = await verifyText(text)
  return checks.filter(({ outcome }) => outcome !== 'passed').map(({ detail, outcome }) => `${outcome} ${detail.code}`)
}

/** With the key that is published under the name in the token. */
async function isGenuineElsewhere(jwt: string, published: JsonObject | null): Promise<boolean> {
  const { kid } = decodeProtectedHeader(jwt)
  const method = [published?.verificationMethod ?? []].flat().filter(isObject).find(method => method.id === kid)
  return compactVerify(jwt, await importJWK(Object(method?.publicKeyJwk), 'ES256')).then(() => true, () => false)
}

test('the key for tokens is made when first needed, by one of many who ask, and they are given the same token', async () => {
  expect((await listKeys('north')).map(({ kind }) => kind)).toEqual(['Ed25519'])
  const tokens = await Promise.all(Array.from({ length: 8 }, jwtOf))
  expect(new Set(tokens).size).toBe(1)
  expect((await listKeys('north')).map(({ kind }) => kind)).toEqual(['Ed25519', 'P256'])
  expect(await jwtOf()).toBe(tokens[0])
  expect(await db.auditEvent.count({ where: { action: 'credential.signed-as-jwt' } })).toBe(1)
})

test('rule 12: a token is there for those whom the document is for, and for nobody else', async () => {
  const others = [null, await member('chidi'), scene.rosa]
  for (const actor of others) expect(await findJwt(id, actor)).toBeNull()
  await shareCredential(scene.ana, id)
  for (const actor of others) expect(await findJwt(id, actor)).toBe(await jwtOf())
  await unshareCredential(scene.ana, id)
  expect(await findJwt(id, null)).toBeNull()
  await db.credential.update({ where: { id }, data: { sharedAt: new Date(), revocationReason: 'superseded' } })
  expect([await findJwt(id, null), await findDocument(id, null)]).toEqual([null, null])
  expect(await jwtOf()).not.toBe('')
  await db.credential.update({ where: { id }, data: { sharedAt: null, revocationReason: null } })
})

test('rule 9: after twenty rotations of either key every document and token ever issued verifies, here and elsewhere', async () => {
  const issued = [(await findDocument(id, scene.ana)) ?? '']
  for (let turn = 0; turn < 20; turn++) {
    issued.push(await jwtOf())
    // As if another credential had been asked for.
    await db.credential.update({ where: { id }, data: { jwt: null } })
    for (const kind of ['Ed25519', 'P256'] satisfies KeyKind[]) {
      await rotateKey(operator(), { why: turn % 2 ? 'lost' : 'routine' }, kind)
    }
  }
  expect(new Set(issued).size).toBe(21)
  const published = [await findDidDocument('north'), await findProfile('north')]
  for (const text of issued) {
    expect(await failures(text)).toEqual([])
    if (text.startsWith('{')) continue
    for (const document of published) expect(await isGenuineElsewhere(text, document)).toBe(true)
  }
  for (const document of published) {
    expect([document?.verificationMethod, document?.assertionMethod].map(list => [list].flat().length)).toEqual([42, 42])
  }
})

test('rule 9: a stolen key signs no more tokens; what we signed with it verifies by our record, and is signed anew', async () => {
  const { id: keyId, publicKeyMultibase, sign } = await activeKey('north', 'P256')
  const signer = { verificationMethod: `${OURS}#${publicKeyMultibase}`, sign }
  const document: JsonObject = JSON.parse((await findDocument(id, scene.ana)) ?? '')
  const before = await issueJwt(document, signer, new Date(Date.now() - 120_000))
  await db.credential.update({ where: { id }, data: { jwt: before } })
  await rotateKey(operator(), { why: 'compromised', since: new Date(Date.now() - 60_000) }, 'P256')
  expect(await failures(before)).toEqual([])
  expect(await failures(await issueJwt(document, signer, new Date()))).toEqual(['failed issuer.compromised'])
  const forged = { ...document, name: 'Another credential' }
  for (const at of [new Date(), new Date(0)]) {
    expect(await failures(await issueJwt(forged, signer, at))).toContain('failed issuer.compromised')
  }
  const anew = await jwtOf()
  expect(anew).not.toBe(before)
  expect(await failures(anew)).toEqual([])
  const did = await findDidDocument('north')
  expect(did?.assertionMethod).toContain(decodeProtectedHeader(anew).kid)
  expect(did?.assertionMethod).not.toContain(signer.verificationMethod)
  expect(await db.signingKey.findUniqueOrThrow({ where: { id: keyId } })).toMatchObject({ status: 'compromised', encryptedPrivate: null })
})

test('the key for tokens changes without the one for documents', async () => {
  const [document, token] = [await activeKey('north'), await activeKey('north', 'P256')]
  await rotateKey(operator(), { why: 'routine' }, 'P256')
  expect((await activeKey('north')).id).toBe(document.id)
  expect((await activeKey('north', 'P256')).id).not.toBe(token.id)
  await rotateKey(operator(), { why: 'routine' })
  expect((await activeKey('north')).id).not.toBe(document.id)
})

test('rule 14: of somebody erased there is no token, and none is signed', async () => {
  await erasePerson(operator(), scene.ana.id)
  expect(await findJwt(id, scene.ana)).toBeNull()
  expect(await db.credential.findUniqueOrThrow({ where: { id } })).toMatchObject({ document: '', jwt: null })
})
