import { beforeAll, expect, test } from 'vitest'
import { transcriptPrinting } from '~/documents/transcript-print.server'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import { erasePerson } from '~/domain/erasure.server'
import { revokeActivityCredentials } from '~/domain/activity-credential.server'
import { assertStanding, Stale } from '~/domain/grounds-standing.server'
import { findEntries } from '~/domain/transcript-entries.server'
import { actorFor } from '~/domain/people.server'
import { findSharedEndorsement } from '~/domain/endorsement-record.server'
import { findTranscript, listTranscripts } from '~/domain/transcript-page.server'
import { findTranscriptDocument, makeTranscript, shareTranscript, withdrawTranscript } from '~/domain/transcript.server'
import { verifyText } from '~/domain/verification.server'
import { withdrawEndorsement } from '~/domain/withdrawal.server'
import { db, transaction } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { readPdf } from '../documents/pdf'
import { member } from '../facts'

let scene: AwardScene
let credentialId: string

beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana, {})
  await earn(scene, scene.ana, {
    title: 'Recovery group',
    facts: { sensitivity: 'sensitive', publicTitle: 'Peer support', publicOrganisation: 'A health charity', role: 'Night listener' },
    said: [{ by: 'ines', minutes: 600, saw: { S2: 4 } }],
  })
  await earn(scene, scene.ana, { title: 'What nobody knows', facts: { sensitivity: 'confidential', publicTitle: '', publicOrganisation: '' } })
  credentialId = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
})

const documentOf = async (id: string) => (await findTranscriptDocument(id, scene.ana)) ?? ''
const activitiesOf = async () => (await findEntries(scene.ana)).activities
const record = (text: string) => JSON.parse(text) as {
  description: string
  credentialSubject: {
    identifier: { identityType: string; identityHash: string }[]
    verifiableCredential: { id: string; name: string; credentialSubject: { achievement: { id: string; achievementType: string } } }[]
    association: { associationType: string; sourceId: string; targetId: string }[]
  }
}

test('rule 7: a complete transcript is a learner record whose every part verifies on its own', async () => {
  const id = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official' })
  const text = await documentOf(id)
  const answer = await verifyText(text)
  expect(answer.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  expect(answer.inner).toHaveLength(3)
  expect(answer.inner.map(({ valid }) => valid)).toEqual([true, true, true])
  const { description, credentialSubject: { identifier, verifiableCredential: entries, association } } = record(text)
  expect(description).toMatch(/^All credentials in force .*, as at \d+ \w+ \d{4}\./)
  expect(identifier.find(({ identityType }) => identityType === 'name')?.identityHash).toBe('Ana Sofia Duarte')
  const [credential, ...activities] = entries
  expect(credential).toEqual(JSON.parse((await findDocument(credentialId, scene.ana)) ?? ''))
  expect(new Set(association)).toEqual(new Set(activities.map(({ credentialSubject: { achievement } }) => ({
    type: 'Association', associationType: 'isPartOf', sourceId: achievement.id,
    targetId: credential?.credentialSubject.achievement.id,
  }))))
})

test('what is confidential is not in it, and what is sensitive only under its public title', async () => {
  expect((await activitiesOf()).map(({ face }) => face.title)).not.toContain('What nobody knows')
  const text = await documentOf(await makeTranscript(scene.ana, { chosen: null, nameForm: 'used' }))
  expect(text).toContain('Peer support')
  for (const secret of ['Recovery group', 'Night listener', 'What nobody knows']) expect(text).not.toContain(secret)
})

test('the paper says what the signed record says, for whoever may read its page, and is there no more once it is withdrawn', async () => {
  const id = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official' })
  const { print, holder } = await transcriptPrinting(id, 'full', scene.ana)
  const pdf = await print()
  const { elements, attachments } = await readPdf(pdf instanceof Uint8Array ? pdf : new Uint8Array())
  expect(holder).toBe('Ana Sofia Duarte')
  expect(Buffer.from(attachments['credential.json'] ?? []).toString()).toBe(await documentOf(id))
  expect(elements.map(({ text }) => text)).toEqual(expect.arrayContaining(['Peer support', '“I was there every week.”', 'Community Contribution']))
  await expect(transcriptPrinting(id, 'full', null)).rejects.toThrow(NotFound)
  await withdrawTranscript(scene.ana, id)
  await expect(transcriptPrinting(id, 'full', scene.ana)).rejects.toThrow(NotFound)
})

test('a selection says that it is one, and nothing of what was left out', async () => {
  const [first] = await activitiesOf()
  const chosen = { credentialIds: [], activityIds: [first?.counted.id ?? ''] }
  const text = await documentOf(await makeTranscript(scene.ana, { chosen, nameForm: 'used' }))
  const { description, credentialSubject } = record(text)
  expect(description).toContain('A selection by its holder')
  expect(credentialSubject.verifiableCredential).toHaveLength(1)
  expect(credentialSubject.association).toBeUndefined()
  await expect(makeTranscript(scene.ana, { chosen: { credentialIds: [], activityIds: [] }, nameForm: 'used' })).rejects.toThrow('Choose at least one')
})

test('an approved activity is signed once, of its own kind, whoever asks at once', async () => {
  const chosen = { credentialIds: [], activityIds: (await activitiesOf()).map(({ counted }) => counted.id) }
  const made = await Promise.all([1, 2, 3].map(() => makeTranscript(scene.ana, { chosen, nameForm: 'used' })))
  const texts = await Promise.all(made.map(documentOf))
  expect(new Set(texts.map(text => JSON.stringify(record(text).credentialSubject.verifiableCredential))).size).toBe(1)
  const kinds = record(texts[0] ?? '').credentialSubject.verifiableCredential.map(each => each.credentialSubject.achievement.achievementType)
  expect(kinds.every(kind => ['CoCurricular', 'CommunityService', 'Fieldwork'].includes(kind))).toBe(true)
})

test('rule 11: nobody puts another’s work into their transcript, nor reads one that is not shared', async () => {
  const chidi = await member('chidi')
  const chosen = { credentialIds: [credentialId], activityIds: [] }
  await expect(makeTranscript(chidi, { chosen, nameForm: 'used' })).rejects.toThrow(Refusal)
  const id = await makeTranscript(scene.ana, { chosen, nameForm: 'used' })
  expect(await findTranscriptDocument(id, chidi)).toBeNull()
  expect(await findTranscriptDocument(id, null)).toBeNull()
  await expect(shareTranscript(chidi, id, true)).rejects.toThrow(NotFound)
  await shareTranscript(scene.ana, id, true)
  expect(await findTranscriptDocument(id, null)).toBe(await documentOf(id))
  await shareTranscript(scene.ana, id, false)
  expect(await findTranscriptDocument(id, null)).toBeNull()
})

test('rule 12: an endorsement answers at its address once a transcript that carries it is shared', async () => {
  const { endorsements: [endorsement] } = (await activitiesOf()).find(({ endorsements }) => endorsements.length > 0) ?? { endorsements: [] }
  const publicId = endorsement?.publicId ?? ''
  const id = await makeTranscript(scene.ana, { chosen: { credentialIds: [], activityIds: [endorsement?.activityId ?? ''] }, nameForm: 'used' })
  expect(await findSharedEndorsement(publicId)).toBeNull()
  await shareTranscript(scene.ana, id, true)
  expect(await findSharedEndorsement(publicId)).toBe(endorsement?.document)
  await shareTranscript(scene.ana, id, false)
  expect(await findSharedEndorsement(publicId)).toBeNull()
})

test('its page tells what its document says, and who holds it may change who sees it', async () => {
  const id = await makeTranscript(scene.ana, { chosen: null, nameForm: 'used' })
  const page = await findTranscript(id, async () => scene.ana)
  expect(page).toMatchObject({ holder: 'Ana Duarte', isHolders: true, isShared: false })
  expect(page.entries.filter(({ isActivity }) => isActivity).map(({ name }) => name).sort()).toEqual(['Peer support', 'Saturday shifts'])
  expect(page.entries.every(({ narrative }) => narrative !== '')).toBe(true)
  await expect(findTranscript(id, async () => null)).rejects.toThrow(NotFound)
  const { rows: [latest] } = await listTranscripts(scene.ana, null)
  expect(latest).toMatchObject({ id, entries: 3, sharedAt: null })
})

test('what is withdrawn by its holder says so to whoever has a copy', async () => {
  const id = await makeTranscript(scene.ana, { chosen: null, nameForm: 'used' })
  const text = await documentOf(id)
  await withdrawTranscript(scene.ana, id)
  const { checks } = await verifyText(text)
  expect(checks.find(({ name }) => name === 'status')).toMatchObject({ outcome: 'failed' })
  await expect(withdrawTranscript(scene.ana, id)).rejects.toThrow('before')
})

test('rule 6: two clicks on one form make one transcript, at an address that cannot be told from the form', async () => {
  const [order, key] = [{ chosen: null, nameForm: 'used' } as const, newFormKey()]
  const made = () => db.auditEvent.count({ where: { action: 'transcript.made' } })
  const before = await made()
  const ids = await Promise.all([1, 2].map(() => makeTranscript(scene.ana, order, key)))
  expect([new Set(ids).size, await made() - before]).toEqual([1, 1])
  expect(await makeTranscript(scene.ana, order, key)).toBe(ids[0])
  expect(ids[0]).toMatch(/^[\w-]{22}$/)
  expect(await makeTranscript(scene.ana, order, newFormKey())).not.toBe(ids[0])
})

test('a version that was replaced, or is approved no longer, is revoked in every copy', async () => {
  const [work] = await activitiesOf()
  const activityId = work?.counted.id ?? ''
  const chosen = { credentialIds: [], activityIds: [activityId] }
  const text = await documentOf(await makeTranscript(scene.ana, { chosen, nameForm: 'used' }))
  await transaction(tx => revokeActivityCredentials(tx, { activityId, except: null }, 'withdrawnByIssuer'))
  const [inner] = (await verifyText(text)).inner
  expect(inner?.checks.find(({ name }) => name === 'status')).toMatchObject({ outcome: 'failed' })
  const anew = await documentOf(await makeTranscript(scene.ana, { chosen, nameForm: 'used' }))
  expect((await verifyText(anew)).inner.map(({ valid }) => valid)).toEqual([true])
})

test('what an endorser takes back is revoked in every copy, and is in none that is made afterwards', async () => {
  const work = (await activitiesOf()).find(({ endorsements }) => endorsements.length > 1)
  const chosen = { credentialIds: [], activityIds: [work?.counted.id ?? ''] }
  const text = await documentOf(await makeTranscript(scene.ana, { chosen, nameForm: 'used' }))
  const said = await db.endorsement.findFirstOrThrow({ where: { activityId: work?.counted.id ?? '', endorser: { personId: 'ben' } } })
  expect(text).toContain(said.publicId)
  await withdrawEndorsement(found(await actorFor('ben')), said.requestId, { reason: 'It was another week.' })
  expect((await verifyText(text)).inner.map(({ valid }) => valid)).toEqual([false])
  const anew = await documentOf(await makeTranscript(scene.ana, { chosen, nameForm: 'used' }))
  expect(anew).not.toContain(said.publicId)
  expect((await verifyText(anew)).inner.map(({ valid }) => valid)).toEqual([true])
})

test('rule 14: with its student the document goes, and its register entry stays', async () => {
  const id = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official' })
  await erasePerson({ kind: 'system', institutionId: scene.ana.institutionId }, scene.ana.id)
  const kept = await db.transcript.findUniqueOrThrow({ where: { id } })
  expect(kept).toMatchObject({ document: '', sharedAt: null })
  expect(await db.activityCredential.count({ where: { studentId: scene.ana.id } })).toBe(0)
  const footing = { studentId: scene.ana.id, revisionIds: [], endorsementIds: [], credentialIds: [credentialId], waiverKeys: [] }
  const { id: keyId } = await db.signingKey.findFirstOrThrow({ where: { status: 'active' } })
  await expect(transaction(tx => assertStanding(tx, [footing], keyId)), 'what was signed meanwhile').rejects.toThrow(Stale)
})
