import { createPrivateKey, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto'
import { newBitstring, setBit } from '~/standards/bitstring'
import type { PublishedKey } from '~/standards/did'
import type { EndorsementFacts } from '~/standards/endorsement-credential'
import { endorsementCredential } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import { present, type JsonObject } from '~/standards/json'
import type { Lookups } from '~/standards/lookups'
import { publicKeyMultibase } from '~/standards/multikey'
import { openBadge, type CredentialFacts } from '~/standards/open-badge'
import type { IssuerFacts } from '~/standards/profile'
import { verificationMethodOf, type Signer } from '~/standards/proof'
import { statusListCredential } from '~/standards/status-list'

export const ORIGIN = 'https://vouch.northbridge.example'
export const ISSUER_ID = 'did:web:vouch.northbridge.example:issuers:northbridge'
export const LIST = `${ORIGIN}/status/1`
export const AWARDED = new Date('2026-05-02T10:00:00Z')
export const NOW = new Date('2026-06-01T12:00:00Z')

export const issuer: IssuerFacts = {
  id: ISSUER_ID,
  name: 'Northbridge University',
  url: 'https://northbridge.example',
  email: 'credentials@northbridge.example',
  countryCode: 'IE',
}

export interface TestKey {
  publicKeyMultibase: string
  signer: Signer
}

export function newKey(issuerId = ISSUER_ID): TestKey {
  return testKey(generateKeyPairSync('ed25519').privateKey, issuerId)
}

/** The same key every time, for files that must not change. */
export function fixedKey(): TestKey {
  const seed = Buffer.alloc(32, 'vouch')
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return testKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }), ISSUER_ID)
}

function testKey(privateKey: KeyObject, issuerId: string): TestKey {
  const multibase = publicKeyMultibase(privateKey)
  return {
    publicKeyMultibase: multibase,
    signer: {
      verificationMethod: verificationMethodOf(issuerId, multibase),
      sign: bytes => signBytes(null, bytes, privateKey),
    },
  }
}

export const key = newKey()
export const REVISION = '01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e90'
const LEVELS = ['Beginning', 'Practising', 'Independent', 'Leading']

function scale(code: string, name: string) {
  const id = `urn:uuid:01978f2e-0000-7000-8000-0000000000${code}`
  return {
    id,
    name,
    competency: {
      name,
      url: `http://data.europa.eu/snb/lifecomp/${code}`,
      framework: 'LifeComp',
      code,
      description: `${name}, as LifeComp has it`,
    },
    levels: LEVELS.map((level, index) => ({
      id: `urn:uuid:01978f2e-000${index + 1}-7000-8000-0000000000${code}`,
      name: level,
      description: `${level} in ${name.toLowerCase()}`,
    })),
    requiredLevelId: `urn:uuid:01978f2e-0002-7000-8000-0000000000${code}`,
  }
}

export const scales = [scale('31', 'Collaboration'), scale('23', 'Communication')]

export function endorsementFacts(changes: Partial<EndorsementFacts> = {}): EndorsementFacts {
  const [first, second] = scales.map(({ competency }) => competency)
  return {
    id: `${ORIGIN}/endorsements/Zk3vQ2pXb8d1RwYt6uJm4A`,
    issuer,
    name: 'Confirmed by Ben Ortiz, Student representation officer',
    revisionId: REVISION,
    endorsedAt: new Date('2026-04-20T09:30:00Z'),
    statement: 'Chidi chaired a meeting I had expected to fail.',
    record: ['They supervised this work.', 'They signed in with the university.'],
    minutes: { value: 2880, name: 'Confirmed minutes', sentence: 'They confirmed 48 hours.' },
    judgements: [
      {
        competency: first ?? { name: '', url: '' },
        levelId: scales[0]?.levels[2]?.id,
        outcome: 'Independent',
        sentence: 'Collaboration: Independent.',
      },
      {
        competency: second ?? { name: '', url: '' },
        outcome: 'Not observed',
        sentence: 'Communication: Not observed.',
      },
    ],
    ...changes,
  }
}

export function credentialFacts(changes: Partial<CredentialFacts> = {}): CredentialFacts {
  return {
    id: `${ORIGIN}/credentials/q83vEjRWeJCrze8SNFZ4kA`,
    issuer,
    awardedAt: AWARDED,
    validFrom: AWARDED,
    validUntil: new Date('2036-05-02T10:00:00Z'),
    recipient: {
      email: { address: 'Chidi@Northbridge.example', salt: '9f2c51aa04' },
      name: 'Chidi Okafor',
    },
    achievement: {
      id: `${ORIGIN}/achievements/inclusive-leadership-1`,
      type: 'MicroCredential',
      name: 'Inclusive Leadership',
      description: 'Leads groups so that everyone in them can take part.',
      criteria: 'At least 75 confirmed hours, and **Collaboration** at *Practising* as seen by two people.',
      creditsAvailable: 3,
      humanCode: 'IL-2',
      version: '1',
      inLanguage: 'en',
      tags: ['leadership'],
      image: {
        url: `${ORIGIN}/achievements/inclusive-leadership-1.png`,
        caption: 'Emblem of Inclusive Leadership',
      },
      alignment: scales.map(({ competency }) => competency),
      scales,
    },
    creditsEarned: 3,
    period: { from: '2025-09-01', to: '2026-04-18' },
    narrative: '112 confirmed hours in two activities.',
    minutes: { value: 6720, name: 'Confirmed minutes' },
    results: scales.map(({ id, levels }) => ({
      scaleId: id,
      levelId: levels[2]?.id ?? '',
      levelName: levels[2]?.name ?? '',
    })),
    activities: [
      {
        revisionId: REVISION,
        title: 'Course representative, Engineering',
        narrative: 'Representative, September 2025 to April 2026, 48 hours, confirmed by Ben Ortiz.',
        genre: 'Representation',
      },
      {
        revisionId: '01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e91',
        title: 'Volunteer, Shoreline Food Bank',
        narrative: 'Volunteer, October 2025 to March 2026, 40 hours.',
        description: 'Sorting and handing out food on Saturdays.',
      },
    ],
    endorsements: [],
    status: { list: LIST, index: 94_567 },
    ...changes,
  }
}

/** A rich credential with one endorsement inside, issued as the product issues. */
export async function issuedBadge(changes: Partial<CredentialFacts> = {}, signingKey = key) {
  const endorsement = await issueChecked(
    endorsementCredential(endorsementFacts()),
    signingKey.signer,
    AWARDED,
  )
  const facts = credentialFacts({ endorsements: [endorsement.document], ...changes })
  return issueChecked(openBadge(facts), signingKey.signer, AWARDED)
}

interface ListChanges {
  revoked?: number[]
  id?: string
  issuerId?: string
  validFrom?: Date
  validUntil?: Date
  key?: TestKey
  purpose?: string
  encodedList?: string
}

/** A signed status list, as it should be but for the changes. */
export async function statusList({
  revoked = [],
  key: signingKey = key,
  purpose,
  encodedList,
  ...changes
}: ListChanges = {}) {
  const bits = newBitstring()
  for (const index of revoked) setBit(bits, index)
  const validUntil = new Date(NOW.getTime() + 86_400_000)
  const facts = { id: LIST, issuerId: ISSUER_ID, bits, validFrom: AWARDED, validUntil, ...changes }
  const unsigned = statusListCredential(facts)
  const subject = {
    ...Object(unsigned.credentialSubject),
    ...present({ statusPurpose: purpose, encodedList }),
  }
  return (await issueChecked({ ...unsigned, credentialSubject: subject }, signingKey.signer, AWARDED)).text
}

/** The world as the verifier finds it: these keys are published, these lists answer. */
export function world(keys: Omit<PublishedKey, 'id'>[], lists: Record<string, string> = {}): Lookups {
  const published = keys.map(key => ({ ...key, id: verificationMethodOf(ISSUER_ID, key.publicKeyMultibase) }))
  return {
    issuerKeys: async issuerId => (issuerId === ISSUER_ID ? published : null),
    statusList: async url => lists[url] ?? null,
    published: async url => lists[url] ?? null,
  }
}

/** Sentences to hold tests by: `{ format: 'passed', …}`. */
export function outcomes(checks: { name: string; outcome: string }[]): Record<string, string> {
  return Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))
}

export function without(document: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== member))
}
