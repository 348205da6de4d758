import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import '~/domain/letters.server'
import { afterQuietHours } from '~/domain/quiet-hours'
import { QuietForm, readQuietHours, setQuietHours } from '~/domain/quiet-hours.server'
import { told as transportTold } from '~/domain/notification.server'
import { remindAll } from '~/domain/reminder.server'
import { remindEndorser, requestPath } from '~/domain/request.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db, statements } from '~/lib/db.server'
import { runDueJobs } from '~/lib/jobs.server'
import { listMail } from '~/lib/mailbox.server'
import { found } from '~/lib/refusal'
import { endorse, eventsAbout, openScene, people, requestOf, requestsOf, submittedActivity, type Plot, type Scene, type Told } from '../story'

let scene: Scene
const MONDAY = new Date('2026-06-01T10:00:00Z')
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  setClock(MONDAY)
  // Each test has its own people waiting.
  await db.endorsementRequest.updateMany({ data: { status: 'withdrawn', nextReminderAt: null } })
  await db.endorser.updateMany({ data: { digest: 'each', doNotAskAt: null } })
  await db.job.deleteMany({ where: { kind: 'mail' } })
})
afterEach(() => setClock(null))

const pass = (days: number) => setClock(later(now(), days * DAY))

test('whoever does not answer is reminded after 3, 7 and 14 days with the same link, and after 21 others are told', async () => {
  const request = await sent(await submittedActivity(scene, { asks: [people.eleni] }))
  const told: Record<number, string[]> = {}
  for (let day = 1; day <= 40; day++) {
    pass(1)
    const before = await letters()
    await remindAll()
    const new_ = (await letters()).slice(before.length)
    if (new_.length > 0) told[day] = new_.map(({ template }) => template).sort()
  }
  expect(told).toEqual({ 3: ['waiting'], 7: ['waiting'], 14: ['waiting'], 21: ['request-escalated', 'request-unanswered'] })
  const after = await db.endorsementRequest.findUniqueOrThrow({ where: { id: request } })
  expect(after).toMatchObject({ remindersSent: 3, nextReminderAt: null })
  expect(requestPath(after.id)).toBe(requestPath(request))
})

test('whom to tell is read in the transaction that tells them, which takes no second line to the database', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni] })
  await db.endorsementRequest.updateMany({
    where: { activityId: told.id },
    data: { status: 'sent', remindersSent: 3, nextReminderAt: now() },
  })
  const outside: string[] = []
  const hear = (query: unknown) => void outside.push(JSON.stringify(query))
  statements.subscribe(hear)
  await remindAll()
  statements.unsubscribe(hear)
  expect(outside.length).toBeGreaterThan(0)
  expect(outside.filter(query => /Membership|Activity/.test(query))).toEqual([])
  expect((await requestOf(told)).escalatedAt).not.toBeNull()
})

test('what is answered, withdrawn or settled is not reminded of', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni] })
  await sent(told)
  await endorse(scene, await requestOf(told))
  await db.job.deleteMany({ where: { kind: 'mail' } })
  pass(3)
  await remindAll()
  expect(await letters()).toEqual([])
})

test('several that are due come in one letter, whoever writes at the same moment', async () => {
  const first = await sent(await submittedActivity(scene, { asks: [people.eleni] }))
  const second = await sent(await submittedActivity(scene, { asks: [people.eleni] }))
  pass(3)
  await Promise.all([remindAll(), remindAll()])
  const all = await letters()
  expect(all.map(({ template }) => template)).toEqual(['waiting'])
  expect(all[0]?.requestIds.sort()).toEqual([first, second].sort())
})

test('after a student’s own reminder ours waits three days', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni] })
  const id = await sent(told)
  pass(3)
  await remindEndorser(told.student, id)
  await remindAll()
  expect((await letters()).map(({ template }) => template)).toEqual(['reminder'])
  pass(3)
  await remindAll()
  expect((await letters()).map(({ template }) => template)).toEqual(['reminder', 'waiting'])
})

test('who wants one letter a day or a week gets requests together, on the next day or the next Monday', async () => {
  for (const [digest, day] of [['daily', 1], ['weekly', 7]] as const) {
    setClock(MONDAY)
    await db.endorser.updateMany({ data: { digest } })
    const ids = [await asked({ asks: [people.eleni] }), await asked({ asks: [people.eleni] })]
    expect(await letters()).toEqual([])
    for (let passed = 1; passed <= day; passed++) {
      pass(1)
      await remindAll()
      expect(await letters()).toHaveLength(passed === day ? 1 : 0)
    }
    const [letter] = await letters()
    expect(letter?.requestIds.sort()).toEqual(ids.sort())
    await transportTold('delivered', { template: 'waiting', subjectId: 'x', params: { requestIds: ids } })
    for (const id of ids) expect(await db.endorsementRequest.findUnique({ where: { id } })).toMatchObject({ status: 'sent' })
    await db.job.deleteMany({ where: { kind: 'mail' } })
    await db.endorsementRequest.updateMany({ data: { status: 'withdrawn', nextReminderAt: null } })
  }
})

test('who asked us not to write hears nothing', async () => {
  await sent(await submittedActivity(scene, { asks: [people.eleni] }))
  await db.endorser.updateMany({ data: { doNotAskAt: now() } })
  pass(3)
  await remindAll()
  expect(await letters()).toEqual([])
})

test('mail of our own accord leaves outside quiet hours, where the institution is', () => {
  const quiet = { timeZone: 'Europe/Dublin', quietFrom: 20 * 60, quietUntil: 7 * 60 }
  const at = (moment: string) => afterQuietHours(new Date(moment), quiet).toISOString()
  expect(at('2026-01-10T12:00:00Z')).toBe('2026-01-10T12:00:00.000Z')
  expect(at('2026-01-10T21:30:00Z')).toBe('2026-01-11T07:00:00.000Z')
  expect(at('2026-07-10T03:10:00Z')).toBe('2026-07-10T06:00:00.000Z')
  // The clocks go forward at one in the morning.
  expect(at('2026-03-28T23:00:00Z')).toBe('2026-03-29T06:00:00.000Z')
  expect(afterQuietHours(MONDAY, { timeZone: 'Europe/Dublin', quietFrom: null, quietUntil: null })).toBe(MONDAY)
})

test('an administrator says when mail of our own accord may leave, and the next reminder keeps to it', async () => {
  const devi = await scene.actor('devi')
  const set = (from: number | undefined, until: number | undefined, shownFrom: number | null = null, shownUntil: number | null = null) =>
    setQuietHours(devi, { from, until, shownFrom, shownUntil })
  await sent(await submittedActivity(scene, { asks: [people.eleni] }))
  await set(9 * 60, 15 * 60)
  pass(3)
  await remindAll()
  const { runAt } = await db.job.findFirstOrThrow({ where: { kind: 'mail', doneAt: null } })
  expect(runAt.toISOString()).toMatch(/^2026-06-04T14:00/) // three in the afternoon in Dublin

  await expect(set(60, 120)).rejects.toThrow('in the meantime')
  await set(9 * 60, 15 * 60)
  await set(undefined, undefined, 9 * 60, 15 * 60)
  expect(await readQuietHours()).toMatchObject({ quietFrom: null, quietUntil: null })
  expect((await eventsAbout(scene.house.institutionId)).filter(action => action === 'institution.quiet-hours')).toHaveLength(2)
  await expect(setQuietHours(await scene.actor('rosa'), { shownFrom: null, shownUntil: null })).rejects.toMatchObject({ status: 404 })
  for (const [half, field] of [[{ from: '60' }, 'until'], [{ until: '60' }, 'from'], [{ from: '60', until: '60' }, 'until']] as const) {
    expect(QuietForm.safeParse(half).error?.issues[0]?.path).toEqual([field])
  }
})

test('the letters are written from what still waits', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni] })
  await sent(told)
  await sent(await submittedActivity(scene, { asks: [people.eleni] }))
  pass(3)
  await remindAll()
  expect(await runDueJobs()).toMatchObject({ failed: 0 })
  const [letter] = await listMail()
  expect(letter?.subject).toBe('2 students of Northbridge University wait for your word')
  expect(JSON.stringify(letter)).toContain(people.eleni.email)
})

async function asked(plot: Plot) {
  return found((await requestsOf(await submittedActivity(scene, plot)))[0]).id
}

/** As when the mail server has taken the first letter. */
async function sent(told: Told) {
  const { id } = await requestOf(told)
  await transportTold('delivered', { template: 'endorsement-request', subjectId: id, params: { requestId: id } })
  await db.job.deleteMany({ where: { kind: 'mail' } })
  return id
}

async function letters() {
  const jobs = await db.job.findMany({ where: { kind: 'mail', doneAt: null }, orderBy: { createdAt: 'asc' } })
  return jobs.map(({ payload }) => {
    const { template, params } = payload as { template: string; params: { requestIds?: string[] } } // `notify` wrote it
    return { template, requestIds: params.requestIds ?? [] }
  })
}
