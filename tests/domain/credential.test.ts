import { beforeAll, expect, test } from 'vitest'
import { findAchievement } from '~/domain/achievement.server'
import { acceptAward } from '~/domain/award.server'
import {
  findBecause,
  findCredential,
  findDisclosures,
  findDocument,
  listCredentials,
  listIssued,
} from '~/domain/credential.server'
import { addMonths } from '~/domain/credential-document.server'
import { findSharedEndorsement } from '~/domain/endorsement-record.server'
import { findGrounds } from '~/domain/grounds.server'
import { issue } from '~/domain/issue.server'
import { revokeCredential } from '~/domain/revocation.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import { verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import type { Disclosure } from '~/standards/because'
import { verifyCredential } from '~/standards/verification'
import { lookups } from '~/domain/lookups.server'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member } from '../facts'

let scene: AwardScene
let id: string
let document: string

beforeAll(async () => {
  scene = await openAwardScene()
  const evidence = [
    { id: 'rota', kind: 'file' as const, name: 'Rota.pdf', digest: 'd' },
    { id: 'diary', kind: 'text' as const, name: 'My diary', digest: 'e' },
  ]
  await earn(scene, scene.ana, { facts: { narrative: 'What I told nobody', evidence } })
  await earn(scene, scene.ana, {
    title: 'Recovery group',
    from: '2026-04-01',
    to: '2026-05-02',
    facts: {
      evidence: [{ id: 'log', kind: 'text', name: 'Shift log', digest: 'f' }],
      sensitivity: 'sensitive',
      publicTitle: 'Peer support',
      publicOrganisation: 'A health charity',
      role: 'Night listener',
    },
    said: [{ by: 'ines', minutes: 600, saw: { S2: 4 } }],
  })
  const named = await db.endorsement.findMany({ where: { name: { in: ['Ben Ortiz', 'Ines Falk'] } } })
  const choices = {
    nameForm: 'used',
    named: named.map(endorsement => endorsement.id),
    evidence: ['rota', 'log'],
  } as const
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), choices)
  document = (await findDocument(id, scene.ana)) ?? ''
})

test('rule 7: what is stored verifies in every check, and so does every endorsement inside', async () => {
  const { valid, checks, inner, credential } = await verifyText(document)
  expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  expect(valid).toBe(true)
  expect(inner.map(({ valid, credential }) => [valid, credential?.kind])).toEqual([[true, 'endorsement']])
  expect(credential).toMatchObject({
    id: `http://localhost:3000/credentials/${id}`,
    kind: 'open-badge',
    name: 'Community Contribution',
    recipients: ['Ana Duarte'],
    issuer: { id: 'did:web:localhost%3A3000:issuers:north' },
    achievement: { type: 'MicroCredential' },
  })
})

test('rule 7: any change of its words is noticed', async () => {
  for (const [words, others] of [
    ['Ana Duarte', 'Ana Duarto'],
    ['Proficient', 'Leading'],
    ['"2100"', '"9100"'],
    ['Saturday shifts', 'Sunday shifts'],
    ['Ben Ortiz', 'Bea Ortiz'],
    ['I was there every week', 'I was there each week'],
  ] as const) {
    expect(document).toContain(words)
    expect((await verifyText(document.replaceAll(words, others))).valid, words).toBe(false)
  }
})

test('it says what was shown as others saw it, and the minutes once', async () => {
  const { sheet } = (await findCredential(scene.ana, id)) ?? {}
  expect(sheet).toMatchObject({
    holder: 'Ana Duarte',
    minutes: 2100,
    scale: ['Emerging', 'Developing', 'Proficient', 'Leading'],
    results: [{ name: 'Collaboration', code: 'S3', level: { position: 3, name: 'Proficient' } }],
    activities: [
      { title: 'Saturday shifts', role: 'Volunteer', minutes: 1500, evidence: ['Rota.pdf'] },
      { title: 'Peer support', organisation: 'A health charity', role: null, minutes: 600 },
    ],
  })
  const subject = JSON.parse(document).credentialSubject
  expect(subject.result).toContainEqual(expect.objectContaining({ value: '2100' }))
  for (const element of ['Awarding body', 'Type of assessment', 'Quality assurance', 'EQF 5']) {
    expect(subject.achievement.criteria.narrative).toContain(element)
  }
})

test('rule 12: what the student did not choose is not in it, and neither is what is nobody else’s business', () => {
  expect(document).toContain('Rota.pdf')
  for (const secret of [
    'My diary',
    'What I told nobody',
    'Between us',
    'ana@northbridge',
    'Ana Sofia Duarte',
    'Eleni Papadaki',
  ]) {
    expect(document, secret).not.toContain(secret)
  }
  expect(document).toContain('Volunteer coordinator, Shoreline Food Bank')
})

test('a sensitive activity appears under its public title, without role and other people’s words', () => {
  expect(document).toContain('Peer support')
  for (const secret of [
    'Recovery group',
    'Night listener',
    'Research lead',
    'Estuary Lab',
    'Ines Falk',
    'Shift log',
  ])
    expect(document, secret).not.toContain(secret)
})

test('rules 11 and 12: nobody else sees it before it is shared, and nobody after it is switched off', async () => {
  const chidi = await member('chidi')
  const seen = async () => [
    await findDocument(id, null),
    await findDocument(id, chidi),
    await findBecause(id, null),
  ]
  expect(await seen()).toEqual([null, null, null])
  expect(await findCredential(chidi, id)).toBeNull()
  expect(await findDisclosures(scene.rosa, id)).toBeNull()
  await expect(shareCredential(chidi, id)).rejects.toThrow(NotFound)
  await expect(shareCredential(scene.rosa, id)).rejects.toThrow(NotFound)
  expect(await findCredential(scene.rosa, id)).toMatchObject({ id, state: 'valid' })

  await Promise.all([shareCredential(scene.ana, id), shareCredential(scene.ana, id)])
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'credential.shared' } })).toBe(1)
  expect(await findDocument(id, null)).toBe(document)
  await unshareCredential(scene.ana, id)
  expect(await seen()).toEqual([null, null, null])
  expect(await listCredentials(chidi)).toEqual([])
  expect((await listCredentials(scene.ana)).map(credential => credential.id)).toEqual([id])
})

test('an endorsement resolves once a credential that carries it is shared, and no other does', async () => {
  const all = await db.endorsement.findMany({ where: { revision: { activity: { studentId: 'ana' } } } })
  expect(all).toHaveLength(3)
  const resolved = async () =>
    (await Promise.all(all.map(each => findSharedEndorsement(each.publicId)))).filter(each => each !== null)
  expect(await resolved()).toEqual([])
  await shareCredential(scene.ana, id)
  const [only, ...others] = await resolved()
  expect(others).toEqual([])
  expect(only).toContain('Ben Ortiz')
  expect(document).toContain(JSON.parse(only ?? '{}').proof.proofValue)
})

test('because.json is bound by its digest, and each part disclosed can be checked against it', async () => {
  const because = (await findBecause(id, null)) ?? ''
  const parts = JSON.parse((await findDisclosures(scene.ana, id)) ?? '[]') as Disclosure[]
  expect(parts.map(({ value }) => (value as { kind: string }).kind)).toEqual([
    'sheet',
    'requirement',
    'activity',
    'activity',
  ])
  for (const secret of ['Saturday', 'Recovery', 'Duarte']) expect(because).not.toContain(secret)
  const check = (disclosures: Disclosure[], text = because) =>
    verifyCredential(document, { now: new Date(), lookups: lookups(), because: { text, disclosures } })
  expect((await check(parts.slice(1, 3))).valid).toBe(true)
  expect((await check([{ ...parts[2], value: { kind: 'activity', minutes: 99 } } as Disclosure])).valid).toBe(
    false,
  )
  expect((await check([], because.replace(/"u/, '"v'))).valid).toBe(false)
})

test('the achievement resolves to what the credential says of it', async () => {
  const { achievement } = JSON.parse(document).credentialSubject
  const resolved = await findAchievement(achievement.id.split('/').at(-1))
  expect(resolved).toMatchObject({
    id: achievement.id,
    name: achievement.name,
    criteria: achievement.criteria,
  })
  const drafts = await db.programme.findMany({ where: { publishedAt: null } })
  for (const draft of drafts) expect(await findAchievement(draft.publicId)).toBeNull()
  expect(await findAchievement('nothing')).toBeNull()
})

test('rule 7: what cannot be verified is not issued, and nothing of it is kept', async () => {
  const lena = await member('lena', ['student'])
  const { activityId } = await earn(scene, lena)
  const awardId = await offerTo(scene, lena)
  const [endorsement] = await db.endorsement.findMany({ where: { activityId } })
  await db.endorsement.updateMany({
    where: { activityId },
    data: { document: endorsement?.document.replace('every week', 'every day') ?? '' },
  })
  const before = await db.statusEntry.count()
  await expect(
    acceptAward(lena, awardId, { ...nothingNamed, named: [endorsement?.id ?? ''] }),
  ).rejects.toThrow('Not issued')
  expect(await db.award.findUniqueOrThrow({ where: { id: awardId } })).toMatchObject({ status: 'offered' })
  expect(await db.statusEntry.count()).toBe(before)
  expect(await db.credential.count({ where: { awardId } })).toBe(0)
})

test('what is withdrawn while the credential is being written is not in it', async () => {
  const devi = await member('devi', ['student'])
  const { activityId } = await earn(scene, devi, {
    said: [
      { by: 'ben', minutes: 1600, saw: { S3: 2, S2: 2 } },
      { by: 'eleni', minutes: 1600, saw: { S3: 4 } },
    ],
  })
  const grounds = await findGrounds(await offerTo(scene, devi))
  await db.endorsement.updateMany({
    where: { activityId, name: 'Eleni Papadaki' },
    data: { withdrawnAt: new Date() },
  })
  const { credentialId } = await issue(devi, grounds, nothingNamed)
  const { sheet } = (await findCredential(devi, credentialId ?? '')) ?? {}
  expect(sheet).toMatchObject({
    results: [{ level: { position: 2 } }],
    endorsers: [{ roleTitle: 'Representation officer' }],
  })
})

test('what no longer meets the requirements while it is being written is not issued', async () => {
  const omar = { ...scene.ana, id: 'omar' }
  const { revisionId } = await earn(scene, omar)
  const grounds = await findGrounds(await offerTo(scene, omar))
  await db.activity.updateMany({
    where: { approvedRevisionId: revisionId },
    data: { approvedRevisionId: null, status: 'rescinded' },
  })
  await expect(issue(omar, grounds, nothingNamed)).rejects.toThrow(Refusal)
  expect(await db.credential.count({ where: { studentId: 'omar' } })).toBe(0)
})

test('once replaced, its document is the holder’s alone, and every check says that it is revoked', async () => {
  await revokeCredential(scene.rosa, id, 'superseded')
  await expect(revokeCredential(scene.rosa, id, 'issuedInError')).rejects.toThrow('revoked already')
  expect(await findDocument(id, null)).toBeNull()
  expect(await findDocument(id, scene.ana)).toBe(document)
  const { valid, checks } = await verifyText(document)
  expect(valid).toBe(false)
  expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ detail }) => detail.code)).toEqual([
    'status.revoked',
  ])
})

test('rule 14: of somebody erased the register entry stays, and nothing that is shown', async () => {
  await db.credential.update({ where: { id }, data: { document: '', because: '', disclosures: '' } })
  expect(await findCredential(scene.ana, id)).toBeNull()
  expect(await findDocument(id, scene.ana)).toBeNull()
  expect(await findDisclosures(scene.ana, id)).toBeNull()
  expect((await verifyText(document)).checks.find(({ name }) => name === 'status')?.outcome).toBe('failed')
  expect((await listIssued(scene.rosa)).map(row => row.id)).toContain(id)
})

test('a year on is the same day, or the last of a shorter month', () => {
  const months = (from: string, count: number) =>
    addMonths(new Date(`${from}T10:00:00Z`), count)
      ?.toISOString()
      .slice(0, 10)
  expect(months('2026-01-31', 1)).toBe('2026-02-28')
  expect(months('2024-02-29', 12)).toBe('2025-02-28')
  expect(months('2026-11-22', 24)).toBe('2028-11-22')
  expect(addMonths(new Date(), null)).toBeNull()
})
