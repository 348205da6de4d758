import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { findCv, findResume } from '~/domain/cv.server'
import { shareCredential, unshareCredential } from '~/domain/share.server'
import { NotFound } from '~/lib/refusal'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'

let scene: AwardScene
beforeAll(async () => {
  scene = await openAwardScene()
  await earn(scene, scene.ana, { facts: { reflection: { situation: 'Nobody came', task: '', action: 'I rang twenty', result: '', learning: '' } } })
  await earn(scene, scene.ana, { title: 'Nobody judged it', said: [{ by: 'ben', minutes: 60 }] })
  await earn(scene, scene.ana, { title: 'Not approved', status: 'submitted' })
})

test('each sentence says what, how much, the level in the rubric’s words and who saw it so, and nothing that nobody confirmed', async () => {
  const { activities, next } = await findCv(scene.ana, null)
  expect(activities.map(({ title }) => title)).toEqual(['Saturday shifts'])
  expect(next).toBeNull()
  const [collaboration] = activities[0]?.shown.filter(({ sentence }) => sentence.includes('(3 of 4)')) ?? []
  expect(collaboration?.sentence).toMatch(/^Volunteer, .*\(.* 25\u00a0h confirmed\)\. I showed .* at the level \w+ \(3 of 4\), by the rubric: “.+”\. Confirmed by Ben Ortiz, .*\(University staff, confirmed by sign-in\)\.$/)
  expect(collaboration?.sentence).not.toContain('Eleni')
  expect(activities[0]?.reflection).toContainEqual({ part: 'action', words: 'I rang twenty' })
})

test('rule 12: an applicant system gets what is shared, with addresses to check it at, and nothing else', async () => {
  const id = await acceptAward(scene.ana, await offerTo(scene, scene.ana), nothingNamed)
  expect(await findResume(scene.ana)).toMatchObject({ certificates: [], volunteer: [], work: [], skills: [] })
  await shareCredential(scene.ana, id)
  const resume = await findResume(scene.ana)
  expect(resume.certificates).toMatchObject([{ name: 'Community Contribution', issuer: 'Northbridge University' }])
  expect(resume.certificates[0]?.url).toContain(id)
  expect(resume.volunteer[0]).toMatchObject({ startDate: '2026-01-10', endDate: '2026-03-20' })
  expect(resume.volunteer[0]?.highlights[0]).toContain(id)
  for (const day of [resume.certificates[0]?.date, resume.meta.lastModified]) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
  await unshareCredential(scene.ana, id)
  expect((await findResume(scene.ana)).certificates).toEqual([])
})

test('rule 11: who is no student has no such page', async () => {
  const { rosa } = scene
  await expect(findCv(rosa, null)).rejects.toThrow(NotFound)
  await expect(findResume(rosa)).rejects.toThrow(NotFound)
})
