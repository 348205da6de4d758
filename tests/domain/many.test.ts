import { beforeAll, expect, test } from 'vitest'
import { endorserOf } from '~/domain/confirmation-code.server'
import { declineRequest } from '~/domain/answer.server'
import { endorseActivity } from '~/domain/endorsement.server'
import { ManyForm } from '~/domain/many-form.server'
import { findManyPage } from '~/domain/many-page.server'
import { endorseMany } from '~/domain/many.server'
import { writeReceiptOfMany } from '~/domain/receipt-letters.server'
import { takeStationery } from '~/domain/stationery.server'
import { findRequest, type AskedRequest } from '~/domain/request.server'
import { db, type OpportunityModel } from '~/lib/db.server'
import { found, NotFound, Refusals } from '~/lib/refusal'
import { eventsAbout, lettersAbout, openScene, opportunity, people, requestOf, saidOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

async function asked(count: number, changes: Partial<OpportunityModel> = {}) {
  const entry = await opportunity(scene, changes)
  const requests: AskedRequest[] = []
  for (let at = 0; at < count; at++) {
    const student = at % 2 === 0 ? 'ana' : 'chidi'
    requests.push(await requestOf(await submittedActivity(scene, { student, opportunity: entry, claims: { S3: 2 } })))
  }
  return requests
}

/** The form as the page makes it, with what differs. */
function manyOf(requests: AskedRequest[], rows: Partial<NonNullable<ManyForm['rows'][number]>>[] = []): ManyForm {
  const { judgements: _j, confirmedMinutes: _m, revisionHash: _h, ...shared } = saidOf(scene, found(requests[0]))
  return {
    ...shared,
    confirmedRole: '',
    confirmedStart: null,
    confirmedEnd: null,
    rows: requests.map((request, at) => {
      const { judgements, confirmedMinutes, revisionHash } = saidOf(scene, request)
      return { requestId: request.id, judgements, confirmedMinutes, revisionHash, comment: '', ...rows[at] }
    }),
  }
}

const endorsementsOf = (requests: AskedRequest[]) =>
  db.endorsement.findMany({ where: { requestId: { in: requests.map(({ id }) => id) } }, orderBy: { id: 'asc' } })

test('the students of one activity stand on one page: what they share once, of each their time and claims', async () => {
  const requests = await asked(3)
  await submittedActivity(scene, { title: 'Something else' })
  const page = await findManyPage(endorserOf(found(requests[1])), found(requests[1]))
  expect(page).toMatchObject({ title: 'Saturday shifts', role: 'Shift lead', start: '2026-02-07', isMore: false })
  expect(page.rows.map(row => row.requestId)).toEqual(requests.map(({ id }) => id))
  expect(page.competencies).toMatchObject([{ claims: 3 }])
})

test('one signature confirms each student through the same verb, with minutes and words of their own', async () => {
  const requests = await asked(3)
  const form = manyOf(requests, [{}, { confirmedMinutes: 45, comment: 'Chidi left in March.' }])
  expect(await endorseMany(endorserOf(found(requests[0])), form)).toBe(3)
  const said = await endorsementsOf(requests)
  expect(said.map(each => each.confirmedMinutes)).toEqual([60, 45, 60])
  expect(said[1]?.endorsementComment).toBe(`${form.endorsementComment}\n\nChidi left in March.`)
  expect(said.every(each => each.confirmedRole === 'Shift lead' && each.document.includes('EndorsementCredential'))).toBe(true)
  for (const { activityId } of requests) expect(await eventsAbout(activityId)).toContain('activity.endorsed')
})

test('rule 6: the same signature sent twice, or twice at once, confirms nobody twice', async () => {
  const requests = await asked(4)
  const visitor = endorserOf(found(requests[0]))
  const form = manyOf(requests)
  expect(await Promise.all([endorseMany(visitor, form), endorseMany(visitor, form)])).toEqual([4, 4])
  expect(await endorseMany(visitor, form)).toBe(4)
  expect(await endorsementsOf(requests)).toHaveLength(4)
  for (const { activityId } of requests) {
    expect((await eventsAbout(activityId)).filter(event => event === 'activity.endorsed')).toHaveLength(1)
    expect((await lettersAbout(activityId)).filter(letter => letter === 'activity-endorsed')).toHaveLength(1)
  }
})

test('what cannot be done is said at that student, and holds up nobody else', async () => {
  const requests = await asked(3)
  const second = found(requests[1])
  await declineRequest(endorserOf(second), second.id, { reason: 'cannotJudge', note: '', suggestion: null })
  const error = await endorseMany(endorserOf(found(requests[0])), manyOf(requests)).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Refusals)
  expect(error).toMatchObject({ fields: { 'rows[1].requestId': expect.stringContaining('Chidi Okafor: This request is closed') } })
  expect((await endorsementsOf(requests)).map(({ requestId }) => requestId)).toEqual([requests[0]?.id, requests[2]?.id])
})

test('rule 6: a row of an older version changes nothing', async () => {
  const requests = await asked(2)
  const form = manyOf(requests, [{ revisionHash: 'an older one' }])
  await expect(endorseMany(endorserOf(found(requests[0])), form)).rejects.toMatchObject({
    fields: { 'rows[0].requestId': expect.stringContaining('has changed') },
  })
  expect(await endorsementsOf(requests)).toHaveLength(1)
})

test('rule 11: a row that was sent to somebody else is not there, and then nobody is confirmed', async () => {
  const requests = await asked(2)
  const other = await requestOf(await submittedActivity(scene, { asks: [people.ines] }))
  await expect(endorseMany(endorserOf(found(requests[0])), manyOf([...requests, other]))).rejects.toThrow(NotFound)
  await expect(endorseMany(await scene.actor('mina'), manyOf(requests))).rejects.toThrow(NotFound)
  expect(await endorsementsOf([...requests, other])).toEqual([])
})

test('rule 1: nobody confirms their own among many', async () => {
  const requests = await asked(2, { allowsPeers: true })
  const ana = await scene.actor('ana')
  await db.endorser.update({ where: { id: found(requests[0]).endorserId }, data: { personId: ana.id } })
  await expect(endorseMany(ana, manyOf(requests))).rejects.toMatchObject({
    fields: { 'rows[0].requestId': expect.stringContaining('Nobody endorses their own activity') },
  })
  await db.endorser.update({ where: { id: found(requests[0]).endorserId }, data: { personId: null } })
})

test('endorsed within seconds of starting is a flag alone, and none among many', async () => {
  const requests = await asked(3)
  await db.endorsementRequest.updateMany({
    where: { id: { in: requests.map(({ id }) => id) } },
    data: { status: 'started', startedAt: new Date() },
  })
  const [alone, ...others] = await Promise.all(requests.map(async ({ id }) => found(await findRequest(id))))
  await endorseActivity(endorserOf(found(alone)), found(alone).id, saidOf(scene, found(alone)))
  await endorseMany(endorserOf(found(others[0])), manyOf(others))
  const flags = (revisionId: string) => db.riskFlag.findMany({ where: { revisionId, kind: 'hasty' } })
  expect(await flags(found(alone).revisionId)).toHaveLength(1)
  for (const { revisionId } of others) expect(await flags(revisionId)).toEqual([])
})

test('of many at once the endorser gets one letter, and every student their own', async () => {
  const requests = await asked(3)
  await db.job.deleteMany({})
  await endorseMany(endorserOf(found(requests[0])), manyOf(requests))
  const jobs = await db.job.findMany({ where: { kind: 'mail' } })
  const letters = jobs.map(({ payload }) => payload as { template: string; params: { requestIds: string[] } })
  const many = letters.filter(({ template }) => template === 'receipt-of-many')
  expect(letters.map(({ template }) => template).sort()).toEqual([
    'activity-endorsed', 'activity-endorsed', 'activity-endorsed', 'receipt-of-many',
  ])
  const { requestIds } = found(many[0]).params
  const written = await writeReceiptOfMany({ requestIds }, await takeStationery())
  expect(written?.letter.facts?.map(({ label }) => label)).toEqual(['Ana Duarte', 'Chidi Okafor', 'Ana Duarte'])
  expect(written?.attachments).toHaveLength(3)
})

const typed = (rows: unknown[]) => ({
  rows, endorsementComment: 'They came every week.', relationship: 'organiser', basis: 'sawIt', isNoRelative: true,
  name: 'Eleni', roleTitle: 'Coordinator', organisation: 'Food Bank', shownAs: 'nameAndRole',
})
const row = (changes: object) => ({
  requestId: '1', revisionHash: 'h', student: 'Ana', confirmedMinutes: '58:30', judgements: [{ claimId: 'c', answer: 'notYet' }], ...changes,
})

test('of whom nothing is chosen nothing is said; of whom half is chosen the rest is asked for', () => {
  const parsed = ManyForm.parse(typed([row({}), row({ judgements: [{ claimId: 'c' }] }), row({ isLeftOut: true }), undefined]))
  expect(parsed.rows.map(Boolean)).toEqual([true, false, false, false])
  expect(parsed.rows[0]).toMatchObject({ confirmedMinutes: 3510 })
  const half = ManyForm.safeParse(typed([row({ judgements: [{ claimId: 'c', answer: 'notYet' }, { claimId: 'd' }] })]))
  expect(half.error?.issues).toMatchObject([{ path: ['rows', 0, 'judgements', 1, 'answer'] }])
  const none = ManyForm.safeParse(typed([row({ isLeftOut: true })]))
  expect(none.error?.issues).toMatchObject([{ path: [], message: expect.stringContaining('at least one student') }])
  const time = ManyForm.safeParse(typed([row({ confirmedMinutes: 'long' })]))
  expect(time.error?.issues).toMatchObject([{ path: ['rows', 0, 'confirmedMinutes'] }])
})
