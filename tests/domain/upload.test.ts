import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { discardDraft } from '~/domain/activity.server'
import { erasePerson } from '~/domain/erasure.server'
import { submitActivity } from '~/domain/submission.server'
import { beginUpload, finishUpload, forgetUpload, listUploads, lookAtStart, noteReceived, requireUpload } from '~/domain/upload.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { newId } from '~/lib/id.server'
import { runDueJobs } from '~/lib/jobs.server'
import { NotFound } from '~/lib/refusal'
import { draftedActivity, openScene, type Scene, type Told } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1'), Buffer.alloc(5_000, 7)])
const folder = () => join(settings().dataDir, 'uploads')
const pieces = () => (existsSync(folder()) ? readdirSync(folder()).sort() : [])

/** As the exchange leaves it on the disk: so much of the film, and what its sender said. */
async function begun({ student, ...shown }: Told, received = film.length) {
  const id = await beginUpload(student, shown, { fileName: 'estuary.mp4', bytes: film.length })
  mkdirSync(folder(), { recursive: true })
  writeFileSync(join(folder(), id), film.subarray(0, received))
  const metadata = { revision: String(shown.revision), name: 'The whole day', description: '', fileName: 'estuary.mp4' }
  writeFileSync(join(folder(), `${id}.json`), JSON.stringify({ id, size: film.length, offset: 0, metadata, creation_date: now() }))
  return id
}

test('a film that is all here becomes evidence once, however often it is asked, and leaves nothing behind', async () => {
  const told = await draftedActivity(scene)
  const id = await begun(told)
  const upload = await requireUpload(told.student, told.id, id)
  if (upload.isEvidence) throw new Error('It is evidence before its time.')
  await Promise.all([finishUpload(told.student, upload), finishUpload(told.student, upload)])
  const row = await db.evidence.findUniqueOrThrow({ where: { id }, include: { file: true } })
  expect(row).toMatchObject({ name: 'The whole day', fileName: 'estuary.mp4', file: { mediaType: 'video/mp4', bytes: film.length } })
  expect(await requireUpload(told.student, told.id, id)).toEqual({ isEvidence: true, bytes: film.length })
  expect([await listUploads(told.student, told.id), pieces()]).toEqual([[], []])
})

test('what is here is told to whoever sends it, until it is too old or they want it no more', async () => {
  const told = await draftedActivity(scene)
  const [kept, removed] = [await begun(told, 2_000), await begun(told, 1_000)]
  await noteReceived(kept)
  expect(await listUploads(told.student, told.id)).toMatchObject([{ id: kept, fileName: 'estuary.mp4', bytes: film.length, received: 2_000 }, { id: removed }])
  await forgetUpload(told.student, told.id, removed)
  expect(pieces()).toEqual([kept, `${kept}.json`])
  setClock(later(now(), 4 * DAY))
  await runDueJobs()
  setClock(null)
  expect([await listUploads(told.student, told.id), pieces()]).toEqual([[], []])
})

test('rule 11: it is there for the student whose draft it is, and for nobody once others have the draft', async () => {
  const told = await draftedActivity(scene)
  const id = await begun(told, 10)
  for (const other of ['chidi', 'mina', 'rosa'] as const) {
    const actor = await scene.actor(other)
    await expect(requireUpload(actor, told.id, id)).rejects.toBeInstanceOf(NotFound)
    await expect(forgetUpload(actor, told.id, id)).rejects.toBeInstanceOf(NotFound)
    expect(await listUploads(actor, told.id)).toEqual([])
  }
  const another = await draftedActivity(scene)
  await expect(requireUpload(told.student, another.id, id)).rejects.toBeInstanceOf(NotFound)
  await submitActivity(told.student, told, true)
  await expect(requireUpload(told.student, told.id, id)).rejects.toBeInstanceOf(NotFound)
})

test('nobody fills our disk: five at once, and no more, also of those begun in one moment', async () => {
  const [told, another] = [await draftedActivity(scene, { student: 'chidi' }), await draftedActivity(scene, { student: 'chidi' })]
  const tries = await Promise.allSettled(Array.from({ length: 12 }, (_, at) => begun(at % 2 ? told : another, 1)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await expect(begun(told, 1)).rejects.toThrow('Five recordings')
})

test('before anything is sent it is said that an activity is full, by places or by bytes, what is on its way included', async () => {
  const told = await draftedActivity(scene)
  const begin = (bytes: number) => beginUpload(told.student, told, { fileName: 'estuary.mp4', bytes })
  const ids = [await begin(1_000_000_000), await begin(900_000_000)]
  await expect(begin(100_000_001)).rejects.toThrow('may be 2 GB in all')
  ids.push(await begin(100_000_000))
  for (const id of ids) await forgetUpload(told.student, told.id, id)

  const { institutionId } = told.student
  const [digest, createdAt] = ['f'.repeat(64), now()]
  await db.storedFile.create({ data: { institutionId, digest, originalDigest: digest, mediaType: 'video/mp4', bytes: 1_500_000_000, createdAt } })
  const row = { institutionId, activityId: told.id, name: 'Film', createdAt }
  // Twice the same bytes are stored once; those of an earlier version are stored still.
  for (const removedAt of [null, createdAt]) await db.evidence.create({ data: { ...row, id: newId(), kind: 'file', fileDigest: digest, removedAt } })
  await expect(begin(500_000_001)).rejects.toThrow('may be 2 GB in all')
  for (let count = 1; count < 19; count++) await db.evidence.create({ data: { ...row, id: newId(), kind: 'text', text: `${count}` } })
  await begin(1_000)
  await expect(begin(1_000)).rejects.toThrow('holds 20 pieces')
  await db.upload.deleteMany({ where: { activityId: told.id } })
})

test('what is no recording is refused and gone as soon as its first bytes say so, and what is one goes on', async () => {
  const told = await draftedActivity(scene)
  const [page, real, little] = [await begun(told), await begun(told), await begun(told, 1)]
  writeFileSync(join(folder(), page), '<script>'.repeat(10_000))
  writeFileSync(join(folder(), real), Buffer.concat([film, Buffer.alloc(80_000, 7)]))
  const look = async (id: string) => lookAtStart(await db.upload.findUniqueOrThrow({ where: { id } }))
  await expect(look(page)).rejects.toThrow('holds something else')
  expect([await db.upload.count({ where: { id: page } }), pieces().filter(name => name.startsWith(page))]).toEqual([0, []])
  await look(real)
  await look(little)
  for (const id of [real, little]) await forgetUpload(told.student, told.id, id)
})

test('rule 14: what was on its way goes with its draft, and with whoever sent it', async () => {
  const told = await draftedActivity(scene)
  const id = await begun(told, 500)
  await discardDraft(told.student, told)
  await runDueJobs()
  expect(pieces().filter(name => name.startsWith(id))).toEqual([])

  const chidi = await scene.actor('chidi')
  expect(await db.upload.count({ where: { personId: chidi.id } })).toBe(5)
  await erasePerson({ kind: 'system', institutionId: chidi.institutionId }, chidi.id)
  await runDueJobs()
  expect(await db.upload.count({ where: { personId: chidi.id } })).toBe(0)
  expect(pieces().filter(name => name.endsWith('.json'))).toHaveLength(1)
})
