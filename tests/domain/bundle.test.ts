import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { credentialBundle } from '~/documents/credential-bundle.server'
import { acceptAward } from '~/domain/award.server'
import { listParts } from '~/domain/disclosed-parts.server'
import type { Reach } from '~/domain/lookups.server'
import type { Actor } from '~/domain/policy'
import { shareCredential } from '~/domain/share.server'
import { findStanding } from '~/domain/shown-credential.server'
import { verify } from '~/domain/verification.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { filesInZip } from '~/lib/zip-files.server'
import { zipOf } from '~/lib/zip.server'
import { sha256 } from '~/standards/digest'
import { publicKeyMultibase } from '~/standards/multikey'
import { sign, verificationMethodOf } from '~/standards/proof'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { zip } from '../zip'

let scene: AwardScene
let id: string
let key: string

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana)
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  await shareCredential(scene.ana, id)
  key = (await db.signingKey.findFirstOrThrow({ where: { kind: 'Ed25519' } })).publicKeyMultibase
})
afterEach(() => setClock(null))

const bundleOf = async (actor: Actor | null, parts: readonly string[] = []) =>
  buffer(zipOf(credentialBundle(found(await findStanding(id)), actor, parts)))

async function bytesOf(bytes: Uint8Array) {
  const files = await filesInZip(bytes, { files: 40, bytes: 5_000_000, bytesInAll: 20_000_000 })
  if (typeof files === 'string') throw new Error(files)
  return new Map(files.map(file => [file.name, file.bytes]))
}

const filesOf = async (bytes: Uint8Array) => new Map([...(await bytesOf(bytes))].map(([name, file]) => [name, Buffer.from(file).toString()]))

async function answerTo(bytes: Uint8Array, reach: Reach = {}) {
  const answer = await verify({ bytes }, reach)
  if ('unread' in answer) throw new Error(answer.unread)
  const outcomes = Object.fromEntries(answer.checks.map(({ name, outcome }) => [name, outcome]))
  const codes = Object.fromEntries(answer.checks.map(({ name, detail }) => [name, detail.code]))
  return { valid: answer.valid, outcomes, codes }
}

/** As on another machine: nothing of this issuer is known there. */
async function elsewhere<T>(ask: () => Promise<T>): Promise<T> {
  const { slug, publicUrl } = await db.institution.findFirstOrThrow()
  await db.institution.updateMany({ data: { slug: 'elsewhere', publicUrl: 'https://elsewhere.example' } })
  try {
    return await ask()
  } finally {
    await db.institution.updateMany({ data: { slug, publicUrl } })
  }
}

test('one file holds every form, the keys, the list, the words and how to check it', async () => {
  const files = await filesOf(await bundleOf(null))
  expect([...files.keys()].sort()).toEqual([
    'README.txt', 'because.json', 'certificate.pdf',
    'contexts/purl.imsglobal.org-spec-ob-v3p0-context-3.0.3.json', 'contexts/purl.imsglobal.org-spec-ob-v3p0-extensions.json',
    'contexts/w3.org-ns-credentials-v2.json', 'credential.json', 'credential.jwt', 'credential.png', 'did.json', 'status-list.json',
  ])
  expect(files.get('credential.json')).toBe((await db.credential.findUniqueOrThrow({ where: { id } })).document)
  const picture = found((await bytesOf(await bundleOf(null))).get('credential.png'))
  expect(await answerTo(picture)).toMatchObject({ valid: true })
  expect(files.get('README.txt')).toContain('--offline')
})

test('where its issuer is known it is valid, with what it rests on', async () => {
  expect(await answerTo(await bundleOf(null))).toMatchObject({ valid: true, outcomes: { because: 'passed', status: 'passed' } })
})

test('offline elsewhere: proof and schema pass, the issuer is unknown, and the list says on what day it was not revoked', async () => {
  const bytes = await bundleOf(null)
  const answer = await elsewhere(() => answerTo(bytes, { offline: true }))
  expect(answer).toMatchObject({
    valid: null,
    outcomes: { proof: 'passed', schema: 'passed', issuer: 'unknown', status: 'passed' },
    codes: { status: 'status.good-then' },
  })
  const trusting = await elsewhere(() => answerTo(bytes, { offline: true, trusted: [key] }))
  expect(trusting).toMatchObject({ valid: true, outcomes: { issuer: 'passed' } })
})

test('once the list that was put in has run out, nobody knows whether it was revoked', async () => {
  const bytes = await bundleOf(null)
  setClock(later(now(), 40 * DAY))
  const answer = await elsewhere(() => answerTo(bytes, { offline: true, trusted: [key] }))
  expect(answer).toMatchObject({ valid: null, outcomes: { status: 'unknown' } })
})

test('a forged bundle that brings keys of its own is never valid', async () => {
  const files = await filesOf(await bundleOf(null))
  const { proof: _, ...unsigned } = JSON.parse(files.get('credential.json') ?? '')
  const { privateKey } = generateKeyPairSync('ed25519')
  const method = verificationMethodOf(unsigned.issuer.id, publicKeyMultibase(privateKey))
  const forged = await sign({ ...unsigned, name: 'Doctor of Everything' }, {
    verificationMethod: method, sign: bytes => signBytes(null, bytes, privateKey),
  }, now())
  const did = { ...JSON.parse(files.get('did.json') ?? ''), verificationMethod: [{ id: method, type: 'Multikey', controller: unsigned.issuer.id, publicKeyMultibase: publicKeyMultibase(privateKey) }], assertionMethod: [method] }
  const bytes = zip([{ name: 'credential.json', content: JSON.stringify(forged) }, { name: 'did.json', content: JSON.stringify(did) }])
  expect((await elsewhere(() => answerTo(bytes, { offline: true }))).valid).toBeNull()
  expect((await elsewhere(() => answerTo(bytes, { offline: true, trusted: [key] }))).valid).not.toBe(true)
  expect((await answerTo(bytes)).valid).toBe(false)
})

test('the holder opens parts of what is sealed, others none, and a part that was changed is noticed', async () => {
  const parts = found(await listParts(scene.ana, id))
  expect(parts.map(({ title }) => title)).toEqual([null, 'Saturday shifts'])
  const chosen = parts.map(({ digest }) => digest).slice(1)
  expect(await filesOf(await bundleOf(null, chosen))).not.toHaveProperty('disclosed.json')
  expect((await filesOf(await bundleOf(scene.rosa, chosen))).has('disclosed.json')).toBe(false)
  const bytes = await bundleOf(scene.ana, chosen)
  const files = await filesOf(bytes)
  const [part] = JSON.parse(files.get('disclosed.json') ?? '[]')
  expect(part.value).toMatchObject({ kind: 'activity', title: 'Saturday shifts' })
  expect(await answerTo(bytes)).toMatchObject({ valid: true, outcomes: { because: 'passed' } })
  for (const content of [JSON.stringify([{ ...part, value: { ...part.value, minutes: 99_999 } }]), '{"salt":1}', 'nonsense']) {
    const changed = zip([...files].map(([name, was]) => ({ name, content: name === 'disclosed.json' ? content : was })))
    expect(await answerTo(changed), content).toMatchObject({ valid: false, outcomes: { because: 'failed' } })
  }
})

test('what is in the file is what is served, byte for byte, whoever asks', async () => {
  const [one, other] = [await filesOf(await bundleOf(null)), await filesOf(await bundleOf(scene.ana))]
  for (const name of ['credential.json', 'because.json', 'credential.jwt']) {
    expect(sha256(one.get(name) ?? ''), name).toEqual(sha256(other.get(name) ?? ''))
  }
})
