import { beforeAll, expect, test } from 'vitest'
import { checkAudit } from '~/domain/audit-head.server'
import type { StandingChoice } from '~/domain/award'
import { cancelRun, startRun } from '~/domain/award-run.server'
import { findRunPage, findRunProgress, outcomesOf } from '~/domain/award-run-page.server'
import '~/domain/award-run-work.server'
import { offerAwards } from '~/domain/offer.server'
import type { PersonActor } from '~/domain/policy'
import { setStandingChoice } from '~/domain/standing-choice.server'
import { verifyText } from '~/domain/verification.server'
import { DAY, MINUTE, now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { runDueJob } from '~/lib/jobs.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { earn, openAwardScene, type AwardScene } from '../award-scene'
import { member, operator, students } from '../facts'
import { lettersAbout } from '../story'

let scene: AwardScene
let everybody: PersonActor[]
const atOnce: StandingChoice = { nameForm: 'used', namesEndorsers: true, tellsEvidence: false }
const kinds = ['award-run', 'award-run-gathering']

beforeAll(async () => {
  scene = await openAwardScene()
  everybody = await students(34)
  await earn(scene, scene.ana)
  await Promise.all(everybody.slice(0, 32).map(student => earn(scene, student)))
})

async function work() {
  while (await runDueJob(kinds));
}

const idsOf = (some: PersonActor[]) => some.map(({ id }) => id)

test('a run comes back at once, works through its members in jobs, and tells who was left out and why', async () => {
  const { rosa, contributionId } = scene
  const some = everybody.slice(0, 10)
  const [first, second] = some
  if (!first || !second) throw new Error('nobody')
  await setStandingChoice(first, atOnce)
  await setStandingChoice(second, { ...atOnce, namesEndorsers: false })
  const run = await startRun(rosa, contributionId, { students: idsOf([...some, ...everybody.slice(33)]) })
  expect(await findRunProgress(rosa, run)).toMatchObject({ state: 'working', counts: { waiting: 11 } })
  await work()
  const page = await findRunPage(rosa, run)
  expect(page).toMatchObject({ state: 'ended', counts: { waiting: 0, offered: 8, issued: 2, notYet: 1 }, startedBy: 'Rosa Lindqvist' })
  expect(page.left).toMatchObject([{ id: everybody[33]?.id, outcome: 'notYet' }])
})

test('rules 7 and 8: who accepts at once holds a credential with what they chose, and verifies', async () => {
  const held = await db.credential.findMany({ include: { award: true, endorsements: true }, orderBy: { studentId: 'asc' } })
  expect(held.map(({ endorsements }) => endorsements.length)).toEqual([2, 0])
  expect(new Set(held.map(({ listIndex }) => listIndex)).size).toBe(2)
  for (const { document, award, id, awardId } of held) {
    expect((await verifyText(document)).valid).toBe(true)
    expect(award).toMatchObject({ status: 'accepted', choices: { nameForm: 'used' } })
    expect([await lettersAbout(id), await lettersAbout(awardId)]).toEqual([['credential-issued'], []])
  }
})

test('rule 6: the same people from two browsers and the command line: one award in force each', async () => {
  const { rosa, contributionId } = scene
  const ids = idsOf(everybody.slice(8, 20))
  const runs = await Promise.all([
    startRun(rosa, contributionId, { students: ids }),
    startRun(rosa, contributionId, { students: ids }),
    startRun(operator(), contributionId, { students: ids }),
  ])
  await Promise.all([work(), work(), offerAwards(rosa, contributionId, ids)])
  await work()
  const counts = await Promise.all(runs.map(async run => (await findRunProgress(rosa, run)).counts))
  for (const { waiting, refused, offered, already } of counts) expect([waiting, refused, offered + already]).toEqual([0, 0, 12])
  const awards = await db.award.groupBy({ by: ['studentId'], where: { inForce: { not: null } }, _count: true })
  expect(awards.filter(({ studentId }) => ids.includes(studentId)).map(({ _count }) => _count)).toEqual(ids.map(() => 1))
})

test('everybody who is ready is found by the run itself, and whoever started it never among them', async () => {
  const { rosa, contributionId } = scene
  await earn(scene, rosa)
  const run = await startRun(rosa, contributionId, { everybody: {} })
  expect((await findRunProgress(rosa, run)).state).toBe('gathering')
  await work()
  const { awardIds, notYetIds, refused } = await outcomesOf(run)
  expect([awardIds.length, notYetIds, refused]).toEqual([13, [], []])
  expect(await db.award.count({ where: { studentId: 'rosa' } })).toBe(0)
})

test('rule 6: two clicks on one form begin one run, and another form another', async () => {
  const { rosa, leadershipId } = scene
  const key = newFormKey()
  const everybody = { name: 'Nobody is called this' }
  const clicks = [key, key, newFormKey()].map(each => startRun(rosa, leadershipId, { everybody }, each))
  const [one, same, other] = await Promise.all(clicks)
  expect([one === same, one === other]).toEqual([true, false])
  await work()
})

test('a run that is cancelled leaves what is done, and awards to nobody else', async () => {
  const { rosa, leadershipId } = scene
  const run = await startRun(rosa, leadershipId, { students: idsOf(everybody) })
  await cancelRun(rosa, run)
  await expect(cancelRun(rosa, run)).rejects.toThrow(Refusal)
  await work()
  expect(await findRunProgress(rosa, run)).toMatchObject({ state: 'cancelled', counts: { waiting: 34 } })
})

test('one whose endorsement was damaged is refused with a reason, and the others of the chunk are awarded', async () => {
  const [damaged, erased, sound] = everybody.slice(20, 23)
  if (!damaged || !erased || !sound) throw new Error('nobody')
  for (const student of [damaged, sound]) await setStandingChoice(student, atOnce)
  await db.award.deleteMany({ where: { studentId: { in: idsOf([damaged, erased, sound]) } } })
  await db.endorsement.updateMany({
    where: { revision: { activity: { studentId: damaged.id } } }, data: { document: '{"changed":true}' },
  })
  const run = await startRun(scene.rosa, scene.contributionId, { students: idsOf([damaged, erased, sound]) })
  await db.person.update({ where: { id: erased.id }, data: { erasedAt: new Date() } })
  await work()
  const { refused, awardIds } = await outcomesOf(run)
  expect(refused.map(({ person }) => person)).toEqual([damaged.id, erased.id])
  expect(refused[0]?.reason).toContain('could not be made')
  expect(awardIds).toHaveLength(1)
})

test('letters of a long run leave once the work is done, and reminders at their own time', async () => {
  const student = found(everybody.at(-1))
  await earn(scene, student)
  const crowd = Array.from({ length: 500 }, (_, at) => ({
    id: `crowd-${at}`, institutionId: 'north', officialName: 'Nobody', usedName: 'Nobody', createdAt: now(),
  }))
  await db.person.createMany({ data: crowd })
  const begun = now()
  await startRun(scene.rosa, scene.contributionId, { students: [student.id, ...crowd.map(({ id }) => id)] })
  await work()
  const { id } = await db.award.findFirstOrThrow({ where: { studentId: student.id } })
  const letters = await db.job.findMany({ where: { dedupeKey: { endsWith: id } }, orderBy: { runAt: 'asc' } })
  expect(letters.map(({ dedupeKey }) => dedupeKey)).toEqual([`award-offered:${id}`, `award-reminder:${id}`])
  const [told, reminded] = letters.map(({ runAt }) => runAt.getTime() - begun.getTime())
  expect(told).toBeGreaterThanOrEqual(2 * MINUTE)
  expect(reminded).toBeGreaterThan(DAY)
})

test('rule 11: a run stops where whoever began it may award no longer, or nothing is published to award', async () => {
  const { contributionId } = scene
  const [one, other] = [found(everybody[28]), found(everybody[29])]
  // By the record, no registrar any more.
  const leaver: PersonActor = { ...found(everybody[30]), memberships: [{ role: 'registrar', unitIds: null }] }
  const left = await startRun(leaver, contributionId, { students: [one.id] })
  await work()
  expect(await findRunProgress(scene.rosa, left)).toMatchObject({ state: 'cancelled', counts: { waiting: 1 } })
  const retired = await startRun(scene.rosa, contributionId, { students: [other.id] })
  await db.programme.update({ where: { id: contributionId }, data: { status: 'retired' } })
  await work()
  expect(await findRunProgress(scene.rosa, retired)).toMatchObject({ state: 'cancelled', counts: { waiting: 1 } })
  await db.programme.update({ where: { id: contributionId }, data: { status: 'published' } })
})

test('rules 1 and 11: a run is the office’s, for others, and for people it knows', async () => {
  const { rosa, ana, contributionId } = scene
  const lena = await member('lena')
  const [run] = await db.awardRun.findMany({ take: 1 })
  for (const actor of [ana, lena, { ...rosa, institutionId: 'elsewhere' }]) {
    await expect(startRun(actor, contributionId, { everybody: {} })).rejects.toThrow(NotFound)
    await expect(findRunProgress(actor, run?.id ?? '')).rejects.toThrow(NotFound)
    await expect(cancelRun(actor, run?.id ?? '')).rejects.toThrow(NotFound)
  }
  await expect(startRun(rosa, contributionId, { students: ['rosa'] })).rejects.toThrow('Nobody awards themselves')
  await expect(startRun(rosa, contributionId, { students: ['nobody'] })).rejects.toThrow(NotFound)
})

test('rule 10: the chain of all this is whole', async () => {
  expect(await checkAudit('north')).toMatchObject({ isIntact: true })
})
