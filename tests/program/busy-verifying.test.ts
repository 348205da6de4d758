import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, type Issued } from '../cli/vouch'
import { largeRecord } from '../standards/large-record'
import { startServer, type RunningServer } from './server'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.remove())

const key = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
const proof = {
  type: 'DataIntegrityProof', created: '2026-01-01T00:00:00Z', verificationMethod: `did:key:${key}#${key}`,
  cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', proofValue: `z${'1'.repeat(64)}`,
}

/** As much as is read at all. */
const large = JSON.stringify({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ],
  type: ['VerifiableCredential', 'EndorsementCredential'], name: 'n', issuer: `did:key:${key}`, validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:x', type: ['EndorsementSubject'] }, proof,
  evidence: Array.from({ length: 4_900 }, (_, at) => ({ type: ['Evidence'], name: `e${at}` })),
})

const verify = (body: string) => fetch(`${server.url}/api/verify`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })

test('while the largest credential that is read is checked, everybody else is answered at once', async () => {
  const warm = await verify(large)
  expect(warm.status).toBe(200)
  let isChecked = false
  const started = performance.now()
  const checked = verify(large).finally(() => (isChecked = true))
  const waits: number[] = []
  while (!isChecked) {
    const start = performance.now()
    await fetch(`${server.url}/healthz`)
    waits.push(performance.now() - start)
    await wait(5)
  }
  const took = performance.now() - started
  expect(await (await checked).json()).toMatchObject({
    valid: false, checks: expect.arrayContaining([expect.objectContaining({ name: 'proof', outcome: 'failed' })]),
  })
  console.log(`${Math.round(took)} ms; asked ${waits.length} times meanwhile, the longest took ${Math.round(Math.max(...waits))} ms`)
  expect(Math.max(...waits), 'nobody waited for the check').toBeLessThan(took / 2)
})

/** Signed with the very key of the server, read from its own database. */
async function recordOfOurs() {
  Object.assign(process.env, server.env)
  const { db } = await import('~/lib/db.server')
  const { signingIssuer } = await import('~/domain/issuer.server')
  const { id } = await db.institution.findFirstOrThrow()
  const { facts: issuer, signer } = await signingIssuer(id)
  await db.$disconnect()
  return largeRecord({ activities: 300, credentials: 40, endorsements: 3 }, { issuer, signer })
}

interface Told {
  checks: { name: string; outcome: string }[]
  inner: Told[]
}
const proofsOf = ({ checks, inner }: Told): (string | undefined)[] => [checks.find(({ name }) => name === 'proof')?.outcome, ...inner.flatMap(proofsOf)]

test('a record of 340 entries with three endorsements each is checked to its end, and others are answered meanwhile', async () => {
  const record = JSON.stringify(await recordOfOurs())
  let isChecked = false
  const started = performance.now()
  const checked = verify(record).finally(() => (isChecked = true))
  const waits: number[] = []
  while (!isChecked) {
    const start = performance.now()
    await fetch(`${server.url}/healthz`)
    waits.push(performance.now() - start)
    await wait(5)
  }
  const took = performance.now() - started
  const proofs = proofsOf(await (await checked).json())
  console.log(`${record.length} characters in ${Math.round(took)} ms; asked ${waits.length} times, the longest took ${Math.round(Math.max(...waits))} ms`)
  expect(proofs).toHaveLength(1 + 340 + 1_020)
  expect(new Set(proofs)).toEqual(new Set(['passed']))
  expect(Math.max(...waits), 'nobody waited for the check').toBeLessThan(took / 2)
})

test('what only our records know is asked of them from there: keys, and the list of what was revoked', async () => {
  const shared = (await asked<Issued[]>(server, 'credentials')).find(credential => credential.shared)
  const document = await (await fetch(`${shared?.url}.json`)).text()
  expect(await (await verify(document)).json()).toMatchObject({ valid: true })
  const forged = document.replace('"name":"', '"name":"Not ')
  expect(await (await verify(forged)).json()).toMatchObject({ valid: false })
})

test('what the thread cannot find out is unknown, and nobody waits for it', async () => {
  const { proof: _, ...unsigned } = JSON.parse(large)
  const elsewhere = { ...proof, verificationMethod: 'https://example.com/100%#k' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => verify(JSON.stringify({ ...unsigned, evidence: undefined, proof: elsewhere }))))
  const unknown = { checks: expect.arrayContaining([expect.objectContaining({ name: 'proof', outcome: 'unknown' })]) }
  for (const answer of answers) expect(await answer.json()).toMatchObject(unknown)
})
