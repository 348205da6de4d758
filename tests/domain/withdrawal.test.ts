import { afterEach, beforeAll, expect, test } from 'vitest'
import { findChange } from '~/domain/amendment-page.server'
import { endorserOf, enterCode, sendCode } from '~/domain/confirmation-code.server'
import { amendEndorsement } from '~/domain/endorsement.server'
import { findEndorserPage } from '~/domain/endorser-page.server'
import { findRequest, requestPath, type AskedRequest } from '~/domain/request.server'
import { approveActivity } from '~/domain/review.server'
import { verifyText } from '~/domain/verification.server'
import { withdrawEndorsement } from '~/domain/withdrawal.server'
import { HOUR, later, now, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found, NotFound } from '~/lib/refusal'
import { digits } from '~/lib/token.server'
import {
  approvedActivity, endorse, endorsedActivity, eventsAbout, lettersAbout, openScene, people, requestOf, saidOf, submittedActivity, type Scene, type Told,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => setClock(null))

const reason = 'I took her for somebody else.'
const endorsementsOf = ({ id }: AskedRequest) => db.endorsement.findMany({ where: { requestId: id }, orderBy: { endorsedAt: 'asc' } })
const statusOf = async ({ id }: Told) => (await db.activity.findUniqueOrThrow({ where: { id } })).status

test('what is taken back counts no more, is kept as signed, and student and reviewer are told why', async () => {
  const told = await endorsedActivity(scene)
  const request = await requestOf(told)
  const [before] = await endorsementsOf(request)
  await withdrawEndorsement(endorserOf(request), request.id, { reason })
  const [after] = await endorsementsOf(request)
  expect(after).toEqual({ ...before, withdrawnAt: expect.any(Date) })
  expect(await statusOf(told)).toBe('inReview')
  await expect(approveActivity(await scene.actor('mina'), told, { reason: '' })).rejects.toThrow('Too few people')
  expect(await lettersAbout(told.id)).toContain('endorsement-withdrawn')
  expect((await eventsAbout(told.id)).at(-1)).toBe('endorsement.withdrawn')
  expect(await db.riskFlag.findMany({ where: { revisionId: request.revisionId, kind: 'takenBack' } })).toMatchObject([{ facts: { takenBack: 1 } }])
  const page = await findEndorserPage(found(await findRequest(request.id)), endorserOf(request))
  expect(page).toMatchObject({ stage: 'receipt', answerNote: reason, said: { isTakenBack: true }, may: { withdraw: false, amend: false } })
})

test('whoever verifies the endorsement learns that it was taken back', async () => {
  const request = await requestOf(await endorsedActivity(scene))
  const { document } = (await endorsementsOf(request))[0] ?? { document: '' }
  const status = async () => (await verifyText(document)).checks.find(({ name }) => name === 'status')?.outcome
  expect(await status()).toBe('passed')
  await withdrawEndorsement(endorserOf(request), request.id, { reason })
  expect(await status()).toBe('failed')
})

test('rule 6: two clicks take it back once', async () => {
  const request = await requestOf(await endorsedActivity(scene))
  const both = await Promise.allSettled([
    withdrawEndorsement(endorserOf(request), request.id, { reason }),
    withdrawEndorsement(endorserOf(request), request.id, { reason }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await eventsAbout(request.activityId)).filter(event => event === 'endorsement.withdrawn')).toHaveLength(1)
})

test('rule 11: nobody takes back what somebody else said', async () => {
  const request = await requestOf(await endorsedActivity(scene))
  const other = await requestOf(await submittedActivity(scene, { asks: [people.ines] }))
  await expect(withdrawEndorsement(endorserOf(other), request.id, { reason })).rejects.toThrow(NotFound)
  await expect(withdrawEndorsement(await scene.actor('mina'), request.id, { reason })).rejects.toThrow(NotFound)
  await expect(withdrawEndorsement(endorserOf(other), other.id, { reason })).rejects.toThrow('never confirmed')
})

test('after the approval it can be taken back, whoever approved it is told, and not said anew behind their back', async () => {
  const told = await approvedActivity(scene)
  const request = await requestOf(told)
  await expect(amendEndorsement(endorserOf(request), request.id, saidOf(scene, request))).rejects.toThrow('has approved')
  await withdrawEndorsement(endorserOf(request), request.id, { reason })
  expect(await statusOf(told)).toBe('approved')
  expect(await lettersAbout(told.id)).toContain('withdrawn-after-approval')
})

test('rule 2: said anew it is another endorsement of the same version; the first is withdrawn, and both are kept and signed', async () => {
  const told = await submittedActivity(scene, { claims: { S3: 2 } })
  const request = await requestOf(told)
  await endorse(scene, request, { saw: ['notObserved'] })
  await amendEndorsement(endorserOf(request), request.id, saidOf(scene, request, { saw: [3], confirmedMinutes: 30 }))
  const [first, second] = await endorsementsOf(request)
  expect(first).toMatchObject({ withdrawnAt: expect.any(Date), document: expect.stringContaining('proof') })
  expect(second).toMatchObject({ withdrawnAt: null, confirmedMinutes: 30, revisionId: request.revisionId, document: expect.stringContaining('proof') })
  expect(await statusOf(told)).toBe('inReview')
  expect(await lettersAbout(told.id)).toContain('endorsement-amended')
  expect(await lettersAbout(found(second).id)).toEqual(['endorsement-receipt'])
  await approveActivity(await scene.actor('mina'), told, { reason: '' })
  const page = await findEndorserPage(found(await findRequest(request.id)), endorserOf(request))
  expect(page).toMatchObject({ said: { minutes: 30, isTakenBack: false, judgements: [{ level: 'Proficient' }] }, may: { withdraw: true, amend: false } })
})

test('rule 6: two clicks say it anew once', async () => {
  const request = await requestOf(await endorsedActivity(scene))
  const form = saidOf(scene, request, { confirmedMinutes: 45 })
  const both = await Promise.allSettled([
    amendEndorsement(endorserOf(request), request.id, form),
    amendEndorsement(endorserOf(request), request.id, form),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await endorsementsOf(request)).map(({ withdrawnAt }) => withdrawnAt === null).sort()).toEqual([false, true])
})

test('rule 5: to take it back or say it anew another code is typed, after the answer', async () => {
  const request = await requestOf(await submittedActivity(scene))
  const token = requestPath(request.id).slice('/e/'.length)
  const enter = async () => {
    const fresh = found(await findRequest(request.id))
    await sendCode(fresh, 'this browser')
    const { id } = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: request.id, usedAt: null }, orderBy: { createdAt: 'desc' } })
    return enterCode(fresh, 'this browser', digits(id), { userAgent: '', ip: '' })
  }
  const early = await enter()
  setClock(later(now(), HOUR))
  await endorse(scene, request)
  expect(await findChange(token, null, early)).toMatchObject({ answerer: null, receipt: { may: { withdraw: true, amend: true } } })
  setClock(later(now(), HOUR))
  expect((await findChange(token, null, await enter())).answerer).toMatchObject({ kind: 'endorser' })
})
