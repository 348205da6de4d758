import { beforeAll, expect, test } from 'vitest'
import { describeActivity, timeActivity } from '~/domain/activity.server'
import type { WhatForm } from '~/domain/activity-forms.server'
import { findDraftStep } from '~/domain/draft-step.server'
import { addText } from '~/domain/evidence.server'
import { draftedActivity, openScene, type Scene, type Told } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

/** A window that opened the first page of the log. */
async function opened(told: Told) {
  const { seen, category, title, organisation, participation, isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle, publicOrganisation } =
    await findDraftStep(told.student, told.id, 'what')
  const said: Omit<WhatForm, 'role'> = { category, title, organisation, participation, isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle, publicOrganisation }
  return (role: string) => describeActivity(told.student, { id: told.id, revision: told.revision, seen }, { ...said, role })
}

const roleOf = async (told: Told) => (await findDraftStep(told.student, told.id, 'what')).role

test('rule 6: of two windows on one page the later does not write over what it never showed', async () => {
  const told = await draftedActivity(scene)
  const [first, second] = [await opened(told), await opened(told)]
  await first('Treasurer')
  await expect(second('Chair')).rejects.toThrow('changed in another window')
  expect(await roleOf(told)).toBe('Treasurer')
  await (await opened(told))('Chair')
  expect(await roleOf(told)).toBe('Chair')
})

test('what another page of the same draft was given meanwhile is no reason to stop', async () => {
  const told = await draftedActivity(scene)
  const first = await opened(told)
  await timeActivity(told.student, told, {
    activityStartDate: '2026-03-01', activityEndDate: '2026-03-31', isOngoing: false, timeEntries: [{ day: '2026-03-14', minutes: 90, note: '' }],
  })
  await addText(told.student, told, { name: 'Minutes', description: '', showsPeople: false, text: 'We met.' })
  await first('Chair')
  expect(await roleOf(told)).toBe('Chair')
})
