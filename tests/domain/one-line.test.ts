import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { offerAwards } from '~/domain/offer.server'
import type { PersonActor } from '~/domain/policy'
import { discardVersion } from '~/domain/restoration.server'
import { revokeCredential } from '~/domain/revocation.server'
import { rescindApproval } from '~/domain/review.server'
import { rotateKey } from '~/domain/signing-key.server'
import { reviseActivity } from '~/domain/submission.server'
import { waive, withdrawWaiver } from '~/domain/waiver.server'
import { db, isSqlite } from '~/lib/db.server'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { operator, students } from '../facts'
import { bothAtOnce } from '../interleaving'
import { endorse, openScene, requestOf, submittedActivity } from '../story'

// SQLite has one writer, who commits before the next one looks.
const interleaved = test.skipIf(isSqlite)

let scene: AwardScene
let some: PersonActor[]
beforeAll(async () => {
  scene = await openAwardScene()
  some = await students(5)
  // The first credential of all keeps the address and makes the key: another line to stand in.
  await earn(scene, student(4))
  await acceptAward(student(4), await offerTo(scene, student(4)), nothingNamed)
})

const student = (at: number): PersonActor => {
  const one = some[at]
  if (!one) throw new Error('no such student')
  return one
}

interleaved('an approval rescinded while the award is accepted takes the award with it', async () => {
  const { activityId: id } = await earn(scene, student(0))
  const awardId = await offerTo(scene, student(0))
  const outcome = await bothAtOnce(
    'north',
    () => rescindApproval(scene.rosa, { id, revision: 1 }, { reason: 'The rota was another one.' }),
    () => acceptAward(student(0), awardId, nothingNamed),
  )
  expect(outcome).toContain('no longer counts')
  expect(await db.credential.count({ where: { studentId: student(0).id } })).toBe(0)
})

interleaved('a version given up while the approval of the earlier one is rescinded does not put that one back', async () => {
  const { activityId: id } = await earn(scene, student(0), { title: 'Winter kitchen' })
  await reviseActivity(student(0), { id, revision: 1 })
  const outcome = await bothAtOnce(
    'north',
    () => rescindApproval(scene.rosa, { id, revision: 1 }, { reason: 'The rota was another one.' }),
    () => discardVersion(student(0), { id, revision: 2 }),
  )
  expect(outcome).toContain('moved on')
  const left = await db.activity.findUniqueOrThrow({ where: { id } })
  expect(left).toMatchObject({ status: 'draft', revision: 2, approvedRevisionId: null })
})

/** Somebody offered the programme that stacks on the first, a part of it set aside. */
async function stacked(one: PersonActor) {
  const { rosa, leadershipId } = scene
  await earn(scene, one)
  const below = await acceptAward(one, await offerTo(scene, one), nothingNamed)
  const said = [{ by: 'eleni' as const, minutes: 2400, saw: { S3: 4, S2: 3 } }]
  await earn(scene, one, { title: 'Winter kitchen', from: '2026-02-01', to: '2026-06-20', said })
  const waiver = await waive(rosa, one.id, { key: 'community-leadership-reflection', reason: 'Wrote it up.' })
  const { awardIds } = await offerAwards(rosa, leadershipId, [one.id])
  return { below, waiver, awardId: awardIds[0] ?? '' }
}

interleaved('a waiver withdrawn while the award is accepted takes the award with it', async () => {
  const { waiver, awardId } = await stacked(student(1))
  const outcome = await bothAtOnce(
    'north',
    () => withdrawWaiver(scene.rosa, waiver),
    () => acceptAward(student(1), awardId, nothingNamed),
  )
  expect(outcome).toContain('no longer counts')
})

interleaved('a credential revoked while one that stacks on it is accepted takes that one with it', async () => {
  const { below, awardId } = await stacked(student(2))
  const outcome = await bothAtOnce(
    'north',
    () => revokeCredential(scene.rosa, below, 'issuedInError'),
    () => acceptAward(student(2), awardId, nothingNamed),
  )
  expect(outcome).toContain('no longer counts')
})

interleaved('rule 9: a key changed while the pen moves signs nothing more: the credential is signed anew', async () => {
  await earn(scene, student(3))
  const awardId = await offerTo(scene, student(3))
  await bothAtOnce(
    'north',
    () => rotateKey(operator(), { why: 'lost' }),
    () => acceptAward(student(3), awardId, nothingNamed),
  )
  const { document } = await db.credential.findFirstOrThrow({ where: { awardId } })
  const key = await db.signingKey.findFirstOrThrow({ where: { institutionId: 'north', status: 'active' } })
  expect(document).toContain(key.publicKeyMultibase)
})

interleaved('rule 9: nor does it sign an endorsement', async () => {
  const story = await openScene()
  const told = await submittedActivity(story)
  const request = await requestOf(told)
  const { institutionId } = story.house
  await endorse(story, await requestOf(await submittedActivity(story, { title: 'Before' })))
  const outcome = await bothAtOnce(
    institutionId,
    () => rotateKey(operator(institutionId), { why: 'lost' }),
    () => endorse(story, request),
  )
  expect(outcome).toContain('signing key has just changed')
  expect(await db.endorsement.count({ where: { activityId: told.id } })).toBe(0)
})
