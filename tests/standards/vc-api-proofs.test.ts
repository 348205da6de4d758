import { openVcApi } from '../vc-api/asking'
import { EXAMPLES } from '../vc-api/example-words'
import { newEd25519Issuer } from '../vc-api/issuers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalRdf } from '~/standards/canonical-rdf'
import { VC_1, VC_2 } from '~/standards/contexts'
import { didDocument } from '~/standards/did'
import { sha256 } from '~/standards/digest'
import { isObject, type Json, type JsonObject } from '~/standards/json'
import { readMoment } from '~/standards/moment'
import { readMultibase, toMultibase } from '~/standards/multikey'
import { elsewhere } from './elsewhere'
import { without } from './issued'

let door: Awaited<ReturnType<typeof openVcApi>>
let issued: JsonObject
let proof: JsonObject

beforeAll(async () => {
  door = await openVcApi()
  issued = (await door.issue(door.plain({ '@context': [VC_2, EXAMPLES], type: ['VerifiableCredential', 'Club'] }))).body
  proof = isObject(issued.proof) ? issued.proof : {}
})
afterAll(() => door.close())

describe('what is issued', () => {
  test('comes bare, as it was asked for, with one proof and a status', () => {
    expect(issued).toMatchObject({ '@context': [VC_2, EXAMPLES], type: ['VerifiableCredential', 'Club'] })
    expect(issued).not.toHaveProperty('verifiableCredential')
    const { id } = door.api.issuer
    expect(proof).toEqual({
      type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', created: expect.any(String),
      verificationMethod: `${id}#${id.slice('did:key:'.length)}`, proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]+$/),
    })
  })

  test('is signed with an Ed25519 key in the form of a Multikey, in 64 bytes, at a moment with its zone', () => {
    const method = readMultibase(door.api.issuer.id.slice('did:key:'.length))
    expect([method?.length, method?.subarray(0, 2).toString('hex')]).toEqual([34, 'ed01'])
    expect(readMultibase(String(proof.proofValue))?.length).toBe(64)
    expect(readMoment(proof.created)).toBeInstanceOf(Date)
  })

  test('is what a library that is not ours accepts', async () => {
    const { id } = door.api.issuer
    const { body } = await door.issue(door.plain())
    const credentials = [body, { ...body, credentialSubject: { id: 'did:example:other' } }]
    const didDocuments = [didDocument(id, [{ publicKeyMultibase: id.slice('did:key:'.length) }])]
    const answers = await elsewhere<{ verified: boolean }[]>('library.ts', { now: new Date(), didDocuments, credentials })
    expect(answers.map(({ verified }) => verified)).toEqual([true, false])
  })

  test('on a document of VC 1.1 verifies as well', async () => {
    const older = { ...door.plain({ '@context': [VC_1, DATA_INTEGRITY] }), issuanceDate: '2020-01-01T00:00:00Z' }
    const { status, body } = await door.issue(older)
    expect(status).toBe(201)
    expect((await door.verify(body)).status).toBe(200)
  })
})

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2'

/** Signed by someone whose proof says of itself what it should not. */
async function signedWith(options: JsonObject, document = without(issued, 'proof'), purpose = 'assertionMethod'): Promise<JsonObject> {
  const { id, signer } = newEd25519Issuer()
  const unsigned: JsonObject = 'issuer' in document ? { ...document, issuer: id } : document
  const base = {
    type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: '2026-01-01T00:00:00Z',
    verificationMethod: signer.verificationMethod, proofPurpose: purpose, ...options,
  }
  const hash = async (part: JsonObject) => sha256(await canonicalRdf(part))
  const hashes = [await hash({ '@context': unsigned['@context'] ?? [], ...base }), await hash(without(unsigned, 'credentialStatus'))]
  const proofValue = toMultibase(await signer.sign(Buffer.concat(hashes)))
  return { ...without(unsigned, 'credentialStatus'), proof: { ...base, proofValue } }
}

test('a proof made elsewhere by the same rules is accepted', async () => {
  expect(await door.verify(await signedWith({}))).toMatchObject({ status: 200 })
})

describe('a proof is refused', () => {
  test.each(['type', 'cryptosuite', 'verificationMethod', 'proofPurpose', 'proofValue', 'created'])('without its %s', async member => {
    expect(await refusal({ ...issued, proof: without(proof, member) })).toBe(true)
  })

  test.each<[string, Json]>([
    ['type', 'Example'], ['type', 7], ['cryptosuite', 'invalid'], ['cryptosuite', 'eddsa-jcs-2022'], ['cryptosuite', 7],
    ['verificationMethod', 'not an address'], ['verificationMethod', 'did:key:invalid'], ['verificationMethod', null],
    ['proofPurpose', 'invalid'], ['proofPurpose', 'authentication'], ['proofValue', null], ['proofValue', ''],
    ['created', 'invalid'], ['created', '2026-01-01T00:00:00'], ['created', '2025-01-01T00:00:00Z'],
    ['challenge', 'more than was signed'], ['domain', 'elsewhere.example'],
  ])('whose %s was made %j', async (member, value) => {
    expect(await refusal({ ...issued, proof: { ...proof, [member]: value } })).toBe(true)
  })

  test('that is not there, is nothing, or is in another base or too short', async () => {
    const value = String(proof.proofValue)
    const bytes = readMultibase(value) ?? Buffer.alloc(0)
    const others = [value.slice(1), `m${bytes.toString('base64')}`, toMultibase(bytes.subarray(1)), toMultibase(bytes.map(byte => byte ^ 1))]
    expect(await refusal(without(issued, 'proof'))).toBe(true)
    expect(await refusal({ ...issued, proof: null })).toBe(true)
    for (const proofValue of others) expect(await refusal({ ...issued, proof: { ...proof, proofValue } }), proofValue).toBe(true)
  })

  test.each<[string, JsonObject]>([
    ['made with a moment that is none', { created: 'invalid' }],
    ['made at a moment without a zone', { created: '2026-01-01T00:00:00' }],
    ['that ends at a moment without a zone', { expires: '2090-01-01T00:00:00' }],
    ['that is over', { expires: '2026-01-02T00:00:00Z' }],
  ])('%s, though the signature holds', async (_what, options) => {
    expect(await refusal(await signedWith(options))).toBe(true)
  })

  test('for another purpose, challenge or domain than was asked for', async () => {
    const signed = await signedWith({ challenge: 'once', domain: 'here.example' })
    expect((await door.verify(signed, { challenge: 'once', domain: 'here.example' })).status).toBe(200)
    const others: JsonObject[] = [{ expectedProofPurpose: 'authentication' }, { challenge: 'twice' }, { domain: 'there.example' }]
    for (const options of others) {
      expect((await door.verify(signed, options)).status, JSON.stringify(options)).toBe(400)
    }
  })

  test('of a document that was changed, or says what its contexts give no meaning to', async () => {
    expect(await refusal({ ...issued, credentialSubject: { id: 'did:example:other' } })).toBe(true)
    expect(await refusal({ ...issued, '@context': [VC_2] })).toBe(true)
    expect(await refusal({ ...issued, name: 'More' })).toBe(true)
  })

  test('by a key that is not its issuer’s', async () => {
    const { id } = newEd25519Issuer()
    const other = await signedWith({})
    expect(await refusal({ ...other, issuer: id })).toBe(true)
  })

  test('a second one beside it that does not hold, or an older one that nobody follows', async () => {
    const bad = { ...proof, proofValue: toMultibase(Buffer.alloc(64, 1)) }
    expect((await door.verify({ ...issued, proof: [proof] })).status).toBe(200)
    expect(await refusal({ ...issued, proof: [proof, bad] })).toBe(true)
    expect(await refusal(await signedWith({ previousProof: 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e90' }))).toBe(true)
  })

  async function refusal(document: JsonObject): Promise<boolean> {
    const { status, body } = await door.verify(document)
    return status === 400 && body.verified === false
  }
})

test('a signed presentation is accepted for the challenge and the place it was made for, and by its holder alone', async () => {
  const shown = { '@context': [VC_2], type: ['VerifiablePresentation'], verifiableCredential: [issued] }
  const asked = { challenge: 'once', domain: 'here.example' }
  const signed = await signedWith(asked, shown, 'authentication')
  expect((await door.present(signed, asked)).status).toBe(200)
  expect((await door.present(signed, { ...asked, challenge: 'twice' })).status).toBe(400)
  expect((await door.present({ ...signed, id: 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e90' }, asked)).status).toBe(400)
  expect((await door.present(await signedWith(asked, shown), asked)).status).toBe(400)
  const stranger = { ...shown, holder: newEd25519Issuer().id }
  expect((await door.present(await signedWith(asked, stranger, 'authentication'), asked)).status).toBe(400)
})
