import { beforeAll, expect, test } from 'vitest'
import { listExpiring, renewCredentials, tellOfExpiry } from '~/domain/award-expiry.server'
import { acceptAward, declineAward } from '~/domain/award.server'
import { findRunProgress } from '~/domain/award-run-page.server'
import '~/domain/award-run-work.server'
import { awardByItself } from '~/domain/awarding-by-itself.server'
import { asShown, findPlan, setPlan, type PlanForm } from '~/domain/awarding-plan.server'
import { addDays, dayOf } from '~/domain/day'
import { told } from '~/domain/notification.server'
import { offerAwards } from '~/domain/offer.server'
import type { PersonActor } from '~/domain/policy'
import { revokeCredential } from '~/domain/revocation.server'
import { findStandingChoice, setStandingChoice } from '~/domain/standing-choice.server'
import { verifyText } from '~/domain/verification.server'
import { DAY, later, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { runDueJob } from '~/lib/jobs.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member, students } from '../facts'
import { eventsAbout, lettersAbout } from '../story'

let scene: AwardScene
let some: PersonActor[]
let lena: PersonActor
const kinds = ['award-run', 'award-run-gathering', 'award-newly-ready']
const today = () => dayOf(new Date(), 'Europe/Dublin')

beforeAll(async () => {
  scene = await openAwardScene()
  some = await students(6)
  lena = await member('lena')
  await earn(scene, scene.ana)
})

function one(at: number): PersonActor {
  const found = some[at]
  if (!found) throw new Error('nobody')
  return found
}

async function plan(changes: Partial<PlanForm>) {
  const { plan: current } = await findPlan(scene.rosa, scene.contributionId)
  const { awardingDate, ...rest } = current
  const form = { ...rest, ...(awardingDate && { awardingDate }), shown: asShown(current), ...changes }
  return setPlan(scene.rosa, scene.contributionId, form)
}

async function work() {
  while (await runDueJob(kinds));
}

const inForce = (studentId: string) => db.award.findFirst({ where: { studentId, inForce: { not: null } } })

test('without ceremony an award is recorded at once: official name, nothing disclosed, no offer, no mail', async () => {
  await plan({ isQuiet: true })
  const { awardIds: [awardId = ''] } = await offerAwards(scene.rosa, scene.contributionId, ['ana'])
  const credential = await db.credential.findFirstOrThrow({ where: { awardId }, include: { endorsements: true } })
  expect(credential.endorsements).toEqual([])
  expect((await verifyText(credential.document)).valid).toBe(true)
  for (const word of ['Ben Ortiz', 'Eleni', 'I was there']) expect(credential.document).not.toContain(word)
  expect([await lettersAbout(awardId), await lettersAbout(credential.id)]).toEqual([[], []])
  expect(await eventsAbout(awardId)).toEqual(['award.recorded'])
})

test('a new round lets the same people be awarded again, once', async () => {
  const again = () => offerAwards(scene.rosa, scene.contributionId, ['ana'])
  expect((await again()).awardIds).toEqual([])
  await plan({ round: '2027' })
  expect((await again()).awardIds).toHaveLength(1)
  expect((await again()).alreadyIds).toHaveLength(1)
  expect(await db.credential.count({ where: { studentId: 'ana', status: 'valid' } })).toBe(2)
})

test('rule 6: an old page changes nothing of the plan, and the same again makes no second event', async () => {
  const events = () => db.auditEvent.count({ where: { action: 'awardingPlan.changed' } })
  const before = await events()
  await plan({})
  expect(await events()).toBe(before)
  await expect(plan({ round: '3', shown: 'long ago' })).rejects.toThrow('in the meantime')
  await expect(plan({ mode: 'scheduled', awardingDate: '2020-01-01' })).rejects.toThrow(Refusal)
})

test('where it is automatic, an approval that is told awards whoever it made ready, and so does the next day', async () => {
  await plan({ mode: 'automatic', isQuiet: false })
  const { activityId } = await earn(scene, one(0))
  await earn(scene, one(1))
  await told('delivered', { template: 'activity-approved', subjectId: activityId, params: { activityId } })
  await work()
  expect([await inForce(one(0).id), await inForce(one(1).id)]).toMatchObject([{ status: 'offered', offeredById: null }, null])
  await awardByItself()
  await work()
  expect(await inForce(one(1).id)).toMatchObject({ status: 'offered', round: '2027' })
  const runs = await db.awardRun.count()
  await awardByItself()
  expect(await db.awardRun.count()).toBe(runs)
})

test('nobody is asked again by itself who declined, or whose credential was revoked; the office still can', async () => {
  const offerOf = async ({ id }: PersonActor) => (await inForce(id))?.id ?? ''
  await declineAward(one(1), await offerOf(one(1)))
  const credentialId = await acceptAward(one(0), await offerOf(one(0)), nothingNamed)
  await revokeCredential(scene.rosa, credentialId, 'issuedInError')
  const runs = await db.awardRun.count()
  await awardByItself()
  const { id: activityId } = await db.activity.findFirstOrThrow({ where: { studentId: one(1).id } })
  await told('delivered', { template: 'activity-approved', subjectId: activityId, params: { activityId } })
  await work()
  expect([await db.awardRun.count(), await inForce(one(0).id), await inForce(one(1).id)]).toEqual([runs, null, null])
  expect((await offerAwards(scene.rosa, scene.contributionId, [one(1).id])).awardIds).toHaveLength(1)
})

test('on the day it is planned for it is awarded to everybody who is ready, once', async () => {
  await plan({ mode: 'scheduled', awardingDate: addDays(today(), 2) })
  await earn(scene, one(2))
  const before = await db.awardRun.count()
  await awardByItself()
  expect(await db.awardRun.count()).toBe(before)
  setClock(later(new Date(), 3 * DAY))
  await awardByItself()
  await awardByItself()
  await work()
  setClock(null)
  const [run] = await db.awardRun.findMany({ orderBy: { startedAt: 'desc' } })
  expect(await db.awardRun.count()).toBe(before + 1)
  expect(await findRunProgress(scene.rosa, run?.id ?? '')).toMatchObject({ state: 'ended', counts: { offered: 1 } })
})

test('a standing choice is the student’s own, holds for offers to come, and can be taken back', async () => {
  await earn(scene, one(3))
  await setStandingChoice(one(3), { nameForm: 'used', namesEndorsers: false, tellsEvidence: false })
  expect((await findStandingChoice(one(3))).choice).toMatchObject({ nameForm: 'used' })
  const { awardIds } = await offerAwards(scene.rosa, scene.contributionId, [one(3).id])
  expect(await db.award.findUniqueOrThrow({ where: { id: awardIds[0] } })).toMatchObject({ status: 'accepted' })
  await setStandingChoice(one(3), null)
  expect((await findStandingChoice(one(3))).choice).toBeNull()
  await expect(setStandingChoice(lena, null)).rejects.toThrow(NotFound)
})

test('the holder hears once, sixty days before a credential ends, and no more once it is renewed', async () => {
  await earn(scene, one(4))
  const credentialId = await acceptAward(one(4), await offerTo(scene, one(4)), nothingNamed)
  const ends = async (days: number) =>
    db.credential.update({ where: { id: credentialId }, data: { validUntil: later(new Date(), days * DAY) } })
  await ends(61)
  await tellOfExpiry()
  expect(await lettersAbout(credentialId)).toEqual(['credential-issued'])
  await ends(59)
  await Promise.all([tellOfExpiry(), tellOfExpiry()])
  await tellOfExpiry()
  expect(await lettersAbout(credentialId)).toEqual(['credential-issued', 'credential-expiring'])
})

test('what ends in a month is listed, and renewed by an award that names the one before', async () => {
  const { rosa } = scene
  const { id, awardId, validUntil } = await db.credential.findFirstOrThrow({ where: { studentId: one(4).id } })
  const month = validUntil?.toISOString().slice(0, 7) ?? ''
  expect((await listExpiring(rosa, month, null)).rows).toMatchObject([{ id }])
  const clicks = await Promise.all([renewCredentials(rosa, [id]), renewCredentials(rosa, [id])])
  expect(clicks.flatMap(({ awardIds }) => awardIds)).toHaveLength(1)
  expect(await inForce(one(4).id)).toMatchObject({ predecessorId: awardId, status: 'offered' })
  expect(await db.credential.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'valid' })
  expect((await listExpiring(rosa, month, null)).rows).toEqual([])
  await db.activity.updateMany({ where: { studentId: one(4).id }, data: { approvedRevisionId: null } })
  expect((await renewCredentials(rosa, [id])).awardIds).toEqual([])
})

test('a retired programme keeps all that was chosen from being renewed, with a sentence that says so', async () => {
  const { rosa, contributionId } = scene
  await db.programme.update({ where: { id: contributionId }, data: { status: 'retired' } })
  const { id } = await db.credential.findFirstOrThrow({ where: { studentId: one(4).id } })
  await expect(renewCredentials(rosa, [id])).rejects.toThrow('awarded no more')
  await db.programme.update({ where: { id: contributionId }, data: { status: 'published' } })
})

test('rule 11: plans, runs and renewals are the registrar’s', async () => {
  await expect(findPlan(lena, scene.contributionId)).rejects.toThrow(NotFound)
  await expect(listExpiring(lena, '2027-01', null)).rejects.toThrow(NotFound)
  await expect(renewCredentials(lena, [])).rejects.toThrow(NotFound)
  await expect(renewCredentials({ ...scene.rosa, institutionId: 'elsewhere' }, ['x'])).rejects.toThrow(NotFound)
})
