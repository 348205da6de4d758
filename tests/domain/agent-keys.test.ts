import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { checkAudit, signAuditHead } from '~/domain/audit-head.server'
import type { StandingChoice } from '~/domain/award'
import { startRun } from '~/domain/award-run.server'
import { findRunProgress } from '~/domain/award-run-page.server'
import '~/domain/award-run-work.server'
import { findJwt } from '~/domain/credential-jwt.server'
import { findDocument } from '~/domain/credential.server'
import { foundInstitution } from '~/domain/institution.server'
import type { PersonActor } from '~/domain/policy'
import { activeKey, findKeysOutside, findKeyTrouble, listKeys, reportCompromise, rotateKey } from '~/domain/signing-key.server'
import { setStandingChoice } from '~/domain/standing-choice.server'
import { findStatusList } from '~/domain/status-list.server'
import { verifyText } from '~/domain/verification.server'
import { readiness } from '~/health.server'
import { DAY, later, now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { runDueJob } from '~/lib/jobs.server'
import { NotNow } from '~/lib/refusal'
import { keys as words } from '~/messages/en/keys'
import { hasAgent, startAgent, type Agent } from '../agent'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { makeInstitution, operator, students } from '../facts'

let agent: Agent
let scene: AwardScene
let crowd: PersonActor[]
let id: string

// OpenSSH is not installed everywhere.
const outside = test.skipIf(!hasAgent)
const setAgent = (signingAgent: string | null) => void Object.assign(settings(), { signingAgent })
const verdicts = async (texts: (string | null)[]) => Promise.all(texts.map(async text => (await verifyText(text ?? '')).valid))
const held = async () => [await db.credential.count(), await db.auditEvent.count(), await db.auditHead.count()]
const atOnce: StandingChoice = { nameForm: 'official', namesEndorsers: true, tellsEvidence: false }

beforeAll(async () => {
  if (!hasAgent) return
  agent = await startAgent()
  agent.add('ed25519', 'somebody@else')
  agent.add('ed25519', 'vouch north-west')
  agent.add('ed25519', 'vouch north 1')
  agent.add('ecdsa', 'vouch north tokens')
  agent.add('ed25519', 'vouch north 2')
  agent.add('ed25519', 'vouch south')
  setAgent(agent.socket)
  scene = await openAwardScene()
  crowd = await students(10)
  await earn(scene, scene.ana)
  await Promise.all(crowd.map(student => earn(scene, student)))
})

afterAll(async () => {
  if (hasAgent) await agent.remove()
})

outside('rule 9: what is issued with a key outside verifies, and no private part of it is in the database', async () => {
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  const { listId } = await db.credential.findUniqueOrThrow({ where: { id } })
  const texts = [await findDocument(id, scene.ana), await findJwt(id, scene.ana), await findStatusList(listId)]
  expect(await verdicts(texts.slice(0, 2))).toEqual([true, true])
  expect(JSON.parse(texts[2] ?? '').type).toContain('BitstringStatusListCredential')
  await signAuditHead('north')
  expect(await checkAudit('north')).toMatchObject({ isIntact: true })
  const rows = await db.signingKey.findMany()
  expect(rows.map(({ kind, encryptedPrivate }) => [kind, encryptedPrivate])).toEqual([['Ed25519', null], ['P256', null]])
  expect((await listKeys('north')).map(({ isOutside }) => isOutside)).toEqual([true, true])
})

outside('many are awarded to with a key outside, each of them signed', async () => {
  const eight = crowd.slice(0, 8)
  for (const student of eight) await setStandingChoice(student, atOnce)
  await startRun(scene.rosa, scene.contributionId, { students: eight.map(student => student.id) })
  while (await runDueJob(['award-run']));
  const documents = await db.credential.findMany({ where: { studentId: { in: eight.map(student => student.id) } } })
  expect(await verdicts(documents.map(({ document }) => document))).toEqual(Array(8).fill(true))
})

outside('each institution has the keys whose comments name it, and none of another', async () => {
  await makeInstitution('south')
  const south = await activeKey('south')
  expect(await findKeysOutside('north')).toEqual({ trouble: null, next: { Ed25519: 1, P256: 0 } })
  expect(await findKeysOutside('south')).toEqual({ trouble: null, next: { Ed25519: 0, P256: 0 } })
  await expect(rotateKey(operator('south'), { why: 'routine' })).rejects.toThrow(words.agent.noneLeft('Ed25519', 'south'))
  expect((await activeKey('south')).id).toBe(south.id)
  const west = { name: 'West', slug: 'west', country: 'IE', timeZone: 'Europe/Dublin', contactEmail: 'office@west.example' }
  await expect(foundInstitution(west)).rejects.toThrow(words.agent.noneLeft('Ed25519', 'west'))
  expect(await db.institution.count({ where: { slug: 'west' } })).toBe(0)
})

outside('an agent that is gone in the middle stops what has to be signed; nothing is half done, and all goes on once it is back', async () => {
  const [accepting, listed] = crowd.slice(8)
  if (!accepting || !listed) throw new Error('nobody')
  const offer = await offerTo(scene, accepting)
  await setStandingChoice(listed, atOnce)
  const run = await startRun(scene.rosa, scene.contributionId, { students: [listed.id] })
  await agent.stop()
  const before = await held()
  await expect(acceptAward(accepting, offer, nothingNamed)).rejects.toThrow(NotNow)
  await expect(rotateKey(operator(), { why: 'routine' })).rejects.toThrow(agent.socket)
  await expect(signAuditHead('north')).rejects.toThrow(words.agent.notNow)
  const { listId } = await db.credential.findUniqueOrThrow({ where: { id } })
  await db.statusList.update({ where: { id: listId }, data: { validUntil: later(now(), DAY) } })
  expect(await findStatusList(listId)).toContain('BitstringStatusListCredential')
  await db.statusList.update({ where: { id: listId }, data: { validUntil: later(now(), -DAY) } })
  await expect(findStatusList(listId)).rejects.toThrow(NotNow)
  await runDueJob(['award-run'])
  expect(await held()).toEqual(before)
  expect((await db.award.findUniqueOrThrow({ where: { id: offer } })).status).toBe('offered')
  expect(await findRunProgress(scene.rosa, run)).toMatchObject({ state: 'working', counts: { waiting: 1, refused: 0 } })
  expect(await findKeyTrouble()).toContain(agent.socket)
  expect(await readiness()).toMatchObject({ key: false })

  await agent.start()
  expect(await readiness()).toMatchObject({ key: true })
  await acceptAward(accepting, offer, nothingNamed)
  await db.job.updateMany({ where: { kind: 'award-run' }, data: { runAt: new Date(0) } })
  while (await runDueJob(['award-run']));
  expect(await findRunProgress(scene.rosa, run)).toMatchObject({ state: 'ended', counts: { issued: 1 } })
  expect(await checkAudit('north')).toMatchObject({ isIntact: true })
})

outside('a key the agent holds no longer is named, and works again once it is added', async () => {
  const { publicKeyMultibase, sign } = await activeKey('north')
  agent.say('-D')
  expect(await findKeyTrouble()).toContain(publicKeyMultibase)
  await expect(sign(Buffer.from('anything'))).rejects.toThrow(NotNow)
  await agent.stop()
  await agent.start()
  expect(await findKeyTrouble()).toBeNull()
  expect(await sign(Buffer.from('anything'))).toHaveLength(64)
})

outside('rule 9: keys outside are changed, lost and compromised as others are; what they signed verifies', async () => {
  const first = await activeKey('north')
  const second = await rotateKey(operator(), { why: 'routine' })
  expect(second.id).not.toBe(first.id)
  await expect(rotateKey(operator(), { why: 'lost' })).rejects.toThrow(words.agent.noneLeft('Ed25519', 'north'))
  agent.add('ed25519', 'vouch north 3')
  await rotateKey(operator(), { why: 'lost' })
  const document = (await findDocument(id, scene.ana)) ?? ''
  expect(await verdicts([document])).toEqual([true])
  await reportCompromise(operator(), second.id, new Date(0))
  expect((await listKeys('north')).map(({ status }) => status)).toEqual(['retired', 'active', 'compromised', 'active'])
  expect(await verdicts([document])).toEqual([true])
})

outside('a key that was kept here goes on until it is changed, and the other way round', async () => {
  setAgent(null)
  expect(await findKeyTrouble()).toBe(words.agent.notSet)
  await expect((await activeKey('north')).sign(Buffer.from('anything'))).rejects.toThrow(NotNow)
  const here = await rotateKey(operator(), { why: 'lost' })
  expect(here.means.encryptedPrivate).not.toBeNull()
  setAgent(agent.socket)
  expect((await activeKey('north')).id).toBe(here.id)
  agent.add('ed25519', 'vouch north 4')
  expect((await rotateKey(operator(), { why: 'routine' })).means.encryptedPrivate).toBeNull()
})
