import { beforeAll, expect, test } from 'vitest'
import { sheetPrinting } from '~/documents/record-sheet-print.server'
import { findActivitySheet, signActivitySheet } from '~/domain/activity-sheet.server'
import { sheetChoices, sheetQuery } from '~/domain/activity-sheet'
import type { RecordSheet } from '~/domain/record-sheet'
import { verifyText } from '~/domain/verification.server'
import { db } from '~/lib/db.server'
import { found, NotFound } from '~/lib/refusal'
import { earn, openAwardScene, type AwardScene } from '../award-scene'
import { readPdf } from '../documents/pdf'
import { member } from '../facts'

let scene: AwardScene
let id: string

const nothing = { nameForm: 'official', reflection: false, evidence: [] } as const
const evidence = [
  { id: 'e1', kind: 'file' as const, name: 'Rota', digest: 'ab'.repeat(32) }, { id: 'e2', kind: 'text' as const, name: 'Diary', digest: 'cd'.repeat(32) },
]
const reflection = { situation: 'Nobody came', task: 'Find people', action: 'I rang twenty', result: 'Nine came', learning: 'Ask early' }
const words = (sheet: RecordSheet) => JSON.stringify(sheet.parts)

beforeAll(async () => {
  scene = await openAwardScene()
  id = (await earn(scene, scene.ana, { facts: { narrative: 'I led the Saturday shift.', reflection, evidence } })).activityId
})

test('the sheet tells what was confirmed and by whom as they consented, each level in the rubric’s words, and the approval', async () => {
  const { sheet } = await findActivitySheet(scene.ana, id, nothing)
  const told = words(sheet)
  for (const each of ['I led the Saturday shift.', '25\u00a0h', 'The least of what 2 people confirmed.', 'They signed in with the university.']) expect(told).toContain(each)
  const levels = sheet.parts.flatMap(({ blocks }) => blocks).flatMap(block => ('reached' in block ? [block.reached] : []))
  expect(levels.map(({ level }) => level.position).sort()).toEqual([2, 3])
  expect(levels.every(({ descriptor }) => descriptor.length > 10)).toBe(true)
  expect(sheet.about).toContain('Nothing inside it is signed')
})

test('rule 12: reflection and evidence stand on it only as its student chooses, and never for staff', async () => {
  const chosen = { nameForm: 'official', reflection: true, evidence: ['e1'] } as const
  const quiet = words((await findActivitySheet(scene.ana, id, nothing)).sheet)
  for (const own of ['I rang twenty', 'Rota', 'Diary']) expect(quiet).not.toContain(own)
  const told = words((await findActivitySheet(scene.ana, id, chosen)).sheet)
  for (const own of ['I rang twenty', 'Rota', `SHA-256 ${'ab'.repeat(32)}`]) expect(told).toContain(own)
  expect(told).not.toContain('Diary')
  const forStaff = words((await findActivitySheet(scene.rosa, id, chosen)).sheet)
  for (const own of ['I rang twenty', 'Rota']) expect(forStaff).not.toContain(own)
  expect(sheetChoices(new URLSearchParams(sheetQuery(chosen)))).toEqual(chosen)
})

test('rule 11: who may not see the activity, and who asks for one that is not approved or is confidential, finds nothing', async () => {
  const { activityId: draft } = await earn(scene, scene.ana, { status: 'submitted' })
  const { activityId: secret } = await earn(scene, scene.ana, { facts: { sensitivity: 'confidential', publicTitle: '', publicOrganisation: '' } })
  const chidi = await member('chidi')
  const asked = [[chidi, id], [scene.ana, draft], [scene.ana, secret], [scene.ana, undefined]] as const
  for (const [actor, which] of asked) await expect(findActivitySheet(actor, which, nothing)).rejects.toThrow(NotFound)
  await expect(signActivitySheet(scene.rosa, id)).rejects.toThrow(NotFound)
})

test('what is sensitive stands under its public title, without place, role and words', async () => {
  const facts = { sensitivity: 'sensitive', publicTitle: 'Peer support', publicOrganisation: 'A health charity', role: 'Night listener', narrative: 'What I heard', evidence } as const
  const { activityId } = await earn(scene, scene.ana, { title: 'Recovery group', facts })
  const { sheet } = await findActivitySheet(scene.ana, activityId, { nameForm: 'official', reflection: true, evidence: ['e1'] })
  expect(sheet.title).toBe('Peer support')
  for (const secret of ['Recovery group', 'Night listener', 'What I heard', 'Ben Ortiz', 'Rota', 'every week']) expect(JSON.stringify(sheet)).not.toContain(secret)
})

test('rule 4: looking signs nothing; signed once by its student, the file carries what any verifier checks', async () => {
  const { activityId } = await earn(scene, scene.ana, {})
  await findActivitySheet(scene.ana, activityId, nothing)
  expect(await db.activityCredential.count({ where: { revision: { activityId } } })).toBe(0)
  await Promise.all([signActivitySheet(scene.ana, activityId), signActivitySheet(scene.ana, activityId)])
  expect(await db.activityCredential.count({ where: { revision: { activityId } } })).toBe(1)
  const { sheet, signed, madeAt } = await findActivitySheet(scene.ana, activityId, nothing)
  expect((await verifyText(found(signed))).valid).toBe(true)
  const pdf = await (await sheetPrinting(sheet, signed, madeAt)).print()
  const { attachments } = await readPdf(pdf instanceof Uint8Array ? pdf : new Uint8Array())
  expect(Buffer.from(attachments['credential.json'] ?? []).toString()).toBe(signed)
  expect(sheet.about).toContain('proves itself')
})
