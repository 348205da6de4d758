import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { findActivityPage } from '~/domain/activity-page.server'
import { findListed } from '~/domain/activity-list.server'
import { declineRequest } from '~/domain/answer.server'
import { endorserOf, enterCode, sendCode } from '~/domain/confirmation-code.server'
import { erasePerson } from '~/domain/erasure.server'
import type { PersonActor } from '~/domain/policy'
import { findPrintedForm, findScanned, findShown, scanPath } from '~/domain/request-in-person.server'
import { findRequestByToken, settle } from '~/domain/request.server'
import { findReviewPage } from '~/domain/review-page.server'
import { listReviewQueue } from '~/domain/review-queue.server'
import { approveActivity } from '~/domain/review.server'
import { standingOf } from '~/domain/standing'
import { withdrawActivity } from '~/domain/submission.server'
import { tally } from '~/domain/tally.server'
import type { WrittenKind } from '~/domain/written-confirmation'
import { confirmInWriting, findDocument, findWritable } from '~/domain/written-confirmation.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { runDueJobs } from '~/lib/jobs.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { isStored, receive } from '~/lib/storage.server'
import { digits } from '~/lib/token.server'
import { outsiders } from '../cast'
import { operator } from '../facts'
import { endorse, eventsAbout, openScene, opportunity, people, requestOf, requestsOf, submittedActivity, type Plot, type Scene, type Told } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

const says = {
  kind: 'letter' as const,
  writtenBy: `${outsiders.eleni.name}, volunteer coordinator`,
  reason: 'The food bank closed in May and nobody answers its telephone.',
}
const pdf = '%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'

async function arrived(name = 'letter.pdf', content = pdf) {
  const bytes = Readable.from([Buffer.from(content)])
  return { ...(await receive(bytes, 1_000_000, new Refusal('too large', 'file'))), name }
}

async function write(told: Told, by: PersonActor = told.student, formKey?: string, kind: WrittenKind = 'letter') {
  await confirmInWriting(by, told, { ...says, kind }, await arrived(), formKey)
  return db.writtenConfirmation.findFirstOrThrow({ where: { activityId: told.id } })
}

/** Asked, and for so many days without an answer. */
async function unanswered(days: number, plot: Plot = {}) {
  const told = await submittedActivity(scene, plot)
  for (const { id } of await requestsOf(told)) await settle(id, 'sent')
  await db.endorsementRequest.updateMany({ where: { activityId: told.id }, data: { statusAt: later(now(), -days * DAY) } })
  return told
}

const statusOf = async ({ id }: Told) => (await db.activity.findUniqueOrThrow({ where: { id } })).status

test('a document stands in once nobody is left to wait for: fourteen days, an address that is none, a link that ran out', async () => {
  const early = await unanswered(13)
  await expect(write(early)).rejects.toThrow('can still answer')
  expect(await statusOf(early)).toBe('submitted')
  expect((await findActivityPage(early.student, early.id)).canBeWritten).toBe(false)

  const patient = await unanswered(14)
  expect((await findActivityPage(patient.student, patient.id)).canBeWritten).toBe(true)
  await write(patient)
  expect(await statusOf(patient)).toBe('inReview')
  expect(await requestOf(patient)).toMatchObject({ status: 'sent' })
  expect(await eventsAbout(patient.id)).toContain('activity.confirmed-in-writing')

  const unreached = await submittedActivity(scene)
  await settle((await requestOf(unreached)).id, 'undeliverable')
  await write(unreached)

  const expired = await submittedActivity(scene)
  await db.endorsementRequest.updateMany({ where: { activityId: expired.id }, data: { expiresAt: later(now(), -DAY) } })
  await write(expired)
})

test('who declined was reached, and who is asked no more was not waited for: no document stands in for them', async () => {
  const declined = await submittedActivity(scene, { asks: [people.eleni, people.ines] })
  const [eleni, ines] = await requestsOf(declined)
  await declineRequest(endorserOf(found(eleni)), found(eleni).id, { reason: 'doNotKnowStudent', note: '' })
  const { awaited, kinds } = await findWritable(declined.student, declined.id)
  expect([awaited.map(({ id }) => id), kinds]).toEqual([[found(ines).id], ['printedForm']])
  await expect(write(declined)).rejects.toThrow(`${found(ines).endorserName} can still answer`)

  await declineRequest(endorserOf(found(ines)), found(ines).id, { reason: 'cannotJudge', note: '' })
  expect((await findWritable(declined.student, declined.id)).kinds).toEqual([])
  expect((await findActivityPage(declined.student, declined.id)).canBeWritten).toBe(false)
  await expect(write(declined)).rejects.toThrow('Ask somebody else')
  expect(await statusOf(declined)).toBe('submitted')

  const withdrawn = await submittedActivity(scene)
  await db.endorsementRequest.updateMany({ where: { activityId: withdrawn.id }, data: { status: 'withdrawn' } })
  await expect(write(withdrawn)).rejects.toThrow('Ask somebody else')
})

test('whoever signs the printed form by hand need not be waited for: that is how somebody without mail answers', async () => {
  const told = await submittedActivity(scene)
  expect((await findWritable(told.student, told.id)).kinds).toEqual(['printedForm'])
  await expect(write(told)).rejects.toThrow('can still answer')
  await write(told, told.student, undefined, 'printedForm')
  expect(await statusOf(told)).toBe('inReview')
})

test('one who declined and one who cannot be reached: a document stands in for the other', async () => {
  const told = await unanswered(20, { asks: [people.eleni, people.ines] })
  const [eleni] = await requestsOf(told)
  await declineRequest(endorserOf(found(eleni)), found(eleni).id, { reason: 'cannotJudge', note: '' })
  await write(told)
  expect(await statusOf(told)).toBe('inReview')
})

test('rule 3: the reviewer sees the document first, names the minutes with a reason, and no judgement counts', async () => {
  const told = await unanswered(20, { minutes: 600 })
  const { id } = await write(told)
  const mina = await scene.actor('mina')
  const page = await findReviewPage(mina, told.id, null)
  expect(page).toMatchObject({ documents: [{ id, writtenBy: says.writtenBy, reason: says.reason }], mustNameMinutes: true, may: { approve: true } })
  expect((await listReviewQueue(mina, null)).rows.find(row => row.id === told.id)).toMatchObject({ documentId: id, endorser: null })

  await expect(approveActivity(mina, told, { reason: '' })).rejects.toMatchObject({ field: 'minutes' })
  await approveActivity(mina, told, { minutes: 480, reason: 'Page two of the letter says eight hours.' })
  const counted = found((await tally(told.student.id)).activities.find(each => each.id === told.id))
  expect(counted).toMatchObject({ minutes: 480, endorsements: [] })
  const row = await findListed(told.student, told.id)
  expect(standingOf(row, {})).toMatchObject({ status: 'approved', isOnDocument: true })
})

test('those who were asked can still answer while it is reviewed, and then a time is confirmed', async () => {
  const told = await unanswered(20)
  await write(told)
  await endorse(scene, await requestOf(told), { confirmedMinutes: 45 })
  const mina = await scene.actor('mina')
  expect(await findReviewPage(mina, told.id, null)).toMatchObject({ mustNameMinutes: false })
  await approveActivity(mina, told, { reason: '' })
  expect((await tally(told.student.id)).activities.find(each => each.id === told.id)?.minutes).toBe(45)
})

test('where two have to confirm and one cannot be reached, the time of the one who did counts', async () => {
  const entry = await opportunity(scene, { endorsementsNeeded: 2 })
  const told = await unanswered(20, { opportunity: entry, asks: [people.eleni, people.ines], minutes: 90 })
  const [first] = await requestsOf(told)
  await endorse(scene, found(first), { confirmedMinutes: 80 })
  await write(told)
  const mina = await scene.actor('mina')
  await approveActivity(mina, told, { reason: '' })
  expect((await tally(told.student.id)).activities.find(each => each.id === told.id)?.minutes).toBe(80)
})

test('rule 6: twenty clicks on one form are one document, one event and one stored file', async () => {
  const told = await unanswered(20)
  const key = newFormKey()
  const clicks = await Promise.allSettled(Array.from({ length: 20 }, () => write(told, told.student, key)))
  expect(clicks.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(await db.writtenConfirmation.count({ where: { activityId: told.id } })).toBe(1)
  expect((await eventsAbout(told.id)).filter(action => action === 'activity.confirmed-in-writing')).toHaveLength(1)
  await expect(write({ ...told, revision: 2 })).rejects.toThrow('moved on')
})

test('rule 11: only its student sends it in, and only the student and those who review open it', async () => {
  const told = await unanswered(20)
  await expect(write(told, await scene.actor('chidi'))).rejects.toThrow(NotFound)
  const { id } = await write(told)
  for (const key of ['ana', 'mina', 'rosa'] as const) {
    const { stream, mediaType } = await findDocument(await scene.actor(key), told.id, id)
    expect([mediaType, String(await buffer(stream()))]).toEqual(['application/pdf', pdf])
  }
  for (const key of ['chidi', 'ben', 'omar', 'devi'] as const)
    await expect(findDocument(await scene.actor(key), told.id, id)).rejects.toThrow(NotFound)
})

test('what is empty, mislabelled or a recording is refused at the file, and nothing of it stays', async () => {
  const told = await unanswered(20)
  for (const [name, content] of [['empty.pdf', ''], ['letter.pdf', '<svg onload="alert(1)"/>'], ['voice.mp3', 'ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000']] as const) {
    const sent = confirmInWriting(told.student, told, says, await arrived(name, content))
    await expect(sent, name).rejects.toMatchObject({ field: 'file' })
  }
  expect(await statusOf(told)).toBe('submitted')
  expect(await db.writtenConfirmation.count({ where: { activityId: told.id } })).toBe(0)
})

test('rule 5: what the student shows to be scanned is not the link, and opens it only with the code from the mailbox', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  const { url, mailbox } = await findShown(told.student, told.id, request.id)
  expect([found(url).endsWith(scanPath(request.id)), mailbox.startsWith('e…@')]).toEqual([true, true])
  const token = scanPath(request.id).slice('/q/'.length)
  expect(await findRequestByToken(token)).toBeNull()
  await expect(findShown(await scene.actor('chidi'), told.id, request.id)).rejects.toThrow(NotFound)

  const { request: scanned } = await findScanned(token)
  await sendCode(scanned, 'a phone')
  const code = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: request.id } })
  await expect(enterCode(scanned, 'another', digits(code.id), { userAgent: '', ip: '' })).rejects.toThrow('another browser')
  expect(await enterCode(scanned, 'a phone', digits(code.id), { userAgent: '', ip: '' })).toHaveLength(22)

  await withdrawActivity(told.student, told)
  expect(await findScanned(token), 'what is closed names nobody').toMatchObject({ asked: null })
  await expect(findScanned(`${request.id}.AAAAAAAAAAAAAAAAAAAAAA`)).rejects.toThrow(NotFound)
  expect((await findShown(told.student, told.id, request.id)).url).toBeNull()
})

test('the form to print says the version, its claims in the rubric’s words, and where the office finds it', async () => {
  const told = await submittedActivity(scene)
  const form = await findPrintedForm(told.student, told.id)
  const { hash } = await db.revision.findFirstOrThrow({ where: { activityId: told.id } })
  expect(form).toMatchObject({ version: 1, digest: hash.slice(0, 12), facts: { title: 'Saturday shifts' } })
  expect(form.shortId).toMatch(/^[\dA-F]{4}-[\dA-F]{4}$/)
  expect(form.claims.map(({ levels }) => levels.length)).toEqual([4, 4])
  expect(form.url).toMatch(new RegExp(`/review/${told.id}$`))
  await expect(findPrintedForm(await scene.actor('chidi'), told.id)).rejects.toThrow(NotFound)
})

test('rule 14: the bytes stay while a document rests on them, and leave with their student', async () => {
  const told = await unanswered(20, { student: 'chidi' })
  await confirmInWriting(told.student, told, says, await arrived('own.pdf', `${pdf}${told.id}`))
  const { institutionId, fileDigest } = await db.writtenConfirmation.findFirstOrThrow({ where: { activityId: told.id } })
  await withdrawActivity(told.student, told)
  await runDueJobs()
  expect(await isStored(institutionId, fileDigest)).toBe(true)
  await erasePerson(operator(institutionId), told.student.id)
  await runDueJobs()
  expect(await isStored(institutionId, fileDigest)).toBe(false)
  expect(await db.writtenConfirmation.count({ where: { activityId: told.id } })).toBe(0)
})
