import { afterEach, beforeAll, expect, test } from 'vitest'
import { allowAsking, stopAsking } from '~/domain/answer.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { endorseActivity } from '~/domain/endorsement.server'
import { told as transportTold } from '~/domain/notification.server'
import { expireRequests, renewRequest } from '~/domain/renewal.server'
import {
  closedReason,
  findRequest,
  findRequestByToken,
  remindEndorser,
  requestPath,
} from '~/domain/request.server'
import { submitActivity, withdrawActivity } from '~/domain/submission.server'
import { DAY, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { pathForLog } from '~/lib/log.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { linkToken } from '~/lib/token.server'
import {
  draftedActivity,
  endorse,
  eventsAbout,
  lettersAbout,
  openScene,
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

const pass = (milliseconds: number) => setClock(later(now(), milliseconds))
const tokenOf = (requestId: string) => requestPath(requestId).slice('/e/'.length)
const again = async ({ id }: { id: string }) => found(await findRequest(id))

test('rule 6: two hundred simultaneous clicks submit once: one version, one event, one mail for each person asked', async () => {
  const told = await draftedActivity(scene, { asks: [people.eleni, people.ben] })
  const clicks = await Promise.allSettled(
    Array.from({ length: 200 }, () => submitActivity(told.student, told, true)),
  )
  expect(clicks.filter(click => click.status === 'fulfilled')).toHaveLength(1)
  for (const click of clicks) if (click.status === 'rejected') expect(click.reason).toBeInstanceOf(Refusal)
  expect(await db.revision.count({ where: { activityId: told.id } })).toBe(1)
  expect((await eventsAbout(told.id)).filter(action => action === 'activity.submitted')).toHaveLength(1)
  const requests = await requestsOf(told)
  expect(requests).toHaveLength(2)
  for (const request of requests) expect(await lettersAbout(request.id)).toEqual(['endorsement-request'])
})

test('rule 5: a link is made of an HMAC, names one request for one purpose, and is written down nowhere', async () => {
  const request = await requestOf(await submittedActivity(scene))
  const token = tokenOf(request.id)
  expect((await findRequestByToken(token))?.id).toBe(request.id)
  const mac = token.slice(token.lastIndexOf('.') + 1)
  expect(Buffer.from(mac, 'base64url')).toHaveLength(16)
  for (const wrong of [
    '',
    '.',
    request.id,
    `${request.id}.`,
    `${token}a`,
    token.slice(0, -1),
    linkToken('invitation', request.id),
    linkToken('endorse', 'another'),
  ]) {
    expect(await findRequestByToken(wrong)).toBeNull()
  }
  for (const table of [db.endorsementRequest, db.job, db.auditEvent, db.endorser] as {
    findMany(): Promise<unknown[]>
  }[]) {
    expect(JSON.stringify(await table.findMany())).not.toContain(mac)
  }
  expect(pathForLog(requestPath(request.id))).toBe('/e/[link]')
  expect(pathForLog(`${requestPath(request.id)}/code`)).toBe('/e/[link]/code')
})

test('rule 5: an endorser’s link works for 30 days after the last mail', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  pass(29 * DAY)
  expect(closedReason(await again(request))).toBeNull()
  await remindEndorser(told.student, request.id)
  pass(29 * DAY)
  expect(closedReason(await again(request))).toBeNull()
  pass(2 * DAY)
  expect(closedReason(await again(request))).toBe('expired')
  await expect(endorse(scene, request)).rejects.toThrow('expired')
  await expireRequests()
  expect(await again(request)).toMatchObject({ status: 'expired' })
  expect((await eventsAbout(request.id)).at(-1)).toBe('request.expired')
})

test('a link that ran out is sent again to the same address only, once, while the version is still in question', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await expect(renewRequest(request)).rejects.toThrow(Refusal)
  pass(31 * DAY)
  await expireRequests()
  const expired = await again(request)
  const clicks = await Promise.allSettled([
    renewRequest(expired),
    renewRequest(expired),
    renewRequest(expired),
  ])
  expect(clicks.filter(click => click.status === 'fulfilled')).toHaveLength(1)
  expect(await lettersAbout(request.id)).toEqual(['endorsement-request', 'endorsement-request'])
  const letters = await db.job.findMany({ where: { dedupeKey: { startsWith: `request:${request.id}` } } })
  for (const { payload } of letters) expect(payload).toMatchObject({ to: people.eleni.email })
  await endorse(scene, await again(request))

  const other = await submittedActivity(scene)
  const left = await requestOf(other)
  pass(31 * DAY)
  await expireRequests()
  const shown = await again(left)
  await withdrawActivity(other.student, other)
  await expect(renewRequest(await again(left))).rejects.toThrow('closed')
  await expect(renewRequest(shown)).rejects.toThrow('moved on')
  expect(await again(left)).toMatchObject({ status: 'expired' })
  expect(await lettersAbout(left.id)).toEqual(['endorsement-request'])
})

test('withdrawn, reused and foreign links answer nothing', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await withdrawActivity(told.student, told)
  expect(closedReason(await again(request))).toBe('withdrawn')
  await expect(endorse(scene, request)).rejects.toThrow(Refusal)

  const answered = await requestOf(await submittedActivity(scene))
  await endorse(scene, answered)
  expect(closedReason(await again(answered))).toBe('answered')
  await expect(endorse(scene, answered)).rejects.toThrow(Refusal)

  const foreign = await requestOf(await submittedActivity(scene, { asks: [people.ines] }))
  await expect(endorseActivity(endorserOf(answered), foreign.id, saidOf(scene, foreign))).rejects.toThrow(
    NotFound,
  )
})

test('a reminder is the student’s, not on the day they were asked, and not more often than every three days', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await expect(remindEndorser(told.student, request.id)).rejects.toThrow('less than a day ago')
  pass(DAY)
  await expect(remindEndorser(await scene.actor('chidi'), request.id)).rejects.toThrow(NotFound)
  const clicks = await Promise.allSettled(
    Array.from({ length: 20 }, () => remindEndorser(told.student, request.id)),
  )
  expect(clicks.filter(click => click.status === 'fulfilled')).toHaveLength(1)
  expect(await lettersAbout(request.id)).toEqual(['endorsement-request', 'reminder'])
  await expect(remindEndorser(told.student, request.id)).rejects.toThrow('less than three days')
  pass(4 * DAY)
  await remindEndorser(told.student, request.id)
})

test('sent is what the mail server says; what comes back is told to the student, once', async () => {
  const told = await submittedActivity(scene, { asks: [people.eleni, people.ines] })
  const [eleni, ines] = await requestsOf(told)
  const letter = (request: typeof eleni) =>
    ({
      template: 'endorsement-request',
      params: { requestId: found(request).id },
      to: found(request).endorser.email,
      subjectId: found(request).id,
    } as const)
  await transportTold('delivered', letter(eleni))
  await transportTold('undeliverable', letter(ines))
  await transportTold('undeliverable', letter(ines))
  expect((await requestsOf(told)).map(({ status }) => status)).toEqual(['sent', 'undeliverable'])
  expect(await lettersAbout(told.id)).toEqual(['request-undeliverable'])
  expect(
    (await eventsAbout(found(ines).id)).filter(action => action === 'request.undeliverable'),
  ).toHaveLength(1)
})

test('“you may ask me again” takes it back by the same link, once, and reopens nothing', async () => {
  const asks = [{ ...people.ines, email: 'rested@estuarylab.example' }]
  const request = await requestOf(await submittedActivity(scene, { asks }))
  await stopAsking(request)
  await Promise.all([1, 2].map(async () => allowAsking(await again(request))))
  expect(await eventsAbout(request.endorserId)).toEqual(['endorser.stopped', 'endorser.allowed'])
  expect(await again(request)).toMatchObject({ status: 'answered', answer: 'declined' })
  const next = await requestOf(await submittedActivity(scene, { asks }))
  expect(next).toMatchObject({ endorserId: request.endorserId, status: 'queued' })
})

test('rule 14: nobody who was erased comes to life again by a link they had', async () => {
  const asks = [{ ...people.ines, email: 'gone@estuarylab.example' }]
  const request = await requestOf(await submittedActivity(scene, { asks }))
  const emptied = { name: '', email: '', normalised: `erased:${request.endorserId}`, doNotAskAt: new Date() }
  await db.endorser.update({ where: { id: request.endorserId }, data: emptied })
  await allowAsking(await again(request))
  expect((await again(request)).endorser.doNotAskAt).not.toBeNull()
})

test('“do not ask me again” is kept: the student is told, no reminder and no other student reaches them', async () => {
  const asks = [{ ...people.ines, email: 'tired@estuarylab.example' }]
  const told = await submittedActivity(scene, { asks })
  const waiting = await submittedActivity(scene, { asks, student: 'chidi' })
  const request = await requestOf(told)
  await stopAsking(request)
  expect(await again(request)).toMatchObject({
    status: 'answered',
    answer: 'declined',
    declineReason: 'other',
  })
  expect(await lettersAbout(told.id)).toEqual(['request-declined'])
  await stopAsking(await again(request))
  expect(await eventsAbout(request.endorserId)).toEqual(['endorser.stopped'])
  await expect(remindEndorser(waiting.student, (await requestOf(waiting)).id)).rejects.toThrow(
    'not to write again',
  )
  await expect(submittedActivity(scene, { asks, student: 'chidi' })).rejects.toThrow('not to write again')
  await expect(
    submittedActivity(scene, { asks: [{ ...people.ines, email: 'Tired+work@EstuaryLab.example' }] }),
  ).rejects.toThrow('not to write again')
})

test('“do not ask me again” is kept also where the activity has moved on while the page was open', async () => {
  const told = await submittedActivity(scene, { asks: [{ ...people.ines, email: 'late@estuarylab.example' }] })
  const shown = await requestOf(told)
  await withdrawActivity(told.student, told)
  await stopAsking(shown)
  const { status, endorser } = await again(shown)
  expect({ status, isSpared: endorser.doNotAskAt !== null }).toEqual({ status: 'withdrawn', isSpared: true })
  expect(await lettersAbout(told.id)).not.toContain('request-declined')
  expect(await eventsAbout(shown.endorserId)).toEqual(['endorser.stopped'])
})
