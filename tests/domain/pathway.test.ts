import { beforeAll, expect, test } from 'vitest'
import { acceptAward } from '~/domain/award.server'
import { pathwaysOf, pathwayThrough } from '~/domain/pathway'
import type { PersonActor } from '~/domain/policy'
import { findProgrammePage, listOutlooks } from '~/domain/programme-page.server'
import type { Requirement } from '~/domain/requirement'
import { db } from '~/lib/db.server'
import { later, now } from '~/lib/clock.server'
import { newId } from '~/lib/id.server'
import { earn, nothingNamed, offerTo, openAwardScene, type AwardScene } from '../award-scene'
import { students } from '../facts'

let scene: AwardScene
let student: PersonActor

beforeAll(async () => {
  scene = await openAwardScene()
  const [one] = await students(1)
  if (!one) throw new Error('no student')
  student = one
})

const on = (...series: string[]): Requirement => ({
  kind: 'all',
  of: series.map(seriesId => ({ kind: 'credential', seriesId })),
})
const programme = (seriesId: string, ...below: string[]) => ({
  id: seriesId, seriesId, title: seriesId.toUpperCase(), level: 'foundation' as const,
  isHeld: false, isOffered: false, isMet: false, share: 0, requirement: on(...below),
})

test('a programme stands one step above the highest it builds on, and what stacks on nothing stands in no pathway', () => {
  const [pathway, ...others] = pathwaysOf([
    programme('top', 'middle', 'base'), programme('alone'), programme('base'), programme('middle', 'base', 'side'), programme('side'),
  ])
  expect(others).toEqual([])
  expect(pathway?.stops.map(({ seriesId, layer }) => [seriesId, layer])).toEqual([
    ['base', 0], ['side', 0], ['middle', 1], ['top', 2],
  ])
  expect(pathwayThrough('side', pathway ? [pathway] : [])?.stops.map(({ seriesId }) => seriesId)).toEqual(['side', 'middle', 'top'])
  expect(pathwayThrough('alone', pathway ? [pathway] : [])).toBeNull()
})

test('programmes that lead in a circle, which none published does, are drawn all the same', () => {
  const [pathway] = pathwaysOf([programme('one', 'two'), programme('two', 'one')])
  expect(pathway?.stops).toHaveLength(2)
})

test('a student sees where they stand: nothing, on the way, met, offered, held', async () => {
  const stateNow = async () => (await listOutlooks(student)).pathways[0]?.stops.map(({ state }) => state)
  expect(await stateNow()).toEqual(['open', 'open'])
  await earn(scene, student)
  expect(await stateNow()).toEqual(['met', 'begun'])
  const awardId = await offerTo(scene, student)
  expect(await stateNow()).toEqual(['offered', 'begun'])
  expect(await findProgrammePage(student, scene.contributionId)).toMatchObject({ offerId: awardId, credentialId: null })
  await acceptAward(student, awardId, nothingNamed)
  expect(await stateNow()).toEqual(['held', 'begun'])
  const { id } = await db.credential.findFirstOrThrow({ where: { awardId } })
  expect(await findProgrammePage(student, scene.contributionId)).toMatchObject({ offerId: null, credentialId: id })
  expect((await findProgrammePage(student, scene.leadershipId)).pathway?.stops).toHaveLength(2)
})

test('what would bring a programme nearer is suggested from the catalogue with what it moves, and nothing else', async () => {
  const before = await findProgrammePage(student, scene.leadershipId)
  expect(before.suggestions).toEqual([])
  const unit = await db.unit.findFirstOrThrow()
  const opportunity = (title: string, openedAt: Date | null) => ({
    id: newId(), institutionId: 'north', unitId: unit.id, title, organisation: 'Shoreline Food Bank', category: 'volunteering' as const,
    description: 'On Saturdays.', validatorName: '', validatorEmail: '', folded: '', expectedMinutesMin: 600,
    createdAt: now(), openedAt,
  })
  const { id: competencyId } = await db.competency.findFirstOrThrow({ where: { humanCodingScheme: 'S3' } })
  const open = opportunity('Shift lead', later(now(), -1000))
  const proposed = opportunity('Somebody’s idea', null)
  for (const data of [open, proposed]) {
    await db.opportunity.create({ data })
    await db.opportunityCompetency.create({ data: { opportunityId: data.id, competencyId } })
  }
  const { suggestions } = await findProgrammePage(student, scene.leadershipId)
  expect(suggestions).toMatchObject([{ id: open.id, effect: 'helps', requirement: { kind: expect.any(String) } }])
  const held = await findProgrammePage(student, scene.contributionId)
  expect(held.suggestions).toEqual([])
})
