import { beforeAll, expect, test } from 'vitest'
import { continueActivity, listPeriods } from '~/domain/continuation.server'
import { findActivityPage } from '~/domain/activity-page.server'
import { tally } from '~/domain/tally.server'
import { db } from '~/lib/db.server'
import { NotFound } from '~/lib/refusal'
import { approvedActivity, draftedActivity, eventsAbout, openScene, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

test('what goes on is continued by a draft with the same facts, from the day after, with nothing of what others said', async () => {
  const told = await approvedActivity(scene)
  const id = await continueActivity(told.student, told)
  const [before, next] = await Promise.all([read(told.id), read(id)])
  expect(next).toMatchObject({
    status: 'draft', revision: 1, continuesId: told.id, title: before.title, role: before.role, unitId: before.unitId, minutes: 0,
    approvedRevisionId: null, activityEndDate: null,
  })
  expect(next.activityStartDate).toBe(before.activityEndDate === null ? null : dayAfter(before.activityEndDate))
  expect(next.invitees.map(({ email }) => email)).toEqual(before.invitees.map(({ email }) => email))
  expect(await eventsAbout(id)).toEqual(['activity.continued'])
})

test('both parts are shown as one, each with where it stands, and count each by itself', async () => {
  const told = await approvedActivity(scene)
  const counted = (await tally(told.student.id)).activities.length
  const id = await continueActivity(told.student, told)
  for (const page of [told.id, id]) {
    const { periods } = await findActivityPage(told.student, page)
    expect(periods.map(period => [period.id, period.status])).toEqual([[told.id, 'approved'], [id, 'draft']])
  }
  expect((await tally(told.student.id)).activities).toHaveLength(counted)
})

test('rule 6: an activity is continued once, however often it is asked and from where', async () => {
  const told = await approvedActivity(scene)
  const tries = await Promise.allSettled([continueActivity(told.student, told), continueActivity(told.student, told)])
  const ids = new Set(tries.flatMap(each => (each.status === 'fulfilled' ? [each.value] : [])))
  expect(ids.size).toBe(1)
  expect([await continueActivity(told.student, told)]).toEqual([...ids])
  expect(await db.activity.count({ where: { continuesId: told.id } })).toBe(1)
})

test('a draft that nobody has seen is not continued, and it stands alone', async () => {
  const told = await draftedActivity(scene)
  await expect(continueActivity(told.student, told)).rejects.toThrow('Submit this part first')
  expect(await listPeriods(told.id)).toEqual([])
})

test('rule 11: nobody continues what another student did', async () => {
  const told = await approvedActivity(scene)
  await expect(continueActivity(await scene.actor('chidi'), told)).rejects.toThrow(NotFound)
})

const read = (id: string) => db.activity.findUniqueOrThrow({ where: { id }, include: { invitees: true } })

const dayAfter = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
