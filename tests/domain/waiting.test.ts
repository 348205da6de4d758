import { beforeAll, expect, test } from 'vitest'
import { endorserOf } from '~/domain/confirmation-code.server'
import { countOthers, listAnswered, listWaiting } from '~/domain/request-inbox.server'
import { withdrawActivity } from '~/domain/submission.server'
import { groupsOf, outcomeOf } from '~/domain/waiting'
import { chooseDigest, findWaitingPage } from '~/domain/waiting-page.server'
import { db } from '~/lib/db.server'
import { NotFound } from '~/lib/refusal'
import { endorse, eventsAbout, openScene, opportunity, people, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

/** A mailbox that nobody else is asked at. */
const somebody = (name: string) => ({ name, email: `${name}@elsewhere.example`, organisation: 'Elsewhere' })

test('one code opens all that was sent to the mailbox, oldest first, and nothing that went to another', async () => {
  const asks = [somebody('gale')]
  const first = await requestOf(await submittedActivity(scene, { asks, title: 'Mondays' }))
  await submittedActivity(scene, { title: 'Tuesdays' })
  await submittedActivity(scene, { asks, title: 'Wednesdays', student: 'chidi' })
  const visitor = endorserOf(first)
  const { rows, next } = await listWaiting(visitor, null)
  expect(rows.map(row => [row.student, row.title])).toEqual([['Ana Duarte', 'Mondays'], ['Chidi Okafor', 'Wednesdays']])
  expect(next).toBeNull()
  expect(rows[0]?.path).toMatch(/^\/e\//)
  expect(await countOthers(visitor, first.id)).toBe(1)
})

test('what was answered, withdrawn or ran out waits no more', async () => {
  const asks = [somebody('hale')]
  const answered = await requestOf(await submittedActivity(scene, { asks }))
  await endorse(scene, answered)
  const gone = await submittedActivity(scene, { asks })
  await withdrawActivity(gone.student, gone)
  const late = await requestOf(await submittedActivity(scene, { asks }))
  await db.endorsementRequest.update({ where: { id: late.id }, data: { expiresAt: new Date(0) } })
  expect((await listWaiting(endorserOf(late), null)).rows).toEqual([])
  expect(await listAnswered(endorserOf(late))).toMatchObject([
    { student: 'Ana Duarte', answer: 'endorsed', outcome: 'open' },
  ])
})

test('a long list goes on where the last page ended', async () => {
  const asks = [somebody('iris')]
  const request = await requestOf(await submittedActivity(scene, { asks }))
  const { endorserId, institutionId, activityId } = request
  const revisions = Array.from({ length: 59 }, (_, at) => ({ ...request.revision, id: `revision-${at}`, number: at + 2 }))
  await db.revision.createMany({ data: revisions.map(({ claims: _claims, ...revision }) => revision) })
  await db.endorsementRequest.createMany({
    data: revisions.map(({ id: revisionId }, at) => ({
      id: `z-${String(at).padStart(3, '0')}`, revisionId, endorserId, institutionId, activityId,
      endorserName: 'Iris', namedBy: 'student' as const, statusAt: new Date(), createdAt: new Date(), expiresAt: request.expiresAt,
    })),
  })
  const first = await listWaiting(endorserOf(request), null)
  const second = await listWaiting(endorserOf(request), first.next)
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60)
})

test('requests about one entry of the catalogue, or of one title and organisation, stand together where the oldest does', () => {
  const row = (id: string, opportunityId: string | null, title = 'Shifts', organisation = 'Food Bank') => ({ id, opportunityId, title, organisation })
  const rows = [row('1', null), row('2', 'a'), row('3', null), row('4', null, 'Shifts', 'Harbour'), row('5', 'a', 'Renamed')]
  expect(groupsOf(rows).map(group => group.map(({ id }) => id))).toEqual([['1', '3'], ['2', '5'], ['4']])
})

test('what came of an answer is told in the order of what matters', () => {
  const said = { answer: 'endorsed', status: 'inReview', isApproved: false, standing: 1 } as const
  expect(outcomeOf(said)).toBe('open')
  expect(outcomeOf({ ...said, status: 'approved', isApproved: true })).toBe('approved')
  expect(outcomeOf({ ...said, standing: 0, isApproved: true })).toBe('takenBack')
  expect(outcomeOf({ ...said, status: 'returned' })).toBe('closed')
  expect(outcomeOf({ ...said, answer: 'declined' })).toBeNull()
})

test('staff see what was sent to any of their addresses, and students their own empty list', async () => {
  const entry = await opportunity(scene)
  await submittedActivity(scene, { asks: [people.ben], opportunity: entry })
  await submittedActivity(scene, { asks: [people.ben], opportunity: entry, student: 'chidi' })
  const page = await findWaitingPage(await scene.actor('ben'), null)
  expect(page.groups.map(group => group.length)).toEqual([2])
  expect(await findWaitingPage(await scene.actor('ana'), null)).toMatchObject({ count: 0, digest: null, answered: [] })
})

test('rule 6: how often we write is chosen once and recorded once, however often it is pressed', async () => {
  const request = await requestOf(await submittedActivity(scene, { asks: [somebody('jude')] }))
  const visitor = endorserOf(request)
  await Promise.all([chooseDigest(visitor, { digest: 'weekly' }), chooseDigest(visitor, { digest: 'weekly' })])
  await chooseDigest(visitor, { digest: 'weekly' })
  expect(await db.endorser.findUniqueOrThrow({ where: { id: visitor.id } })).toMatchObject({ digest: 'weekly' })
  expect(await eventsAbout(visitor.id)).toEqual(['endorser.digest-chosen'])
  expect(await findWaitingPage(visitor, null)).toMatchObject({ digest: 'weekly' })
})

test('rule 11: who was never asked has nothing to choose', async () => {
  await expect(chooseDigest(await scene.actor('omar'), { digest: 'daily' })).rejects.toThrow(NotFound)
})
