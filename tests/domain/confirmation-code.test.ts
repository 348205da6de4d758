import { afterEach, beforeAll, expect, test } from 'vitest'
import { enterCode, findVisitor, sendCode } from '~/domain/confirmation-code.server'
import { findRequest, type AskedRequest } from '~/domain/request.server'
import { withdrawActivity } from '~/domain/submission.server'
import { DAY, later, MINUTE, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found, Refusal } from '~/lib/refusal'
import { digits } from '~/lib/token.server'
import {
  eventsAbout,
  lettersAbout,
  openScene,
  people,
  requestOf,
  requestsOf,
  submittedActivity,
  type Scene,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

const seen = { userAgent: 'a browser', ip: '127.0.0.1' }
const enter = (request: AskedRequest, typed: string, browser = 'this browser') =>
  enterCode(request, browser, typed, seen)
const asked = async () => requestOf(await submittedActivity(scene))

/** As it stands in the mail that was sent last. */
async function mailedCode({ id }: AskedRequest) {
  const code = await db.confirmationCode.findFirstOrThrow({
    where: { subjectId: id },
    orderBy: { createdAt: 'desc' },
  })
  return digits(code.id)
}
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('rule 5: six digits typed in the asking browser open 30 days of visits to what was sent to that mailbox', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ben] })
  const [request, other] = await requestsOf(told)
  await sendCode(found(request), 'this browser')
  const code = await mailedCode(found(request))
  expect(code).toMatch(/^\d{6}$/)
  const key = await enter(found(request), ` ${code.slice(0, 3)} ${code.slice(3)} `)
  expect(Buffer.from(key, 'base64url')).toHaveLength(16)
  expect(await findVisitor(found(request), key)).toMatchObject({
    kind: 'endorser',
    requestId: found(request).id,
  })
  expect(await findVisitor(found(other), key)).toBeNull()
  expect(await findVisitor(found(request), `${key}x`)).toBeNull()
  setClock(later(now(), 29 * DAY))
  expect(await findVisitor(found(request), key)).not.toBeNull()
  setClock(later(now(), 2 * DAY))
  expect(await findVisitor(found(request), key)).toBeNull()
  expect(JSON.stringify(await db.endorserVisit.findMany())).not.toContain(key)
})

test('rule 5: the code works in no other browser', async () => {
  const request = await asked()
  await sendCode(request, 'this browser')
  await expect(enter(request, await mailedCode(request), 'another browser')).rejects.toThrow(
    'another browser',
  )
  expect(await db.endorserVisit.count({ where: { requestId: request.id } })).toBe(0)
})

test('rule 5: after five wrong codes the right one is wrong too, also when guessed at once', async () => {
  const request = await asked()
  await sendCode(request, 'this browser')
  const code = await mailedCode(request)
  for (let guess = 0; guess < 5; guess++)
    await expect(enter(request, another(code))).rejects.toThrow('not the six digits')
  await expect(enter(request, code)).rejects.toThrow('Too many wrong codes')

  await sendCode(request, 'this browser')
  const next = await mailedCode(request)
  const guesses = await Promise.allSettled(Array.from({ length: 50 }, () => enter(request, another(next))))
  const compared = guesses.filter(
    guess => guess.status === 'rejected' && String(guess.reason).includes('not the six digits'),
  )
  expect(compared).toHaveLength(5)
})

test('rule 5: a code is over after 30 minutes, after its use, and when a newer one was asked for', async () => {
  const request = await asked()
  await sendCode(request, 'this browser')
  const first = await mailedCode(request)
  setClock(later(now(), 31 * MINUTE))
  await expect(enter(request, first)).rejects.toThrow('expired')
  await sendCode(request, 'this browser')
  const code = await mailedCode(request)
  if (first !== code) await expect(enter(request, first)).rejects.toThrow('not the six digits')
  await enter(request, code)
  await expect(enter(request, code)).rejects.toThrow(Refusal)
})

test('rule 6: one code typed twice at once opens one visit', async () => {
  const request = await asked()
  await sendCode(request, 'this browser')
  const code = await mailedCode(request)
  const both = await Promise.allSettled([enter(request, code), enter(request, code)])
  expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
  expect(await db.endorserVisit.count({ where: { requestId: request.id } })).toBe(1)
})

test('rule 4: asking for the code is what starts a request, and a closed one sends none', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  expect(request).toMatchObject({ status: 'queued', startedAt: null })
  await sendCode(request, 'this browser')
  expect(await findRequest(request.id)).toMatchObject({ status: 'started' })
  expect(await eventsAbout(request.id)).toEqual(['request.code-sent'])
  const { id } = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: request.id } })
  expect(await lettersAbout(id)).toEqual(['endorsement-code'])

  await withdrawActivity(told.student, told)
  const closed = found(await findRequest(request.id))
  await expect(sendCode(closed, 'this browser')).rejects.toThrow('closed')
  await expect(enter(closed, await mailedCode(request))).rejects.toThrow('closed')
})
