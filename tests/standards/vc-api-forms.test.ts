import { dereference, openVcApi } from '../vc-api/asking'
import { EXAMPLES } from '../vc-api/example-words'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import { gunzipSync } from 'node:zlib'
import { compactVerify, importJWK } from 'jose'
import { VC_2 } from '~/standards/contexts'
import { isObject, type JsonObject } from '~/standards/json'
import { jwkOf } from '~/standards/multikey'
import { openBadge } from '~/standards/open-badge'
import { credentialFacts, without } from './issued'

let door: Awaited<ReturnType<typeof openVcApi>>
beforeAll(async () => {
  door = await openVcApi()
})
afterAll(() => door.close())

const statusOf = ({ credentialStatus }: JsonObject): JsonObject => (isObject(credentialStatus) ? credentialStatus : {})

describe('status lists', () => {
  test('every credential has its own place in a list, in the words of the standard', async () => {
    const [one, other] = [await issued(), await issued()].map(statusOf)
    expect(one).toEqual({
      id: expect.any(String), type: 'BitstringStatusListEntry', statusPurpose: 'revocation',
      statusListIndex: expect.stringMatching(/^(0|[1-9]\d*)$/), statusListCredential: expect.stringMatching(/^https:/),
    })
    expect(one?.id).not.toBe(one?.statusListCredential)
    expect(other?.statusListIndex).not.toBe(one?.statusListIndex)
  })

  test('the list answers by HTTPS as a credential that verifies, of at least 16 kilobytes', async () => {
    const { statusListCredential, statusPurpose } = statusOf(await issued())
    const list = await dereference(String(statusListCredential))
    expect(list).toMatchObject({
      '@context': [VC_2], id: statusListCredential, type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: door.api.issuer.id, credentialSubject: { type: 'BitstringStatusList', statusPurpose, encodedList: expect.stringMatching(/^u/) },
    })
    expect(await door.verify(list)).toMatchObject({ status: 200 })
    const { encodedList } = Object(list.credentialSubject)
    expect(gunzipSync(Buffer.from(String(encodedList).slice(1), 'base64url')).length).toBeGreaterThanOrEqual(16_384)
    const decoded = await decodeList({ encodedList })
    expect(decoded.getStatus(0)).toBe(false)
  })

  test('what is revoked is refused, and only that', async () => {
    const [kept, revoked] = [await issued(), await issued()]
    const index = Number(statusOf(revoked).statusListIndex)
    door.api.lists[0]?.revoke(index)
    expect((await door.verify(kept)).status).toBe(200)
    expect(await door.verify(revoked)).toMatchObject({ status: 400, body: { verified: false, errors: [{ title: 'status' }] } })
    const list = await dereference(String(statusOf(revoked).statusListCredential))
    expect((await decodeList({ encodedList: String(Object(list.credentialSubject).encodedList) })).getStatus(index)).toBe(true)
  })

  test.each<[string, JsonObject]>([
    ['no place', { statusListIndex: true }], ['a place before the first', { statusListIndex: '-1' }],
    ['a place that is no number', { statusListIndex: 'one' }], ['no purpose', { statusPurpose: 7 }],
    ['a list that is no address', { statusListCredential: 'not an address' }], ['an id that is no address', { id: 'not an address' }],
  ])('an entry with %s is not issued', async (_what, changes) => {
    const entry = { ...statusOf(await issued()), ...changes }
    expect((await door.issue(door.plain({ credentialStatus: entry }))).status).toBe(400)
  })

  test.each<[string, JsonObject]>([
    ['beyond the end of its list', { statusListIndex: '99999999' }],
    ['in a list that is not there', { statusListCredential: 'https://localhost:1/status/1' }],
    ['for a purpose its list does not have', { statusPurpose: 'suspension' }],
  ])('a credential whose place is %s is not accepted', async (_what, changes) => {
    const entry = { ...statusOf(await issued()), ...changes }
    const { status, body } = await door.issue(door.plain({ credentialStatus: entry }))
    expect(status).toBe(201)
    expect((await door.verify(body)).status).toBe(400)
  })

  test('nor one in a list that another issuer keeps', async () => {
    const credentialStatus = statusOf(await issued())
    const { body } = await door.issue(fromToken({ credentialStatus }), '/tokens/credentials/issue')
    expect((await door.verify(body)).status).toBe(400)
  })

  async function issued(): Promise<JsonObject> {
    return (await door.issue(door.plain())).body
  }
})

const fromToken = (changes: JsonObject = {}) => door.plain({ issuer: door.api.tokenIssuer.id, ...changes })

describe('credentials as tokens', () => {
  test('come in an envelope, signed with ES256 by the key that is their issuer, and verify', async () => {
    const envelope = await enveloped()
    expect(envelope).toEqual({ '@context': VC_2, type: 'EnvelopedVerifiableCredential', id: expect.stringMatching(/^data:application\/vc\+jwt,/) })
    expect((await door.verify(envelope)).status).toBe(200)
    const key = await importJWK(Object(jwkOf(door.api.tokenIssuer.id.slice('did:key:'.length))), 'ES256')
    const { payload, protectedHeader } = await compactVerify(tokenIn(envelope), key)
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'JWT' })
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ '@context': [VC_2, EXAMPLES], type: ['VerifiableCredential', 'Club'] })
  })

  test('are read under the other names of the same, and inside a presentation', async () => {
    const envelope = await enveloped()
    for (const type of ['application/jwt', 'application/vc+ld+json+jwt']) {
      expect((await door.verify({ ...envelope, id: `data:${type},${tokenIn(envelope)}` })).status, type).toBe(200)
    }
    const shown = { '@context': [VC_2], type: 'VerifiablePresentation' }
    expect((await door.present({ ...shown, verifiableCredential: [envelope] })).status).toBe(200)
    expect((await door.present({ ...shown, verifiableCredential: [without(envelope, 'type')] })).status).toBe(400)
  })

  test('are refused in an envelope without its words, of another kind, or with a token that was changed', async () => {
    const envelope = await enveloped()
    const [header = '', payload = '', signature = ''] = tokenIn(envelope).split('.')
    const claims: JsonObject = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const part = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const changed = part({ ...claims, credentialSubject: { id: 'did:example:other' } })
    const refused: JsonObject[] = [
      without(envelope, '@context'), without(envelope, 'id'), { ...envelope, id: 'https://words.example/1' },
      { ...envelope, id: `data:text/plain,${tokenIn(envelope)}` },
      ...[`${header}.${changed}.${signature}`, `${header}.${payload}.`, `${part({ alg: 'none' })}.${payload}.`, `${header}.${payload}.${signature.slice(2)}AA`]
        .map(token => ({ ...envelope, id: `data:application/vc+jwt,${token}` })),
    ]
    for (const document of refused) expect((await door.verify(document)).status, JSON.stringify(document)).toBe(400)
  })

  test('follow the same rules of the data model', async () => {
    const wrong: JsonObject[] = [
      { '@context': [EXAMPLES] }, { type: ['VerifiableCredential', 'Unmapped'] }, { issuer: 'not an address' },
      { credentialSubject: {} }, { validFrom: 'TEST' }, { evidence: { id: 'did:example:1' } },
    ]
    for (const changes of wrong) {
      expect((await door.issue(fromToken(changes), '/tokens/credentials/issue')).status, JSON.stringify(changes)).toBe(400)
    }
  })

  async function enveloped(): Promise<JsonObject> {
    const asked = fromToken({ '@context': [VC_2, EXAMPLES], type: ['VerifiableCredential', 'Club'] })
    const { status, body } = await door.issue(asked, '/tokens/credentials/issue')
    expect(status).toBe(201)
    return body
  }

  function tokenIn({ id }: JsonObject): string {
    return String(id).split(',')[1] ?? ''
  }
})

describe('Open Badges through the same doors', () => {
  const badge = ({ id }: { id: string }) => without(openBadge(credentialFacts({ issuer: { id, name: 'Northbridge', url: 'https://northbridge.example' } })), 'credentialStatus')

  test('are issued and verified as the product does it, by their own layout too', async () => {
    const [inside, token] = [badge(door.api.issuer), badge(door.api.tokenIssuer)]
    for (const [path, document] of [['/credentials/issue', inside], ['/tokens/credentials/issue', token]] as const) {
      const { status, body } = await door.issue(document, path)
      expect(status).toBe(201)
      expect(await door.verify(body)).toMatchObject({ status: 200 })
    }
    expect((await door.issue({ ...inside, credentialSubject: { type: 'AchievementSubject' } })).status).toBe(400)
  })
})

test('what is no request is answered, and nothing else is there', async () => {
  const { origin } = door.api
  expect((await fetch(`${origin}/credentials/verify`, { method: 'POST', body: '{"a":1,"a":2}' })).status).toBe(400)
  expect((await fetch(`${origin}/credentials/verify`, { method: 'POST', body: '{}' })).status).toBe(400)
  expect((await fetch(`${origin}/credentials/issue`, { method: 'POST', body: '{}' })).status).toBe(400)
  expect((await fetch(`${origin}/credentials/issue`)).status).toBe(404)
})
