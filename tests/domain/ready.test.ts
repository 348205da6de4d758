import { beforeAll, expect, test } from 'vitest'
import { ready } from '~/domain/eligible.server'
import { offerAwards } from '~/domain/offer.server'
import { readyIds, standings } from '~/domain/ready.server'
import type { StudentFilter } from '~/domain/student-filter.server'
import { db } from '~/lib/db.server'
import { NotFound } from '~/lib/refusal'
import { earn, openAwardScene, type AwardScene } from '../award-scene'
import { students } from '../facts'

let scene: AwardScene
beforeAll(async () => {
  scene = await openAwardScene()
  await db.unit.createMany({
    data: [
      { id: 'law', institutionId: 'north', parentId: 'north-unit', kind: 'faculty', name: 'Law' },
      { id: 'clinic', institutionId: 'north', parentId: 'law', kind: 'service', name: 'Law Clinic' },
    ],
  })
  const places = ['law', 'clinic', 'north-unit', 'clinic'] as const
  for (const [at, student] of (await students(places.length)).entries()) {
    await earn(scene, student)
    await db.enrolment.create({
      data: {
        id: student.id,
        institutionId: 'north',
        personId: student.id,
        unitId: places[at] ?? '',
        studentNumber: student.id,
        studyProgramme: at < 2 ? 'Law' : 'History',
        entryYear: 2020 + at,
        attendance: 'fullTime',
        status: 'active',
        fromDay: '2024-09-01',
      },
    })
  }
  await db.person.update({ where: { id: 'student-0004' }, data: { officialName: 'Élodie Müller' } })
  await earn(scene, scene.rosa)
  await earn(scene, scene.ana, { said: [{ by: 'eleni', minutes: 60, saw: { S3: 2, S2: 2 } }] })
})

const everybody = ['student-0001', 'student-0002', 'student-0003', 'student-0004']

async function idsFor(filter: StudentFilter) {
  const page = await ready(scene.rosa, scene.contributionId, { filter })
  expect(page.next).toBeNull()
  const ids = (await listed(readyIds(scene.rosa, scene.contributionId, filter))).flat()
  expect(ids.sort()).toEqual(page.rows.map(({ person }) => person.id))
  return ids
}

test('who is ready is narrowed by unit with those below it, study programme, entry year and name, alike on a page and for all', async () => {
  expect(await idsFor({})).toEqual(everybody)
  expect(await idsFor({ unitId: 'law' })).toEqual(['student-0001', 'student-0002', 'student-0004'])
  expect(await idsFor({ unitId: 'clinic' })).toEqual(['student-0002', 'student-0004'])
  expect(await idsFor({ unitId: 'nowhere' })).toEqual([])
  expect(await idsFor({ studyProgramme: 'History' })).toEqual(['student-0003', 'student-0004'])
  expect(await idsFor({ entryYear: 2021, unitId: 'law' })).toEqual(['student-0002'])
  expect(await idsFor({ name: 'muller elodie' })).toEqual(['student-0004'])
  expect(await idsFor({ name: 'student 0002' })).toEqual(['student-0002'])
  expect(await idsFor({ name: 'rosa' })).toEqual([])
})

test('of everybody it is told who meets it, and of the others the one part that is missing', async () => {
  const stands = (await listed(standings(scene.rosa, scene.contributionId))).flat()
  expect(stands.find(({ person }) => person.id === 'ana')).toEqual({
    person: { id: 'ana', name: expect.any(String) },
    met: false,
    only: '0',
    award: null,
  })
  expect(
    stands
      .filter(({ met }) => met)
      .map(({ person }) => person.id)
      .sort(),
  ).toEqual(['rosa', ...everybody])
})

test('whoever has it is not ready again, save in another round', async () => {
  await offerAwards(scene.rosa, scene.contributionId, ['student-0001'], { round: '2026' })
  const ids = async (round?: string) =>
    (
      await listed(readyIds(scene.rosa, scene.contributionId, {}, round === undefined ? {} : { round }))
    ).flat()
  expect(await ids()).toEqual(everybody.slice(1))
  expect(await ids('2026')).toEqual(everybody.slice(1))
  expect(await ids('2027')).toEqual(everybody)
})

test('rule 11: who is ready is for whoever awards', async () => {
  for (const asked of [
    readyIds(scene.ana, scene.contributionId),
    standings(scene.ana, scene.contributionId),
  ]) {
    await expect(asked.next()).rejects.toThrow(NotFound)
  }
})

async function listed<T>(among: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of among) all.push(one)
  return all
}
