import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalByParts } from '~/standards/canonical-parts'
import { canonicalRdf, NotCanonical } from '~/standards/canonical-rdf'
import { endorsementCredential } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import { issueMany } from '~/standards/issue-many'
import type { JsonObject } from '~/standards/json'
import { openBadge } from '~/standards/open-badge'
import { verifyCredential } from '~/standards/verification'
import { AWARDED, credentialFacts, endorsementFacts, key, NOW, ORIGIN, world } from './issued'

const endorsements = await Promise.all(
  [0, 1, 2].map(async at => {
    const facts = endorsementFacts({ id: `${ORIGIN}/endorsements/${at}`, statement: `Number ${at}` })
    return (await issueChecked(endorsementCredential(facts), key.signer, AWARDED)).document
  }),
)

const badge = (at: number, changes = {}) =>
  openBadge(credentialFacts({ id: `${ORIGIN}/credentials/${at}`, endorsements, ...changes }))

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })

test('a pattern gives the same canonical text as jsonld, whatever people write and however much they did', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        recipient: fc.record({ name: words, did: fc.constantFrom('did:web:ana.example', 'did:key:z6Mk') }, { requiredKeys: ['name'] }),
        narrative: words,
        activities: fc.array(
          fc.record({ revisionId: fc.uuid(), title: words, narrative: words, genre: words }), { maxLength: 6 },
        ),
        endorsements: fc.subarray(endorsements),
      }),
      async changes => {
        const document = badge(1, changes)
        expect(await canonicalByParts(document)).toBe(await canonicalRdf(document))
      },
    ),
    { numRuns: 100 },
  )
})

test('equal words in different places stay one statement each, as in a set', async () => {
  const same = { revisionId: '01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e90', title: 'same', narrative: 'same', genre: 'same' }
  const document = badge(1, { narrative: 'same', recipient: { name: 'same' }, activities: [same, same] })
  expect(await canonicalByParts(document)).toBe(await canonicalRdf(document))
})

test('rule 7: each of many is signed so that the ordinary verifier accepts it with all it carries', async () => {
  const issued = await issueMany(Array.from({ length: 12 }, (_, at) => badge(at)), key.signer, AWARDED)
  for (const each of issued) {
    if (!('text' in each)) throw new Error(each.why)
    const { checks, inner } = await verifyCredential(each.text, { now: NOW, lookups: world([key]) })
    expect([...checks, ...inner.flatMap(one => one.checks)].filter(({ outcome }) => outcome === 'failed')).toEqual([])
  }
})

test('rule 7: one that carries a changed endorsement, or breaks its schema, is not issued, and the others are', async () => {
  const changed = { ...endorsements[0], name: 'Somebody else' } as JsonObject
  const { credentialSubject: _, ...headless } = badge(3)
  const documents = [badge(1), badge(2, { endorsements: [changed] }), headless, badge(4)]
  const issued = await issueMany(documents, key.signer, AWARDED)
  expect(issued.map(each => 'text' in each)).toEqual([true, false, false, true])
})

test('rule 7: a signer that does not sign what it is given issues nothing at all', async () => {
  const sloppy = { ...key.signer, sign: (bytes: Uint8Array) => key.signer.sign(bytes.subarray(1)) }
  const issued = await issueMany([badge(1), badge(2)], sloppy, AWARDED)
  expect(issued.flatMap(each => ('why' in each ? [each.why] : []))).toHaveLength(2)
})

test('a signer that does not answer is no fault of any document: what it says goes on its way', async () => {
  const gone = new Error('nobody there')
  const away = { ...key.signer, sign: () => Promise.reject(gone) }
  await expect(issueMany([badge(1), badge(2)], away, AWARDED)).rejects.toBe(gone)
})

test('a word that no context knows is refused, not dropped', async () => {
  await expect(canonicalByParts({ ...badge(1), shoeSize: '42' })).rejects.toThrow(NotCanonical)
})
