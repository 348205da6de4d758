import { beforeAll, beforeEach, expect, test } from 'vitest'
import { transcriptPrinting } from '~/documents/transcript-print.server'
import { acceptAward } from '~/domain/award.server'
import { shareCredential } from '~/domain/share.server'
import { erasePerson } from '~/domain/erasure.server'
import type { PersonActor } from '~/domain/policy'
import { findStudentsToIssue } from '~/domain/transcript-issue-list.server'
import { extentsFor, issueTranscript, listIssued, previewIssue, type TranscriptIssue } from '~/domain/transcript-issue.server'
import { confirmTranscript, findTranscript, listTranscripts } from '~/domain/transcript-page.server'
import { findTranscriptDocument, makeTranscript, shareTranscript, withdrawTranscript } from '~/domain/transcript.server'
import { verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { paperLanguages } from '~/messages/paper-languages'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { readPdf } from '../documents/pdf'
import { member } from '../facts'
import { lettersAbout } from '../story'

let scene: AwardScene
let lena: PersonActor
let chidi: PersonActor
let credential: string

const issue: TranscriptIssue = {
  recipient: 'Shoreline Food Bank', basis: 'Her request of 2 November 2026', extent: 'complete', nameForm: 'official', language: 'en',
}
const shared = { ...issue, extent: 'shared' } as const

beforeAll(async () => {
  scene = await openAwardScene()
  ;[lena, chidi] = [await member('lena'), await member('chidi')]
  await earn(scene, scene.ana)
  await earn(scene, scene.ana, { title: 'What nobody knows', facts: { sensitivity: 'confidential', publicTitle: '', publicOrganisation: '' } })
  credential = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
})

beforeEach(() => db.transcript.updateMany({ data: { sharedAt: null } }))

const entriesOf = async (id: string, actor: PersonActor) => (await findTranscript(id, async () => actor)).entries.map(({ name }) => name)

test('a registrar issues all of a record to somebody: signed, named, verified, and its holder is told why', async () => {
  const id = await issueTranscript(scene.rosa, scene.ana.id, issue)
  const text = found(await findTranscriptDocument(id, scene.rosa))
  expect((await verifyText(text)).valid).toBe(true)
  expect(text).not.toContain(issue.basis)
  expect(text).not.toContain('What nobody knows')
  const shown = await findTranscript(id, async () => scene.ana)
  expect(shown.description).toMatch(/^All credentials in force .* Not an academic transcript\. Issued to Shoreline Food Bank\.$/)
  expect(shown).toMatchObject({ isHolders: true, isShared: false, issuedFor: { recipient: issue.recipient, basis: issue.basis } })
  expect(await lettersAbout(id)).toEqual(['transcript-issued'])
  expect((await listTranscripts(scene.ana, null)).rows[0]).toMatchObject({ id, recipient: 'Shoreline Food Bank' })
  const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: id } })
  expect([event.action, JSON.stringify(event.details)]).toEqual(['transcript.issued', expect.not.stringContaining('Shoreline')])
})

test('whom it is issued to stands on the paper, on what basis does not', async () => {
  const id = await issueTranscript(scene.rosa, scene.ana.id, issue)
  for (const form of ['full', 'visual', 'employer'] as const) {
    const pdf = await (await transcriptPrinting(id, form, scene.rosa)).print()
    const said = (await readPdf(pdf instanceof Uint8Array ? pdf : new Uint8Array())).elements.map(({ text }) => text).join(' ')
    expect([said.includes('Issued to Shoreline Food Bank.'), said.includes('Her request')]).toEqual([true, false])
  }
})

test.each(paperLanguages)('the sentence that names the recipient is in the language of the paper: %s', async language => {
  const { sheet } = await previewIssue(scene.rosa, scene.ana.id, { ...issue, language })
  expect(sheet.description).toContain('Shoreline Food Bank')
  expect(sheet.description.includes('Issued to')).toBe(language === 'en')
})

test('a preview signs and keeps nothing', async () => {
  const before = await db.transcript.count()
  const { sheet } = await previewIssue(scene.rosa, scene.ana.id, issue)
  expect([sheet.holder, await db.transcript.count()]).toEqual(['Ana Sofia Duarte', before])
})

test('rule 12: the careers service issues what is shared, and nothing else', async () => {
  expect([extentsFor(scene.rosa), extentsFor(lena)]).toEqual([['complete', 'shared'], ['shared']])
  await expect(issueTranscript(lena, scene.ana.id, issue)).rejects.toThrow(NotFound)
  await expect(issueTranscript(lena, scene.ana.id, shared)).rejects.toThrow(Refusal)
  await shareCredential(scene.ana, credential)
  const first = await issueTranscript(lena, scene.ana.id, shared)
  expect(await entriesOf(first, lena)).toEqual(['Community Contribution'])
  const own = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official' })
  await shareTranscript(scene.ana, own, true)
  const second = await issueTranscript(lena, scene.ana.id, { ...shared, recipient: 'Another' })
  expect(await entriesOf(second, lena)).toEqual(['Community Contribution', 'Saturday shifts'])
  expect((await findTranscript(second, async () => lena)).description).toMatch(/^A selection by its holder/)
})

test('rule 11: only its holder, registrars and whoever issued it open it; for others it is confirmed without a name', async () => {
  await shareCredential(scene.ana, credential).catch(() => undefined)
  const id = await issueTranscript(lena, scene.ana.id, { ...shared, recipient: 'Rule eleven' })
  for (const actor of [scene.ana, scene.rosa, lena]) expect(await findTranscriptDocument(id, actor)).not.toBeNull()
  for (const actor of [chidi, await member('devi'), null]) {
    expect(await findTranscriptDocument(id, actor)).toBeNull()
    await expect(findTranscript(id, async () => actor)).rejects.toThrow(NotFound)
  }
  const byRegistrar = await issueTranscript(scene.rosa, scene.ana.id, { ...issue, recipient: 'Rule eleven again' })
  expect(await findTranscriptDocument(byRegistrar, lena)).toBeNull()
  expect(Object.keys(found(await confirmTranscript(id))).sort()).toEqual(['institution', 'number', 'revokedAt', 'validFrom'])
  expect(await confirmTranscript(await makeTranscript(scene.ana, { chosen: null, nameForm: 'used' }))).toBeNull()
})

test('rule 1 and rule 11: nobody issues their own, nobody without the office any, and nobody of elsewhere', async () => {
  const both: PersonActor = { ...scene.ana, memberships: [...scene.ana.memberships, ...scene.rosa.memberships] }
  for (const [actor, whose] of [[scene.ana, scene.ana.id], [chidi, scene.ana.id], [both, both.id], [scene.rosa, 'nobody']] as const) {
    await expect(issueTranscript(actor, whose, issue)).rejects.toThrow(NotFound)
  }
  await expect(listIssued(chidi, scene.ana.id)).rejects.toThrow(NotFound)
})

test('rule 6: two clicks on one form issue one', async () => {
  const key = newFormKey()
  const [one, other] = await Promise.all([1, 2].map(() => issueTranscript(scene.rosa, scene.ana.id, { ...issue, recipient: 'Two clicks' }, key)))
  expect(one).toBe(other)
  expect(await lettersAbout(found(one))).toHaveLength(1)
})

test('its holder withdraws it, and it is confirmed as withdrawn', async () => {
  const id = await issueTranscript(scene.rosa, scene.ana.id, { ...issue, recipient: 'Withdrawn' })
  await withdrawTranscript(scene.ana, id)
  expect(found(await confirmTranscript(id)).revokedAt).toBeInstanceOf(Date)
  await expect(withdrawTranscript(scene.rosa, id)).rejects.toThrow(NotFound)
})

test('an office finds students by any part of a name, in any spelling; the careers service whoever has shared something', async () => {
  await shareCredential(scene.ana, credential).catch(() => undefined)
  const names = async (actor: PersonActor, name: string) => (await findStudentsToIssue(actor, name)).rows.map(({ usedName }) => usedName)
  expect(await names(scene.rosa, 'dUARTE ana')).toEqual(['Ana Duarte'])
  expect(await names(lena, 'duarte')).toEqual(['Ana Duarte'])
  expect([(await names(scene.rosa, 'chidi')).length, await names(lena, 'chidi'), await names(scene.rosa, ' ')]).toEqual([1, [], []])
  await expect(names(scene.ana, 'ana')).rejects.toThrow(NotFound)
})

test('what was issued is listed to registrars, and to others what they issued themselves', async () => {
  await shareCredential(scene.ana, credential).catch(() => undefined)
  const id = await issueTranscript(lena, scene.ana.id, { ...shared, recipient: 'Listed' })
  const listed = async (actor: PersonActor) => (await listIssued(actor, scene.ana.id)).map(({ recipient }) => recipient)
  expect(await listed(scene.rosa)).toEqual(expect.arrayContaining(['Listed', 'Shoreline Food Bank', 'Withdrawn']))
  expect(await listed(lena)).not.toContain('Withdrawn')
  expect((await listIssued(lena, scene.ana.id))[0]?.id).toBe(id)
})

test('rule 14: with its holder go recipient and basis, and nothing is confirmed any more', async () => {
  const id = await issueTranscript(scene.rosa, scene.ana.id, { ...issue, recipient: 'Erased' })
  await erasePerson({ kind: 'system', institutionId: scene.ana.institutionId }, scene.ana.id)
  expect(await db.transcript.findUnique({ where: { id } })).toMatchObject({ recipient: '', basis: '', document: '' })
  expect(await confirmTranscript(id)).toBeNull()
  await expect(issueTranscript(scene.rosa, scene.ana.id, issue)).rejects.toThrow(NotFound)
})
