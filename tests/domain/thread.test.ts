import { beforeAll, expect, test } from 'vitest'
import { declineRequest } from '~/domain/answer.server'
import { findActivityPage } from '~/domain/activity-page.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { findEndorserPage } from '~/domain/endorser-page.server'
import { tasksOf } from '~/domain/home-view'
import { studentHome } from '~/domain/home.server'
import { findRequest, requestPath, type AskedRequest } from '~/domain/request.server'
import { findReviewPage } from '~/domain/review-page.server'
import { withdrawActivity } from '~/domain/submission.server'
import { answerEndorser, askStudent } from '~/domain/thread.server'
import { DAY, later, now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { cast } from '../cast'
import { lettersTo } from '../letterbox'
import { eventsAbout, openScene, people, requestOf, requestsOf, submittedActivity, type Scene, type Told } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const again = async ({ id }: AskedRequest) => found(await findRequest(id))
const messagesOf = ({ id }: AskedRequest) => db.message.findMany({ where: { requestId: id }, orderBy: { id: 'asc' } })
const lastId = async (request: AskedRequest) => (await messagesOf(request)).at(-1)?.id ?? ''

async function asked(words = 'Which Saturdays were these?'): Promise<[Told, AskedRequest]> {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await askStudent(endorserOf(request), request.id, { text: words, after: '' })
  return [told, await again(request)]
}

const homeTasks = async (told: Told) => {
  const { activities, awards, words } = await studentHome(told.student)
  return tasksOf(activities, awards, words, now())
}

test('a question leaves the request with whoever asked, and is a task for the student until it is answered', async () => {
  const [told, request] = await asked()
  expect(request).toMatchObject({ status: 'started', answer: null })
  expect(await homeTasks(told)).toContainEqual(
    expect.objectContaining({
      kind: 'asked',
      id: request.id,
      activityId: told.id,
      who: people.eleni.name,
      words: 'Which Saturdays were these?',
    }),
  )
  const { threads, standing } = await findActivityPage(told.student, told.id)
  expect(threads).toMatchObject([{ requestId: request.id, isOpen: true, messages: [{ author: 'endorser' }] }])
  expect(standing.holders).toEqual([people.eleni.name])

  await answerEndorser(told.student, request.id, { text: 'All of February.', after: await lastId(request) })
  expect((await homeTasks(told)).filter(task => task.kind === 'asked' && task.id === request.id)).toEqual([])
  expect(await eventsAbout(request.id)).toEqual(['request.asked', 'request.told'])
})

test('both are told by mail with their own link, and neither sees the other’s address on page or in mail', async () => {
  const [told, request] = await asked('Who else was there on the first day?')
  await answerEndorser(told.student, request.id, { text: 'Nobody, I was alone.', after: await lastId(request) })
  const [toStudent] = (await lettersTo(cast.ana.email)).filter(({ text }) => text.includes('Who else was there'))
  const [toEndorser] = (await lettersTo(people.eleni.email)).filter(({ text }) => text.includes('I was alone'))
  expect(toStudent?.text).toContain(`/activities/${told.id}`)
  expect(toEndorser?.text).toContain(requestPath(request.id))

  const page = await findEndorserPage(await again(request), endorserOf(request))
  const { threads } = await findActivityPage(told.student, told.id)
  const { activity } = await findActivityPage(told.student, told.id)
  for (const seen of [toStudent?.text, toStudent?.html, JSON.stringify([threads, activity.requests])]) {
    expect(seen).not.toContain(people.eleni.email)
  }
  for (const seen of [toEndorser?.text, toEndorser?.html, JSON.stringify(page)]) expect(seen).not.toContain(cast.ana.email)
})

test('an answer makes the endorser’s link work for 30 days from then', async () => {
  const [told, request] = await asked()
  await db.endorsementRequest.update({ where: { id: request.id }, data: { expiresAt: later(now(), DAY) } })
  await answerEndorser(told.student, request.id, { text: 'Here you are.', after: await lastId(request) })
  const { expiresAt } = await again(request)
  expect(expiresAt.getTime()).toBeGreaterThan(later(now(), 29 * DAY).getTime())
})

test('rule 6: two simultaneous clicks send one message, one mail and leave one event', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  const form = { text: 'Were you there in March?', after: '' }
  await Promise.all([1, 2].map(() => askStudent(endorserOf(request), request.id, form)))
  const [message, ...more] = await messagesOf(request)
  expect(more).toEqual([])
  expect(await db.job.count({ where: { dedupeKey: `message:${message?.id}` } })).toBe(1)
  expect(await eventsAbout(request.id)).toEqual(['request.asked'])
})

test('rule 6: a page that does not show the newest message sends nothing', async () => {
  const [told, request] = await asked()
  const before = await lastId(request)
  await answerEndorser(told.student, request.id, { text: 'In February.', after: before })
  await expect(askStudent(endorserOf(request), request.id, { text: 'And in March?', after: before })).rejects.toThrow('newer')
  expect(await messagesOf(request)).toHaveLength(2)
})

test('nobody writes into a closed request, and a student starts no thread', async () => {
  const [told, request] = await asked()
  const after = await lastId(request)
  await declineRequest(endorserOf(request), request.id, { reason: 'other', note: '' })
  await expect(answerEndorser(told.student, request.id, { text: 'Late.', after })).rejects.toThrow('closed')
  await expect(askStudent(endorserOf(request), request.id, { text: 'Late.', after })).rejects.toThrow('closed')

  const fresh = await submittedActivity(scene)
  const { id } = await requestOf(fresh)
  await expect(answerEndorser(fresh.student, id, { text: 'Hello?', after: '' })).rejects.toThrow('Nobody has asked')
  await withdrawActivity(fresh.student, fresh)
  expect(await messagesOf(await requestOf(fresh))).toEqual([])
})

test('rule 11: only the student of the request answers, and only who was asked asks', async () => {
  const [, request] = await asked()
  const after = await lastId(request)
  await expect(answerEndorser(await scene.actor('chidi'), request.id, { text: 'Me.', after })).rejects.toMatchObject({ status: 404 })
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ines] })
  const [eleni, ines] = await requestsOf(told)
  await expect(
    askStudent(endorserOf(found(eleni)), found(ines).id, { text: 'Not mine.', after: '' }),
  ).rejects.toMatchObject({ status: 404 })
})

test('the reviewer reads what went to and fro, and the endorser sees it beside the request', async () => {
  const [told, request] = await asked('How many were you?')
  await answerEndorser(told.student, request.id, { text: 'Four.', after: await lastId(request) })
  const { requests } = await findReviewPage(await scene.actor('mina'), told.id, null)
  expect(requests[0]?.messages.map(({ author, text }) => [author, text])).toEqual([
    ['endorser', 'How many were you?'],
    ['student', 'Four.'],
  ])
  const page = await findEndorserPage(await again(request), endorserOf(request))
  expect(page).toMatchObject({ stage: 'form', messages: [{ text: 'How many were you?' }, { text: 'Four.' }] })
  expect(JSON.stringify(await findEndorserPage(await again(request), null))).not.toContain('Four.')
})
