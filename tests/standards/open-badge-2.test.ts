import { createSign, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import type { JsonObject } from '~/standards/json'
import { verifyCredential } from '~/standards/verification'
import { baked, png, svg } from './carriers'
import { NOW, outcomes, world } from './issued'

const HOST = 'https://badges.example'
const CONTEXT = 'https://w3id.org/openbadges/v2'
const assertion: JsonObject = {
  '@context': CONTEXT, type: 'Assertion', id: `${HOST}/assertions/1`,
  recipient: { type: 'email', hashed: true, salt: 'a1', identity: 'sha256$c7ef86405ba71b85acd8e2e95166c4b111448089f2e1599f42fe1bba46e865c5' },
  badge: `${HOST}/badges/1`, verification: { type: 'HostedBadge' }, issuedOn: '2026-01-01T00:00:00Z',
}
const badge = {
  '@context': CONTEXT, type: 'BadgeClass', id: `${HOST}/badges/1`, name: 'Teamwork', description: 'Works in teams.',
  issuer: `${HOST}/issuer`,
}
const issuer: JsonObject = { '@context': CONTEXT, type: 'Issuer', id: `${HOST}/issuer`, name: 'Badges', url: HOST }

/** The network as the verifier finds it: each answers at the address it has for a name. */
function net(...documents: JsonObject[]): Record<string, string> {
  return Object.fromEntries(documents.map(document => [String(document.id), JSON.stringify(document)]))
}

const verify = (content: string | Uint8Array, answers: Record<string, string>) =>
  verifyCredential(content, { now: NOW, lookups: world([], answers) })

const outcomesOf = async (content: JsonObject | string, answers: Record<string, string>) =>
  outcomes((await verify(typeof content === 'string' ? content : JSON.stringify(content), answers)).checks)

test('a badge that its issuer keeps where it says is genuine, from JSON, a picture, and an address alone', async () => {
  const answers = net(assertion, badge, issuer)
  const text = JSON.stringify(assertion)
  const drawing = svg(`<o:assertion verify="${String(assertion.id)}"/>`, 'xmlns:o="http://openbadges.org"')
  for (const content of [text, png(baked(text, 'openbadges')), png(baked(String(assertion.id), 'openbadges')), drawing]) {
    const { valid, checks, credential } = await verify(content, answers)
    expect(outcomes(checks)).toEqual({
      format: 'passed', proof: 'passed', issuer: 'passed', validity: 'passed', status: 'passed',
    })
    expect(valid).toBe(true)
    expect(credential).toMatchObject({ kind: 'open-badge-2', name: 'Teamwork', issuer: { name: 'Badges' }, recipients: [] })
  }
})

test('what its issuer keeps otherwise, has revoked, or no longer answers for is not called genuine', async () => {
  const with_ = (changes: JsonObject) => net({ ...assertion, ...changes }, badge, issuer)
  expect(await outcomesOf(assertion, with_({ recipient: { type: 'email', identity: 'b@c.example' } }))).toMatchObject({ proof: 'failed' })
  expect(await outcomesOf(assertion, with_({ expires: '2026-02-01T00:00:00Z' }))).toMatchObject({ proof: 'failed' })
  expect(await outcomesOf(assertion, with_({ revoked: true }))).toMatchObject({ status: 'failed' })
  expect(await outcomesOf(assertion, net(badge, issuer))).toMatchObject({ proof: 'unknown', issuer: 'unknown', status: 'unknown' })
  expect(await outcomesOf(assertion, net(assertion, badge))).toMatchObject({ proof: 'passed', issuer: 'unknown' })
  expect(await outcomesOf({ ...assertion, expires: '2026-02-01T00:00:00Z' }, with_({ expires: '2026-02-01T00:00:00Z' })))
    .toMatchObject({ proof: 'passed', validity: 'failed' })
})

test('who the issuer is, is asked where it is published: its own words in the badge count for nothing', async () => {
  const elsewhere = { ...assertion, id: 'https://evil.example/1' }
  expect(await outcomesOf(elsewhere, net(elsewhere, badge, issuer))).toMatchObject({ proof: 'passed', issuer: 'failed' })
  const written = { ...elsewhere, badge: { ...badge, issuer: { ...issuer, verification: { allowedOrigins: ['evil.example'] } } } }
  expect(await outcomesOf(written, net(written, badge, issuer))).toMatchObject({ issuer: 'failed' })
  const allowing = { ...issuer, verification: { allowedOrigins: ['kept.example'], startsWith: [] } }
  const kept = { ...assertion, id: 'https://kept.example/1' }
  expect(await outcomesOf(kept, net(kept, badge, allowing))).toMatchObject({ issuer: 'passed' })
  const beginning = { ...issuer, verification: { startsWith: `${HOST}/assertions/` } }
  expect(await outcomesOf(assertion, net(assertion, badge, beginning))).toMatchObject({ issuer: 'passed' })
  const tooShort = { ...issuer, verification: { startsWith: ['https'] } }
  expect(await outcomesOf(assertion, net(assertion, badge, tooShort))).toMatchObject({ issuer: 'failed' })
})

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = `${HOST}/key`
const keyDocument = {
  '@context': CONTEXT, type: 'CryptographicKey', id: KEY, owner: `${HOST}/issuer`,
  publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
}
const signer = { ...issuer, publicKey: KEY, revocationList: `${HOST}/revoked` }
const revoked = (...revokedAssertions: JsonObject[]) =>
  ({ '@context': CONTEXT, type: 'RevocationList', id: `${HOST}/revoked`, issuer: `${HOST}/issuer`, revokedAssertions })
const signed = { ...assertion, id: 'urn:uuid:1', verification: { type: 'SignedBadge', creator: KEY } }

function token(payload: JsonObject, alg = 'RS256') {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg })}.${part(payload)}`
  return `${content}.${createSign('sha256').update(content).sign(privateKey).toString('base64url')}`
}

test('a signed badge is genuine by the key that its issuer publishes, unless that one’s list names it', async () => {
  const answers = net(badge, signer, keyDocument, revoked({ id: 'urn:uuid:2' }))
  expect((await verify(token(signed), answers)).valid).toBe(true)
  const text = token(signed)
  expect((await verify(text.replace(/\.(\w)/, (_, letter) => `.${letter === 'a' ? 'b' : 'a'}`), answers)).valid).toBe(false)
  expect(await outcomesOf(text, { ...answers, ...net(revoked({ id: 'urn:uuid:1' })) })).toMatchObject({ status: 'failed' })
  expect(await outcomesOf(text, net(badge, signer, keyDocument))).toMatchObject({ proof: 'passed', status: 'unknown' })
  expect(await outcomesOf(text, net(badge, issuer, keyDocument))).toMatchObject({ issuer: 'failed', status: 'passed' })
  expect(await outcomesOf(text, net(badge, signer, { ...keyDocument, owner: 'https://evil.example' }))).toMatchObject({ issuer: 'failed' })
  expect(await outcomesOf(text, net(badge, signer))).toMatchObject({ proof: 'unknown', issuer: 'unknown' })
  expect(await outcomesOf(token(signed, 'none'), answers)).toMatchObject({ proof: 'failed' })
  expect(await outcomesOf(signed, answers)).toMatchObject({ proof: 'failed' })
})

test('one that lacks what every badge has is told so', async () => {
  for (const member of ['id', 'recipient', 'badge', 'verification', 'issuedOn']) {
    const { checks } = await verify(JSON.stringify({ ...assertion, [member]: null }), {})
    expect(checks).toMatchObject([{ outcome: 'failed', detail: { code: 'format.model', member } }])
  }
})
