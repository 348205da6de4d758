import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { limits } from '~/domain/activity'
import type { WhatForm } from '~/domain/activity-forms.server'
import { logActivity } from '~/domain/activity.server'
import { addLink, addText } from '~/domain/evidence.server'
import { addFile } from '~/domain/evidence-file.server'
import { invite } from '~/domain/invitation.server'
import { logOpportunity } from '~/domain/opportunity.server'
import { waive, withdrawWaiver } from '~/domain/waiver.server'
import { db } from '~/lib/db.server'
import { formKeyIn, newFormKey } from '~/lib/form-key.server'
import { Refusal } from '~/lib/refusal'
import { receive } from '~/lib/storage.server'
import { draftedActivity, eventsAbout, lettersAbout, openScene, opportunity } from '../story'

const scene = await openScene()
const ana = await scene.actor('ana')
const chidi = await scene.actor('chidi')
const rosa = await scene.actor('rosa')
const devi = await scene.actor('devi')

const what: WhatForm = {
  category: 'club',
  title: 'Treasurer',
  organisation: 'Debating Society',
  role: 'Treasurer',
  participation: 'onSite',
  isPaid: false,
  isCreditBearing: false,
  isMandatory: false,
  sensitivity: 'normal',
  publicTitle: '',
  publicOrganisation: '',
}

const tooLarge = new Refusal('too large', 'file')

/** Two clicks at once, and one more from the page that the back button brings. */
async function clicks<T>(once: () => Promise<T>): Promise<T> {
  const answers = [...(await Promise.all([once(), once()])), await once()]
  expect(new Set(answers).size).toBe(1)
  return once()
}

test('rule 6: two clicks on the first step of the log are one draft, and both go on to it', async () => {
  const key = newFormKey()
  const id = await clicks(() => logActivity(ana, what, key))
  expect(await db.activity.count({ where: { studentId: ana.id } })).toBe(1)
  expect(await eventsAbout(id)).toEqual(['activity.logged'])
  expect(await logActivity(ana, { ...what, title: 'Secretary' }, key)).not.toBe(id)
  expect(await logActivity(ana, what, newFormKey())).not.toBe(id)
  expect(await logActivity(chidi, what, key)).not.toBe(id)
})

test('rule 6: choosing from the catalogue twice is one draft, and choosing another entry is another', async () => {
  const key = newFormKey()
  const [first, other] = [await opportunity(scene), await opportunity(scene, { title: 'Rota planner' })]
  const id = await clicks(() => logOpportunity(ana, first.id, key))
  expect(await eventsAbout(id)).toEqual(['activity.logged'])
  expect(await logOpportunity(ana, other.id, key)).not.toBe(id)
})

test('rule 6: two clicks add a link, a text and a file once, to the last place there is', async () => {
  const told = await draftedActivity(scene, { student: 'chidi' })
  const described = { name: 'Rota', description: '', showsPeople: false }
  for (let held = 3; held < limits.evidence; held++)
    await addText(told.student, told, { ...described, text: `${held}` })
  const key = newFormKey()
  const rota = async () => ({ ...(await receive(Readable.from([Buffer.from('Saturday: Ana')]), 100, tooLarge)), name: 'rota.txt' })
  await clicks(() => addLink(told.student, told, { ...described, url: 'https://shorelinefoodbank.example' }, key))
  await clicks(async () => addFile(told.student, told, described, await rota(), key))
  await clicks(() => addText(told.student, told, { ...described, text: 'Saturday: Ana' }, key))
  expect(await db.evidence.count({ where: { activityId: told.id } })).toBe(limits.evidence)
  const added = (await eventsAbout(told.id)).filter(action => action === 'evidence.added')
  expect(added).toHaveLength(limits.evidence)
  await expect(addText(told.student, told, { ...described, text: 'more' }, key)).rejects.toThrow('Remove one')
})

test('rule 6: two clicks set a part aside once, and say so', async () => {
  const form = { key: 'prior-learning', reason: 'Taught it for ten years.' }
  const key = newFormKey()
  const id = await clicks(() => waive(rosa, ana.id, form, key))
  expect(await eventsAbout(ana.id)).toEqual(['requirement.waived'])
  await withdrawWaiver(rosa, id)
  await expect(waive(rosa, ana.id, form, key)).rejects.toBeInstanceOf(Refusal)
  expect(await waive(rosa, ana.id, form, newFormKey())).not.toBe(id)
})

test('rule 6: two clicks invite somebody once, and say so', async () => {
  const form = { officialName: 'Kofi Mensah', role: 'supervisor', address: 'kofi@estuarylab.example' } as const
  const key = newFormKey()
  const id = await clicks(() => invite(devi, form, key))
  expect(await eventsAbout(id)).toEqual(['person.invited'])
  expect(await lettersAbout(id)).toEqual(['invitation'])
  await expect(invite(devi, form, newFormKey())).rejects.toMatchObject({ field: 'address' })
})

test('a key that is none of ours is no key', () => {
  const form = new FormData()
  expect(formKeyIn(form)).toBeUndefined()
  for (const made of ['', 'x', `${newFormKey()}x`, '00000000-0000-4000-8000-000000000000']) {
    form.set('formKey', made)
    expect(formKeyIn(form)).toBeUndefined()
  }
  const key = newFormKey()
  form.set('formKey', key)
  expect(formKeyIn(form)).toBe(key)
})
