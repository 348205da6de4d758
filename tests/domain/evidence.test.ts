import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { openArchive } from '~/cli/archive.server'
import { writeArchive } from '~/cli/backup.server'
import { limits } from '~/domain/activity'
import { discardDraft } from '~/domain/activity.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { addLink, addText, removeEvidence } from '~/domain/evidence.server'
import { addFile, addFiles, findFile } from '~/domain/evidence-file.server'
import { LinkForm } from '~/domain/evidence-forms.server'
import type { Actor } from '~/domain/policy'
import { reviseActivity, submitActivity, withdrawActivity } from '~/domain/submission.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db, transaction } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { disposition } from '~/lib/disposition.server'
import { fileResponse } from '~/lib/file-response.server'
import { runDueJobs } from '~/lib/jobs.server'
import { receiving } from '~/lib/receiving.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { isStored, receive } from '~/lib/storage.server'
import { readUpload } from '~/lib/upload.server'
import { draftedActivity, openScene, people, requestOf, submittedActivity, type Scene, type Told } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const described = { name: '', description: '', showsPeople: false }
const tooLarge = new Refusal('too large', 'file')
const limit = { bytes: 1_000_000, files: 20, tooLarge }
const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')

async function arrived(name: string, content: Buffer | string) {
  return { ...(await receive(Readable.from([Buffer.from(content)]), 1_000_000, tooLarge)), name }
}

async function add({ student, ...shown }: Told, name: string, content: Buffer | string, by: Actor = student) {
  await addFile(by, shown, described, await arrived(name, content))
  return db.evidence.findFirstOrThrow({ where: { activityId: shown.id }, orderBy: { id: 'desc' }, include: { file: true } })
}

async function bytesOf(actor: Actor, { activityId, id }: { activityId: string; id: string }) {
  return buffer(found(await findFile(actor, activityId, id)).stream())
}

const waiting = () => (existsSync(join(settings().dataDir, 'arriving')) ? readdirSync(join(settings().dataDir, 'arriving')) : [])

test('a file is told by its content, stored once by its digest, and named as its student named it', async () => {
  const told = await draftedActivity(scene)
  const first = await add(told, 'Rota, Οκτώβριος.pdf', pdf)
  const second = await add(told, 'again.pdf', pdf)
  expect(first).toMatchObject({ kind: 'file', name: 'Rota, Οκτώβριος.pdf', fileName: 'Rota, Οκτώβριος.pdf', file: { mediaType: 'application/pdf', bytes: pdf.length } })
  expect(second.fileDigest).toBe(first.fileDigest)
  expect(await db.storedFile.count({ where: { digest: first.fileDigest ?? '' } })).toBe(1)
  expect(await bytesOf(told.student, first)).toEqual(pdf)
})

test('empty, mislabelled, unknown and monstrous files are refused in words at the field, and nothing of them stays', async () => {
  const told = await draftedActivity(scene)
  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } }).png().toBuffer()
  const bomb = Buffer.from(png)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  const cases: [string, Buffer | string, string][] = [
    ['empty.txt', '', 'empty'], ['photo.pdf', png, 'holds something else'], ['page.txt.html', '<script>alert(1)</script>', 'end in .html'],
    ['run.exe', Buffer.from('MZ\0\0\0\0'), 'end in .exe'], ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'Take a PDF'],
    ['bomb.png', bomb, 'cannot read this picture'], ['broken.png', png.subarray(0, 60), 'cannot read this picture'], ['noending', 'text', 'without an ending'],
  ]
  for (const [name, content, words] of cases) {
    const no: unknown = await add(told, name, content).then(() => null, (error: unknown) => error)
    expect(no, name).toBeInstanceOf(Refusal)
    expect(no, name).toMatchObject({ field: 'file', message: expect.stringMatching(words) })
  }
  expect(await db.evidence.count({ where: { activityId: told.id } })).toBe(0)
  expect(waiting()).toEqual([])
})

test('links lead to the web and nowhere else', () => {
  const link = (url: string) => LinkForm.safeParse({ name: 'Rota', url }).success
  expect(['https://shorelinefoodbank.example/rota', 'http://x.example/ж?q=1'].map(link)).toEqual([true, true])
  expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://x.example', '//x.example', 'rota'].map(link)).toEqual(Array(6).fill(false))
})

test('rule 12: evidence is private: its student has it, a reviewer once it is submitted, an endorser in the version asked about', async () => {
  const told = await draftedActivity(scene)
  const shown = await add(told, 'rota.txt', 'Saturday: Ana')
  const see = async (actor: Actor, evidence = shown) => (await findFile(actor, told.id, evidence.id)) !== null
  const [mina, chidi, omar] = await Promise.all([scene.actor('mina'), scene.actor('chidi'), scene.actor('omar')])
  expect(await Promise.all([see(told.student), see(mina), see(chidi), see(omar)])).toEqual([true, false, false, false])

  await submitActivity(told.student, told, true)
  const eleni = endorserOf(await requestOf(told))
  const another = endorserOf(await requestOf(await submittedActivity(scene)))
  expect(await Promise.all([see(told.student), see(mina), see(eleni), see(chidi), see(omar), see(another)])).toEqual([true, true, true, false, false, false])
  expect(await findFile(told.student, 'another', shown.id)).toBeNull()

  await withdrawActivity(told.student, told)
  await reviseActivity(told.student, told)
  const next = { ...told, revision: 2 }
  const later = await add(next, 'later.txt', 'added after')
  await removeEvidence(told.student, next, shown.id)
  expect(await Promise.all([see(eleni, later), see(mina, later), see(told.student, later)])).toEqual([false, false, true])
  expect(await see(mina, shown)).toBe(true)
})

test('rule 11: nobody adds to or takes from what is not theirs, nor while others have it', async () => {
  const told = await draftedActivity(scene)
  const { id } = await add(told, 'rota.txt', 'Saturday: Ana')
  const chidi = await scene.actor('chidi')
  await expect(addText(chidi, told, { ...described, name: 'x', text: 'x' })).rejects.toBeInstanceOf(NotFound)
  await expect(addLink(chidi, told, { ...described, name: 'x', url: 'https://x.example' })).rejects.toBeInstanceOf(NotFound)
  await expect(add(told, 'mine.txt', 'mine', chidi)).rejects.toBeInstanceOf(NotFound)
  await expect(removeEvidence(chidi, told, id)).rejects.toBeInstanceOf(NotFound)
  await submitActivity(told.student, told, true)
  await expect(add(told, 'late.txt', 'late')).rejects.toBeInstanceOf(Refusal)
  await expect(removeEvidence(told.student, told, id)).rejects.toBeInstanceOf(Refusal)
  expect(waiting()).toEqual([])
})

test('an activity holds so many pieces and no more', async () => {
  const told = await draftedActivity(scene)
  for (let at = 0; at < limits.evidence; at++) await addText(told.student, told, { ...described, name: `${at}`, text: 'x' })
  await expect(addText(told.student, told, { ...described, name: 'more', text: 'x' })).rejects.toThrow('Remove one first')
})

test('of pieces that come at once no more stay than there is room for', async () => {
  const told = await draftedActivity(scene)
  const room = 2
  for (let held = room; held < limits.evidence; held++) {
    await addText(told.student, told, { ...described, name: `${held}`, text: 'x' })
  }
  const files = await Promise.all(['one', 'two', 'three'].map(name => arrived(`${name}.txt`, name)))
  const outcomes = await Promise.allSettled([
    ...files.map(file => addFile(told.student, told, described, file)),
    ...['four', 'five'].map(name => addText(told.student, told, { ...described, name, text: 'x' })),
    addLink(told.student, told, { ...described, name: 'six', url: 'https://shorelinefoodbank.example/rota' }),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(room)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal)
  }
  expect(await db.evidence.count({ where: { activityId: told.id } })).toBe(limits.evidence)
})

function upload(fields: Record<string, string>, ...files: { name: string; content: Buffer | string }[]) {
  const form = new FormData()
  for (const { name, content } of files) form.append('file', new File([Buffer.from(content)], name))
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return new Request('http://localhost/', { method: 'POST', body: form })
}

test('a file that is too large is refused, what was typed beside it arrives, and nothing stays', async () => {
  const request = upload({ name: 'Das Große', revision: '1' }, { name: 'big.pdf', content: Buffer.alloc(300_000, 'x') })
  const { fields, files } = await readUpload(request, { ...limit, bytes: 100_000 })
  expect([files, fields.get('name'), fields.get('revision')]).toEqual([[{ name: 'big.pdf', arrived: null, refusal: tooLarge }], 'Das Große', '1'])
  expect(waiting()).toEqual([])
})

test('of several files at once each is looked at by itself: what is refused is named and told why, the rest is kept', async () => {
  const told = await draftedActivity(scene)
  const { student, ...shown } = told
  const request = upload(
    { name: 'Shifts' }, { name: 'rota.pdf', content: pdf }, { name: 'run.exe', content: 'MZ' }, { name: 'notes.txt', content: 'Saturday: Ana' }, { name: 'empty.txt', content: '' },
  )
  const adding = receiving(request, limit, ({ files }) => addFiles(student, shown, { ...described, name: 'Shifts' }, files))
  await expect(adding).rejects.toThrow(/^“run\.exe” was not added\. We do not take .* “empty\.txt” was not added\. This file is empty/)
  const kept = await db.evidence.findMany({ where: { activityId: told.id }, orderBy: { createdAt: 'asc' } })
  expect(kept.map(({ name, fileName }) => [name, fileName])).toEqual([['Shifts (1)', 'rota.pdf'], ['Shifts (3)', 'notes.txt']])
  expect(waiting()).toEqual([])
})

test('an upload that breaks off is refused, and nothing of it stays', async () => {
  const whole = upload({ name: 'Rota' }, { name: 'rota.txt', content: 'x'.repeat(200_000) })
  const bytes = Buffer.from(await whole.clone().arrayBuffer())
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' }
  const cut = new Request('http://localhost/', { method: 'POST', headers, body: bytes.subarray(0, 120_000) })
  expect((await readUpload(cut, limit)).files[0]?.refusal?.message).toContain('broke off')
  const hangUp = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 120_000))
      controller.error(new Error('gone'))
    },
  })
  // Node asks how a streamed body is sent; the DOM's types do not know the question.
  const gone = new Request('http://localhost/', { method: 'POST', headers, body: hangUp, ...{ duplex: 'half' } })
  expect((await readUpload(gone, limit)).files[0]?.refusal?.message).toContain('broke off')
  expect(waiting()).toEqual([])
})

test('an upload whose form is wrong leaves nothing behind, and no file is no file', async () => {
  await receiving(upload({ name: 'Rota' }, { name: 'rota.txt', content: 'Saturday' }), limit, async ({ files }) => {
    expect(files).toMatchObject([{ name: 'rota.txt', arrived: { bytes: 8 } }])
    expect(waiting()).toHaveLength(1)
  })
  expect(waiting()).toEqual([])
  expect((await readUpload(upload({ name: 'Rota' }), limit)).files).toEqual([])
})

test('a file is handed out to be saved, never to be run, under a name that is what it says', async () => {
  const told = await draftedActivity(scene)
  const evidence = await add(told, 'Rota "名前"\u202Efdp.txt', 'Saturday: Ana')
  const answer = fileResponse(found(await findFile(told.student, told.id, evidence.id)))
  expect(await answer.text()).toBe('Saturday: Ana')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/plain', 'content-length': '13', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': `attachment; filename="Rota __fdp.txt"; filename*=UTF-8''Rota%20_%E5%90%8D%E5%89%8D_fdp.txt`,
  })
  expect(disposition('attachment', '../../etc/passwd\r\nX: y')).toBe(`attachment; filename=".._.._etc_passwdX_ y"; filename*=UTF-8''.._.._etc_passwdX_%20y`)
  expect(disposition('attachment', '\u0000')).toBe(`attachment; filename="file"; filename*=UTF-8''file`)
})

test('rule 12: staff who were asked see the evidence by their own sign-in while they are asked, and no more once it is withdrawn', async () => {
  const told = await draftedActivity(scene, { asks: [people.ben] })
  const piece = await add(told, 'rota.pdf', pdf)
  await submitActivity(told.student, told, true)
  const ben = await scene.actor('ben')
  expect(await bytesOf(ben, piece)).toEqual(pdf)
  await withdrawActivity(told.student, told)
  expect(await findFile(ben, told.id, piece.id)).toBeNull()
})

test('rule 14: what is taken out before anybody saw it is gone with its bytes, unless somebody else has the same', async () => {
  const told = await draftedActivity(scene)
  const discarded = await draftedActivity(scene)
  const removed = await add(told, 'only.txt', 'only in one draft')
  const left = await add(discarded, 'plan.txt', 'a plan that came to nothing')
  const shared = await add(told, 'shared.txt', 'in two drafts')
  await add(await draftedActivity(scene, { student: 'chidi' }), 'shared.txt', 'in two drafts')
  for (const { id } of [removed, shared]) await removeEvidence(told.student, told, id)
  await expect(removeEvidence(told.student, told, removed.id)).rejects.toBeInstanceOf(NotFound)
  await discardDraft(discarded.student, discarded)
  await runDueJobs()
  const kept = ({ fileDigest }: { fileDigest: string | null }) => isStored(scene.house.institutionId, fileDigest ?? '')
  expect([await kept(removed), await kept(left), await kept(shared)]).toEqual([false, false, true])
  expect(await db.evidence.count({ where: { id: { in: [removed.id, left.id, shared.id] } } })).toBe(0)
})

test('what leaves one draft while the same comes into another is there for that one', async () => {
  const [one, other] = [await draftedActivity(scene), await draftedActivity(scene, { student: 'chidi' })]
  const { id, fileDigest } = await add(one, 'same.txt', 'the same in both')
  const coming = await arrived('same.txt', 'the same in both')
  expect(coming.digest).toBe(fileDigest)
  await runDueJobs()
  await removeEvidence(one.student, one, id)
  // Who takes bytes away and who brings them wait for the same row, in this order.
  const both = await transaction(async tx => {
    await tx.storedFile.updateMany({ where: { digest: coming.digest }, data: { bytes: coming.bytes } })
    const taking = runDueJobs()
    await wait(200)
    const bringing = addFile(other.student, other, described, coming)
    await wait(200)
    return [taking, bringing]
  })
  await Promise.all(both)
  const kept = await db.evidence.findFirstOrThrow({ where: { activityId: other.id } })
  expect(Buffer.from(await bytesOf(other.student, kept)).toString()).toBe('the same in both')
  expect(await runDueJobs()).toEqual({ done: 0, failed: 0 })
})

test('an archive written while files come and go holds the bytes of its own rows, of all of them and of no others', async () => {
  const told = await draftedActivity(scene)
  const path = join(settings().dataDir, 'while.vouch')
  const files = await Promise.all(Array.from({ length: 15 }, (_, at) => arrived(`${at}.txt`, `file ${at}`)))
  const [written] = await Promise.all([
    writeArchive(path),
    ...files.map((file, at) => wait(at * 10).then(() => addFile(told.student, told, described, file))),
  ])
  const archive = openArchive(path)
  const rows = archive.prepare<[], { digest: string }>(`SELECT json ->> 'digest' AS digest FROM row WHERE model = 'StoredFile' ORDER BY digest`)
  const bytes = archive.prepare<[], { digest: string }>('SELECT digest FROM file ORDER BY digest')
  expect(bytes.all()).toEqual(rows.all())
  expect(bytes.all()).toHaveLength(written.files)
  expect(written.files).toBeGreaterThan(0)
  archive.close()
})

test('what somebody could not add after all leaves nothing behind, nor does a process that was killed while a file arrived', async () => {
  const told = await draftedActivity(scene)
  const late = await arrived('late.txt', 'too late for this version')
  await expect(addFile(told.student, { ...told, revision: 9 }, described, late)).rejects.toBeInstanceOf(Refusal)
  await arrived('half.txt', 'half of it')
  await runDueJobs()
  expect(await isStored(scene.house.institutionId, late.digest)).toBe(false)
  expect(waiting()).toHaveLength(1)
  setClock(later(now(), 2 * DAY))
  await runDueJobs()
  setClock(null)
  expect(waiting()).toEqual([])
})
