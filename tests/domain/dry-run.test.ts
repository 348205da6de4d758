import { beforeAll, expect, test } from 'vitest'
import { dryRun } from '~/domain/dry-run.server'
import { askDryRun } from '~/domain/dry-run-waiting.server'
import { hideFew, type Counted } from '~/domain/dry-run'
import type { PersonActor } from '~/domain/policy'
import { readRequirement } from '~/domain/requirement.server'
import { NotFound } from '~/lib/refusal'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { earn, openAwardScene, type AwardScene } from '../award-scene'
import { member, students } from '../facts'
import { changed, digests } from '../properties/digest'

const MANY = 24
const MET = 13

let scene: AwardScene
let designer: PersonActor
let draftId: string
beforeAll(async () => {
  scene = await openAwardScene()
  designer = await member('lena', ['designer'])
  const some = await students(MANY)
  for (const [at, student] of some.entries()) {
    await enrol(student.id, at)
    if (at < MET) await earn(scene, student)
    else await earn(scene, student, { said: [{ by: 'eleni', minutes: 600, saw: { S3: 3, S2: 2 } }] })
  }
  draftId = await draftWithMinutes(500)
})

/** The next version, which asks for as much time as that. */
async function draftWithMinutes(minimum: number) {
  const published = await db.programme.findUniqueOrThrow({ where: { id: scene.contributionId } })
  const requirement = readRequirement(published.requirement)
  if (requirement.kind !== 'all') throw new Error('It asks for all of several parts.')
  const { id } = await db.programme.create({
    data: {
      ...published,
      id: newId(),
      publicId: newId(),
      version: 2,
      status: 'draft',
      translations: {},
      requirement: { kind: 'all', of: [{ kind: 'minutes', minimum }, ...requirement.of.slice(1)] },
    },
  })
  return id
}

function enrol(personId: string, at: number) {
  return db.enrolment.create({
    data: {
      id: `${personId}-enrolment`,
      institutionId: 'north',
      personId,
      unitId: 'north-unit',
      studentNumber: personId,
      studyProgramme: 'History',
      entryYear: at === 0 ? 2021 : 2024,
      attendance: 'fullTime',
      status: 'active',
      fromDay: '2024-09-01',
    },
  })
}

test('a designer sees who would earn a change, who misses one thing and which, beside the version in force', async () => {
  const run = await dryRun(designer, draftId)
  expect(run).toMatchObject({
    students: MANY,
    tried: { programmeId: draftId, version: 2, met: MANY, missingOne: [] },
    inForce: {
      programmeId: scene.contributionId,
      version: 1,
      met: MET,
      missingOne: [{ path: '0', students: MANY - MET }],
    },
    change: { gained: MANY - MET, lost: 0, same: MET },
  })
  expect(await dryRun(designer, scene.contributionId)).toMatchObject({
    tried: { met: MET },
    inForce: null,
    change: null,
  })
})

test('who does not wait for the answer is told how far it has come, and fetches it once', async () => {
  const { requirement } = await db.programme.findUniqueOrThrow({ where: { id: draftId } })
  const asked = { id: draftId, requirement: readRequirement(requirement) }
  expect(await askDryRun(designer, asked, 0)).toEqual({ looked: expect.any(Number) })
  expect(await askDryRun(designer, asked, 60_000)).toMatchObject({ students: MANY, tried: { met: MANY } })
  expect(await askDryRun(designer, asked, 0)).toHaveProperty('looked')
  expect(await askDryRun(designer, asked, 60_000)).toEqual(await dryRun(designer, draftId))
})

test('what fails while nobody waits is told to whoever asks next, and not begun again without a word', async () => {
  const ask = () => askDryRun(designer, { id: 'gone', requirement: { kind: 'all', of: [] } }, 0)
  expect(await ask()).toHaveProperty('looked')
  await expect(dryRun(designer, 'gone')).rejects.toThrow(NotFound)
  await expect(ask()).rejects.toThrow(NotFound)
  expect(await ask()).toHaveProperty('looked')
})

test('what tells of fewer than ten is not told, and cannot be reckoned back', async () => {
  const { byFaculty, byEntryYear } = await dryRun(designer, draftId)
  expect(byFaculty).toEqual([{ name: 'Faculty', students: MANY, met: MANY, metInForce: MET }])
  expect(byEntryYear).toEqual([
    { name: '2021', students: null, met: null, metInForce: null },
    { name: '2024', students: null, met: null, metInForce: null },
  ])
  const cell = (name: string, students: number, met: number): Counted => ({
    name,
    students,
    met,
    metInForce: met,
  })
  const shown = (...cells: Counted[]) => hideFew(cells).map(({ students, met }) => [students, met])
  expect(shown(cell('a', 40, 20), cell('b', 50, 30))).toEqual([
    [40, 20],
    [50, 30],
  ])
  // Three who meet it, or all but three, would be the sum less the others.
  expect(shown(cell('a', 40, 3), cell('b', 50, 30), cell('c', 60, 20))).toEqual([
    [40, null],
    [50, 30],
    [60, null],
  ])
  expect(shown(cell('a', 40, 37), cell('b', 50, 30), cell('c', 60, 20))).toEqual([
    [40, null],
    [50, 30],
    [60, null],
  ])
  // Two of one each would add up to two.
  expect(shown(cell('a', 40, 1), cell('b', 50, 1), cell('c', 60, 20), cell('d', 70, 30))).toEqual([
    [40, null],
    [50, null],
    [60, null],
    [70, 30],
  ])
  expect(shown(cell('a', 40, 0), cell('b', 50, 30))).toEqual([
    [40, 0],
    [50, 30],
  ])
})

test('designers get figures only; whoever may see students sees who is closest', async () => {
  expect((await dryRun(designer, scene.contributionId)).closest).toBeNull()
  const registrar: PersonActor = {
    ...designer,
    memberships: [...designer.memberships, { role: 'registrar', unitIds: null }],
  }
  const { closest } = await dryRun(registrar, scene.contributionId)
  expect(closest).toHaveLength(MANY - MET)
  expect(closest?.[0]).toEqual({ id: `student-00${MET + 1}`, name: `Student 00${MET + 1}`, path: '0' })
})

test('rule 11: a dry run is for those who build programmes', async () => {
  await expect(dryRun(scene.ana, draftId)).rejects.toThrow(NotFound)
  await expect(dryRun(designer, 'nothing')).rejects.toThrow(NotFound)
})

test('a dry run changes no byte of the database', async () => {
  const before = await digests()
  await Promise.all([dryRun(designer, draftId), dryRun(designer, scene.contributionId)])
  expect(changed(before, await digests())).toEqual([])
})
