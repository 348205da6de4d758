import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { exportTable, type ExportOrder } from '~/domain/exports.server'
import { acceptAward } from '~/domain/award.server'
import type { PersonActor } from '~/domain/policy'
import { shareCredential } from '~/domain/share.server'
import { makeTranscript, shareTranscript } from '~/domain/transcript.server'
import { db } from '~/lib/db.server'
import { NotFound } from '~/lib/refusal'
import { tableFile } from '~/lib/table-reply.server'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { member } from '../facts'

let scene: AwardScene
let [lena, credentialId, transcriptId]: [PersonActor | null, string, string] = [null, '', '']

const everything: ExportOrder = { kind: 'activities', format: 'json', search: '', unit: '' }

beforeAll(async () => {
  scene = await openAwardScene()
  lena = await member('lena')
  await earn(scene, scene.ana, { title: '=1+1 shifts' })
  await earn(scene, scene.ana, { title: 'Recovery group', facts: { sensitivity: 'sensitive', publicTitle: 'Peer support', publicOrganisation: 'A charity', role: 'Night listener' } })
  await earn(scene, scene.ana, { title: 'What nobody knows', facts: { sensitivity: 'confidential', publicTitle: '', publicOrganisation: '' } })
  await earn(scene, scene.ana, { title: 'Not approved', status: 'submitted' })
  await earn(scene, scene.rosa, { title: 'Her own' })
  credentialId = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  transcriptId = await makeTranscript(scene.ana, { chosen: null, nameForm: 'official' })
})

async function rowsFor(actor: PersonActor | null, order: Partial<ExportOrder> = {}) {
  if (!actor) throw new Error('Nobody asks.')
  const asked = { ...everything, ...order }
  return JSON.parse(await text(tableFile('json', await exportTable(actor, asked)))) as Record<string, string | number | null>[]
}

test('rule 12: registrars take approved work of others, sensitive under its public title, nothing confidential', async () => {
  const rows = await rowsFor(scene.rosa)
  expect(rows.map(({ title }) => title).sort()).toEqual(['=1+1 shifts', 'Peer support'])
  const [shifts, peer] = ['=1+1 shifts', 'Peer support'].map(title => rows.find(row => row['title'] === title))
  expect(shifts).toMatchObject({ student: 'Ana Sofia Duarte', hours: 25, endorsers: 2 })
  expect(shifts?.['levels']).toMatch(/: \w+; .*: \w+/)
  expect(shifts?.['assurance']).toBe('University staff, confirmed by sign-in; Organisation address, confirmed by code')
  expect(JSON.stringify(peer)).not.toMatch(/Night listener|Recovery/)
})

test('rule 12: the careers service takes only what is shared, from when it is until it is not', async () => {
  expect(await rowsFor(lena)).toEqual([])
  expect(await rowsFor(lena, { kind: 'credentials' })).toEqual([])
  await shareTranscript(scene.ana, transcriptId, true)
  await shareCredential(scene.ana, credentialId)
  expect(await rowsFor(lena)).toHaveLength(2)
  const [credential] = await rowsFor(lena, { kind: 'credentials' })
  expect(credential).toMatchObject({ credential: 'Community Contribution', student: 'Ana Sofia Duarte', state: 'Valid' })
  expect(credential?.['address']).toContain(credentialId)
  await shareTranscript(scene.ana, transcriptId, false)
  expect(await rowsFor(lena)).toEqual([])
})

test('what is searched for narrows it, and a unit that is not there has nothing', async () => {
  expect(await rowsFor(scene.rosa, { kind: 'credentials', search: 'ana contrib' })).toHaveLength(1)
  expect(await rowsFor(scene.rosa, { kind: 'credentials', search: 'somebody else' })).toEqual([])
  expect(await rowsFor(scene.rosa, { unit: 'nowhere' })).toEqual([])
})

test('rule 11: nobody else takes anything', async () => {
  for (const actor of [scene.ana, await member('chidi')]) await expect(exportTable(actor, everything)).rejects.toThrow(NotFound)
})

test('rule 10: that it was taken is on record with how much, and with no word that was searched for', async () => {
  await rowsFor(scene.rosa, { search: 'Ana' })
  const events = await db.auditEvent.findMany({ where: { action: { startsWith: 'export.' } }, orderBy: { seq: 'desc' }, take: 2 })
  expect(events.map(({ action }) => action)).toEqual(['export.taken', 'export.begun'])
  expect(events.map(({ details }) => details)).toMatchObject([{ kind: 'activities', isWhole: true }, { isSearched: true, onlyShared: false }])
  expect(JSON.stringify(events)).not.toContain('Ana')
})
