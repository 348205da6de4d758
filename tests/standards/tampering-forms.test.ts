import { beforeAll, expect, test } from 'vitest'
import type { AchievementFacts } from '~/standards/achievement'
import { clrCredential } from '~/standards/clr'
import { CLR_2 } from '~/standards/clr-context'
import { didDocument } from '~/standards/did'
import { endorsementCredential } from '~/standards/endorsement-credential'
import { innerCredentials } from '~/standards/inner-credentials'
import { issueChecked } from '~/standards/issue'
import { isObject, type JsonObject } from '~/standards/json'
import { verifyCredential } from '~/standards/verification'
import { describePublished, published } from './conformance'
import { elsewhere } from './elsewhere'
import {
  AWARDED, credentialFacts, endorsementFacts, ISSUER_ID, issuedBadge, issuer, key, LIST, newKey, NOW, ORIGIN, outcomes,
  statusList, world,
} from './issued'
import { twinsOf, type Twin } from './leaves'

const ACTIVITY = 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4eaa'
const WORK = 'urn:uuid:01978f2e-6a43-7c6b-9d5a-0d2f7b1c4eab'
const place = (index: number) => ({ list: LIST, index })

/** What stands inside has its twins where it is issued by itself: here every leaf outside of it is changed in turn. */
const ownTwins = (record: JsonObject) =>
  twinsOf(record).filter(({ path }) => !path.startsWith('credentialSubject.verifiableCredential.'))

let activity: JsonObject
let record: JsonObject

beforeAll(async () => {
  const { achievement } = credentialFacts()
  const work: AchievementFacts = { ...achievement, id: ACTIVITY, type: 'CommunityService', scales: [] }
  activity = (await issuedBadge({ id: WORK, achievement: work, results: [] })).document
  const badge = (await issuedBadge()).document
  record = await signed(recordOf([badge, activity]))
})

function recordOf(credentials: JsonObject[]): JsonObject {
  return clrCredential({
    id: `${ORIGIN}/transcripts/1`, issuer, name: 'Transcript', description: 'A selection, as at 2 May 2026.', madeAt: AWARDED,
    recipient: { name: 'Chidi Okafor' }, credentials, status: place(1),
    associations: [{ type: 'isPartOf', sourceId: ACTIVITY, targetId: credentialFacts().achievement.id }],
  })
}

async function signed(unsigned: JsonObject, by = key): Promise<JsonObject> {
  return (await issueChecked(unsigned, by.signer, AWARDED)).document
}

async function libraryAccepts(documents: JsonObject[]): Promise<boolean[]> {
  const didDocuments = [didDocument(ISSUER_ID, [key])]
  const task = { now: NOW, didDocuments, credentials: documents, contexts: { [CLR_2]: published('contexts/clr-v2p0-2.0.1.json') } }
  const answers = await elsewhere<{ verified: boolean }[]>('library.ts', task)
  return answers.map(({ verified }) => verified)
}

async function acceptedHere(twins: Twin[]): Promise<string[]> {
  const accepted = []
  for (const { path, document } of twins) {
    const { valid } = await verifyCredential(JSON.stringify(document), { now: NOW, lookups: world([key]) })
    if (valid !== false) accepted.push(path)
  }
  return accepted
}

async function acceptedThere(twins: Twin[]): Promise<string[]> {
  const answers = await libraryAccepts(twins.map(({ document }) => document))
  return twins.filter((_, index) => answers[index]).map(({ path }) => path)
}

test('an activity is refused there and here after any leaf of it is changed', async () => {
  expect(await libraryAccepts([activity])).toEqual([true])
  const twins = twinsOf(activity)
  expect(twins.length).toBeGreaterThan(120)
  expect(await acceptedThere(twins)).toEqual([])
  expect(await acceptedHere(twins)).toEqual([])
})

describePublished('a learner record, with the published words of CLR 2.0', () => {
  test('is accepted by a library that is not ours, and refused there and here after any leaf of its own is changed', async () => {
    expect(await libraryAccepts([record])).toEqual([true])
    const twins = ownTwins(record)
    expect(twins.length).toBeGreaterThanOrEqual(40)
    expect(await acceptedThere(twins)).toEqual([])
    expect(await acceptedHere(twins)).toEqual([])
  })

  test('with another genuine credential, endorsement or proof in the place of its own is refused there and here', async () => {
    const [badge, second] = innerCredentials(record).filter(isObject)
    const another = (await issuedBadge({ id: `${ORIGIN}/credentials/another` })).document
    const said = await signed(endorsementCredential(endorsementFacts({ id: `${ORIGIN}/endorsements/other`, statement: 'Nothing of the kind.' })))
    const holding = (members: (JsonObject | undefined)[]) =>
      ({ ...record, credentialSubject: { ...Object(record.credentialSubject), verifiableCredential: members.filter(isObject) } })
    const twins: Twin[] = [
      { path: 'another credential', document: holding([another, second]) },
      { path: 'another endorsement', document: holding([{ ...badge, endorsement: [said] }, second]) },
      { path: 'one left out', document: holding([badge]) },
      { path: 'the proof of another', document: { ...record, proof: activity.proof ?? null } },
      { path: 'another key', document: await signed(recordOf([another]), newKey()) },
    ]
    expect(await acceptedThere(twins.slice(0, 4))).toEqual([])
    expect(await acceptedHere(twins)).toEqual([])
  })

  test('in which an endorsement was exchanged shows the credential as changed, and the endorsement as genuine', async () => {
    const [badge, second] = innerCredentials(record).filter(isObject)
    const said = await signed(endorsementCredential(endorsementFacts({ id: `${ORIGIN}/endorsements/other` })))
    const credentialSubject = { ...Object(record.credentialSubject), verifiableCredential: [{ ...badge, endorsement: [said] }, second ?? {}] }
    const text = JSON.stringify({ ...record, credentialSubject })
    const { valid, inner } = await verifyCredential(text, { now: NOW, lookups: world([key]) })
    expect([valid, ...inner.map(each => each.valid)]).toEqual([false, false, null])
    expect(inner[0]?.inner.map(each => each.checks.find(({ name }) => name === 'proof')?.outcome)).toEqual(['passed'])
  })
})

test.each<[string, () => Promise<JsonObject>, number]>([
  ['a credential', async () => (await issuedBadge()).document, 94_567],
  ['an endorsement', () => signed(endorsementCredential(endorsementFacts({ status: place(7) }))), 7],
  ['a learner record', async () => record, 1],
])('%s is refused as soon as its place in the list is set, and not when another’s is', async (_what, issue, index) => {
  const text = JSON.stringify(await issue())
  const statusWith = async (revoked: number[]) => {
    const lookups = world([key], { [LIST]: await statusList({ revoked }) })
    const { valid, checks } = await verifyCredential(text, { now: NOW, lookups })
    return { valid, status: outcomes(checks).status }
  }
  expect(await statusWith([index])).toEqual({ valid: false, status: 'failed' })
  expect((await statusWith([index + 1])).status).toBe('passed')
})
