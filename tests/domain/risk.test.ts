import { beforeAll, expect, test } from 'vitest'
import { enterCode, sendCode } from '~/domain/confirmation-code.server'
import { endorseActivity } from '~/domain/endorsement.server'
import { DAY, later, now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { digits } from '~/lib/token.server'
import { cast } from '../cast'
import {
  endorse, endorsedActivity, openScene, opportunity, people, requestOf, saidOf, submittedActivity, type Scene, type Told,
} from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

async function flagsOf({ id }: Told) {
  const flags = await db.riskFlag.findMany({ where: { revision: { activityId: id } } })
  return Object.fromEntries(flags.map(({ kind, facts }) => [kind, facts]))
}

const session = (personId: string, ip: string, userAgent: string) =>
  db.session.create({
    data: { id: newId(), personId, ip, userAgent, createdAt: now(), lastSeenAt: now(), expiresAt: later(now(), DAY) },
  })

async function confirmedFrom(told: Told, seen: { ip: string; userAgent: string }) {
  const request = await requestOf(told)
  await sendCode(request, 'a browser')
  const code = await db.confirmationCode.findFirstOrThrow({ where: { subjectId: request.id } })
  await enterCode(request, 'a browser', digits(code.id), seen)
  await endorse(scene, request)
}

const somebody = (name: string) => ({ name, email: `${name}@shorelinefoodbank.example`, organisation: '' })

test('a code that was typed in the student’s browser or network is told, and one from elsewhere is not', async () => {
  await session(scene.house.personIds.ana, '203.0.113.7', 'Firefox on a telephone')
  const ways = [
    [{ ip: '203.0.113.7', userAgent: 'Firefox on a telephone' }, { isSameBrowser: true }],
    [{ ip: '203.0.113.7', userAgent: 'Another' }, { isSameBrowser: false }],
    [{ ip: '198.51.100.9', userAgent: 'Firefox on a telephone' }, undefined],
    [{ ip: '', userAgent: 'Firefox on a telephone' }, undefined],
  ] as const
  for (const [at, [seen, facts]] of ways.entries()) {
    const told = await submittedActivity(scene, { asks: [somebody(`visitor${at}`)] })
    await confirmedFrom(told, seen)
    expect((await flagsOf(told))['ownDevice'], String(at)).toEqual(facts)
  }
})

test('two people who confirm each other’s work are told at the second of the two', async () => {
  const entry = await opportunity(scene, { allowsPeers: true })
  const asked = (who: 'ana' | 'chidi') => ({ name: cast[who].usedName, email: cast[who].email, organisation: '' })
  const first = await submittedActivity(scene, { opportunity: entry, asks: [asked('chidi')] })
  const request = await requestOf(first)
  await endorseActivity(await scene.actor('chidi'), request.id, saidOf(scene, request, { relationship: 'fellowStudent' }))
  expect((await flagsOf(first))['eachOther']).toBeUndefined()
  const second = await submittedActivity(scene, { student: 'chidi', opportunity: entry, asks: [asked('ana')] })
  const answer = await requestOf(second)
  await endorseActivity(await scene.actor('ana'), answer.id, saidOf(scene, answer, { relationship: 'fellowStudent' }))
  expect((await flagsOf(second))['eachOther']).toEqual({ returned: 1 })
})

test('hours of a day that do not fit with those of other activities are told, beyond 16 and beyond 24', async () => {
  const student = await scene.actor('chidi')
  const entry = await opportunity(scene)
  const plot = { student, opportunity: entry, asks: [people.ben], day: '2026-05-02' }
  expect(await flagsOf(await endorsedActivity(scene, { ...plot, minutes: 9 * 60 }))).toEqual({})
  const long = await endorsedActivity(scene, { ...plot, minutes: 8 * 60 })
  expect(await flagsOf(long)).toEqual({ overlap: { days: 1 } })
  expect(await flagsOf(await endorsedActivity(scene, { ...plot, minutes: 9 * 60 }))).toEqual({ overfullDay: { days: 1 } })
})

test('the same bytes in a team are no flag; outside it they are', async () => {
  const { institutionId, personIds } = scene.house
  const team = await db.team.create({ data: { id: newId(), institutionId, name: 'The estuary', startedById: personIds.ana, createdAt: now() } })
  const digest = 'd'.repeat(64)
  await db.storedFile.create({ data: { institutionId, digest, originalDigest: digest, mediaType: 'text/plain', bytes: 1, createdAt: now() } })
  const withFile = async (who: 'ana' | 'chidi', teamId: string | null) => {
    const told = await submittedActivity(scene, { student: who, opportunity: await opportunity(scene), asks: [somebody(`of-${who}-${teamId ? 'team' : 'none'}`)] })
    await db.activity.update({ where: { id: told.id }, data: { teamId } })
    const evidence = { id: newId(), institutionId, activityId: told.id, kind: 'file' as const, name: 'A file', fileName: 'a.txt', fileDigest: digest, createdAt: now() }
    await db.evidence.create({ data: evidence })
    const { id } = await db.revision.findFirstOrThrow({ where: { activityId: told.id } })
    await db.revisionEvidence.create({ data: { revisionId: id, evidenceId: evidence.id, position: 0 } })
    await endorse(scene, await requestOf(told))
    return (await flagsOf(told))['sharedFile']
  }
  await withFile('ana', team.id)
  expect(await withFile('chidi', team.id)).toBeUndefined()
  expect(await withFile('chidi', null)).toEqual({ others: 1 })
})
