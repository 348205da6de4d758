import { afterEach, beforeAll, expect, test } from 'vitest'
import { approveActivities, undoApprovals } from '~/domain/approve-many.server'
import { declineRequest } from '~/domain/answer.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { endorseActivity } from '~/domain/endorsement.server'
import { listWaiting } from '~/domain/request-inbox.server'
import { findReviewPage } from '~/domain/review-page.server'
import { listReviewQueue, QUEUE_PAGE } from '~/domain/review-queue.server'
import { reviseActivity, submitActivity } from '~/domain/submission.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found, NotFound } from '~/lib/refusal'
import { messagesIn } from '~/messages/messages'
import type { UnitKey } from '../cast'
import {
  approvedActivity,
  endorse,
  endorsedActivity,
  openScene,
  opportunity,
  people,
  requestOf,
  requestsOf,
  saidOf,
  submittedActivity,
  type Scene,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

const idsFor = async (key: 'mina' | 'rosa', after: string | null = null) =>
  (await listReviewQueue(await scene.actor(key), after)).rows.map(({ id }) => id)
const inUnit = async (unit: UnitKey) => ({ opportunity: await opportunity(scene, { unit }) })

test('a coordinator’s queue holds their units and those below, a registrar’s the institution, oldest first', async () => {
  const club = await endorsedActivity(scene, { ...(await inUnit('debating')) })
  const faculty = await endorsedActivity(scene, { ...(await inUnit('engineering')) })
  const other = await endorsedActivity(scene, { ...(await inUnit('humanities')) })
  expect(await idsFor('mina')).toEqual([club.id, faculty.id])
  expect(await idsFor('rosa')).toEqual([club.id, faculty.id, other.id])
  for (const key of ['ana', 'ben', 'omar', 'lena', 'devi'] as const) {
    await expect(listReviewQueue(await scene.actor(key), null)).rejects.toThrow(NotFound)
  }
})

test('rule 1 and 16: nobody finds their own work in the queue, nor what they endorsed', async () => {
  const ana = await scene.actor('ana')
  const queue = await listReviewQueue({ ...ana, memberships: [{ role: 'registrar', unitIds: null }] }, null)
  expect(queue.rows.filter(({ student }) => student === 'Ana Duarte')).toEqual([])
  const mina = { name: 'Mina Sato', email: 'mina@northbridge.example', organisation: 'Students’ Union' }
  const told = await submittedActivity(scene, { asks: [mina, people.ben] })
  const [first] = await requestsOf(told)
  const request = found(first)
  await endorseActivity(await scene.actor('mina'), request.id, saidOf(scene, request))
  expect(await idsFor('mina')).not.toContain(told.id)
  expect(await idsFor('rosa')).toContain(told.id)
  expect((await findReviewPage(await scene.actor('mina'), told.id, null)).hasEndorsed).toBe(true)
})

test('a row says who confirmed it, how sure we are of them, and what was noticed', async () => {
  const told = await submittedActivity(scene, {
    asks: [{ ...people.eleni, email: 'shoreline@freemail.example' }, people.ben],
    ...(await inUnit('foodBank')),
  })
  const [eleni, ben] = await requestsOf(told)
  await declineRequest(await scene.actor('ben'), found(ben).id, { reason: 'cannotJudge', note: '' })
  await endorse(scene, found(eleni))
  const row = (await listReviewQueue(await scene.actor('mina'), null)).rows.find(({ id }) => id === told.id)
  expect(row).toMatchObject({
    student: 'Ana Duarte',
    endorser: 'Eleni Papadaki',
    assurance: 'email',
    endorsements: 1,
    revision: 1,
    flags: [
      { kind: 'freeMail', facts: { known: 'shorelinefoodbank.example' } },
      { kind: 'earlierDecline', facts: { declines: 1 } },
    ],
  })
})

test('what somebody says did not happen comes in although nobody confirmed it', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await declineRequest(endorserOf(request), request.id, { reason: 'didNotHappen', note: 'No such shift.' })
  const row = (await listReviewQueue(await scene.actor('mina'), null)).rows.find(({ id }) => id === told.id)
  expect(row).toMatchObject({
    endorser: null,
    assurance: null,
    endorsements: 0,
    flags: [{ kind: 'didNotHappen', facts: { denials: 1 } }],
  })
  const page = await findReviewPage(await scene.actor('mina'), told.id, null)
  expect(page.may).toEqual({ approve: false, decline: true, return: true, rescind: false })
})

test('rule 11: one activity is open to its unit’s coordinators and to registrars, in the versions that were submitted', async () => {
  const told = await approvedActivity(scene, { says: { confidentialNote: 'A quiet one.' } })
  for (const key of ['ana', 'chidi', 'ben', 'omar', 'lena', 'devi'] as const) {
    await expect(findReviewPage(await scene.actor(key), told.id, null)).rejects.toThrow(NotFound)
  }
  await expect(findReviewPage(await scene.actor('mina'), 'nothing', null)).rejects.toThrow(NotFound)
  await reviseActivity(told.student, told)
  const page = await findReviewPage(await scene.actor('mina'), told.id, null)
  expect(page).toMatchObject({ version: 1, isCurrent: false, may: { approve: false, rescind: true } })
  expect(page.endorsements[0]?.note).toBe('A quiet one.')
  await submitActivity(told.student, { ...told, revision: 2 }, true)
  expect(await findReviewPage(await scene.actor('mina'), told.id, null)).toMatchObject({
    version: 2,
    approvedVersion: 1,
  })
  expect(await findReviewPage(await scene.actor('mina'), told.id, 1)).toMatchObject({
    version: 1,
    may: { rescind: true },
  })
})

test('several are approved at once, each by itself, and undone together', async () => {
  const mina = await scene.actor('mina')
  const [one, two, gone] = [
    await endorsedActivity(scene),
    await endorsedActivity(scene),
    await approvedActivity(scene),
  ]
  const { reviewIds, leftOut } = await approveActivities(mina, [one, two, gone])
  expect(reviewIds).toHaveLength(2)
  expect(leftOut).toEqual([
    { why: expect.stringContaining('moved on'), count: 1, titles: ['Saturday shifts'] },
  ])
  expect(await undoApprovals(mina, reviewIds)).toBeNull()
  const statuses = await db.activity.findMany({
    where: { id: { in: [one.id, two.id] } },
    select: { status: true },
  })
  expect(statuses).toEqual([{ status: 'inReview' }, { status: 'inReview' }])
  expect(await undoApprovals(mina, reviewIds)).toContain('moved on')
})

test('rule 11: what is not there among several holds up none of them and is not named', async () => {
  const mina = await scene.actor('mina')
  const [one, two] = [await endorsedActivity(scene), await endorsedActivity(scene)]
  const foreign = await endorsedActivity(scene, {
    title: 'Elsewhere', opportunity: await opportunity(scene, { unit: 'humanities' }),
  })
  const gone = { id: 'gone', revision: 1 }
  const { reviewIds, leftOut } = await approveActivities(mina, [one, gone, foreign, two])
  expect(reviewIds).toHaveLength(2)
  expect(leftOut).toEqual([{ why: expect.stringContaining('not yours to review'), count: 2, titles: [] }])
  expect(await undoApprovals(mina, ['gone', ...reviewIds])).toContain('not yours to review')
  expect(await db.activity.count({ where: { id: { in: [one.id, two.id] }, status: 'inReview' } })).toBe(2)
  await expect(approveActivities(mina, [foreign])).rejects.toThrow(NotFound)
  await expect(undoApprovals(mina, ['gone'])).rejects.toThrow(NotFound)
})

test('who approves many reads what was left out and why, in few words', () => {
  const why = 'It has moved on.'
  const told = messagesIn('en').review.done.leftOut
  expect(told({ titles: [], count: 1, why })).toBe('One was not approved. It has moved on.')
  expect(told({ titles: ['A'], count: 1, why })).toBe('“A” was not approved. It has moved on.')
  const four = told({ titles: ['A', 'B', 'C', 'D'], count: 4, why })
  expect(four).toBe('“A”, “B”, “C” and one other were not approved. It has moved on.')
  expect(told({ titles: ['か'.repeat(120)], count: 1, why })).toContain(`${'か'.repeat(40)}…`)
})

test('the queue is read a page at a time, none twice and none left out, also where many came in at one moment', async () => {
  const model = await db.activity.findFirstOrThrow({
    where: { status: 'inReview', unitId: scene.house.unitIds.engineering },
  })
  const revision = await db.revision.findFirstOrThrow({ where: { activityId: model.id } })
  const units = [scene.house.unitIds.debating, scene.house.unitIds.engineering]
  const statusAt = later(now(), -DAY)
  for (let at = 0; at < QUEUE_PAGE + 20; at++) {
    const id = newId()
    await db.activity.create({
      data: { ...model, id, unitId: units[at % 2] ?? '', statusAt: at < 60 ? statusAt : now() },
    })
    await db.revision.create({ data: { ...revision, id: newId(), activityId: id, number: model.revision } })
  }
  const mina = await scene.actor('mina')
  const first = await listReviewQueue(mina, null)
  expect(first.rows).toHaveLength(QUEUE_PAGE)
  const second = await listReviewQueue(mina, first.next)
  expect(second.next).toBeNull()
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  const unitIds = mina.memberships.flatMap(({ unitIds }) => unitIds ?? [])
  const waiting = await db.activity.count({ where: { status: 'inReview', unitId: { in: unitIds } } })
  const endorsedByMina = 1
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBe(waiting - endorsedByMina)
  for (const after of ['', 'x', '1_', `${Date.now()}_'; DROP`])
    expect((await listReviewQueue(mina, after)).rows[0]?.id).toBe(first.rows[0]?.id)
})

test('an inbox holds what waits for one’s own answer, oldest first, and lets go of what is settled, answered or over', async () => {
  const ben = await scene.actor('ben')
  const before = (await listWaiting(ben, null)).rows.length
  const asks = [people.ben]
  await submittedActivity(scene, { asks, title: 'Older' })
  const newer = await submittedActivity(scene, { asks, title: 'Newer' })
  const rows = (await listWaiting(ben, null)).rows.slice(before)
  expect(rows.map(({ title }) => title)).toEqual(['Older', 'Newer'])
  expect(rows[0]).toMatchObject({
    student: 'Ana Duarte',
    claims: 2,
    minutes: 60,
    path: expect.stringMatching(/^\/e\//),
  })
  expect((await listWaiting(await scene.actor('mina'), null)).rows.map(({ title }) => title)).not.toContain(
    'Newer',
  )
  await endorse(scene, await requestOf(newer))
  expect((await listWaiting(ben, null)).rows).toHaveLength(before + 1)
  setClock(later(now(), 31 * DAY))
  expect((await listWaiting(ben, null)).rows).toHaveLength(0)
})
