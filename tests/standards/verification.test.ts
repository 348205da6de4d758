import { describe, expect, test } from 'vitest'
import { didWeb } from '~/standards/did'
import { issueChecked } from '~/standards/issue'
import type { JsonObject } from '~/standards/json'
import type { Lookups } from '~/standards/lookups'
import { openBadge } from '~/standards/open-badge'
import { sign } from '~/standards/proof'
import { verifyCredential } from '~/standards/verification'
import {
  AWARDED,
  credentialFacts,
  ISSUER_ID,
  issuedBadge,
  issuer,
  key,
  LIST,
  newKey,
  NOW,
  outcomes,
  statusList,
  world,
} from './issued'

async function verify(document: JsonObject, lookups: Lookups = world([key]), now = NOW) {
  return verifyCredential(JSON.stringify(document), { now, lookups })
}

async function detailOf(name: string, document: JsonObject, lookups?: Lookups, now?: Date) {
  const { checks } = await verify(document, lookups, now)
  const found = checks.find(check => check.name === name)
  return { outcome: found?.outcome, ...found?.detail }
}

test('a credential of ours passes every check, and so does the endorsement inside', async () => {
  const { text } = await issuedBadge()
  const lookups = world([key], { [LIST]: await statusList() })
  const { valid, checks, credential, inner } = await verifyCredential(text, { now: NOW, lookups })
  const names = ['format', 'schema', 'proof', 'issuer', 'validity', 'status']
  expect(outcomes(checks)).toEqual(Object.fromEntries(names.map(name => [name, 'passed'])))
  expect(valid).toBe(true)
  expect(credential).toMatchObject({
    kind: 'open-badge',
    name: 'Inclusive Leadership',
    recipients: ['Chidi Okafor'],
  })
  expect(inner.map(({ valid, credential }) => [valid, credential?.kind])).toEqual([[true, 'endorsement']])
})

describe('whose key it is', () => {
  test('a key the issuer does not publish fails, though the proof holds', async () => {
    const { document } = await issuedBadge({}, newKey())
    const { valid, checks } = await verify(document)
    expect(outcomes(checks)).toMatchObject({ proof: 'passed', issuer: 'failed' })
    expect(valid).toBe(false)
  })

  test('an issuer that does not answer, or has no address, is unknown', async () => {
    const { document } = await issuedBadge()
    const silent = { ...world([key]), issuerKeys: async () => null }
    expect(await detailOf('issuer', document, silent)).toMatchObject({
      outcome: 'unknown',
      code: 'issuer.unreachable',
    })
    const { document: other } = await issuedBadge({
      issuer: { ...issuer, id: 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e00' },
    })
    expect(await detailOf('issuer', other)).toMatchObject({ outcome: 'unknown', code: 'issuer.nowhere' })
  })

  test('an issuer that is nothing but its key passes by that key only', async () => {
    const id = `did:key:${key.publicKeyMultibase}`
    const own = await sign(openBadge(credentialFacts({ issuer: { ...issuer, id } })), key.signer, AWARDED)
    expect(await detailOf('issuer', own)).toMatchObject({ outcome: 'passed', code: 'issuer.is-the-key' })
    const stranger = await sign(
      openBadge(credentialFacts({ issuer: { ...issuer, id } })),
      newKey().signer,
      AWARDED,
    )
    expect(await detailOf('issuer', stranger)).toMatchObject({ outcome: 'unknown' })
  })

  test('rule 9: an old key verifies for ever; a compromised one only for what our records hold from before', async () => {
    const old = newKey()
    const { document } = await issuedBadge({}, old)
    const before = new Date(AWARDED.getTime() - 1)
    const after = new Date(AWARDED.getTime() + 1)
    expect(await detailOf('issuer', document, world([key, old]))).toMatchObject({ outcome: 'passed' })
    for (const compromisedSince of [before, AWARDED]) {
      const lookups = { ...world([key, { ...old, compromisedSince }]), isOnRecord: async () => true }
      expect(await detailOf('issuer', document, lookups)).toMatchObject({
        outcome: 'failed',
        code: 'issuer.compromised',
      })
    }
    const lookups = world([key, { ...old, compromisedSince: after }])
    expect(await detailOf('issuer', document, { ...lookups, isOnRecord: async () => true })).toMatchObject({
      outcome: 'passed',
    })
    expect(await detailOf('issuer', document, { ...lookups, isOnRecord: async () => false })).toMatchObject({
      outcome: 'failed',
    })
    for (const records of [{}, { isOnRecord: async () => null }]) {
      const detail = await detailOf('issuer', document, { ...lookups, ...records })
      expect(detail).toMatchObject({ outcome: 'unknown', code: 'issuer.compromised-later' })
    }
  })

  test('a key named otherwise than by itself is looked up where the issuer publishes it', async () => {
    const named = { ...key.signer, verificationMethod: `${ISSUER_ID}#key-1` }
    const document = await sign(openBadge(credentialFacts()), named, AWARDED)
    expect(await detailOf('proof', document)).toMatchObject({
      outcome: 'unknown',
      code: 'proof.key-not-found',
    })
    const published = [{ id: `${ISSUER_ID}#key-1`, publicKeyMultibase: key.publicKeyMultibase }]
    const lookups = { ...world([]), issuerKeys: async () => published }
    expect(outcomes((await verify(document, lookups)).checks)).toMatchObject({
      proof: 'passed',
      issuer: 'passed',
    })
  })
})

describe('whether it was revoked', () => {
  async function statusOf(
    list: string | null,
    lookups = world([key], list === null ? {} : { [LIST]: list }),
  ) {
    const { document } = await issuedBadge()
    return detailOf('status', document, lookups)
  }

  test('a set bit fails, an unset one passes', async () => {
    expect(await statusOf(await statusList({ revoked: [94_567] }))).toMatchObject({
      outcome: 'failed',
      code: 'status.revoked',
    })
    expect(await statusOf(await statusList({ revoked: [94_566, 94_568] }))).toMatchObject({
      outcome: 'passed',
    })
  })

  test('a list that is unreachable, out of date, forged, of another issuer or no list at all says neither', async () => {
    const other = newKey('did:web:elsewhere.example')
    const lists: [string, string | null][] = [
      ['status.unreachable', null],
      ['status.unreadable', 'not json'],
      ['status.unreadable', '{"type":["VerifiableCredential"]}'],
      ['status.out-of-date', await statusList({ validUntil: new Date(NOW.getTime() - 1_000) })],
      ['status.out-of-date', await statusList({ validFrom: new Date(NOW.getTime() + 1_000) })],
      ['status.untrusted', await statusList({ key: newKey() })],
      ['status.untrusted', (await statusList()).replace('"revocation"', '"suspension"')],
      [
        'status.other-issuer',
        await statusList({ issuerId: didWeb('https://elsewhere.example'), key: other }),
      ],
      ['status.unreadable', await statusList({ id: `${LIST}0` })],
      ['status.unreadable', await statusList({ encodedList: 'uAAAA' })],
      ['status.unreadable', await statusList({ purpose: 'suspension' })],
    ]
    for (const [code, list] of lists) expect(await statusOf(list)).toMatchObject({ outcome: 'unknown', code })
  })

  test('a bit set in such a list does not revoke either, save in one of another name', async () => {
    const revoked = [94_567]
    expect(await statusOf(await statusList({ revoked, key: newKey() }))).toMatchObject({ outcome: 'unknown' })
    expect(await statusOf(await statusList({ revoked, id: `${LIST}0` }))).toMatchObject({ outcome: 'failed' })
  })

  test('rule 9: a list signed with a key after it was compromised is not believed', async () => {
    const lookups = world([{ ...key, compromisedSince: AWARDED }], { [LIST]: await statusList() })
    expect(await statusOf(null, lookups)).toMatchObject({ outcome: 'unknown', code: 'status.untrusted' })
  })

  test('where the issuer can not be asked, a list signed with the same key still counts', async () => {
    const silent = { ...world([]), issuerKeys: async () => null }
    const own = { ...silent, statusList: async () => statusList({ revoked: [94_567] }) }
    expect(await statusOf(null, own)).toMatchObject({ outcome: 'failed' })
    const foreign = { ...silent, statusList: async () => statusList({ revoked: [94_567], key: newKey() }) }
    expect(await statusOf(null, foreign)).toMatchObject({ outcome: 'unknown' })
  })

  test('other ways of saying so are unknown', async () => {
    const document = {
      ...openBadge(credentialFacts()),
      credentialStatus: { id: LIST, type: 'StatusList2021Entry' },
    }
    expect(await detailOf('status', document)).toMatchObject({
      outcome: 'unknown',
      code: 'status.other-method',
    })
  })
})

test('dates: not yet valid, valid to the last moment, over', async () => {
  const { document } = await issuedBadge({ validUntil: NOW })
  const at = (milliseconds: number) => detailOf('validity', document, undefined, new Date(milliseconds))
  expect(await at(AWARDED.getTime() - 1)).toMatchObject({ outcome: 'failed', code: 'validity.not-yet' })
  expect(await at(AWARDED.getTime())).toMatchObject({ outcome: 'passed', code: 'validity.until' })
  expect(await at(NOW.getTime())).toMatchObject({ outcome: 'passed' })
  expect(await at(NOW.getTime() + 1)).toMatchObject({ outcome: 'failed', code: 'validity.over' })
})

describe('several proofs', () => {
  async function withProofs(...change: ((proof: JsonObject) => JsonObject)[]) {
    const { document } = await issuedBadge()
    const proof = Object(document.proof)
    return { ...document, proof: change.map(make => make(proof)) }
  }
  const same = (proof: JsonObject) => proof

  test('a good one does not hide a bad one', async () => {
    const document = await withProofs(same, proof => ({ ...proof, created: '2026-05-03T00:00:00Z' }))
    const { valid, checks } = await verify(document)
    expect(outcomes(checks)).toMatchObject({ proof: 'failed', 'proof 1': 'passed', 'proof 2': 'failed' })
    expect(valid).toBe(false)
  })

  test('one that can not be read is reported and decides nothing', async () => {
    const document = await withProofs(proof => ({ ...proof, cryptosuite: 'bbs-2023' }), same)
    expect(outcomes((await verify(document)).checks)).toMatchObject({
      proof: 'passed',
      'proof 1': 'unknown',
      'proof 2': 'passed',
    })
  })

  test('one that has expired, or serves another purpose, does not count', async () => {
    const expired = await withProofs(proof => ({ ...proof, expires: '2026-05-30T00:00:00Z' }))
    expect(await detailOf('proof', expired)).toMatchObject({ outcome: 'failed', code: 'proof.expired' })
    const other = await withProofs(proof => ({ ...proof, proofPurpose: 'authentication' }))
    expect(await detailOf('proof', other)).toMatchObject({ outcome: 'failed', code: 'proof.malformed' })
  })
})

test('an endorsement about something else than this credential is told apart', async () => {
  const activities = credentialFacts().activities.slice(1)
  const { document } = await issuedBadge({ activities })
  const { inner } = await verify(document)
  expect(outcomes(inner[0]?.checks ?? [])).toMatchObject({ proof: 'passed', subject: 'failed' })
})

test('each endorsement inside is judged on its own: a bad one does not spoil what was signed over it', async () => {
  const { document: good } = await issuedBadge()
  const [endorsement] = [good.endorsement].flat()
  const bad = { ...Object(endorsement), name: 'Confirmed by somebody else' }
  const document = await sign(
    openBadge(credentialFacts({ endorsements: [Object(endorsement), bad] })),
    key.signer,
    AWARDED,
  )
  const { checks, inner } = await verify(document)
  expect(outcomes(checks)).toMatchObject({ proof: 'passed', issuer: 'passed' })
  expect(inner.map(({ checks }) => outcomes(checks).proof)).toEqual(['passed', 'failed'])
})

test('a credential with many endorsements leaves room for others while it is verified', async () => {
  const [endorsement] = [(await issuedBadge()).document.endorsement].flat()
  const endorsements = Array.from({ length: 30 }, () => Object(endorsement))
  const document = await sign(openBadge(credentialFacts({ endorsements })), key.signer, AWARDED)
  let turns = 0
  let next = setImmediate(function turn() {
    turns++
    next = setImmediate(turn)
  })
  const { inner } = await verify(document)
  clearImmediate(next)
  expect(inner).toHaveLength(30)
  expect(turns).toBeGreaterThanOrEqual(30)
})

test('what we could not verify ourselves is not issued', async () => {
  const endorsements = [Object([(await issuedBadge()).document.endorsement].flat()[0])]
  const broken = openBadge(credentialFacts({ endorsements: [{ ...endorsements[0], name: 'changed' }] }))
  await expect(issueChecked(broken, key.signer, AWARDED)).rejects.toThrow('proof.changed')
  const mismatched = { ...newKey().signer, verificationMethod: key.signer.verificationMethod }
  await expect(issueChecked(openBadge(credentialFacts()), mismatched, AWARDED)).rejects.toThrow(
    'proof.changed',
  )
  const incomplete = { ...openBadge(credentialFacts()), credentialSubject: { type: ['AchievementSubject'] } }
  await expect(issueChecked(incomplete, key.signer, AWARDED)).rejects.toThrow('schema.broken')
  const half = openBadge(credentialFacts({ narrative: 'half of a pair: \ud83d' }))
  await expect(issueChecked(half, key.signer, AWARDED)).rejects.toThrow('broken-text')
  const undefinedWord = { ...openBadge(credentialFacts()), hours: 75 }
  await expect(issueChecked(undefinedWord, key.signer, AWARDED)).rejects.toThrow()
})
