import addFormats from 'ajv-formats'
import Ajv2019 from 'ajv/dist/2019.js'
import { describe, expect, test } from 'vitest'
import { clrCredential } from '~/standards/clr'
import { endorsementCredential } from '~/standards/endorsement-credential'
import { VC_2 } from '~/standards/contexts'
import { checkFormat, checkSchema } from '~/standards/format-check'
import { identities } from '~/standards/identity'
import type { Json, JsonObject } from '~/standards/json'
import { openBadge } from '~/standards/open-badge'
import { profileDocument } from '~/standards/profile'
import { describePublished, published } from './conformance'
import { AWARDED, credentialFacts, endorsementFacts, issuedBadge, issuer, key, LIST } from './issued'
import { changed, gapsOf, pathsOf } from './leaves'

/** The schemas are of draft 2019-09; their `$schema` ends in a `#` that ajv does not know. */
function validator(name: string, standard = 'ob-v3p0') {
  const ajv = addFormats(new Ajv2019({ strict: false, allErrors: false }))
  const schema = published(`${standard}-schemas/${standard.replace('-', '_')}_${name}_schema.json`)
  return ajv.compile({ ...schema, $schema: String(schema.$schema).replace('#', '') })
}

function ours(document: JsonObject): boolean {
  return checkSchema(document).outcome === 'passed'
}

describePublished('the published JSON schemas', () => {
  test('accept every credential, endorsement and profile we issue', async () => {
    const badge = await issuedBadge()
    const isBadge = validator('achievementcredential')
    const isEndorsement = validator('endorsementcredential')
    expect([isBadge(badge.document), isBadge.errors]).toEqual([true, null])
    const withStatus = endorsementFacts({
      status: { list: 'https://northbridge.example/status/2', index: 7 },
    })
    for (const facts of [endorsementFacts(), withStatus]) {
      expect([isEndorsement(endorsementCredential(facts)), isEndorsement.errors]).toEqual([true, null])
    }
    expect(validator('profile')(profileDocument(issuer, [key]))).toBe(true)
  })

  test('and one that calls its holder by a DID, beside what else says who is meant', () => {
    const { recipient, ...facts } = credentialFacts()
    const did = 'did:web:ana.example'
    const badge = openBadge({ ...facts, recipient: { ...recipient, did } })
    expect([badge.credentialSubject, validator('achievementcredential')(badge), ours(badge)]).toEqual([
      expect.objectContaining({ id: did, identifier: identities(recipient) }), true, true,
    ])
  })

  test('and a learner record, with a DID for its holder and without', async () => {
    const isRecord = validator('clrcredential', 'clr-v2p0')
    for (const recipient of [{ name: 'Ana' }, { name: 'Ana', did: 'did:web:ana.example' }]) {
      const record = clrCredential({
        id: 'https://northbridge.example/transcripts/1', issuer, name: 'Transcript', description: 'A selection.', madeAt: AWARDED,
        recipient, credentials: [(await issuedBadge()).document], associations: [], status: { list: LIST, index: 1 },
      })
      expect([isRecord(record), isRecord.errors, ours(record)]).toEqual([true, null, true])
    }
  })

  test('and the smallest credential there can be', () => {
    const { recipient, achievement, ...facts } = credentialFacts()
    const unsigned = openBadge({
      ...facts,
      recipient: { name: recipient.name ?? '' },
      achievement: {
        id: achievement.id,
        type: 'ext:PaidWork',
        name: 'A',
        description: 'B',
        criteria: 'C',
        scales: [],
      },
      results: [],
      activities: [],
    })
    expect(validator('achievementcredential')(unsigned)).toBe(true)
    expect(ours(unsigned)).toBe(true)
  })

  test('say the same as our own check, whichever member is missing or is something else', async () => {
    const { document } = await issuedBadge()
    const isValid = validator('achievementcredential')
    const others: Json[] = [null, 7, 'other', 'ext:other', {}, [], ['other'], { en: 'other' }]
    const replaced = pathsOf(document).flatMap(path =>
      others.map(other => ({
        path: `${path.join('.')} = ${JSON.stringify(other)}`,
        document: changed(document, path, () => other),
      })),
    )
    const twins = [...gapsOf(document), ...replaced]
    const disagreements = twins
      .filter(twin => isValid(twin.document) !== ours(twin.document))
      .map(({ path }) => path)
    expect(twins.length).toBeGreaterThan(2_000)
    expect(disagreements.filter(path => !isStricter(path))).toEqual([])
  })

  /** The schema lets a type or an issuer be any string, and a text for each language as well. */
  function isStricter(path: string): boolean {
    return /(^|\.)(type|issuer) = ("|\{)/.test(path) || /(^|\.)@context = /.test(path)
  }

  test('agree with our own check on the samples of 1EdTech that are Open Badges on VC 2.0', () => {
    const isBadge = validator('achievementcredential')
    const isEndorsement = validator('endorsementcredential')
    for (const name of SAMPLES) {
      const document = published(`samples-1edtech-ob30/${name}.json`)
      const isValid = name.startsWith('endorsement') ? isEndorsement : isBadge
      // One bad sample has a type that is a string, which the schema lets pass; its name says that it is bad.
      const isGood = isValid(document) && !name.includes('-type')
      expect([name, ours(document)]).toEqual([name, isGood])
    }
  })
})

const SAMPLES = `
  complete endorsement-valid simple simple-context-alias simple-context-version simple-did-key-method
  simple-did-web-method simple-multiple-proofs simple-err-credential-subject-achievement-result-description-type
  simple-err-credential-subject-identifier-type simple-err-credential-subject-profile-type
  simple-err-credential-subject-result-type simple-err-credential-subject-type simple-err-evidence-type
  simple-err-expired simple-err-issued simple-err-issuer simple-err-issuer-otheridentifier-type
  simple-err-issuer-parentorg-type simple-err-issuer-type simple-err-proof-method simple-err-proof-value
  simple-err-type bit-string-list/credential-status-revoked bit-string-list/credential-status-revoked-blank-nodes
`
  .trim()
  .split(/\s+/)

describe('what the VC data model asks and JSON-LD lets pass', () => {
  const unsigned = openBadge(credentialFacts())
  const broken: [string, JsonObject][] = [
    ['credentialSchema', { credentialSchema: { id: 'https://northbridge.example/schema' } }],
    ['credentialSchema', { credentialSchema: { id: 'not a url', type: 'JsonSchema' } }],
    ['credentialSchema', { credentialSchema: [] }],
    ['refreshService', { refreshService: { id: 'https://northbridge.example/refresh' } }],
    ['termsOfUse', { termsOfUse: [{ id: 'https://northbridge.example/terms' }] }],
    ['evidence', { evidence: [{ name: 'untyped' }] }],
    ['credentialStatus', { credentialStatus: { id: 'https://northbridge.example/status' } }],
    ['credentialStatus', { credentialStatus: { type: 'BitstringStatusListEntry', statusListIndex: '-1' } }],
    ['relatedResource', { relatedResource: [{ id: 'https://northbridge.example/a' }] }],
    ['relatedResource', { relatedResource: 'https://northbridge.example/a' }],
    ['relatedResource', { relatedResource: [related('a'), related('a')] }],
    ['relatedResource', { relatedResource: [{ digestSRI: 'sha256-abc' }] }],
    ['relatedResource', { relatedResource: { id: VC_2, digestSRI: 'sha256-abc' } }],
    ['issuer', { issuer: { name: 'Nobody' } }],
    ['issuer', { issuer: 'nobody' }],
    ['credentialSubject', { credentialSubject: [] }],
    ['credentialSubject', { credentialSubject: {} }],
    ['validFrom', { validFrom: '2026-05-02' }],
    ['validFrom', { validFrom: '2026-05-02T10:00:00' }],
    ['validUntil', { validUntil: '2025-01-01T00:00:00Z' }],
    ['id', { id: 'not a url' }],
    ['name', { name: 7 }],
    ['@context', { '@context': ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] }],
    ['evidence[0].@id', { evidence: [{ '@id': 'urn:x:y', type: 'Evidence' }] }],
  ]

  test.each(broken)('%s in %j', (member, change) => {
    const check = checkFormat({ ...unsigned, ...change })
    expect(check).toEqual({ name: 'format', outcome: 'failed', detail: { code: 'format.model', member } })
  })

  test('two different resources with their digests are fine', () => {
    const document = { ...unsigned, relatedResource: [related('a'), related('b')] }
    expect(checkFormat(document).outcome).toBe('passed')
  })

  function related(name: string): JsonObject {
    return { id: `https://northbridge.example/${name}`, digestSRI: 'sha256-abc' }
  }
})
