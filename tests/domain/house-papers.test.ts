import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { certificateOf } from '~/documents/credential-certificate.server'
import { houseLook, houseOn } from '~/documents/house-look.server'
import { printSpecimen, refuseUnprintable } from '~/documents/house-specimen.server'
import { acceptAward } from '~/domain/award.server'
import { findDocument } from '~/domain/credential.server'
import { findCrest, removeCrest, uploadCrest } from '~/domain/crest.server'
import { addDays, dayOf } from '~/domain/day'
import { PapersForm, readPapers, setPapers, shownOfPapers } from '~/domain/house-papers.server'
import { findHouse } from '~/domain/institution.server'
import type { Actor, PersonActor } from '~/domain/policy'
import { shareCredential } from '~/domain/share.server'
import { hasRoom } from '~/domain/signatory'
import {
  addSignatory, EndForm, endSignatory, findFreeDay, findSignatory, listSignatories, removeSignatory, SignatoryForm,
} from '~/domain/signatory-keeping.server'
import { findSignatories } from '~/domain/signatory.server'
import { db } from '~/lib/db.server'
import { newFormKey } from '~/lib/form-key.server'
import { runDueJobs } from '~/lib/jobs.server'
import { found, NotFound, Refusal } from '~/lib/refusal'
import { isStored, receive } from '~/lib/storage.server'
import { designArtwork } from '~/messages/en/design-artwork'
import { housePapers as says } from '~/messages/en/house-papers'
import { northbridgeCrest } from '../../prisma/crest'
import { earn, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member } from '../facts'
import { photo } from '../hostile-artwork'
import { readPdf } from '../documents/pdf'

let scene: AwardScene
let rosa: PersonActor
let devi: PersonActor
let today: string

beforeAll(async () => {
  scene = await openAwardScene()
  rosa = scene.rosa
  devi = await member('devi')
  today = dayOf(new Date(), (await findHouse()).timeZone)
})

const eventsOf = async (action: string) => db.auditEvent.findMany({ where: { action }, orderBy: { seq: 'asc' } })
const typed = (changes: object) => PapersForm.parse({ inkColour: '#12315a', accentColour: '#a8812f', paperSize: 'a4', certificateLayout: 'landscape', ...changes })
const shownNow = async () => shownOfPapers(await readPapers())

async function bring(actor: Actor, bytes: Buffer, shown: string) {
  const arrived = await receive(Readable.from([bytes]), 50_000_000, new Refusal('too large'))
  try {
    await uploadCrest(actor, shown, arrived)
  } finally {
    await arrived.discard()
  }
  return found((await readPapers()).crestDigest)
}

test('colours are taken as people copy them, and anything else is told at its field', () => {
  expect(typed({ inkColour: ' 5A1231 ', accentColour: '#ABCDEF' })).toMatchObject({ inkColour: '#5a1231', accentColour: '#abcdef', mayTitleHear: false })
  const wrong = PapersForm.safeParse({ inkColour: 'navy', paperSize: 'a5', certificateLayout: 'landscape' })
  expect(wrong.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['inkColour', says.look.noColour], ['accentColour', says.look.noColour], ['paperSize', says.look.choose],
  ])
})

test('what the registrar and the administrator decide holds from the next paper on, and is on record', async () => {
  await setPapers(rosa, typed({ inkColour: '#5a1231', paperSize: 'letter', certificateLayout: 'portrait', shown: await shownNow() }))
  expect(await houseLook()).toMatchObject({ colours: { ink: '#5a1231', accent: '#a8812f' }, paperSize: 'letter', certificateLayout: 'portrait', crest: null })
  await setPapers(devi, typed({ mayTitleHear: 'on', shown: await shownNow() }))
  expect(await readPapers()).toMatchObject({ inkColour: '#12315a', paperSize: 'a4', mayTitleHear: true })
  expect((await eventsOf('institution.papers')).map(({ actorId }) => actorId)).toEqual([rosa.id, devi.id])
})

test('a change by another process is seen at the next paper', async () => {
  await findHouse()
  await db.institution.updateMany({ data: { accentColour: '#777777' } })
  expect((await houseLook()).colours.accent).toBe('#777777')
  await db.institution.updateMany({ data: { accentColour: '#a8812f' } })
})

test('rule 6: two clicks change it once, and a page that shows an older look changes nothing', async () => {
  const shown = await shownNow()
  const before = (await eventsOf('institution.papers')).length
  await Promise.all([1, 2].map(() => setPapers(rosa, typed({ inkColour: '#333333', shown }))))
  expect((await eventsOf('institution.papers')).length).toBe(before + 1)
  await expect(setPapers(devi, typed({ inkColour: '#444444', shown }))).rejects.toThrow(says.meanwhile)
  expect((await readPapers()).inkColour).toBe('#333333')
})

test('nobody else looks at it or changes it, and nobody of another institution', async () => {
  const others = [scene.ana, await member('mina'), await member('lena')]
  for (const actor of others) {
    await expect(setPapers(actor, typed({}))).rejects.toThrow(NotFound)
    await expect(bring(actor, Buffer.from(northbridgeCrest()), '')).rejects.toThrow(NotFound)
    await expect(removeCrest(actor, '')).rejects.toThrow(NotFound)
    await expect(findCrest(actor)).rejects.toThrow(NotFound)
    await expect(listSignatories(actor)).rejects.toThrow(NotFound)
    await expect(addSignatory(actor, { name: 'A', role: 'B', inOfficeFrom: today })).rejects.toThrow(NotFound)
    await expect(printSpecimen(actor)).rejects.toThrow(NotFound)
  }
  const id = await addSignatory(rosa, { name: 'Elsewhere', role: 'Nobody', inOfficeFrom: '2010-01-01' })
  const stranger = { ...rosa, institutionId: 'elsewhere' }
  await expect(findSignatory(stranger, id)).rejects.toThrow(NotFound)
  await expect(removeSignatory({ ...devi, memberships: [] }, id)).rejects.toThrow(NotFound)
  await removeSignatory(rosa, id)
})

test('a crest is kept as its pixels, stands on papers without its empty edges, and the one before stays kept', async () => {
  const first = await bring(rosa, Buffer.from(northbridgeCrest()), '')
  const { crest } = await houseLook()
  expect(crest).toMatchObject({ digest: first })
  expect(found(crest).height / found(crest).width).toBeGreaterThan(1.15)
  expect(await sharp(found(crest).png).metadata()).toMatchObject({ format: 'png', hasAlpha: false, channels: 3 })
  expect((await buffer(found(await findCrest(devi)).stream())).length).toBeGreaterThan(1000)

  const second = await bring(devi, await photo(600, 400).jpeg().toBuffer(), first)
  expect(second).not.toBe(first)
  await runDueJobs()
  expect([await isStored('north', first), await isStored('north', second)]).toEqual([true, true])
  await expect(bring(rosa, Buffer.from(northbridgeCrest()), first)).rejects.toThrow(says.meanwhile)
  await expect(removeCrest(rosa, first)).rejects.toThrow(says.meanwhile)
  await removeCrest(rosa, second)
  await removeCrest(rosa, second)
  expect([(await houseLook()).crest, await findCrest(rosa)]).toEqual([null, null])
  expect((await eventsOf('institution.crest')).map(({ details }) => details)).toEqual([{ crest: first }, { crest: second }, { crest: null }])
})

test('a crest that a programme has too outlives the programme’s', async () => {
  const digest = await bring(rosa, Buffer.from(northbridgeCrest()), '')
  const { forgetFiles } = await import('~/domain/stored-file.server')
  const { transaction } = await import('~/lib/db.server')
  await transaction(tx => forgetFiles(tx, 'north', [digest]))
  await runDueJobs()
  expect(await isStored('north', digest)).toBe(true)
  await removeCrest(rosa, digest)
})

test('what is no picture, is too small, or has 12,000 by 12,000 pixels is refused at the field', async () => {
  const huge = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#12315a' } }).png({ compressionLevel: 1 }).toBuffer()
  const wrong = [
    [Buffer.from('Dear Sir or Madam'), designArtwork.refused.kind],
    [Buffer.alloc(0), designArtwork.refused.nothing],
    [await photo(40, 40).png().toBuffer(), designArtwork.refused.tooSmall],
    [huge, designArtwork.refused.tooLarge],
  ] as const
  for (const [bytes, message] of wrong) await expect(bring(rosa, bytes, '')).rejects.toMatchObject({ field: 'file', message })
  expect((await readPapers()).crestDigest).toBeNull()
})

test('a specimen is drawn in the look of now, marked, carries nothing and is sealed by nobody', async () => {
  await setPapers(rosa, typed({ paperSize: 'letter', certificateLayout: 'portrait', shown: await shownNow() }))
  const pdf = await printSpecimen(rosa)
  if (!(pdf instanceof Uint8Array)) throw new Error(pdf.uncovered)
  const { pages, attachments } = await readPdf(pdf)
  expect(pages.map(({ width, height }) => [width, height])).toEqual(pages.map(() => [612, 792]))
  for (const { texts } of pages) expect(texts.map(({ text }) => text)).toContain('SPECIMEN, NOT A CERTIFICATE')
  expect(attachments).toEqual({})
  expect(Buffer.from(pdf).includes('/ByteRange')).toBe(false)
})

const day = (days: number) => addDays(today, days)

test('a term has room where on no day of it two others sign', () => {
  const term = (inOfficeFrom: string, inOfficeUntil: string | null) => ({ inOfficeFrom, inOfficeUntil })
  expect(hasRoom(term('2026-01-01', null), [])).toBe(true)
  expect(hasRoom(term('2026-01-01', null), [term('2020-01-01', null)])).toBe(true)
  expect(hasRoom(term('2026-01-01', null), [term('2020-01-01', null), term('2030-01-01', null)])).toBe(false)
  expect(hasRoom(term('2026-01-01', null), [term('2020-01-01', '2027-01-01'), term('2027-01-02', null)])).toBe(true)
  expect(hasRoom(term('2026-01-01', '2026-06-01'), [term('2026-03-01', null), term('2026-06-01', null)])).toBe(false)
  expect(hasRoom(term('2026-01-01', '2026-06-01'), [term('2026-03-01', null), term('2026-06-02', null)])).toBe(true)
})

test('name, office and day are asked for in sentences', () => {
  const faults = (form: { safeParse(typed: object): { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined } }, typed: object) =>
    form.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  expect(faults(SignatoryForm, { name: ' ', inOfficeFrom: '2026-02-30' })).toEqual([
    `name: ${says.signatories.sayName}`, `role: ${says.signatories.sayRole}`, `inOfficeFrom: ${says.signatories.sayDay}`,
  ])
  expect(faults(SignatoryForm, { name: 'A'.repeat(81), role: 'B', inOfficeFrom: today })).toEqual([`name: ${says.signatories.tooLong}`])
  expect(faults(EndForm, {})).toEqual([`inOfficeUntil: ${says.signatories.sayDay}`])
})

test('a name that no typeface has is refused before it keeps every paper from being printed', async () => {
  await expect(refuseUnprintable({ name: 'Rosa \ue000', role: 'Registrar' })).rejects.toMatchObject({ field: 'name' })
  await expect(refuseUnprintable({ name: 'Rosa Lindqvist', role: 'Registrar 🎓' })).rejects.toMatchObject({ field: 'role' })
  await refuseUnprintable({ name: 'Ανδρέας Παπαδόπουλος', role: 'رئيس' })
})

test('before any paper is issued, who signs is added for any day, twice clicked once, and a mistake taken away again', async () => {
  expect(await findFreeDay(rosa)).toBeNull()
  const key = newFormKey()
  const form = { name: 'Rosa Lindqvist', role: 'Registrar', inOfficeFrom: '2019-09-01' }
  const [one, other] = await Promise.all([addSignatory(rosa, form, key), addSignatory(rosa, form, key)])
  expect(one).toBe(other)
  await expect(addSignatory(rosa, { ...form, name: 'ROSA Líndqvist' })).rejects.toMatchObject({ field: 'name', message: says.signatories.twice })
  const mistake = await addSignatory(devi, { name: 'Mina Stato', role: 'Head of Student Life', inOfficeFrom: '2021-09-01' })
  await expect(addSignatory(rosa, { name: 'Devi Raman', role: 'Rector', inOfficeFrom: today })).rejects.toMatchObject({ field: 'inOfficeFrom', message: says.signatories.full })
  await Promise.all([removeSignatory(devi, mistake), removeSignatory(devi, mistake)])
  await addSignatory(devi, { name: 'Mina Sato', role: 'Head of Student Life', inOfficeFrom: '2021-09-01' })
  expect((await listSignatories(rosa)).map(({ name }) => name)).toEqual(['Rosa Lindqvist', 'Mina Sato'])
  expect((await eventsOf('signatory.removed')).map(({ subjectId }) => subjectId)).toContain(mistake)
})

let credentialId: string

test('a certificate bears who signed on its day; another look is another file, and what is signed in it the same', async () => {
  await earn(scene, scene.ana)
  credentialId = await acceptAward(scene.ana, await offerTo(scene, scene.ana), { nameForm: 'used', named: [], evidence: [] })
  await shareCredential(scene.ana, credentialId)
  const print = async () => {
    const pdf = await certificateOf(credentialId)
    if (!(pdf instanceof Uint8Array)) throw new Error(pdf.uncovered)
    return pdf
  }
  const before = await print()
  const seen = await readPdf(before)
  expect(seen.elements.map(({ text }) => text)).toEqual(expect.arrayContaining(['Rosa LindqvistRegistrar', 'Mina SatoHead of Student Life']))
  await setPapers(rosa, typed({ inkColour: '#0b3d2e', shown: await shownNow() }))
  const after = await print()
  expect(Buffer.from(after).equals(Buffer.from(before))).toBe(false)
  for (const pdf of [before, after]) {
    const { attachments } = await readPdf(pdf)
    expect(Buffer.from(attachments['credential.json'] ?? []).toString()).toBe(await findDocument(credentialId, scene.ana))
  }
})

test('the past is never rewritten: nobody comes into office, leaves it or is taken away on a day of which papers were issued', async () => {
  const [registrar, head] = await listSignatories(rosa)
  const earliest = day(1)
  expect(await findFreeDay(rosa)).toBe(earliest)
  expect(await findSignatory(rosa, found(registrar).id)).toMatchObject({ isRemovable: false, endsFrom: today })
  await expect(removeSignatory(rosa, found(registrar).id)).rejects.toThrow(says.signatory.bears)
  await expect(endSignatory(rosa, found(registrar).id, day(-1))).rejects.toMatchObject({ field: 'inOfficeUntil' })
  await expect(endSignatory(rosa, found(registrar).id, '2019-01-01')).rejects.toMatchObject({ field: 'inOfficeUntil', message: says.signatory.backwards })
  await endSignatory(rosa, found(registrar).id, today)
  await endSignatory(rosa, found(registrar).id, today)
  await expect(addSignatory(rosa, { name: 'Omar Haddad', role: 'Registrar', inOfficeFrom: today })).rejects.toMatchObject({ field: 'inOfficeFrom' })
  const next = await addSignatory(rosa, { name: 'Omar Haddad', role: 'Registrar', inOfficeFrom: earliest })
  expect((await findSignatories('north', today)).map(({ name }) => name)).toEqual(['Rosa Lindqvist', 'Mina Sato'])
  expect((await findSignatories('north', earliest)).map(({ name }) => name)).toEqual(['Mina Sato', 'Omar Haddad'])
  expect((await houseOn(today)).signatories.map(({ name }) => name)).toEqual(['Rosa Lindqvist', 'Mina Sato'])
  await expect(endSignatory(rosa, found(registrar).id, day(30))).rejects.toMatchObject({ message: says.signatories.full })
  expect(await findSignatory(rosa, next)).toMatchObject({ isRemovable: true, endsFrom: earliest })
  await removeSignatory(rosa, next)
  await endSignatory(devi, found(head).id, day(10))
  await endSignatory(devi, found(head).id, day(20))
  expect((await eventsOf('signatory.ended')).map(({ details }) => details)).toEqual([
    { inOfficeUntil: today }, { inOfficeUntil: day(10) }, { inOfficeUntil: day(20) },
  ])
})

test('who left office before the last paper stays as they are, and stands at the end of the list', async () => {
  const { id } = await db.signatory.create({ data: { id: 'left', institutionId: 'north', name: 'Lena Brandt', role: 'Registrar', inOfficeFrom: '2001-01-01', inOfficeUntil: '2005-01-01' } })
  expect(await findSignatory(rosa, id)).toMatchObject({ isRemovable: false, endsFrom: null })
  await expect(endSignatory(rosa, id, day(5))).rejects.toThrow(says.signatory.over)
  expect((await listSignatories(rosa)).at(-1)?.id).toBe(id)
})
