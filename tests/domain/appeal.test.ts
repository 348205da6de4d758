import { afterEach, beforeAll, expect, test } from 'vitest'
import { findActivityPage } from '~/domain/activity-page.server'
import { findAppealPage, listAppeals, remindOfAppeals } from '~/domain/appeal-list.server'
import { decideAppeal, openAppeal, withdrawAppeal } from '~/domain/appeal.server'
import { erasePerson } from '~/domain/erasure.server'
import { heldOf, tasksOf } from '~/domain/home-view'
import { deskHome, studentHome } from '~/domain/home.server'
import { listReviewQueue } from '~/domain/review-queue.server'
import { approveActivity, declineActivity, rescindApproval, returnActivity } from '~/domain/review.server'
import { reviseActivity, submitActivity } from '~/domain/submission.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found, NotFound } from '~/lib/refusal'
import { operator } from '../facts'
import {
  approvedActivity, endorse, endorsedActivity, eventsAbout, lettersAbout, openScene, opportunity, requestOf, type Plot, type Scene, type Told,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

const words = { text: 'The rota shows every Saturday that I was there.' }
const upheld = { outcome: 'upheld' as const, reason: 'The rota was not looked at.' }
const dismissed = { outcome: 'dismissed' as const, reason: 'The rota ends in March.' }

const asMina = () => scene.actor('mina')
const asRosa = () => scene.actor('rosa')
const statusOf = async ({ id }: Told) => (await db.activity.findUniqueOrThrow({ where: { id } })).status

async function declined(plot: Plot = {}) {
  const told = await endorsedActivity(scene, plot)
  await declineActivity(await asMina(), told, { reason: 'Too little to go by.' })
  return told
}

async function appealed(plot: Plot = {}) {
  const told = await declined(plot)
  return { told, id: await openAppeal(told.student, told, words) }
}

test('what was declined, returned or rescinded by the review can be appealed once, within thirty days', async () => {
  const returned = await endorsedActivity(scene)
  await returnActivity(await asMina(), returned, { reason: 'Which days?' })
  const rescinded = await approvedActivity(scene)
  await rescindApproval(await asMina(), rescinded, { reason: 'It was somebody else.' })
  for (const told of [await declined(), returned, rescinded]) {
    const id = await openAppeal(told.student, told, words)
    const appeal = await db.appeal.findUniqueOrThrow({ where: { id } })
    expect(Math.round((appeal.dueAt.getTime() - appeal.createdAt.getTime()) / DAY)).toBe(21)
    await expect(openAppeal(told.student, told, words)).rejects.toThrow('already')
    await withdrawAppeal(told.student, told.id)
    await expect(openAppeal(told.student, told, words)).rejects.toThrow('already')
  }
  const late = await declined()
  await db.review.updateMany({ where: { activityId: late.id }, data: { decidedAt: later(now(), -31 * DAY) } })
  await expect(openAppeal(late.student, late, words)).rejects.toThrow('older than 30 days')
  const open = await endorsedActivity(scene)
  await expect(openAppeal(open.student, open, words)).rejects.toThrow('no decision')
})

test('the student’s home tells what was declined while it can be appealed, and who holds the appeal', async () => {
  const { told } = await appealed()
  const other = await declined()
  const home = async (at = now()) => {
    const { activities, awards, words: waiting } = await studentHome(told.student)
    const tasks = tasksOf(activities, awards, waiting, at).filter(({ kind }) => kind === 'declined')
    return { tasks: tasks.map(({ id }) => id), held: heldOf(activities, {}).filter(each => each.appealedAt).map(({ id }) => id) }
  }
  const { tasks, held } = await home()
  expect([tasks.includes(told.id), tasks.includes(other.id)]).toEqual([false, true])
  expect([held.includes(told.id), held.includes(other.id)]).toEqual([true, false])
  expect((await home(later(now(), 31 * DAY))).tasks).toEqual([])
  await withdrawAppeal(told.student, told.id)
  const after = await home()
  expect([after.tasks.includes(told.id), after.held.includes(told.id)]).toEqual([false, false])
})

test('rules 1 and 16: only somebody who decided and confirmed nothing here decides it, and never their own', async () => {
  const { told, id } = await appealed()
  await expect(decideAppeal(await asMina(), id, upheld)).rejects.toThrow('a colleague decides')
  for (const key of ['ana', 'chidi', 'ben', 'omar', 'devi'] as const)
    await expect(decideAppeal(await scene.actor(key), id, upheld)).rejects.toThrow(NotFound)
  const rosa = await asRosa()
  const alike = { ...rosa, normalisedAddresses: [...rosa.normalisedAddresses, 'ana@northbridge.example'] }
  await expect(decideAppeal(alike, id, upheld)).rejects.toThrow(NotFound)
  const student = { ...told.student, memberships: [{ role: 'registrar' as const, unitIds: null }] }
  await expect(decideAppeal(student, id, upheld)).rejects.toThrow(NotFound)
  const endorser = await db.endorser.findFirstOrThrow({ where: { endorsements: { some: { activityId: told.id } } } })
  const asEndorser = { ...rosa, normalisedAddresses: [endorser.normalised] }
  await expect(decideAppeal(asEndorser, id, upheld)).rejects.toThrow('a colleague decides')
  await decideAppeal(rosa, id, upheld)
})

test('rule 16: upheld, it is in review again, with neither who declined it nor who decided the appeal', async () => {
  const { told, id } = await appealed()
  await decideAppeal(await asRosa(), id, upheld)
  expect(await statusOf(told)).toBe('inReview')
  expect(await lettersAbout(id)).toContain('appeal-decided')
  expect(await eventsAbout(told.id)).toEqual(expect.arrayContaining(['appeal.opened', 'appeal.upheld']))
  await expect(approveActivity(await asMina(), told, { reason: '' })).rejects.toThrow('a colleague reviews it now')
  await expect(approveActivity(await asRosa(), told, { reason: '' })).rejects.toThrow('You decided an appeal')
  for (const actor of [await asMina(), await asRosa()]) {
    expect((await listReviewQueue(actor, null)).rows.map(row => row.id)).not.toContain(told.id)
  }
  const third = { ...(await scene.actor('lena')), memberships: [{ role: 'registrar' as const, unitIds: null }] }
  await approveActivity(third, told, { reason: '' })
  expect(await statusOf(told)).toBe('approved')
})

test('a desk counts the appeals and the reviews that are left to its reader, and the student reads no name of who is barred', async () => {
  const counts = async () =>
    Promise.all([asMina, asRosa].map(async who => {
      const { waiting, appeals } = await deskHome(await who())
      return [waiting, appeals]
    }))
  const [minaBefore = [], rosaBefore = []] = await counts()
  const grown = (before: (number | null)[], by: number[]) => before.map((count, at) => (count ?? 0) + (by[at] ?? 0))
  const { told, id } = await appealed()
  expect(await counts()).toEqual([minaBefore, grown(rosaBefore, [0, 1])])
  await decideAppeal(await asRosa(), id, upheld)
  expect(await counts()).toEqual([minaBefore, rosaBefore])
  expect((await findActivityPage(told.student, told.id)).standing).toMatchObject({ status: 'inReview', reviewer: null })
  const other = await endorsedActivity(scene)
  expect(await counts()).toEqual([grown(minaBefore, [1, 0]), grown(rosaBefore, [1, 0])])
  expect((await findActivityPage(other.student, other.id)).standing.reviewer).toBe('Mina Sato')
})

test('rule 16: who decided an appeal does not endorse the next version either', async () => {
  const { told, id } = await appealed()
  await decideAppeal(await asRosa(), id, dismissed)
  expect(await statusOf(told)).toBe('declined')
  const { email } = await db.emailAddress.findFirstOrThrow({ where: { personId: (await asRosa()).id } }).then(({ address }) => ({ email: address }))
  await reviseActivity(told.student, told)
  const next = { ...told, revision: 2 }
  await db.invitee.updateMany({ where: { activityId: told.id }, data: { name: 'Rosa', email, organisation: '' } })
  await submitActivity(told.student, next, true)
  await expect(endorse(scene, await requestOf(next))).rejects.toThrow('somebody else confirms it')
})

test('rule 6: two hundred clicks make one appeal and one decision, with one event and one letter each', async () => {
  const told = await declined()
  const opened = await Promise.allSettled(Array.from({ length: 200 }, () => openAppeal(told.student, told, words)))
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { id } = await db.appeal.findFirstOrThrow({ where: { activityId: told.id } })
  const rosa = await asRosa()
  const decided = await Promise.allSettled(Array.from({ length: 200 }, (_, at) => decideAppeal(rosa, id, at % 2 ? upheld : dismissed)))
  expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const events = await eventsAbout(told.id)
  expect(events.filter(action => action.startsWith('appeal.'))).toHaveLength(2)
  expect((await lettersAbout(id)).filter(template => template === 'appeal-decided')).toHaveLength(1)
})

test('taken back, or left for a new version, it is open no more and nobody decides it', async () => {
  const { told, id } = await appealed()
  await reviseActivity(told.student, told)
  expect(await db.appeal.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'withdrawn', openOf: null })
  await expect(decideAppeal(await asRosa(), id, upheld)).rejects.toThrow('moved on')
  await expect(decideAppeal(await asRosa(), id, dismissed)).rejects.toThrow('taken back')
  await expect(withdrawAppeal(told.student, told.id)).rejects.toThrow('No appeal is open')
})

test('who could decide hears of it at once, and once a week when it is past its deadline', async () => {
  const { id } = await appealed()
  const rosaOnly = (await lettersAbout(id)).filter(template => template === 'appeal-opened')
  expect(rosaOnly.length).toBeGreaterThan(0)
  const late = async () => (await lettersAbout(id)).filter(template => template === 'appeal-overdue').length
  await remindOfAppeals()
  expect(await late()).toBe(0)
  setClock(later(now(), 22 * DAY))
  await remindOfAppeals()
  const once = await late()
  expect(once).toBe(rosaOnly.length)
  setClock(later(now(), DAY))
  await remindOfAppeals()
  expect(await late()).toBe(once)
  setClock(later(now(), 7 * DAY))
  await remindOfAppeals()
  expect(await late()).toBe(2 * once)
  const letters = await db.job.findMany({ where: { dedupeKey: { startsWith: `appeal-opened:${id}` } } })
  expect(letters.some(({ dedupeKey }) => dedupeKey?.endsWith((scene.house.personIds.mina)))).toBe(false)
})

test('rule 11: the list holds what is open in the reader’s units, the nearest deadline first, and nothing of their own', async () => {
  const elsewhere = await appealed({ opportunity: await opportunity(scene, { unit: 'foodBank' }) })
  const rosa = await asRosa()
  const { rows } = await listAppeals(rosa, null)
  expect(rows.map(row => row.id)).toContain(elsewhere.id)
  expect(rows.map(row => row.dueAt.getTime())).toEqual([...rows.map(row => row.dueAt.getTime())].sort((a, b) => a - b))
  const foreign = { ...rosa, memberships: [{ role: 'coordinator' as const, unitIds: ['another'] }] }
  expect((await listAppeals(foreign, null)).rows).toEqual([])
  await expect(findAppealPage(foreign, elsewhere.id)).rejects.toThrow(NotFound)
  const own = { ...elsewhere.told.student, memberships: rosa.memberships }
  expect((await listAppeals(own, null)).rows.map(row => row.id)).not.toContain(elsewhere.id)
  expect(await findAppealPage(await asMina(), elsewhere.id)).toMatchObject({ isBarred: true, text: words.text })
  await expect(listAppeals(await scene.actor('ben'), null)).rejects.toThrow(NotFound)
})

test('rule 14: an appeal leaves with its student', async () => {
  const { told, id } = await appealed({ student: 'chidi', opportunity: await opportunity(scene) })
  await erasePerson(operator(scene.house.institutionId), told.student.id)
  expect(await db.appeal.count({ where: { id } })).toBe(0)
  expect(found(await db.person.findUnique({ where: { id: told.student.id } })).usedName).toBe('')
})
