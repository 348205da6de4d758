import { afterEach, beforeAll, expect, test } from 'vitest'
import '~/domain/letters.server'
import { countDeadLetters, giveUp, listDeadLetters, sendAgain } from '~/domain/dead-letter.server'
import { troubleIn } from '~/domain/dead-letter'
import type { PersonActor } from '~/domain/policy'
import { deskHome } from '~/domain/home.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db, statements } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { newId } from '~/lib/id.server'
import { runDueJobs } from '~/lib/jobs.server'
import { found } from '~/lib/refusal'
import { lettersTo } from '../letterbox'
import { freePort } from '../postgres'
import {
  eventsAbout,
  lettersAbout,
  openScene,
  people,
  requestOf,
  submittedActivity,
  type Scene,
} from '../story'

let scene: Scene
let devi: PersonActor
beforeAll(async () => {
  scene = await openScene()
  devi = await scene.actor('devi')
})
afterEach(() => setClock(null))

test('a letter that gave up says what it was, to whom, why and since when, and is sent again on a word', async () => {
  const stuck = await stuckRequest()
  expect(await deskHome(devi)).toMatchObject({ letters: 1 })
  const [row] = (await listDeadLetters(devi, null)).rows
  expect(row).toMatchObject({ what: 'endorsement-request', to: people.eleni.email, trouble: 'unreachable' })
  await sendAgain(devi, stuck)
  expect((await listDeadLetters(devi, null)).rows).toEqual([])
  expect((await lettersTo(people.eleni.email))[0]?.text).toContain('/e/')
  expect(await eventsAbout(stuck.id)).toEqual(['letter.sent-again'])
})

test('who gives up a request tells the student, who can name somebody else', async () => {
  const stuck = await stuckRequest()
  await giveUp(devi, stuck)
  expect(await countDeadLetters()).toBe(0)
  const request = await db.endorsementRequest.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(request.status).toBe('undeliverable')
  expect(await lettersAbout(request.activityId)).toContain('request-undeliverable')
  expect(await db.job.findUnique({ where: { id: stuck.id } })).toMatchObject({ payload: {}, deadAt: null })
  expect(await eventsAbout(stuck.id)).toEqual(['letter.given-up'])
})

test('rule 6: of two clicks one counts, and what was dealt with is not dealt with again', async () => {
  const stuck = await stuckRequest()
  const clicks = await Promise.allSettled([
    sendAgain(devi, stuck),
    sendAgain(devi, stuck),
    giveUp(devi, { ...stuck, deadAt: later(stuck.deadAt, 1) }),
  ])
  expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  await expect(giveUp(devi, stuck)).rejects.toThrow('in the meantime')
  expect(await eventsAbout(stuck.id)).toEqual(['letter.sent-again'])
})

test('rule 11: nobody but an administrator sees or moves them', async () => {
  const shown = { id: newId(), deadAt: now() }
  for (const who of ['ana', 'mina', 'rosa', 'lena'] as const) {
    const actor = await scene.actor(who)
    for (const asked of [listDeadLetters(actor, null), sendAgain(actor, shown), giveUp(actor, shown)]) {
      await expect(asked).rejects.toMatchObject({ status: 404 })
    }
    expect((await deskHome(actor)).letters).toBeNull()
  }
})

test('a long list is read a page at a time, each once, through an index', async () => {
  const at = new Date('2026-05-01T10:00:00Z')
  const payload = { template: 'reminder', to: people.eleni.email, params: {}, subjectId: 'x' }
  const many = Array.from({ length: 120 }, (_, place) => ({
    id: newId(),
    kind: 'mail',
    payload,
    runAt: at,
    createdAt: at,
    deadAt: later(at, Math.floor(place / 7)),
  }))
  await db.job.createMany({ data: many })
  const seen: string[] = []
  const asked: string[] = []
  const listen = (message: unknown) => void asked.push((message as { sql: string }).sql) // it publishes SqlQuery
  statements.subscribe(listen)
  for (let after: string | null = null, pages = 0; pages < 5; pages++) {
    const { rows, next } = await listDeadLetters(devi, after)
    seen.push(...rows.map(({ id }) => id))
    if (!next) break
    after = next
  }
  statements.unsubscribe(listen)
  expect(seen.filter(id => many.some(job => job.id === id))).toHaveLength(120)
  expect(new Set(seen).size).toBe(seen.length)
  expect(asked.filter(sql => sql.includes('Job')).length).toBeLessThanOrEqual(3)
})

test.each([
  ['Error: connect ECONNREFUSED 127.0.0.1:25', 'unreachable'],
  ['Error: Greeting never received', 'unreachable'],
  ['Error: Invalid login: 535 5.7.8 Authentication failed', 'signIn'],
  ['Error: Message failed: 554 5.7.1 rejected', 'refused'],
  ['Error: Mail command failed: 451 try later', 'putOff'],
  ['NotFoundError: no institution', 'ours'],
])('why it gave up is said in a sentence: %s', (error, trouble) => {
  expect(troubleIn(error)).toBe(trouble)
})

/** Asked while no mail server answers, until the last try. */
async function stuckRequest() {
  await db.job.deleteMany({ where: { kind: 'mail' } })
  const closed = `smtp://127.0.0.1:${await freePort()}`
  await requestOf(await submittedActivity(scene))
  Object.assign(settings(), { mailUrl: closed })
  for (let tries = 0; tries < 7; tries++) {
    await runDueJobs()
    setClock(later(now(), 2 * DAY))
  }
  Object.assign(settings(), { mailUrl: 'mailbox:' })
  const { id, deadAt } = await db.job.findFirstOrThrow({ where: { deadAt: { not: null } } })
  return { id, deadAt: found(deadAt) }
}
