import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeBecause, sealPart } from '~/standards/because'
import { newBitstring, setBit } from '~/standards/bitstring'
import { didDocument } from '~/standards/did'
import { endorsementCredential } from '~/standards/endorsement-credential'
import { issueChecked } from '~/standards/issue'
import type { JsonObject } from '~/standards/json'
import { openBadge } from '~/standards/open-badge'
import { profileDocument } from '~/standards/profile'
import { statusListCredential } from '~/standards/status-list'
import { verifyCredential } from '~/standards/verification'
import {
  AWARDED,
  credentialFacts,
  endorsementFacts,
  fixedKey,
  ISSUER_ID,
  issuer,
  LIST,
  NOW,
  ORIGIN,
  world,
} from './issued'

const key = fixedKey()

function golden(name: string): string {
  return join(import.meta.dirname, 'golden', name)
}

async function expectGolden(document: JsonObject, name: string) {
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(golden(name))
}

const parts = [
  sealPart({ part: 'tree', met: true, because: ['…'] }, 'c2FsdC1vZi10aGUtdHJlZQ'),
  sealPart(
    { part: 'activity', revision: '01978f2e-6a43-7c6b-9d5a-0d2f7b1c4e90', minutes: 2880 },
    'c2FsdC1vZi1vbmU',
  ),
]

test('an Open Badge with an endorsement inside is what it has always been', async () => {
  const endorsement = await issueChecked(endorsementCredential(endorsementFacts()), key.signer, AWARDED)
  const because = { url: `${ORIGIN}/credentials/q83vEjRWeJCrze8SNFZ4kA/because.json`, text: '' }
  because.text = composeBecause(credentialFacts().id, parts)
  const facts = credentialFacts({ endorsements: [endorsement.document], because })
  const { document } = await issueChecked(openBadge(facts), key.signer, AWARDED)
  await expectGolden(document, 'open-badge.json')
})

test('because.json is what it has always been', async () => {
  await expect(`${composeBecause(credentialFacts().id, parts)}\n`).toMatchFileSnapshot(golden('because.json'))
})

test('a status list, a DID document and a profile are what they have always been', async () => {
  const bits = newBitstring()
  setBit(bits, 94_567)
  const unsigned = statusListCredential({
    id: LIST,
    issuerId: ISSUER_ID,
    bits,
    validFrom: AWARDED,
    validUntil: NOW,
  })
  const old = {
    publicKeyMultibase: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    compromisedSince: AWARDED,
  }
  // Compressed bytes may differ from one Node to the next.
  const { encodedList: _, ...subject } = Object(unsigned.credentialSubject)
  await expectGolden({ ...unsigned, credentialSubject: subject }, 'status-list.json')
  await expectGolden(didDocument(ISSUER_ID, [old, key]), 'did.json')
  await expectGolden(profileDocument(issuer, [old, key]), 'profile.json')
})

test('the badge in the file still verifies', async () => {
  const text = readFileSync(golden('open-badge.json'), 'utf8')
  const { checks, inner } = await verifyCredential(text, { now: NOW, lookups: world([key]) })
  expect(checks.filter(({ outcome }) => outcome !== 'passed').map(({ name }) => name)).toEqual(['status'])
  expect(inner.map(({ valid }) => valid)).toEqual([true])
})
