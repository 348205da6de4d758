import { text as words } from 'node:stream/consumers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { findCorrectionPage, findOwnCorrection, listCorrections } from '~/domain/correction-page.server'
import { answerCorrection, decideCorrection } from '~/domain/correction.server'
import { findCredential, findDocument } from '~/domain/credential.server'
import { offerAwards } from '~/domain/offer.server'
import { ownData } from '~/domain/own-data.server'
import { actorFor } from '~/domain/people.server'
import type { PersonActor } from '~/domain/policy'
import { revokeCredential } from '~/domain/revocation.server'
import { findStanding } from '~/domain/shown-credential.server'
import { waive, withdrawWaiver } from '~/domain/waiver.server'
import { withdrawEndorsement } from '~/domain/withdrawal.server'
import { DAY, later, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member, operator, students } from '../facts'
import { eventsAbout, lettersAbout } from '../story'

let scene: AwardScene
let waiting: PersonActor[]
let holder: PersonActor
let credentialId: string

beforeAll(async () => {
  scene = await openAwardScene()
  waiting = await students(20)
})

/** Each test has a student of its own, who did enough twice and holds the credential. */
beforeEach(async () => {
  setClock(null)
  const next = waiting.pop()
  if (!next) throw new Error('More students are needed.')
  holder = next
  await earn(scene, holder)
  await earn(scene, holder, { title: 'Sunday shifts' })
  credentialId = await acceptAward(holder, await offerTo(scene, holder), nothingNamed)
})

const decision = { outcome: 'stands', reason: 'Two others saw the same.' } as const

/** Ben takes back what he said about one of the two. */
async function takeBack(title = 'Saturday shifts') {
  const said = await db.endorsement.findFirstOrThrow({
    where: { revision: { title, activity: { studentId: holder.id } }, endorser: { personId: 'ben' } },
  })
  await withdrawEndorsement(found(await actorFor('ben')), said.requestId, { reason: 'It was another week.' })
  return said
}

const cases = () => db.correction.findMany({ where: { studentId: holder.id }, orderBy: { openedAt: 'asc' } })

/** Taken back, and the student has answered. */
async function answered() {
  await takeBack()
  const [correction] = await cases()
  if (!correction) throw new Error('No case was opened.')
  await answerCorrection(holder, correction.id, { answer: 'Eleni saw it, too.' })
  return correction.id
}

describe('what is taken back after the award', () => {
  test('opens a case, tells the student, and changes nothing by itself', async () => {
    const said = await takeBack()
    const [correction, ...others] = await cases()
    expect(others).toEqual([])
    expect(correction).toMatchObject({ credentialId, cause: 'endorsementWithdrawn', causeId: said.id, status: 'open' })
    expect(await lettersAbout(correction?.id ?? '')).toEqual(['correction-opened'])
    expect(await eventsAbout(credentialId)).toContain('correction.opened')
    expect(await findCredential(holder, credentialId)).toMatchObject({ state: 'valid', correction: { isAnswered: false } })
    expect(await findStanding(credentialId)).toMatchObject({ status: 'valid', correctionId: correction?.id })
    const { rows } = await listCorrections(scene.rosa, null)
    expect(rows).toContainEqual(expect.objectContaining({ id: correction?.id, isDecidable: false }))
  })

  test('is one case, however much of it is taken back', async () => {
    await takeBack()
    await takeBack('Sunday shifts')
    expect(await cases()).toHaveLength(1)
  })

  test('opens none where nothing that stands rests on it', async () => {
    await revokeCredential(scene.rosa, credentialId, 'issuedInError')
    await takeBack()
    await withdrawWaiver(scene.rosa, await waive(scene.rosa, holder.id, { key: 'languages', reason: 'Deaf.' }))
    expect(await cases()).toEqual([])
  })

  test('ends with the credential, when a registrar revokes it meanwhile', async () => {
    await takeBack()
    await revokeCredential(scene.rosa, credentialId, 'issuedInError')
    expect(await cases()).toMatchObject([{ status: 'revoked', openOf: null, decidedById: 'rosa' }])
  })
})

describe('the registrar decides', () => {
  test('not over the student’s head: once they have answered', async () => {
    await takeBack()
    const [correction] = await cases()
    const id = correction?.id ?? ''
    await expect(decideCorrection(scene.rosa, id, decision)).rejects.toThrow('can still answer')
    await answerCorrection(holder, id, { answer: 'Eleni saw it, too.' })
    await expect(answerCorrection(holder, id, { answer: 'And again.' })).rejects.toThrow(Refusal)
    // Rule 6: her page was made before the answer came.
    await expect(decideCorrection(scene.rosa, id, { ...decision, isAnswered: false })).rejects.toThrow('answered since')
    await decideCorrection(scene.rosa, id, { ...decision, isAnswered: true })
    expect(await cases()).toMatchObject([
      { status: 'stands', reason: decision.reason, decidedById: 'rosa', answer: 'Eleni saw it, too.', openOf: null },
    ])
    expect(await lettersAbout(id)).toContain('correction-decided')
    expect(await findCredential(holder, credentialId)).toMatchObject({ state: 'valid', correction: null })
  })

  test('or had the time to', async () => {
    await takeBack()
    const [correction] = await cases()
    setClock(later(new Date(), 15 * DAY))
    await decideCorrection(scene.rosa, correction?.id ?? '', decision)
    expect(await cases()).toMatchObject([{ status: 'stands', answeredAt: null }])
  })

  test('that it is issued anew: the new one counts what stands, the old one is replaced', async () => {
    const id = await answered()
    expect((await findCorrectionPage(scene.rosa, id)).progress.met).toBe(true)
    const before = await findDocument(credentialId, holder)
    await decideCorrection(scene.rosa, id, { ...decision, outcome: 'reissued' })
    const held = await db.credential.findMany({ where: { studentId: holder.id } })
    const old = held.find(each => each.id === credentialId)
    const anew = held.find(each => each.id !== credentialId)
    expect(held).toHaveLength(2)
    expect(old).toMatchObject({ status: 'revoked', revocationReason: 'superseded', document: before })
    expect(anew).toMatchObject({ status: 'valid', awardId: old?.awardId, sharedAt: null })
    expect(await db.award.count({ where: { studentId: holder.id, inForce: { not: null } } })).toBe(1)
    expect(await eventsAbout(old?.awardId ?? '')).toContain('credential.reissued')
  })

  test('that it cannot be issued anew once what still counts is too little', async () => {
    const id = await answered()
    await db.activity.updateMany({ where: { studentId: holder.id }, data: { approvedRevisionId: null } })
    expect((await findCorrectionPage(scene.rosa, id)).progress.met).toBe(false)
    await expect(decideCorrection(scene.rosa, id, { ...decision, outcome: 'reissued' })).rejects.toThrow('no longer meets')
    expect(await cases()).toMatchObject([{ status: 'open' }])
  })

  test('that it is revoked: its bit is set, there is room for another award, and one letter says so', async () => {
    const id = await answered()
    await decideCorrection(scene.rosa, id, { ...decision, outcome: 'revoked' })
    expect(await findCredential(holder, credentialId)).toMatchObject({
      state: 'revoked',
      revocationReason: 'withdrawnByIssuer',
    })
    const { listId, listIndex: index } = await db.credential.findUniqueOrThrow({ where: { id: credentialId } })
    expect(await db.statusEntry.findUnique({ where: { listId_index: { listId, index } } })).toMatchObject({ isRevoked: true })
    expect(await offerAwards(scene.rosa, scene.contributionId, [holder.id])).toMatchObject({ awardIds: [expect.any(String)] })
    expect(await lettersAbout(credentialId)).not.toContain('credential-revoked')
  })

  test('rule 6: once, however many decide at once', async () => {
    const id = await answered()
    const all = await Promise.allSettled([
      decideCorrection(scene.rosa, id, { ...decision, outcome: 'reissued' }),
      decideCorrection(operator(), id, { ...decision, outcome: 'revoked' }),
      decideCorrection(scene.rosa, id, { ...decision, outcome: 'reissued' }),
    ])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await lettersAbout(id)).filter(letter => letter === 'correction-decided')).toHaveLength(1)
    expect(await db.credential.count({ where: { studentId: holder.id, status: 'valid' } })).toBeLessThanOrEqual(1)
  })

  test('rules 1 and 11: nobody about their own, and others’ cases do not exist for students', async () => {
    await takeBack()
    const [correction] = await cases()
    const id = correction?.id ?? ''
    const chidi = await member('chidi')
    await expect(findCorrectionPage(holder, id)).rejects.toThrow(NotFound)
    await expect(findOwnCorrection(chidi, credentialId)).rejects.toThrow(NotFound)
    await expect(answerCorrection(chidi, id, { answer: 'Mine.' })).rejects.toThrow(NotFound)
    await db.award.updateMany({ where: { id: correction?.awardId ?? '' }, data: { studentId: 'rosa' } })
    await expect(decideCorrection(scene.rosa, id, decision)).rejects.toThrow(NotFound)
  })
})

test('the student takes their cases with them: what was taken back, and what they said to it', async () => {
  const id = await answered()
  for await (const { name, read } of ownData(holder)) {
    if (name !== 'corrections.json') continue
    expect(JSON.parse(await words(read()))).toMatchObject([{ id, cause: 'endorsementWithdrawn', answer: 'Eleni saw it, too.' }])
    return
  }
  expect.fail('nothing is told of them')
})
