import { afterEach, beforeAll, expect, test } from 'vitest'
import { declineRequest } from '~/domain/answer.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { endorseActivity } from '~/domain/endorsement.server'
import { closedReason, findRequest, remindEndorser } from '~/domain/request.server'
import { approveActivities } from '~/domain/approve-many.server'
import { ApproveForm, ReasonForm, SelectionForm } from '~/domain/review-forms.server'
import { findReviewPage } from '~/domain/review-page.server'
import { listReviewQueue } from '~/domain/review-queue.server'
import {
  approveActivity,
  declineActivity,
  rescindApproval,
  returnActivity,
  undoApproval,
  UNDO_SECONDS,
} from '~/domain/review.server'
import { reviseActivity, submitActivity, withdrawActivity } from '~/domain/submission.server'
import { tally } from '~/domain/tally.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { runDueJobs } from '~/lib/jobs.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import {
  approvedActivity,
  endorse,
  endorsedActivity,
  eventsAbout,
  lettersAbout,
  openScene,
  opportunity,
  people,
  requestOf,
  requestsOf,
  saidOf,
  submittedActivity,
  type Scene,
  type Told,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

const activityAt = (id: string) => db.activity.findUniqueOrThrow({ where: { id } })
const countedMinutes = async ({ id, student }: Told) =>
  (await tally(student.id)).activities.find(counted => counted.id === id)?.minutes
const asMina = () => scene.actor('mina')

/** The next version of something decided, endorsed as the first was. */
async function nextVersion(told: Told, until: 'endorsed' | 'submitted' = 'endorsed'): Promise<Told> {
  await reviseActivity(told.student, told)
  const next = { ...told, revision: told.revision + 1 }
  await submitActivity(told.student, next, true)
  if (until === 'endorsed') for (const request of await requestsOf(next)) await endorse(scene, request)
  return next
}

test('rule 3: the smallest confirmed time counts, once, unless the reviewer names another with a reason', async () => {
  const plot = { minutes: 120, asks: [people.eleni, people.ben] }
  const told = await submittedActivity(scene, plot)
  const [eleni, ben] = await requestsOf(told)
  await endorse(scene, found(eleni), { confirmedMinutes: 100 })
  await endorse(scene, found(ben), { confirmedMinutes: 90 })
  await approveActivity(await asMina(), told, { reason: '' })
  expect(await countedMinutes(told)).toBe(90)

  const other = await endorsedActivity(scene, plot)
  await approveActivity(await asMina(), other, { minutes: 60, reason: 'The rota shows one hour.' })
  expect(await countedMinutes(other)).toBe(60)
  expect(ApproveForm.safeParse({ minutes: '1' }).error?.issues[0]?.path).toEqual(['reason'])
  expect(ApproveForm.parse({ minutes: '1:30', reason: 'The rota.' })).toEqual({
    minutes: 90,
    reason: 'The rota.',
  })
})

test('rule 1 and 11: an activity is reviewed by coordinators of its unit and by registrars, never by its student', async () => {
  const told = await endorsedActivity(scene, {
    opportunity: await opportunity(scene, { unit: 'humanities' }),
  })
  for (const key of ['mina', 'ana', 'chidi', 'ben', 'omar', 'lena', 'devi'] as const) {
    await expect(approveActivity(await scene.actor(key), told, { reason: '' })).rejects.toThrow(NotFound)
    await expect(declineActivity(await scene.actor(key), told, { reason: 'No.' })).rejects.toThrow(NotFound)
  }
  const ana = await scene.actor('ana')
  await expect(
    approveActivity({ ...ana, memberships: [{ role: 'registrar', unitIds: null }] }, told, { reason: '' }),
  ).rejects.toThrow(NotFound)
  await approveActivity(await scene.actor('rosa'), told, { reason: '' })
  expect(await activityAt(told.id)).toMatchObject({ status: 'approved' })
})

test('rule 1: a second account with one of the student’s addresses does not review it either', async () => {
  const told = await endorsedActivity(scene)
  const rosa = await scene.actor('rosa')
  const alike = { ...rosa, normalisedAddresses: [...rosa.normalisedAddresses, 'ana@northbridge.example'] }
  await expect(approveActivity(alike, told, { reason: '' })).rejects.toThrow('own activity')
})

test('rule 16: who endorsed any version of an activity decides nothing about it', async () => {
  const mina = { name: 'Mina Sato', email: 'mina@northbridge.example', organisation: 'Students’ Union' }
  const told = await submittedActivity(scene, { asks: [mina] })
  const request = await requestOf(told)
  await endorseActivity(await asMina(), request.id, saidOf(scene, request))
  const refused = 'You endorsed this activity'
  await expect(approveActivity(await asMina(), told, { reason: '' })).rejects.toThrow(refused)
  await expect(returnActivity(await asMina(), told, { reason: 'Why?' })).rejects.toThrow(refused)
  await expect(declineActivity(await asMina(), told, { reason: 'No.' })).rejects.toThrow(refused)
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })
  expect(await db.review.count({ where: { activityId: told.id } })).toBe(0)

  await withdrawActivity(told.student, told)
  await db.invitee.updateMany({ where: { activityId: told.id }, data: people.eleni })
  const next = await nextVersion(told)
  await expect(approveActivity(await asMina(), next, { reason: '' })).rejects.toThrow(refused)
  await approveActivity(await scene.actor('rosa'), next, { reason: '' })
})

test('rule 6: two hundred simultaneous clicks make one approval, one event and one mail', async () => {
  const told = await endorsedActivity(scene)
  const mina = await asMina()
  const clicks = await Promise.allSettled(
    Array.from({ length: 200 }, () => approveActivity(mina, told, { reason: '' })),
  )
  expect(clicks.filter(click => click.status === 'fulfilled')).toHaveLength(1)
  for (const click of clicks) if (click.status === 'rejected') expect(click.reason).toBeInstanceOf(Refusal)
  expect(await db.review.count({ where: { activityId: told.id } })).toBe(1)
  expect((await eventsAbout(told.id)).filter(action => action === 'activity.approved')).toHaveLength(1)
  expect((await lettersAbout(told.id)).filter(template => template === 'activity-approved')).toHaveLength(1)
})

test('rule 6: what is said while a reviewer’s page is open is told first, and nothing is decided unseen', async () => {
  setClock(later(now(), -3 * DAY))
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ben, people.ines] })
  const [eleni, ben, ines] = await requestsOf(told)
  await endorse(scene, found(eleni))
  const page = await findReviewPage(await asMina(), told.id, null)
  const shown = { ...told, answers: page.answers }
  await endorse(scene, found(ben))
  await declineRequest(endorserOf(found(ines)), found(ines).id, { reason: 'didNotHappen', note: '' })
  const unseen = /^Since you opened this page Ben .+ has confirmed it and .+ has said that it did not happen\./
  await expect(approveActivity(await asMina(), shown, { reason: '' })).rejects.toThrow(unseen)
  await expect(declineActivity(await asMina(), shown, { reason: 'No.' })).rejects.toThrow(unseen)
  await expect(returnActivity(await asMina(), shown, { reason: 'When?' })).rejects.toThrow(unseen)
  const { reviewIds, leftOut } = await approveActivities(await asMina(), [shown])
  expect({ reviewIds, why: leftOut[0]?.why }).toEqual({ reviewIds: [], why: expect.stringMatching(unseen) })
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })

  const { rows } = await listReviewQueue(await asMina(), null)
  const row = found(rows.find(({ id }) => id === told.id))
  const selected = SelectionForm.parse({ selected: [`${row.id}:${row.revision}:${row.answers}`] }).selected
  expect((await approveActivities(await asMina(), selected)).reviewIds).toHaveLength(1)
})

test('rule 6: a page that shows an older version decides nothing', async () => {
  const told = await endorsedActivity(scene)
  await returnActivity(await asMina(), told, { reason: 'Which weeks?' })
  const next = await nextVersion(told)
  await expect(approveActivity(await asMina(), told, { reason: '' })).rejects.toThrow('moved on')
  await approveActivity(await asMina(), next, { reason: '' })
})

test('an approval can be undone for 30 seconds: both stay on record and the mail never leaves', async () => {
  const told = await endorsedActivity(scene)
  const reviewId = await approveActivity(await asMina(), told, { reason: '' })
  expect(await countedMinutes(told)).toBe(60)
  await expect(undoApproval(await scene.actor('rosa'), reviewId)).rejects.toThrow(NotFound)
  await undoApproval(await asMina(), reviewId)
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview', approvedRevisionId: null })
  expect(await countedMinutes(told)).toBeUndefined()
  expect(await db.review.findUniqueOrThrow({ where: { id: reviewId } })).toMatchObject({
    decision: 'approved',
    undoneAt: expect.any(Date),
  })
  expect((await eventsAbout(told.id)).slice(-2)).toEqual(['activity.approved', 'activity.approval-undone'])
  expect(await lettersAbout(told.id)).not.toContain('activity-approved')
  await expect(undoApproval(await asMina(), reviewId)).rejects.toThrow(Refusal)

  const again = await approveActivity(await asMina(), told, { reason: '' })
  setClock(later(now(), (UNDO_SECONDS + 1) * 1000))
  await expect(undoApproval(await asMina(), again)).rejects.toThrow('Rescind it instead')
})

test('rule 6: an approval is undone once, and a click that comes again leaves the next approval alone', async () => {
  const told = await endorsedActivity(scene)
  const first = await approveActivity(await asMina(), told, { reason: '' })
  await undoApproval(await asMina(), first)
  await approveActivity(await asMina(), told, { reason: '' })
  await expect(undoApproval(await asMina(), first)).rejects.toThrow('taken back before')
  expect(await activityAt(told.id)).toMatchObject({ status: 'approved' })
  expect(await countedMinutes(told)).toBe(60)
})

test('rule 13: the mail of an approval waits until it cannot be undone', async () => {
  const told = await approvedActivity(scene)
  const job = found(
    (
      await db.job.findMany({
        where: { dedupeKey: { startsWith: 'activity-approved:' }, doneAt: null },
        orderBy: { id: 'desc' },
      })
    )[0],
  )
  const { decidedAt } = await db.review.findFirstOrThrow({ where: { activityId: told.id } })
  expect(job.runAt.getTime() - decidedAt.getTime()).toBeGreaterThanOrEqual(UNDO_SECONDS * 1000 - 50)
  await runDueJobs()
  expect(await db.job.findUniqueOrThrow({ where: { id: job.id } })).toMatchObject({
    attempts: 0,
    doneAt: null,
  })
  setClock(later(now(), (UNDO_SECONDS + 1) * 1000))
  await runDueJobs()
  expect(await db.job.findUniqueOrThrow({ where: { id: job.id } })).not.toMatchObject({
    attempts: 0,
    doneAt: null,
  })
})

test('undoing the approval of a next version puts back what counted before it, and nothing that was rescinded', async () => {
  const told = await approvedActivity(scene)
  const { approvedRevisionId } = await activityAt(told.id)
  const next = await nextVersion(told)
  expect(await countedMinutes(told)).toBe(60)
  await undoApproval(await asMina(), await approveActivity(await asMina(), next, { reason: '' }))
  expect(await activityAt(told.id)).toMatchObject({ approvedRevisionId })

  const unreviewed = await endorsedActivity(scene, {
    asks: [people.ben],
    opportunity: await opportunity(scene, { reviewPolicy: 'onFlag' }),
  })
  const straight = await activityAt(unreviewed.id)
  expect(straight.status).toBe('approved')
  await db.opportunity.updateMany({ data: { reviewPolicy: 'always' } })
  const second = await nextVersion(unreviewed)
  await undoApproval(await asMina(), await approveActivity(await asMina(), second, { reason: '' }))
  expect(await activityAt(unreviewed.id)).toMatchObject({ approvedRevisionId: straight.approvedRevisionId })

  const rescinded = await approvedActivity(scene)
  await rescindApproval(await asMina(), rescinded, { reason: 'The rota was another one.' })
  const third = await nextVersion(rescinded)
  await undoApproval(await asMina(), await approveActivity(await asMina(), third, { reason: '' }))
  expect(await activityAt(rescinded.id)).toMatchObject({ approvedRevisionId: null, status: 'inReview' })
})

test('what is rescinded stops counting at once, also while the next version is being written', async () => {
  const told = await approvedActivity(scene)
  await rescindApproval(await asMina(), told, { reason: 'The rota was another one.' })
  expect(await activityAt(told.id)).toMatchObject({ status: 'rescinded', approvedRevisionId: null })
  expect(await countedMinutes(told)).toBeUndefined()
  expect((await lettersAbout(told.id)).at(-1)).toBe('activity-rescinded')
  await expect(rescindApproval(await asMina(), told, { reason: 'Again.' })).rejects.toThrow(
    'not approved any more',
  )

  const other = await approvedActivity(scene)
  await reviseActivity(other.student, other)
  expect(await countedMinutes(other)).toBe(60)
  await rescindApproval(await asMina(), other, { reason: 'The rota was another one.' })
  expect(await activityAt(other.id)).toMatchObject({ status: 'draft', revision: 2, approvedRevisionId: null })
  expect(await countedMinutes(other)).toBeUndefined()
})

test('a rescission closes what was still open: nobody is asked about it, reminded of it or held by its link', async () => {
  setClock(later(now(), -6 * DAY))
  const told = await submittedActivity(scene, { asks: [people.ben, people.eleni] })
  const [ben, eleni] = await requestsOf(told)
  await endorse(scene, found(ben))
  await approveActivity(await asMina(), told, { reason: '' })
  await rescindApproval(await asMina(), told, { reason: 'The rota was another one.' })
  expect(closedReason(found(await findRequest(found(eleni).id)))).toBe('withdrawn')
  await expect(remindEndorser(told.student, found(eleni).id)).rejects.toThrow('no longer holds this')

  const other = await approvedActivity(scene, { title: 'Another shift' })
  const next = await nextVersion(other, 'submitted')
  await rescindApproval(await asMina(), other, { reason: 'The rota was another one.' })
  expect(closedReason(await requestOf(next))).toBeNull()
})

test('returned and declined work says why, closes what is open and goes on as a next version', async () => {
  for (const [decide, status] of [
    [returnActivity, 'returned'],
    [declineActivity, 'declined'],
  ] as const) {
    const told = await submittedActivity(scene, { asks: [people.eleni, people.ben] })
    await endorse(scene, found((await requestsOf(told))[0]))
    await decide(await asMina(), told, { reason: 'Which weeks were these?' })
    expect(await activityAt(told.id)).toMatchObject({ status })
    expect((await requestsOf(told)).map(request => request.status)).toEqual(['answered', 'withdrawn'])
    expect((await lettersAbout(told.id)).at(-1)).toBe(`activity-${status}`)
    await approveActivity(await asMina(), await nextVersion(told), { reason: '' })
    expect(await activityAt(told.id)).toMatchObject({ status: 'approved', revision: 2 })
  }
  expect(ReasonForm.safeParse({}).error?.issues[0]?.message).toContain('words the student can act on')
})

test('an approval needs as many endorsements as the activity asks for', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ben] })
  const [eleni, ben] = await requestsOf(told)
  await declineRequest(endorserOf(found(eleni)), found(eleni).id, { reason: 'didNotHappen', note: '' })
  await expect(approveActivity(await asMina(), told, { reason: '' })).rejects.toThrow('Too few')
  expect(await activityAt(told.id)).toMatchObject({ status: 'inReview' })
  await endorse(scene, found(ben))
  await approveActivity(await asMina(), told, { reason: '' })
})

test('an approval settles what was still open; undone, it is open again', async () => {
  const told = await submittedActivity(scene, { asks: [people.ben, people.eleni] })
  const [ben, eleni] = await requestsOf(told)
  await endorse(scene, found(ben))
  const reviewId = await approveActivity(await asMina(), told, { reason: '' })
  const reason = async () => closedReason(found(await findRequest(found(eleni).id)))
  expect(await reason()).toBe('settled')
  await undoApproval(await asMina(), reviewId)
  expect(await reason()).toBeNull()
})
