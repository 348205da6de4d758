import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { discardDraft } from '~/domain/activity.server'
import { erasePerson } from '~/domain/erasure.server'
import { submitActivity } from '~/domain/submission.server'
import { beginUpload, finishUpload, forgetUpload, listUploads, noteReceived, requireUpload } from '~/domain/upload.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { runDueJobs } from '~/lib/jobs.server'
import { NotFound, Refusal } from '~/lib/refusal'
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

test('nobody fills our disk: five at once, and no more', async () => {
  const told = await draftedActivity(scene, { student: 'chidi' })
  for (let count = 0; count < 5; count++) await begun(told, 1)
  await expect(begun(told, 1)).rejects.toThrow(Refusal)
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
