import { openVcApi } from '../vc-api/asking'
import { EXAMPLES } from '../vc-api/example-words'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VC_2 } from '~/standards/contexts'
import { digestMultibase } from '~/standards/digest'
import { isObject, type JsonObject } from '~/standards/json'
import { sign } from '~/standards/proof'
import { describePublished, publishedText } from './conformance'
import { without } from './issued'

let door: Awaited<ReturnType<typeof openVcApi>>
beforeAll(async () => {
  door = await openVcApi()
})
afterAll(() => door.close())

const AT = 'https://resources.example'
const CONTEXT_DIGEST = 'uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA'
const inWords = (words: JsonObject) => [VC_2, words]
const typed = (member: string) => ({ [member]: { id: `${AT}/1`, type: 'Example' }, '@context': [VC_2, EXAMPLES] })
const untyped = (member: string) => ({ [member]: { id: `${AT}/1` }, '@context': [VC_2, EXAMPLES] })
const spoken = (value: string, more: JsonObject = {}) => ({ '@value': value, '@language': 'en', ...more })

describe('what a credential may say is issued, and verifies', () => {
  test.each<[string, JsonObject]>([
    ['nothing but what every credential says', {}],
    ['words of a published context', { '@context': [VC_2, EXAMPLES] }],
    ['words of its own', { '@context': inWords({ Club: 'https://words.example/#Club' }), type: ['VerifiableCredential', 'Club'] }],
    ['a type that is an address', { type: ['https://words.example/#Club', 'VerifiableCredential'] }],
    ['an id that is a URN', { id: 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e90' }],
    ['an id by which a DID is meant', { id: 'did:example:1' }],
    ['two subjects', { credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }] }],
    ['a name in one language', { name: spoken('Club') }],
    ['a name with its direction', { name: spoken('نادي', { '@language': 'ar', '@direction': 'rtl' }) }],
    ['a description in two languages', { description: [spoken('Club'), spoken('Verein', { '@language': 'de' })] }],
    ['a beginning to the millisecond', { validFrom: '2020-01-01T00:00:00.123Z' }],
    ['a beginning in another zone', { validFrom: '2020-01-01T00:00:00-05:00' }],
    ['an end alone', { validUntil: '2090-01-01T00:00:00Z' }],
    ['a beginning that is its end to come', { validFrom: '2020-01-01T00:00:00Z', validUntil: '2090-01-01T00:00:00Z' }],
    ['where its schema is', typed('credentialSchema')],
    ['two schemas', { ...typed('x'), credentialSchema: [{ id: `${AT}/1`, type: 'JsonSchema' }, { id: `${AT}/2`, type: 'JsonSchema' }] }],
    ['where to refresh it', typed('refreshService')],
    ['terms of use', typed('termsOfUse')],
    ['evidence', typed('evidence')],
    ['what was published elsewhere, by its digest', { relatedResource: { id: VC_2, digestMultibase: CONTEXT_DIGEST } }],
  ])('%s', async (_what, changes) => {
    const { status, body } = await door.issue(door.plain(changes))
    expect({ status, body }).toMatchObject({ status: 201, body: { ...changes, type: expect.arrayContaining(['VerifiableCredential']) } })
    expect(await door.verify(body)).toEqual({ status: 200, body: { verified: true, checks: [], errors: [] } })
  })

  test('an issuer that is an object with a name, in two languages', async () => {
    const issuer = { id: door.api.issuer.id, name: [spoken('Club'), spoken('Verein', { '@language': 'de' })] }
    const { status, body } = await door.issue(door.plain({ issuer }))
    expect(status).toBe(201)
    expect((await door.verify(body)).status).toBe(200)
  })
})

describePublished('the digest by which a related context is known', () => {
  test('is that of the published bytes', () => {
    expect(digestMultibase(publishedText('contexts/credentials-v2.jsonld'))).toBe(CONTEXT_DIGEST)
  })
})

const REFUSED: [string, JsonObject][] = [
  ['a context missing in front', { '@context': [EXAMPLES] }],
  ['the contexts in another order', { '@context': [EXAMPLES, VC_2] }],
  ['a context that is a number', { '@context': [VC_2, 7] }],
  ['a context that is no address', { '@context': [VC_2, 'https ://nowhere'] }],
  ['a context that nobody holds', { '@context': [VC_2, 'https://words.example/v1'] }],
  ['words of the base given another sense', { '@context': inWords({ VerifiableCredential: 'https://words.example/#V' }) }],
  ['protected words given another sense', {
    '@context': [VC_2, { '@protected': true, Club: 'https://words.example/#A' }, { Club: 'https://words.example/#B' }],
    type: ['VerifiableCredential', 'Club'],
  }],
  ['a type without a meaning', { type: ['VerifiableCredential', 'Club'] }],
  ['a type that means no address', { '@context': inWords({ Club: 'club' }), type: ['VerifiableCredential', 'Club'] }],
  ['another type alone', { '@context': [VC_2, EXAMPLES], type: ['Club'] }],
  ['an id that is nothing', { id: null }],
  ['two ids', { id: ['did:example:1', 'did:example:2'] }],
  ['an id that is no address', { id: 'not an address' }],
  ['a subject with two ids', { credentialSubject: { id: ['did:example:1', 'did:example:2'] } }],
  ['a subject without a claim', { credentialSubject: {} }],
  ['an empty one among its subjects', { credentialSubject: [{ id: 'did:example:a' }, {}] }],
  ['a subject that is a word', { credentialSubject: 'did:example:a' }],
  ['an issuer that is no address', { issuer: 'not an address' }],
  ['an issuer whose id is nothing', { issuer: { id: null } }],
  ['an issuer whose id is no address', { issuer: { id: 'not an address' } }],
  ['a name that says more than a text can', { name: spoken('Club', { url: 'https://words.example/' }) }],
  ['a description that says more', { description: spoken('Club', { url: 'https://words.example/' }) }],
  ['a beginning that is no moment', { validFrom: 'TEST' }],
  ['an end that is no moment', { validUntil: '2090-13-01' }],
  ['an end before its beginning', { validFrom: '2030-01-01T00:00:00Z', validUntil: '2029-01-01T00:00:00Z' }],
  ...['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence']
    .map((member): [string, JsonObject] => [`${member} without a type`, untyped(member)]),
  ['a status with two ids', { credentialStatus: { id: ['did:example:1', 'did:example:2'], type: 'Example' }, '@context': [VC_2, EXAMPLES] }],
  ['a status whose id is no address', { credentialStatus: { id: 'no address', type: 'Example' }, '@context': [VC_2, EXAMPLES] }],
  ['a status of a type without a meaning', { credentialStatus: { id: 'did:example:1', type: 'Example' } }],
  ['a schema without an id', { credentialSchema: { type: 'JsonSchema' } }],
  ['a schema whose id is a number', { credentialSchema: { id: 7, type: 'JsonSchema' } }],
  ['something related that is a word', { relatedResource: [VC_2] }],
  ['something related without an id', { relatedResource: { digestMultibase: CONTEXT_DIGEST } }],
  ['one thing related twice', { relatedResource: [{ id: VC_2, digestMultibase: CONTEXT_DIGEST }, { id: VC_2, digestMultibase: CONTEXT_DIGEST }] }],
  ['something related without a digest', { relatedResource: { id: VC_2 } }],
  ['another digest of what is related', { relatedResource: { id: VC_2, digestSRI: `sha256-${'0'.repeat(64)}` } }],
  ['another digest of it in the other form', { relatedResource: { id: VC_2, digestMultibase: CONTEXT_DIGEST.replace('EiBZ', 'EiBa') } }],
  ['something related that nobody here can look at', { relatedResource: { id: `${AT}/1`, digestMultibase: CONTEXT_DIGEST } }],
]

describe('what breaks a rule of the data model', () => {
  test.each(REFUSED)('%s: is neither issued nor, signed by someone else, accepted', async (_what, changes) => {
    expect((await door.issue(door.plain(changes))).status).toBe(400)
    expect(await door.verify(await signedAnyway(changes))).toMatchObject({ status: 400, body: { verified: false } })
  })

  test.each(['@context', 'type', 'issuer', 'credentialSubject'])('%s left out', async member => {
    expect((await door.issue(without(door.plain(), member))).status).toBe(400)
    const { body } = await door.issue(door.plain())
    expect((await door.verify(without(body, member))).status).toBe(400)
  })

  /** Where its words have no canonical form there is nothing to sign: then a genuine proof of another is put in. */
  async function signedAnyway(changes: JsonObject): Promise<JsonObject> {
    const unsigned = door.plain(changes)
    try {
      return await sign(unsigned, door.api.issuer.signer, new Date())
    } catch {
      const { proof = null } = (await door.issue(door.plain())).body
      return { ...unsigned, proof }
    }
  }
})

describe('presentations', () => {
  const shown = (members: JsonObject = {}) => ({ '@context': [VC_2], type: ['VerifiablePresentation'], ...members })

  test('one by nobody, with an id, or of several credentials is accepted where each in it is', async () => {
    const credentials = [await issued(), await issued()]
    for (const presentation of [shown(), shown({ id: 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e90' }), shown({ verifiableCredential: credentials })]) {
      expect((await door.present(presentation)).status).toBe(200)
    }
  })

  test('without contexts or a type, or with a credential that is none, it is refused', async () => {
    const credential = await issued()
    const refused: JsonObject[] = [
      without(shown(), '@context'), without(shown(), 'type'), shown({ type: ['Example'] }), shown({ '@context': [EXAMPLES] }),
      shown({ '@context': [VC_2, 7] }), shown({ '@context': [VC_2, 'https ://nowhere'] }), shown({ id: 'no address' }),
      shown({ type: ['VerifiablePresentation', 'Unmapped'] }), shown({ holder: 'no address' }),
      shown({ verifiableCredential: 'did:example:1' }), shown({ verifiableCredential: [credential, 7] }),
      shown({ verifiableCredential: without(credential, 'proof') }), shown({ verifiableCredential: without(credential, 'type') }),
      shown({ verifiableCredential: { ...credential, credentialSubject: { id: 'did:example:other' } } }),
    ]
    for (const presentation of refused) {
      expect((await door.present(presentation)).status, JSON.stringify(presentation)).toBe(400)
    }
  })

  async function issued(): Promise<JsonObject> {
    const { body } = await door.issue(door.plain())
    return isObject(body) ? body : {}
  }
})
