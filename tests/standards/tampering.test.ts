import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { didDocument } from '~/standards/did'
import { endorsementCredential } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import { isObject, type JsonObject } from '~/standards/json'
import { publicKeyMultibase } from '~/standards/multikey'
import { sign } from '~/standards/proof'
import { innerCredentials } from '~/standards/inner-credentials'
import { verifyCredential } from '~/standards/verification'
import { elsewhere } from './elsewhere'
import {
  AWARDED,
  endorsementFacts,
  ISSUER_ID,
  issuedBadge,
  issuer,
  key,
  newKey,
  NOW,
  without,
  world,
} from './issued'
import { gapsOf, twinsOf, type Twin } from './leaves'

interface Answer {
  verified: boolean
  reason: string | null
}

// Beside a key for tokens, which is written in another form.
const forTokens = { publicKeyMultibase: publicKeyMultibase(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey) }
const didDocuments = [didDocument(ISSUER_ID, [key, forTokens])]

function library(credentials: JsonObject[]): Promise<Answer[]> {
  return elsewhere<Answer[]>('library.ts', { now: NOW, didDocuments, credentials })
}

/** Paths of the twins that our own verifier did not refuse. */
async function notRefused(twins: Twin[]): Promise<string[]> {
  const left = []
  for (const { path, document } of twins) {
    const { valid } = await verifyCredential(JSON.stringify(document), { now: NOW, lookups: world([key]) })
    if (valid !== false) left.push(path)
  }
  return left
}

let badge: JsonObject
let endorsement: JsonObject

beforeAll(async () => {
  badge = (await issuedBadge()).document
  endorsement = innerCredentials(badge).find(isObject) ?? {}
})

describe('a library that shares no code with ours, with only published contexts and keys', () => {
  test('accepts the credential, and the endorsement inside it on its own', async () => {
    expect(await library([badge, endorsement])).toEqual([
      { verified: true, reason: null },
      { verified: true, reason: null },
    ])
  })

  test('refuses it after any leaf of its JSON is changed', async () => {
    const twins = twinsOf(badge)
    const answers = await library(twins.map(({ document }) => document))
    expect(twins.length).toBeGreaterThan(150)
    expect(twins.filter((_, index) => answers[index]?.verified !== false).map(({ path }) => path)).toEqual([])
  })

  test('refuses the endorsement after any leaf of its JSON is changed', async () => {
    const twins = twinsOf(endorsement)
    const answers = await library(twins.map(({ document }) => document))
    expect(twins.length).toBeGreaterThan(50)
    expect(twins.filter((_, index) => answers[index]?.verified !== false).map(({ path }) => path)).toEqual([])
  })
})

describe('our own verifier', () => {
  test('refuses the credential after any leaf of its JSON is changed', async () => {
    expect(await notRefused(twinsOf(badge))).toEqual([])
  })

  test('refuses the endorsement after any leaf of its JSON is changed', async () => {
    expect(await notRefused(twinsOf(endorsement))).toEqual([])
  })

  test('shows a changed endorsement inside an outer credential for what it is', async () => {
    for (const { document } of twinsOf(endorsement).filter(({ path }) =>
      path.startsWith('credentialSubject'),
    )) {
      const text = JSON.stringify({ ...badge, endorsement: [document] })
      const { valid, inner } = await verifyCredential(text, { now: NOW, lookups: world([key]) })
      expect(valid).toBe(false)
      expect(inner[0]?.valid).toBe(false)
    }
  })

  test('refuses the credential when any member or entry is left out', async () => {
    const plain = (await issuedBadge({ endorsements: [] })).document
    expect(await notRefused(gapsOf(plain))).toEqual([])
  })

  test('refuses a proof taken from another credential, and one made with another key', async () => {
    const other = (await issuedBadge({ id: 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e99' })).document
    const forged = await sign(without(badge, 'proof'), newKey().signer, AWARDED)
    const swapped = [{ ...badge, proof: other.proof ?? null }, forged]
    expect(await notRefused(swapped.map((document, index) => ({ path: `swap ${index}`, document })))).toEqual(
      [],
    )
  })

  test('refuses a credential in which the endorsement was exchanged for another genuine one', async () => {
    const facts = endorsementFacts({
      id: `${issuer.url}/endorsements/other`,
      statement: 'I saw nothing of the kind.',
    })
    const genuine = await issueChecked(endorsementCredential(facts), key.signer, AWARDED)
    const text = JSON.stringify({ ...badge, endorsement: [genuine.document] })
    const { valid, inner } = await verifyCredential(text, { now: NOW, lookups: world([key]) })
    expect(valid).toBe(false)
    expect(inner[0]?.valid).toBe(true)
  })
})
