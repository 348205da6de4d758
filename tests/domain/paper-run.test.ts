import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { checkAudit } from '~/domain/audit-head.server'
import { acceptAward } from '~/domain/award.server'
import { erasePerson } from '~/domain/erasure.server'
import { clearPaperRuns } from '~/domain/paper-run-clearing.server'
import { MOST_PAPERS } from '~/domain/paper-run'
import { findPaperFiles, findPaperRunPage, listPaperRuns } from '~/domain/paper-run-page.server'
import { cancelPaperRun, findPaperRun, resumePaperRun, startPaperRun, type PaperOrder } from '~/domain/paper-run.server'
import '~/documents/paper-run-work.server'
import type { PersonActor } from '~/domain/policy'
import { revokeCredential } from '~/domain/revocation.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import { withdrawTranscript } from '~/domain/transcript.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { newFormKey } from '~/lib/form-key.server'
import { runDueJob } from '~/lib/jobs.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { paperRuns as words } from '~/messages/en/paper-runs'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { readPdf } from '../documents/pdf'
import { member, operator, students } from '../facts'
import { lettersAbout } from '../story'

let scene: AwardScene
let lena: PersonActor
let holders: PersonActor[]
/** By the order of the holders; the last one’s page is off. */
let credentials: string[]

beforeAll(async () => {
  scene = await openAwardScene()
  lena = await member('lena')
  holders = (await students(5)).concat(scene.ana)
  credentials = []
  for (const holder of holders) {
    await earn(scene, holder)
    credentials.push(await acceptAward(holder, await offerTo(scene, holder), nothingNamed))
  }
})

beforeEach(async () => {
  setClock(null)
  for (const [at, holder] of holders.slice(0, -1).entries()) await shareCredential(holder, found(credentials[at]))
})

async function work() {
  while (await runDueJob(['paper-run', 'erase-papers']));
}

const certificates = (part: Partial<Extract<PaperOrder, { kind: 'certificate' }>> = {}): PaperOrder => (
  { kind: 'certificate', programmeId: scene.contributionId, students: {}, ...part }
)
const transcripts = (part: Partial<Extract<PaperOrder, { kind: 'transcript' }>> = {}): PaperOrder => ({
  kind: 'transcript', form: 'employer', recipient: 'Shoreline Food Bank', basis: 'Their request of 2 November 2026', students: {}, language: 'de', ...part,
})

async function made(actor: PersonActor, order: PaperOrder) {
  const id = await startPaperRun(actor, order)
  await work()
  return id
}

const folderOf = (run: string) => join(settings().dataDir, 'papers', run)
const filesOf = (run: string) => (existsSync(folderOf(run)) ? readdirSync(folderOf(run)) : [])
const pageOf = (run: string, actor = scene.rosa) => findPaperRunPage(actor, run, 0)

test('rule 12: certificates of a programme are made in the background, and one without a page is refused in a sentence', async () => {
  const run = await startPaperRun(scene.rosa, certificates())
  expect(await pageOf(run)).toMatchObject({ state: 'working', counts: { waiting: 6 } })
  await expect(findPaperFiles(scene.rosa, run)).rejects.toThrow(NotFound)
  await work()
  const page = await pageOf(run)
  expect(page).toMatchObject({ state: 'ended', counts: { waiting: 0, made: 5, refused: 1 }, title: 'Community Contribution', startedBy: 'Rosa Lindqvist' })
  expect(page.refused).toEqual([{ position: expect.any(Number), name: 'Ana Sofia Duarte', credential: 'Community Contribution', reason: words.refused.hidden }])
  const { files } = await findPaperFiles(scene.rosa, run)
  expect(files.map(({ fileName }) => fileName)).toEqual([1, 2, 3, 4, 5].map(n => `Student 000${n}, Community Contribution.pdf`))
  expect(page.bytes).toBe(files.reduce((sum, { bytes }) => sum + bytes, 0))
  for (const { position, bytes, crc32: sum } of files) {
    const pdf = readFileSync(join(folderOf(run), `${position}-${sum}.pdf`))
    expect([pdf.length, crc32(pdf)]).toEqual([bytes, Number.parseInt(sum, 16)])
    const { pages } = await readPdf(pdf)
    expect(JSON.stringify(pages)).toContain('Community Contribution')
  }
})

test('rule 6: two clicks on one form begin one run, and another form another', async () => {
  const key = newFormKey()
  const clicks = [key, key, newFormKey()].map(each => startPaperRun(scene.rosa, certificates(), each))
  const [one, same, other] = await Promise.all(clicks)
  expect([one === same, one === other]).toEqual([true, false])
  expect(await startPaperRun(scene.rosa, certificates(), key)).toBe(one)
  expect(await db.paperRunMember.count({ where: { runId: found(one) } })).toBe(6)
  await work()
})

test('students are narrowed by name, and where nobody fits nothing begins', async () => {
  const run = await startPaperRun(scene.rosa, certificates({ programmeId: null, students: { name: 'student 0003' } }))
  expect((await pageOf(run)).counts.waiting).toBe(1)
  await work()
  const before = await db.paperRun.count()
  await expect(startPaperRun(scene.rosa, certificates({ students: { name: 'nobody' } }))).rejects.toThrow(words.begin.nobody.certificate)
  await expect(startPaperRun(scene.rosa, certificates({ programmeId: scene.leadershipId }))).rejects.toThrow(words.begin.nobody.certificate)
  await expect(startPaperRun(scene.rosa, certificates({ programmeId: 'nothing' }))).rejects.toThrow(NotFound)
  expect(await db.paperRun.count()).toBe(before)
})

test('more papers than a run may have are refused before it begins', async () => {
  const at = now()
  const crowd = Array.from({ length: MOST_PAPERS + 1 }, (_, n) => `crowd-${n}`)
  const person = { institutionId: 'north', officialName: 'Many Others', usedName: 'Many Others', createdAt: at }
  await db.person.createMany({ data: crowd.map(id => ({ id, ...person })) })
  await db.membership.createMany({ data: crowd.map(id => ({ id, personId: id, institutionId: 'north', role: 'student', createdAt: at })) })
  await expect(startPaperRun(scene.rosa, transcripts({ students: { name: 'many others' } }))).rejects.toThrow(words.begin.tooMany(MOST_PAPERS))
  await db.membership.deleteMany({ where: { id: { in: crowd.slice(0, 5000) } } })
  await db.membership.deleteMany({ where: { id: { in: crowd.slice(5000) } } })
})

test('rule 11: the careers service makes papers of what is shared, and of what is not it learns nothing', async () => {
  const run = await made(lena, certificates())
  expect(await pageOf(run, lena)).toMatchObject({ counts: { made: 5, refused: 0 }, refused: [] })
  const ofRosa = await made(scene.rosa, certificates())
  await expect(pageOf(ofRosa, lena)).rejects.toThrow(NotFound)
  expect((await pageOf(run)).id).toBe(run)
  expect((await listPaperRuns(lena, null)).runs.map(({ id }) => id)).toEqual([run])
  expect((await listPaperRuns(scene.rosa, null)).runs.map(({ id }) => id).slice(0, 2)).toEqual([ofRosa, run])
})

test('rule 11: a run is the office’s that began it: for others it does not exist', async () => {
  const run = await made(scene.rosa, certificates())
  const outsiders = [scene.ana, await member('devi'), { ...scene.rosa, institutionId: 'elsewhere' }]
  for (const actor of outsiders) {
    if (actor.institutionId === 'north') await expect(startPaperRun(actor, certificates())).rejects.toThrow(NotFound)
    for (const ask of [findPaperRun, cancelPaperRun, resumePaperRun, findPaperFiles]) await expect(ask(actor, run)).rejects.toThrow(NotFound)
    await expect(findPaperRunPage(actor, run, 0)).rejects.toThrow(NotFound)
  }
})

test('a run that is stopped makes nothing else, can be taken along, and goes on where it was', async () => {
  const run = await startPaperRun(scene.rosa, certificates())
  await cancelPaperRun(scene.rosa, run)
  await expect(cancelPaperRun(scene.rosa, run)).rejects.toThrow(Refusal)
  await work()
  expect(await pageOf(run)).toMatchObject({ state: 'cancelled', counts: { waiting: 6, made: 0 } })
  await resumePaperRun(scene.rosa, run)
  await expect(resumePaperRun(scene.rosa, run)).rejects.toThrow(words.notStopped)
  await work()
  expect(await pageOf(run)).toMatchObject({ state: 'ended', counts: { waiting: 0, made: 5, refused: 1 } })
  await expect(resumePaperRun(scene.rosa, run)).rejects.toThrow(words.notStopped)
  const events = await db.auditEvent.findMany({ where: { subjectId: run }, orderBy: { seq: 'asc' } })
  expect(events.map(({ action }) => action)).toEqual(['paperRun.started', 'paperRun.cancelled', 'paperRun.resumed', 'paperRun.ended'])
})

test('a run stops where whoever began it may make papers no longer, and nobody goes on in their name', async () => {
  const leaver = await member('chidi', ['registrar'])
  const run = await startPaperRun(leaver, certificates())
  await db.membership.deleteMany({ where: { personId: leaver.id } })
  await work()
  expect(await pageOf(run)).toMatchObject({ state: 'cancelled', counts: { waiting: 6 } })
  await expect(resumePaperRun(scene.rosa, run)).rejects.toThrow(words.leftBy)
})

test('two processes at one run make each paper once', async () => {
  const run = await startPaperRun(scene.rosa, certificates())
  const { id: job, ...queued } = await db.job.findFirstOrThrow({ where: { kind: 'paper-run', doneAt: null } })
  await db.job.create({ data: { ...queued, id: `${job}-2`, payload: { runId: run } } })
  await Promise.all([work(), work()])
  expect(await pageOf(run)).toMatchObject({ state: 'ended', counts: { waiting: 0, made: 5, refused: 1 } })
  expect(filesOf(run)).toHaveLength(5)
})

test('a credential that is revoked, or whose page is switched off, leaves what was printed', async () => {
  const run = await made(scene.rosa, certificates())
  const [first, second] = [found(credentials[0]), found(credentials[1])]
  await unshareCredential(found(holders[1]), second)
  await work()
  expect(filesOf(run)).toHaveLength(4)
  await revokeCredential(scene.rosa, first, 'issuedInError')
  await work()
  expect(filesOf(run)).toHaveLength(3)
  const { files } = await findPaperFiles(scene.rosa, run)
  expect(files).toHaveLength(3)
  expect((await pageOf(run)).refused.map(({ reason }) => reason).sort()).toEqual([words.refused.hidden, words.refused.hidden, words.refused.revoked].sort())
  ;[, ...credentials] = credentials
  ;[, ...holders] = holders
})

test('what is taken out before it is printed is not printed', async () => {
  const run = await startPaperRun(scene.rosa, certificates())
  await unshareCredential(found(holders[0]), found(credentials[0]))
  await work()
  expect(await pageOf(run)).toMatchObject({ state: 'ended', counts: { made: 3, refused: 2 } })
  expect(filesOf(run)).toHaveLength(3)
})

test('a name that no typeface here has refuses that one paper with the character, and the run goes on', async () => {
  const credential = found(credentials[0])
  const { disclosures } = await db.credential.findUniqueOrThrow({ where: { id: credential } })
  await db.credential.update({ where: { id: credential }, data: { disclosures: disclosures.replaceAll('Student 0002', 'Student 𐎠') } })
  const run = await made(scene.rosa, certificates())
  const page = await pageOf(run)
  expect(page).toMatchObject({ state: 'ended', counts: { made: 3, refused: 2 } })
  expect(page.refused.map(({ reason }) => reason).join()).toContain('𐎠')
  await db.credential.update({ where: { id: credential }, data: { disclosures } })
})

test('transcripts are issued to somebody on a basis, once each, their holders are told, and who has nothing is refused', async () => {
  const run = await startPaperRun(scene.rosa, transcripts({ students: { name: 'student' } }))
  await work()
  const page = await pageOf(run)
  expect(page).toMatchObject({ kind: 'transcript', state: 'ended', recipient: 'Shoreline Food Bank', language: 'de', counts: { made: 5, refused: 0 } })
  const issued = await db.transcript.findMany({ where: { recipient: 'Shoreline Food Bank' } })
  expect(issued.map(({ studentId, isComplete, language }) => [studentId, isComplete, language]).sort()).toEqual(
    [1, 2, 3, 4, 5].map(n => [`student-000${n}`, true, 'de']),
  )
  for (const { id } of issued) expect(await lettersAbout(id)).toEqual(['transcript-issued'])
  // Come back to after a crash, nobody’s is issued again.
  await db.paperRunMember.updateMany({ where: { runId: run }, data: { outcome: 'waiting' } })
  await db.paperRun.update({ where: { id: run }, data: { endedAt: null, cancelledAt: now() } })
  await resumePaperRun(scene.rosa, run)
  await work()
  expect(await pageOf(run)).toMatchObject({ state: 'ended', counts: { made: 5 } })
  expect(await db.transcript.count({ where: { recipient: 'Shoreline Food Bank' } })).toBe(5)
  await db.membership.create({ data: { id: 'chidi-student', personId: 'chidi', institutionId: 'north', role: 'student', createdAt: now() } })
  const nobodys = await made(scene.rosa, transcripts({ students: { name: 'chidi' } }))
  expect((await pageOf(nobodys)).refused).toEqual([{ position: 1, name: expect.any(String), credential: null, reason: expect.stringMatching(/approved/) }])
})

test('nobody issues their own among the others, and what a holder withdraws leaves the run', async () => {
  const run = await made(scene.rosa, transcripts({ students: { name: 'student 0004' } }))
  const { transcriptId } = await db.paperRunMember.findFirstOrThrow({ where: { runId: run } })
  const holder = found(holders.find(({ id }) => id === 'student-0004'))
  await withdrawTranscript(holder, found(transcriptId))
  await work()
  expect(await pageOf(run)).toMatchObject({ counts: { made: 0, refused: 1 }, refused: [{ reason: words.refused.withdrawn }] })
  expect(filesOf(run)).toEqual([])
  await expect(findPaperFiles(scene.rosa, run)).rejects.toThrow(NotFound)
})

test('the careers service issues what is shared, and students without anything shared are not among them', async () => {
  const run = await made(lena, transcripts())
  const page = await pageOf(run, lena)
  expect(page.counts).toEqual({ waiting: 0, made: holders.length - 1, refused: 0 })
  const issued = await db.transcript.findMany({ where: { madeById: lena.id } })
  expect(issued.every(({ isComplete }) => !isComplete)).toBe(true)
})

test('rule 14: with an erased student go their papers, and what was said where it was about them alone', async () => {
  const victim = found(holders[1])
  const [many, own] = [await made(scene.rosa, certificates()), await made(scene.rosa, transcripts({ students: { name: 'student 0003' } }))]
  expect([victim.id, filesOf(own).length, filesOf(many).length]).toEqual(['student-0003', 1, 4])
  const waiting = await startPaperRun(scene.rosa, transcripts())
  await erasePerson(operator(), victim.id)
  await work()
  expect([filesOf(own).length, filesOf(many).length]).toEqual([0, 3])
  expect(await pageOf(own)).toMatchObject({ recipient: '', basis: '', counts: { made: 0, refused: 1 }, refused: [{ name: '', reason: words.refused.gone }] })
  expect(await pageOf(waiting)).toMatchObject({ state: 'ended', recipient: 'Shoreline Food Bank' })
  const left = JSON.stringify(await db.paperRunMember.findMany({ where: { studentId: victim.id } }))
  expect(left).not.toContain('Student 0003')
})

test('after a week the files of a run are thrown away, and its page says so', async () => {
  const run = await made(scene.rosa, transcripts({ students: { name: 'student 0005' } }))
  setClock(later(now(), 6 * DAY))
  await clearPaperRuns()
  expect(filesOf(run)).toHaveLength(1)
  setClock(later(now(), 2 * DAY))
  await clearPaperRuns()
  expect(existsSync(folderOf(run))).toBe(false)
  expect(await pageOf(run)).toMatchObject({ state: 'cleared', counts: { made: 1 }, bytes: 0, recipient: '', basis: '' })
  await expect(findPaperFiles(scene.rosa, run)).rejects.toThrow(NotFound)
  await expect(resumePaperRun(scene.rosa, run)).rejects.toThrow(words.notStopped)
  expect(await db.paperRunMember.count({ where: { fileName: { not: '' } } })).toBe(0)
})

test('lists of runs come a page at a time', async () => {
  const at = now()
  const many = Array.from({ length: 40 }, (_, n) => ({
    id: `many-${String(n).padStart(2, '0')}`, institutionId: 'north', kind: 'certificate' as const, basis: '', startedById: scene.rosa.id, startedAt: at, endedAt: at,
  }))
  await db.paperRun.createMany({ data: many })
  const first = await listPaperRuns(scene.rosa, null)
  const second = await listPaperRuns(scene.rosa, first.next)
  expect(first.runs.map(({ id }) => id)).toEqual(many.map(({ id }) => id).reverse().slice(0, 30))
  expect(second.runs.slice(0, 10).map(({ id }) => id)).toEqual(many.map(({ id }) => id).reverse().slice(30))
})

test('rule 10: the chain of all this is whole', async () => {
  expect(await checkAudit('north')).toMatchObject({ isIntact: true })
})
