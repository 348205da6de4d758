import { beforeAll, expect, test } from 'vitest'
import { checkAudit } from '~/domain/audit-head.server'
import { acceptAward, declineAward, lapseOffers } from '~/domain/award.server'
import { findGrounds } from '~/domain/grounds.server'
import { issue } from '~/domain/issue.server'
import { offerAwards } from '~/domain/offer.server'
import type { PersonActor } from '~/domain/policy'
import { eligible, ready, type Candidate } from '~/domain/eligible.server'
import { revokeCredential } from '~/domain/revocation.server'
import { tally } from '~/domain/tally.server'
import { waive, withdrawWaiver } from '~/domain/waiver.server'
import { DAY, later, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member, operator, students } from '../facts'
import { eventsAbout, lettersAbout } from '../story'

let scene: AwardScene
let everybody: PersonActor[]

beforeAll(async () => {
  scene = await openAwardScene()
  everybody = await students(25)
  await earn(scene, scene.ana)
})

test('rule 6: 200 clicks on offer make one award, one event, one mail', async () => {
  const { rosa, contributionId } = scene
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => offerAwards(rosa, contributionId, ['ana'])),
  )
  expect(answers.flatMap(({ awardIds }) => awardIds)).toHaveLength(1)
  expect(new Set(answers.flatMap(({ awardIds, alreadyIds }) => [...awardIds, ...alreadyIds])).size).toBe(1)
  const [award, ...others] = await db.award.findMany({ where: { studentId: 'ana' } })
  expect(others).toEqual([])
  expect(await eventsAbout(award?.id ?? '')).toEqual(['award.offered'])
  expect(await lettersAbout(award?.id ?? '')).toEqual(['award-offered', 'award-reminder'])
})

test('rule 6: 200 clicks on accept make one credential, one event, one mail, and all lead to it', async () => {
  const award = await db.award.findFirstOrThrow({ where: { studentId: 'ana' } })
  const ids = await Promise.all(
    Array.from({ length: 200 }, () => acceptAward(scene.ana, award.id, nothingNamed)),
  )
  expect(new Set(ids).size).toBe(1)
  expect(await db.credential.count({ where: { studentId: 'ana' } })).toBe(1)
  expect(await db.statusEntry.count()).toBe(1)
  expect(await eventsAbout(award.id)).toEqual(['award.offered', 'award.accepted'])
  expect(await lettersAbout(ids[0] ?? '')).toEqual(['credential-issued'])
  expect(await lettersAbout(award.id)).toEqual(['award-offered'])
  expect((await tally('ana')).credentials).toMatchObject([{ id: ids[0], title: 'Community Contribution' }])
})

test('rule 6: clicks that reach different processes make one credential, too', async () => {
  const student = everybody[24]
  if (!student) throw new Error('no student')
  await earn(scene, student)
  const grounds = await findGrounds(await offerTo(scene, student))
  const issued = await Promise.all(Array.from({ length: 20 }, () => issue(student, grounds, nothingNamed)))
  expect(issued.filter(({ credentialId }) => credentialId !== null)).toHaveLength(1)
  expect(await db.credential.count({ where: { studentId: student.id } })).toBe(1)
  expect(await eventsAbout(grounds.award.id)).toEqual(['award.offered', 'award.accepted'])
})

test('rule 1: nobody offers an award to themselves, revokes their own, or waives anything for themselves', async () => {
  const { rosa, contributionId } = scene
  await earn(scene, rosa)
  await expect(offerAwards(rosa, contributionId, ['rosa'])).rejects.toThrow('Nobody awards themselves')
  await expect(waive(rosa, 'rosa', { key: 'k', reason: 'r' })).rejects.toThrow(Refusal)
  const { awardIds } = await offerAwards(operator(), contributionId, ['rosa'])
  const credentialId = await acceptAward(rosa, awardIds[0] ?? '', nothingNamed)
  await expect(revokeCredential(rosa, credentialId, 'withdrawnByHolder')).rejects.toThrow(
    'their own credential',
  )
  expect((await ready(rosa, contributionId)).rows.map(({ person }) => person.id)).not.toContain('rosa')
})

test('only those who meet it now are offered it', async () => {
  const chidi = await member('chidi')
  const { revisionId } = await earn(scene, chidi, {
    said: [{ by: 'eleni', minutes: 1499, saw: { S3: 2, S2: 2 } }],
  })
  expect(await offerAwards(scene.rosa, scene.contributionId, ['chidi'])).toEqual({
    awardIds: [],
    alreadyIds: [],
    notYetIds: ['chidi'],
  })
  await db.review.updateMany({ where: { revisionId }, data: { minutes: 1500, reason: 'The rota says so.' } })
  const awardId = await offerTo(scene, chidi)

  await db.activity.updateMany({
    where: { studentId: 'chidi' },
    data: { approvedRevisionId: null, status: 'rescinded' },
  })
  await expect(acceptAward(chidi, awardId, nothingNamed)).rejects.toThrow('no longer counts')
  expect(await db.credential.count({ where: { studentId: 'chidi' } })).toBe(0)
  await db.activity.updateMany({
    where: { studentId: 'chidi' },
    data: { approvedRevisionId: revisionId, status: 'approved' },
  })
})

test('declining makes room for another offer, and an answered offer is not answered again', async () => {
  const chidi = { ...scene.ana, id: 'chidi' }
  const { id } = await db.award.findFirstOrThrow({ where: { studentId: 'chidi' } })
  const clicks = await Promise.allSettled([
    declineAward(chidi, id),
    declineAward(chidi, id),
    declineAward(chidi, id),
  ])
  expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(acceptAward(chidi, id, nothingNamed)).rejects.toThrow('You declined')
  expect(await eventsAbout(id)).toEqual(['award.offered', 'award.declined'])
  expect(await lettersAbout(id)).toEqual(['award-offered'])
  expect(await offerTo(scene, chidi)).not.toBe(id)
})

test('an offer that nobody answers lapses', async () => {
  const { id } = await db.award.findFirstOrThrow({ where: { studentId: 'chidi', status: 'offered' } })
  setClock(later(new Date(), 91 * DAY))
  await expect(acceptAward({ ...scene.ana, id: 'chidi' }, id, nothingNamed)).rejects.toThrow('ran out')
  await Promise.all([lapseOffers(), lapseOffers()])
  setClock(null)
  expect(await db.award.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: 'lapsed',
    inForce: null,
  })
  expect(await eventsAbout(id)).toEqual(['award.offered', 'award.lapsed'])
})

test('after a revocation the award can be made again and names what it replaces', async () => {
  const { rosa, contributionId, ana } = scene
  const first = await db.credential.findFirstOrThrow({ where: { studentId: 'ana' } })
  await revokeCredential(rosa, first.id, 'superseded')
  expect((await tally('ana')).credentials).toEqual([])
  const { awardIds } = await offerAwards(rosa, contributionId, ['ana'], { predecessorId: first.awardId })
  const again = await acceptAward(ana, awardIds[0] ?? '', nothingNamed)
  expect(again).not.toBe(first.id)
  expect(await db.award.findFirstOrThrow({ where: { id: awardIds[0] } })).toMatchObject({
    predecessorId: first.awardId,
  })
  await expect(acceptAward(ana, first.awardId, nothingNamed)).rejects.toThrow('revoked since')
})

test('the second programme stacks on the first, and a part can be set aside for a reason', async () => {
  const { rosa, ana, leadershipId, framework } = scene
  await earn(scene, ana, {
    title: 'Winter kitchen',
    from: '2026-02-01',
    to: '2026-06-20',
    framework,
    said: [{ by: 'eleni', minutes: 2400, saw: { S3: 4, S2: 3 } }],
  })
  expect((await offerAwards(rosa, leadershipId, ['ana'])).notYetIds).toEqual(['ana'])
  const waiver = await waive(rosa, 'ana', {
    key: 'community-leadership-reflection',
    reason: 'Wrote it up for the newspaper.',
  })
  expect((await offerAwards(rosa, leadershipId, ['ana'])).awardIds).toHaveLength(1)
  await withdrawWaiver(rosa, waiver)
  await expect(withdrawWaiver(rosa, waiver)).rejects.toThrow(Refusal)
  expect((await eligible(rosa, leadershipId)).rows.find(({ person }) => person.id === 'ana')).toMatchObject({
    met: false,
    award: 'offered',
  })
})

test('a waiver withdrawn, or a credential below revoked, while the pen moves stops the award', async () => {
  const { rosa, ana } = scene
  const setAside = () =>
    waive(rosa, 'ana', { key: 'community-leadership-reflection', reason: 'Wrote it up for the newspaper.' })
  const offer = await db.award.findFirstOrThrow({ where: { studentId: 'ana', status: 'offered' } })
  const waiver = await setAside()
  const beforeWithdrawal = await findGrounds(offer.id)
  await withdrawWaiver(rosa, waiver)
  await expect(issue(ana, beforeWithdrawal, nothingNamed)).rejects.toThrow('no longer counts')

  await setAside()
  const beforeRevocation = await findGrounds(offer.id)
  expect(beforeRevocation.progress.met).toBe(true)
  const below = await db.credential.findFirstOrThrow({ where: { studentId: 'ana', status: 'valid' } })
  await revokeCredential(rosa, below.id, 'issuedInError')
  await expect(issue(ana, beforeRevocation, nothingNamed)).rejects.toThrow('no longer counts')
  expect(await db.award.findUniqueOrThrow({ where: { id: offer.id } })).toMatchObject({ status: 'offered' })
})

test('rule 11: an offer is the business of its student, and offering that of the registrar', async () => {
  const lena = await member('lena')
  const { id } = await db.award.findFirstOrThrow({ where: { studentId: 'ana', status: 'offered' } })
  for (const actor of [lena, scene.rosa, operator()]) {
    await expect(acceptAward(actor, id, nothingNamed)).rejects.toThrow(NotFound)
    await expect(declineAward(actor, id)).rejects.toThrow(NotFound)
  }
  for (const actor of [lena, scene.ana, await member('devi')]) {
    await expect(offerAwards(actor, scene.contributionId, ['ana'])).rejects.toThrow(NotFound)
    await expect(eligible(actor, scene.contributionId)).rejects.toThrow(NotFound)
  }
  await expect(
    offerAwards({ ...scene.rosa, institutionId: 'elsewhere' }, scene.contributionId, ['ana']),
  ).rejects.toThrow(NotFound)
  await expect(offerAwards(scene.rosa, scene.contributionId, ['ana', 'nobody'])).rejects.toThrow(NotFound)
})

test('who is ready is found page by page, and offered to all at once', async () => {
  const many = everybody.slice(0, 24)
  const isOne = ({ person }: Candidate) => many.some(({ id }) => id === person.id)
  await Promise.all(many.slice(0, 22).map(student => earn(scene, student)))
  const pages = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof eligible>> = await eligible(scene.rosa, scene.contributionId, {
      after,
      take: 10,
    })
    pages.push(page.rows)
    after = page.next
  }
  expect(
    pages
      .flat()
      .filter(isOne)
      .map(({ person }) => person.id),
  ).toEqual(many.slice(0, 22).map(({ id }) => id))
  const { rows } = await ready(scene.rosa, scene.contributionId)
  expect(rows.filter(isOne)).toHaveLength(22)
  const ids = many.map(({ id }) => id)
  const both = await Promise.all([
    offerAwards(scene.rosa, scene.contributionId, ids),
    offerAwards(operator(), scene.contributionId, ids),
  ])
  expect(both.flatMap(({ awardIds }) => awardIds)).toHaveLength(22)
  expect(both.map(({ notYetIds }) => notYetIds)).toEqual([ids.slice(22), ids.slice(22)])
  expect(await db.award.count({ where: { studentId: { in: ids } } })).toBe(22)
  expect((await ready(scene.rosa, scene.contributionId)).rows.filter(isOne)).toEqual([])
})

test('rule 10: the chain of all this is whole and names nobody', async () => {
  expect(await checkAudit('north')).toMatchObject({ isIntact: true })
  const all = JSON.stringify(await db.auditEvent.findMany())
  for (const word of ['Duarte', 'northbridge.example', 'Saturday', 'newspaper'])
    expect(all).not.toContain(word)
})
