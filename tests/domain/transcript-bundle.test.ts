import { buffer } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { transcriptBundle } from '~/documents/transcript-bundle.server'
import { drawnEmblem } from '~/documents/drawn-pictures.server'
import { acceptAward } from '~/domain/award.server'
import { erasePerson } from '~/domain/erasure.server'
import type { Reach } from '~/domain/lookups.server'
import { findTranscriptToBake } from '~/domain/transcript-picture.server'
import { makeTranscript, shareTranscript, withdrawTranscript } from '~/domain/transcript.server'
import { verify } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { filesInZip } from '~/lib/zip-files.server'
import { zipOf } from '~/lib/zip.server'
import { bakeIntoPng, bakeIntoSvg } from '~/standards/bake'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member } from '../facts'
import { zip } from '../zip'

let scene: AwardScene
let id: string
let trusted: string[]

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana)
  await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  id = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official' })
  trusted = [(await db.signingKey.findFirstOrThrow({ where: { kind: 'Ed25519' } })).publicKeyMultibase]
})

const bundleOf = async () => buffer(zipOf(transcriptBundle(found(await findTranscriptToBake(id, scene.ana)))))

async function filesOf(bytes: Uint8Array) {
  const files = await filesInZip(bytes, { files: 40, bytes: 5_000_000, bytesInAll: 20_000_000 })
  if (typeof files === 'string') throw new Error(files)
  return files.map(({ name, bytes }) => ({ name, content: Buffer.from(bytes) }))
}

async function answerTo(bytes: Uint8Array, reach: Reach = {}) {
  const answer = await verify({ bytes }, reach)
  if ('unread' in answer) throw new Error(answer.unread)
  const codes = Object.fromEntries(answer.checks.map(({ name, detail }) => [name, detail.code]))
  const within = answer.inner.flatMap(({ valid, inner }) => [valid, ...inner.map(each => each.valid)])
  return { valid: answer.valid, codes, inner: [...new Set(within)] }
}

/** As where no record of ours is. */
const elsewhere = { offline: true, isAlone: true }

test('one file holds the record, its picture, the keys, the list, the words and how to check it', async () => {
  const files = await filesOf(await bundleOf())
  expect(files.map(({ name }) => name).sort()).toEqual([
    'README.txt', 'contexts/purl.imsglobal.org-spec-clr-v2p0-context-2.0.1.json',
    'contexts/purl.imsglobal.org-spec-ob-v3p0-context-3.0.3.json', 'contexts/purl.imsglobal.org-spec-ob-v3p0-extensions.json',
    'contexts/w3.org-ns-credentials-v2.json', 'did.json', 'status-list.json', 'transcript.json', 'transcript.png',
  ])
  const named = (name: string) => found(files.find(file => file.name === name)).content
  expect(named('transcript.json').toString()).toBe((await db.transcript.findUniqueOrThrow({ where: { id } })).document)
  expect(named('README.txt').toString()).toContain('transcript.json')
  expect(await answerTo(named('transcript.png'))).toMatchObject({ valid: true, codes: { format: 'format.clr' }, inner: [true] })
})

test('offline elsewhere the record and all in it are proven by a key one trusts, and the lists say as of when', async () => {
  const bytes = await bundleOf()
  expect(await answerTo(bytes)).toMatchObject({ valid: true, inner: [true] })
  expect(await answerTo(bytes, elsewhere)).toMatchObject({
    valid: null, codes: { proof: 'proof.valid', issuer: 'issuer.unreachable', status: 'status.good-then' }, inner: [null],
  })
  expect(await answerTo(bytes, { ...elsewhere, trusted })).toMatchObject({ valid: true, inner: [true] })
  const changed = (await filesOf(bytes)).map(({ name, content }) => ({
    name, content: name === 'transcript.json' ? content.toString().replace('Saturday shifts', 'Sunday shifts') : content.toString('latin1'),
  }))
  expect(await answerTo(zip(changed.filter(({ name }) => name.endsWith('.json'))), { ...elsewhere, trusted })).toMatchObject({ valid: false })
})

test('a list for each that the record names is in it, and each is asked for its own', async () => {
  const files = (await filesOf(await bundleOf())).filter(({ name }) => /^(transcript|status-list)\.json$/.test(name))
  const moved = files.map(({ name, content }) => ({ name: name.replace('list.json', 'list-2.json'), content: content.toString() }))
  const other = { name: 'status-list.json', content: JSON.stringify({ id: 'https://elsewhere.example/status/x' }) }
  expect(await answerTo(zip([...moved, other]), { ...elsewhere, trusted })).toMatchObject({ valid: true, codes: { status: 'status.good-then' } })
})

test('in its picture and its drawing the record is what was signed', async () => {
  const { document, emblem } = found(await findTranscriptToBake(id, scene.ana))
  const { png, svg } = await drawnEmblem({ emblem, language: 'en' }, async () => null)
  for (const file of [bakeIntoPng(png, document), Buffer.from(bakeIntoSvg(svg, document))]) {
    expect(await answerTo(file, { ...elsewhere, trusted })).toMatchObject({ codes: { proof: 'proof.valid' } })
  }
})

test('rules 11, 12 and 14: every form has the doors of the page: shared, private, withdrawn, erased', async () => {
  const stranger = await member('chidi')
  const openTo = async () => Promise.all([null, stranger, scene.ana].map(async actor => (await findTranscriptToBake(id, actor)) !== null))
  expect(await openTo()).toEqual([false, false, true])
  await shareTranscript(scene.ana, id, true)
  expect(await openTo()).toEqual([true, true, true])
  expect(await verify({ url: `http://localhost:3000/transcripts/${id}` })).toMatchObject({ valid: true })
  const before = await bundleOf()
  await withdrawTranscript(scene.ana, id)
  expect(await openTo()).toEqual([false, false, true])
  expect(await answerTo(before)).toMatchObject({ valid: false, codes: { status: 'status.revoked' } })
  expect(await answerTo(await bundleOf(), { ...elsewhere, trusted })).toMatchObject({ codes: { status: 'status.revoked' } })
  await erasePerson({ kind: 'system', institutionId: scene.ana.institutionId }, scene.ana.id)
  expect(await openTo()).toEqual([false, false, false])
})
