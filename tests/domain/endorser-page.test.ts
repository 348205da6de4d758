import { beforeAll, expect, test } from 'vitest'
import { endorserOf } from '~/domain/confirmation-code.server'
import { findAsked, findEndorserPage } from '~/domain/endorser-page.server'
import { findRequest, requestPath, type AskedRequest } from '~/domain/request.server'
import { findFile } from '~/domain/evidence-file.server'
import { withdrawActivity } from '~/domain/submission.server'
import { db } from '~/lib/db.server'
import { found, NotFound } from '~/lib/refusal'
import { endorse, openScene, people, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const rowsOfLink = async () =>
  JSON.stringify([
    await db.endorsementRequest.findMany(),
    await db.auditEvent.count(),
    await db.job.count(),
    await db.confirmationCode.count(),
  ])
const again = async (request: AskedRequest) => found(await findRequest(request.id))
const tokenOf = (request: AskedRequest) => requestPath(request.id).slice('/e/'.length)

test('rule 4: opening a link changes nothing, before the code and after it', async () => {
  const request = await requestOf(await submittedActivity(scene))
  const before = await rowsOfLink()
  await findEndorserPage(request, null)
  await findEndorserPage(request, endorserOf(request))
  expect(await rowsOfLink()).toBe(before)
})

test('rule 12: before the code a link shows a first name and an initial, the activity and its dates, and nothing else of the student', async () => {
  const request = await requestOf(await submittedActivity(scene, { evidence: ['text', 'link'] }))
  const page = await findEndorserPage(request, null)
  expect(page).toMatchObject({
    stage: 'code',
    student: 'Ana D.',
    title: 'Saturday shifts',
    start: '2026-02-07',
    end: '2026-05-09',
  })
  const words = JSON.stringify(page)
  for (const hidden of [
    'Duarte',
    'ana@',
    'N2023',
    'Environmental',
    'Shift lead',
    'Why I claim',
    'Dear you',
    'shorelinefoodbank.example/rota',
    people.eleni.email,
  ]) {
    expect(words).not.toContain(hidden)
  }
})

test('rule 12: of discreet work the link shows the public title before the code', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  const facts = {
    ...JSON.parse(request.revision.facts),
    sensitivity: 'confidential',
    publicTitle: 'Community work',
  }
  const page = await findEndorserPage(
    { ...request, revision: { ...request.revision, facts: JSON.stringify(facts) } },
    null,
  )
  expect(page).toMatchObject({ title: 'Community work' })
})

test('after the code everything of the asked version is there, and the rubric in whole sentences', async () => {
  const request = await requestOf(
    await submittedActivity(scene, { evidence: ['text', 'link'], claims: { S3: 2 } }),
  )
  const page = await findEndorserPage(request, endorserOf(request))
  if (page.stage !== 'form') throw new Error(page.stage)
  expect(page.facts).toMatchObject({ role: 'Shift lead', narrative: 'I led the Saturday shift.' })
  expect(page.evidence.map(({ kind }) => kind)).toEqual(['text', 'link'])
  const [claim] = page.claims
  expect(claim).toMatchObject({ narrative: 'Why I claim S3.', claimed: 'Developing', of: 4 })
  for (const level of found(claim).levels) expect(level.descriptor.length).toBeGreaterThan(20)
})

test('rule 11: an invented link, and the evidence behind another link, are not there', async () => {
  await expect(findAsked('nothing', null, null)).rejects.toThrow(NotFound)
  const mine = await requestOf(await submittedActivity(scene))
  await expect(findAsked(`${tokenOf(mine).slice(0, -1)}!`, null, null)).rejects.toThrow(NotFound)
  const told = await submittedActivity(scene, { evidence: ['text'] })
  const { id } = await db.evidence.findFirstOrThrow({ where: { activityId: told.id } })
  await db.storedFile.create({
    data: {
      institutionId: scene.house.institutionId,
      digest: 'd',
      originalDigest: 'd',
      mediaType: 'text/plain',
      bytes: 1,
      createdAt: new Date(),
    },
  })
  await db.evidence.update({ where: { id }, data: { kind: 'file', fileDigest: 'd' } })
  expect(await findFile(endorserOf(mine), told.id, id)).toBeNull()
  expect(await findFile(endorserOf(await requestOf(told)), told.id, id)).toMatchObject({ bytes: 1 })
})

test('staff whom a request is for need no code; other staff do', async () => {
  const request = await requestOf(await submittedActivity(scene, { asks: [people.ben] }))
  const ben = await findAsked(tokenOf(request), await scene.actor('ben'), null)
  expect(ben.answerer).toMatchObject({ kind: 'person', usedName: 'Ben Ortiz' })
  for (const key of ['mina', 'ana', 'rosa'] as const) {
    expect((await findAsked(tokenOf(request), await scene.actor(key), null)).answerer).toBeNull()
  }
})

test('after the answer its giver sees what was recorded, and anybody else that it was answered', async () => {
  const request = await requestOf(await submittedActivity(scene, { minutes: 120, claims: { S3: 2 } }))
  await endorse(scene, request, { saw: [3], confirmedMinutes: 90, confidentialNote: 'Between us.' })
  const receipt = await findEndorserPage(await again(request), endorserOf(request))
  expect(receipt).toMatchObject({
    stage: 'receipt',
    answer: 'endorsed',
    claimed: { minutes: 120 },
    said: { minutes: 90, note: 'Between us.', judgements: [{ claimed: 'Developing', level: 'Proficient' }] },
  })
  const stranger = await findEndorserPage(await again(request), null)
  expect(stranger).toMatchObject({ stage: 'closed', reason: 'answered' })
  expect(JSON.stringify(stranger)).not.toContain('Between us')
})

test('a link that was withdrawn says so, also to somebody in the middle of a visit', async () => {
  const told = await submittedActivity(scene)
  const request = await requestOf(told)
  await withdrawActivity(told.student, told)
  expect(await findEndorserPage(await again(request), endorserOf(request))).toMatchObject({
    stage: 'closed',
    reason: 'withdrawn',
    canRenew: false,
  })
})
