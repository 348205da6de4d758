import { generateKeyPairSync } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { decodeJwt } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { ChoicesForm, StandingChoiceForm } from '~/domain/award-forms.server'
import { acceptAward } from '~/domain/award.server'
import { startRun } from '~/domain/award-run.server'
import '~/domain/award-run-work.server'
import { findBecause, findCredential, findDocument } from '~/domain/credential.server'
import { findJwt } from '~/domain/credential-jwt.server'
import { erasePerson } from '~/domain/erasure.server'
import { findDidDocument } from '~/domain/issuer.server'
import { revokeCredential } from '~/domain/revocation.server'
import { ownData } from '~/domain/own-data.server'
import type { PersonActor } from '~/domain/policy'
import { shareCredential } from '~/domain/share.server'
import { findStanding, showCredential } from '~/domain/shown-credential.server'
import { findStandingChoice, setStandingChoice } from '~/domain/standing-choice.server'
import { TranscriptForm } from '~/domain/transcript-forms.server'
import { findTranscript } from '~/domain/transcript-page.server'
import { findTranscriptDocument, makeTranscript } from '~/domain/transcript.server'
import { verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { submit } from '~/lib/form.server'
import { runDueJob } from '~/lib/jobs.server'
import { found } from '~/lib/refusal'
import { ownDid as words } from '~/messages/en/own-did'
import { isHashOf } from '~/standards/identity'
import { publicKeyMultibase } from '~/standards/multikey'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member, operator } from '../facts'
import { elsewhere } from '../standards/elsewhere'

const did = `did:key:${publicKeyMultibase(generateKeyPairSync('ed25519').publicKey)}`
const web = 'did:web:chidi.example:people:chidi'

let scene: AwardScene
let chidi: PersonActor
let id: string

beforeAll(async () => {
  scene = await openAwardScene()
  chidi = await member('chidi')
  await earn(scene, scene.ana)
  await earn(scene, chidi)
  const named = (await db.endorsement.findMany()).map(endorsement => endorsement.id)
  id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), { ...nothingNamed, named, did })
})

const documentOf = async () => (await findDocument(id, scene.ana)) ?? ''
const everywhere = async () => JSON.stringify([await db.credential.findMany(), await db.award.findMany(), await db.person.findMany(), await db.transcript.findMany()])

/** That the address is meant, whatever the document calls its holder. */
function isMeant(document: string, address: string): boolean {
  const { identifier } = JSON.parse(document).credentialSubject
  return identifier.some((each: { hashed: boolean; identityHash: string; salt: string }) => each.hashed && isHashOf(address, each))
}

test('the document calls its holder by their DID, beside the name and the hashed address that say who was meant', async () => {
  const document = await documentOf()
  const { credentialSubject: subject } = JSON.parse(document)
  expect(subject.id).toBe(did)
  expect(subject.identifier).toContainEqual(expect.objectContaining({ identityType: 'name', identityHash: 'Ana Sofia Duarte' }))
  expect([isMeant(document, 'ana@northbridge.example'), isMeant(document, 'chidi@northbridge.example')]).toEqual([true, false])
  const { valid, checks, credential } = await verifyText(document)
  expect([valid, checks.filter(({ outcome }) => outcome !== 'passed')]).toEqual([true, []])
  expect(credential).toMatchObject({ recipients: ['Ana Sofia Duarte'], recipientDid: did })
  expect((await verifyText(document.replace(did, web))).valid).toBe(false)
})

test('so do its page, what is sealed beside it, and its token; a library that shares no code with ours accepts it', async () => {
  expect((await findCredential(scene.ana, id))?.sheet.holderDid).toBe(did)
  expect(JSON.parse((await db.credential.findUniqueOrThrow({ where: { id } })).disclosures)[0].value.sheet.holderDid).toBe(did)
  expect(await findBecause(id, scene.ana)).not.toContain(did)
  expect(decodeJwt((await findJwt(id, scene.ana)) ?? '').sub).toBe(did)
  const answers = await elsewhere('library.ts', {
    now: new Date(), didDocuments: [await findDidDocument('north')], credentials: [JSON.parse(await documentOf())],
  })
  expect(answers).toEqual([{ verified: true, reason: null }])
})

test('a standing choice carries it into many at once, and no event of the audit chain tells it', async () => {
  const choice = { nameForm: 'used', namesEndorsers: true, tellsEvidence: false, did: web } as const
  await setStandingChoice(chidi, choice)
  expect((await findStandingChoice(chidi)).choice).toEqual(choice)
  await startRun(scene.rosa, scene.contributionId, { students: [chidi.id] })
  while (await runDueJob(['award-run']));
  const { document } = await db.credential.findFirstOrThrow({ where: { studentId: chidi.id } })
  expect(JSON.parse(document).credentialSubject.id).toBe(web)
  expect((await verifyText(document)).valid).toBe(true)
  expect(JSON.stringify(await db.auditEvent.findMany())).not.toMatch(/did:(key|web:chidi)/)
})

test('a transcript calls its holder so, and what was signed before stays as it was signed', async () => {
  const made = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official', did: web })
  const document = (await findTranscriptDocument(made, scene.ana)) ?? ''
  const { credentialSubject: subject } = JSON.parse(document)
  expect([subject.id, subject.verifiableCredential[0].credentialSubject.id]).toEqual([web, did])
  expect(isMeant(document, 'ana@northbridge.example')).toBe(true)
  expect((await verifyText(document)).valid).toBe(true)
  expect((await findTranscript(made, async () => scene.ana)).holderDid).toBe(web)
  const without = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official' })
  expect((await findTranscript(without, async () => scene.ana)).holderDid).toBeNull()
})

test('what is no DID, or the university’s, is told at its field, and all that was typed comes back', async () => {
  const typed = { nameForm: 'used', named: 'one', extent: 'complete' }
  Object.assign(settings(), { publicUrl: 'https://vouch.north.example' })
  const told = { 'ana': words.notOne, 'did:web:localhost': words.notOne, 'did:web:Vouch.North.example:issuers:north': words.ours }
  for (const schema of [ChoicesForm, StandingChoiceForm, TranscriptForm]) {
    for (const [wrong, sentence] of Object.entries(told)) {
      const answer = await submit(formOf({ ...typed, did: wrong }), schema, async () => null)
      expect(answer).toMatchObject({ data: { reply: { error: { did: [sentence] }, initialValue: { ...typed, did: wrong } } } })
    }
  }
  expect(ChoicesForm.parse({ nameForm: 'used', did: ` ${did} ` })).toMatchObject({ did })
  expect(ChoicesForm.parse({ nameForm: 'used' }).did).toBeUndefined()
})

const formOf = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.append(name, value)
  return form
}

test('what is issued anew calls its holder as before; of one that is revoked nobody reads it any more', async () => {
  const { award } = await db.credential.findUniqueOrThrow({ where: { id }, include: { award: true } })
  expect(ChoicesForm.parse(award.choices)).toMatchObject({ did })
  await shareCredential(scene.ana, id)
  const shown = async () => JSON.stringify(await showCredential(found(await findStanding(id))))
  expect(await shown()).toContain(did)
  await revokeCredential(scene.rosa, id, 'withdrawnByIssuer')
  expect(await shown()).not.toContain(did)
})

test('rule 14: it is among one’s own data, and gone with the person', async () => {
  const files = new Map<string, string>()
  for await (const { name, read } of ownData(scene.ana)) files.set(name, await text(await read()))
  expect(files.get('person.json')).toContain(did)
  expect(files.get(`credentials/${id}/credential.json`)).toContain(did)
  for (const student of [scene.ana, chidi]) await erasePerson(operator(), student.id)
  expect(await everywhere()).not.toMatch(/did:key|did:web:chidi/)
})
