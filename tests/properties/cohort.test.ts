import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohortAsked } from '~/domain/cohort.server'
import { measureCohort } from '~/domain/cohort-measure.server'
import type { Measured } from '~/domain/measure'
import { progress } from '~/domain/progress'
import { isGroup, type Requirement } from '~/domain/requirement'
import { tallies } from '~/domain/tally.server'
import type { Tally } from '~/domain/tally'
import { history, lastingRequirement, passingRequirement, requirement, type History } from './cohort-drawn'
import { naive, type Figures } from './cohort-naive'
import { fillHouse, type DrawnHouse } from './cohort-rows'
import { PATIENCE, seeded } from './seeded'

// 10 houses of 25 students, each beside 40 requirements: 10,000 pairs a database.
const HOUSES = 10
const STUDENTS = 25
const REQUIREMENTS = 40

let houses = 0

/** A house is drawn as a whole, so that a failure names its seed and not all that is in it. */
const drawn = fc.integer({ min: 0 }).map(seed => ({
  seed,
  histories: fc.sample(history, { numRuns: STUDENTS, seed }),
  requirements: fc.sample(requirement, { numRuns: REQUIREMENTS, seed }),
  toString: () => `house of seed ${seed}`,
}))

test(
  'for any requirement and any work, the pure function, the set-wise pass and the rules written plainly agree',
  async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ histories, requirements }) => {
        const house = await fillHouse(`house${++houses}`, histories)
        const counted = await tallies(house.studentIds)
        for (const each of requirements) await agree(each, { house, histories, counted })
        // All at once are read for together, and measured as if each were alone.
        const together = await setWise(house, requirements)
        expect(together).toEqual(histories.map(one => requirements.map(each => naive(each, one))))
      }),
      { ...seeded(HOUSES), endOnFailure: true },
    )
  },
  PATIENCE,
)

interface Drawn {
  house: DrawnHouse
  histories: History[]
  counted: Tally[]
}

async function agree(drawn: Requirement, { house, histories, counted }: Drawn) {
  const expected = histories.map(each => naive(drawn, each))
  const asked = house.concrete(drawn)
  expect(
    counted.map(tally => figures(progress(asked, tally))),
    JSON.stringify(drawn),
  ).toEqual(expected)
  expect((await setWise(house, [drawn])).flat(), JSON.stringify(drawn)).toEqual(expected)
}

/** In the order of ids, which is that of the histories. */
async function setWise(
  { institutionId, concrete }: DrawnHouse,
  requirements: Requirement[],
): Promise<Figures[][]> {
  const all: Figures[][] = []
  for await (const students of measureCohort(cohortAsked(institutionId, requirements.map(concrete)))) {
    all.push(...students.map(({ measured }) => measured.map(figures)))
  }
  return all
}

function figures({ met, have, need, of }: Measured): Figures {
  return { met, have, need, of: of.map(figures) }
}

test('more approved work never takes away what is met, unless the requirement says so', async () => {
  const { house, counted } = await someHouse('more-work', 5)
  const isTakenBack = (asked: Requirement, tally: Tally, at: number) => {
    const before = { ...tally, activities: tally.activities.filter((_, place) => place !== at) }
    const requirement = house.concrete(asked)
    return progress(requirement, before).met && !progress(requirement, tally).met
  }
  const [among, place] = [fc.constantFrom(...counted), fc.nat({ max: 6 })]
  fc.assert(
    fc.property(lastingRequirement, among, place, (asked, tally, at) => !isTakenBack(asked, tally, at)),
    seeded(3_000),
  )
  const passing = fc.sample(fc.tuple(passingRequirement, among, place), { numRuns: 3_000, seed: 5 })
  expect(passing.filter(each => isTakenBack(...each)).length).toBeGreaterThan(0)
})

test('in which order work comes in, and parts stand, changes nothing', async () => {
  const { house, counted } = await someHouse('in-order', 11)
  fc.assert(
    fc.property(requirement, fc.constantFrom(...counted), fc.integer(), (drawn, tally, seed) => {
      const asked = house.concrete(drawn)
      const activities = shuffled(tally.activities, seed).map(activity => ({
        ...activity,
        endorsements: shuffled(activity.endorsements, seed),
      }))
      const { met, have, need } = progress(asked, tally)
      expect(figures(progress(asked, { ...tally, activities }))).toEqual(figures(progress(asked, tally)))
      expect(progress(reordered(asked, seed), tally)).toMatchObject({ met, have, need })
    }),
    seeded(2_000),
  )
})

async function someHouse(name: string, seed: number) {
  const house = await fillHouse(name, fc.sample(history, { numRuns: STUDENTS, seed }))
  return { house, counted: await tallies(house.studentIds) }
}

function reordered(requirement: Requirement, seed: number): Requirement {
  if (!isGroup(requirement)) return requirement
  return { ...requirement, of: shuffled(requirement.of, seed).map(part => reordered(part, seed + 1)) }
}

function shuffled<T>(among: readonly T[], seed: number): T[] {
  const drawn = among.map((each, at) => ({ each, key: Math.sin(seed + at * 7919) }))
  return drawn.sort((a, b) => a.key - b.key).map(({ each }) => each)
}
