import { describe, expect, test } from 'vitest'
import { categories } from '~/domain/activity'
import { progress } from '~/domain/progress'
import type { Leaf, Requirement } from '~/domain/requirement'
import { emptyTally, type CountedActivity, type Tally } from '~/domain/tally'

const met = (requirement: Requirement, tally: Tally) => progress(requirement, tally).met

function activity(id: string, part: Partial<CountedActivity> = {}): CountedActivity {
  return {
    id,
    revisionId: `${id}-1`,
    title: id,
    organisation: '',
    role: '',
    category: 'volunteering',
    minutes: 60,
    activityStartDate: '2026-01-01',
    activityEndDate: '2026-01-31',
    isPaid: false,
    isCreditBearing: false,
    isMandatory: false,
    hasReflection: false,
    endorsements: [],
    ...part,
  }
}

function seen(
  endorser: string,
  saw: Record<string, number | 'notYet' | 'notObserved'>,
  day = 1,
): CountedActivity['endorsements'][number] {
  const judgements = Object.entries(saw).map(([competencyId, answer]) => ({
    id: `${endorser}-${competencyId}-${day}`,
    competencyId,
    frameworkId: 'lifecomp',
    outcome: typeof answer === 'number' ? ('atLevel' as const) : answer,
    level: typeof answer === 'number' ? answer : 0,
  }))
  return {
    id: `${endorser}-${day}`,
    endorser,
    assurance: 'email',
    endorsedAt: new Date(Date.UTC(2026, 1, day)),
    judgements,
  }
}

const tallyOf = (...activities: CountedActivity[]): Tally => ({ ...emptyTally('ana'), activities })
const competency = {
  kind: 'competency',
  competencyId: 'S3',
  level: 3,
  times: 1,
  endorsers: 1,
  by: 'best',
} as const

test('minutes add up, and the why names each activity with its minutes', () => {
  const have = progress(
    { kind: 'minutes', minimum: 150 },
    tallyOf(activity('a'), activity('b', { minutes: 40 }), activity('c', { minutes: 0 })),
  )
  expect(have).toMatchObject({ met: false, have: 100, need: 150 })
  expect(have.because).toEqual([
    { kind: 'activity', activityId: 'a', title: 'a', amount: 60 },
    { kind: 'activity', activityId: 'b', title: 'b', amount: 40 },
  ])
  expect(have.uncounted).toEqual([{ activityId: 'c', title: 'c', why: 'notConfirmed', amount: 0 }])
})

test('work that a requirement leaves out is listed with the reason', () => {
  const tally = tallyOf(
    activity('paid', { isPaid: true }),
    activity('credit', { isCreditBearing: true }),
    activity('mandatory', { isMandatory: true }),
    activity('sport', { category: 'sport' }),
    activity('early', { activityStartDate: '2025-12-31' }),
    activity('late', { activityEndDate: '2026-07-01' }),
    activity('fits'),
  )
  const counting = {
    excludePaid: true,
    excludeCreditBearing: true,
    excludeMandatory: true,
    categories: ['volunteering' as const],
    from: '2026-01-01',
    until: '2026-06-30',
  }
  const { have, uncounted } = progress({ kind: 'activities', minimum: 1, counting }, tally)
  expect(have).toBe(1)
  expect(Object.fromEntries(uncounted.map(({ activityId, why }) => [activityId, why]))).toEqual({
    paid: 'paid',
    credit: 'creditBearing',
    mandatory: 'mandatory',
    sport: 'category',
    early: 'outsidePeriod',
    late: 'outsidePeriod',
  })
})

test('what waits is listed where it would count', () => {
  const waiting = {
    activityId: 'w',
    title: 'w',
    why: 'submitted' as const,
    since: new Date(),
    minutes: 45,
    competencyIds: ['S3'],
  }
  const tally = { ...emptyTally('ana'), uncounted: [waiting] }
  expect(progress({ kind: 'minutes', minimum: 60 }, tally).uncounted).toEqual([
    { activityId: 'w', title: 'w', why: 'submitted', since: waiting.since, amount: 45 },
  ])
  expect(progress(competency, tally).uncounted).toHaveLength(1)
  expect(progress({ ...competency, competencyId: 'P1' }, tally).uncounted).toEqual([])
})

describe('a competency', () => {
  test('is shown in different activities, by different people, at the level or above', () => {
    const asked = { ...competency, times: 2, endorsers: 2 }
    const one = activity('a', { endorsements: [seen('ben', { S3: 3 }), seen('eleni', { S3: 4 })] })
    expect(progress(asked, tallyOf(one))).toMatchObject({ met: false, have: 1, need: 2 })
    const byOne = activity('b', { endorsements: [seen('ben', { S3: 3 }, 2)] })
    expect(met(asked, tallyOf(one, byOne))).toBe(true)
    const alone = progress(
      asked,
      tallyOf(activity('c', { endorsements: [seen('ben', { S3: 4 }, 3)] }), byOne),
    )
    expect(alone).toMatchObject({
      met: false,
      have: 1,
      need: 2,
      measures: [
        { of: 'times', have: 2 },
        { of: 'endorsers', have: 1 },
      ],
    })
  })

  test('below the level, not yet and not observed count for nothing, and say so', () => {
    const tally = tallyOf(
      activity('a', {
        endorsements: [
          seen('ben', { S3: 2 }),
          seen('eleni', { S3: 'notYet' }),
          seen('ines', { S3: 'notObserved' }),
        ],
      }),
    )
    expect(progress(competency, tally)).toMatchObject({ met: false, have: 0, because: [] })
    expect(progress(competency, tally).uncounted.map(({ why }) => why)).toEqual([
      'belowLevel',
      'notYet',
      'notObserved',
    ])
  })

  test('by the latest judgement, a later "not yet" takes it back, and "not observed" changes nothing', () => {
    const asked = { ...competency, by: 'latest' } as const
    const good = seen('ben', { S3: 3 }, 1)
    expect(
      met(asked, tallyOf(activity('a', { endorsements: [seen('eleni', { S3: 'notYet' }, 2), good] }))),
    ).toBe(false)
    expect(
      met(asked, tallyOf(activity('a', { endorsements: [good, seen('ines', { S3: 'notObserved' }, 2)] }))),
    ).toBe(true)
  })

  test('by the median, of two who differ the lower one holds', () => {
    const asked = { ...competency, by: 'median' } as const
    const two = activity('a', { endorsements: [seen('ben', { S3: 4 }), seen('eleni', { S3: 2 })] })
    expect(progress(asked, tallyOf(two))).toMatchObject({ met: false, have: 2, need: 3 })
    expect(met(asked, tallyOf(two, activity('b', { endorsements: [seen('ines', { S3: 3 })] })))).toBe(true)
  })
})

test('breadth counts competencies, not judgements', () => {
  const asked = { kind: 'breadth', frameworkId: 'lifecomp', minimum: 2, level: 2 } as const
  const one = activity('a', { endorsements: [seen('ben', { S3: 2 }), seen('eleni', { S3: 3 })] })
  expect(progress(asked, tallyOf(one))).toMatchObject({ met: false, have: 1, need: 2 })
  expect(met(asked, tallyOf(one, activity('b', { endorsements: [seen('ben', { P1: 2 }, 2)] })))).toBe(true)
})

test('endorsers are different people, and one of them known well enough', () => {
  const asked = { kind: 'endorsers', minimum: 2, assurance: 'organisation' } as const
  const two = activity('a', { endorsements: [seen('ben', {}), seen('eleni', {})] })
  expect(progress(asked, tallyOf(two))).toMatchObject({ met: false, have: 0, need: 1 })
  const known = activity('b', { endorsements: [{ ...seen('ben', {}, 2), assurance: 'staff' }] })
  expect(met(asked, tallyOf(two, known))).toBe(true)
  expect(met(asked, tallyOf(known))).toBe(false)
})

test('a period runs from the first day to the last, over all that counts', () => {
  const tally = tallyOf(
    activity('a'),
    activity('b', { activityStartDate: '2026-03-01', activityEndDate: null }),
  )
  expect(progress({ kind: 'period', days: 90 }, tally)).toMatchObject({ met: false, have: 60, need: 90 })
  expect(met({ kind: 'period', days: 31 }, tallyOf(activity('a')))).toBe(true)
})

test('a child programme is met by its credential, and a part set aside by its waiver', () => {
  const tally = {
    ...emptyTally('ana'),
    credentials: [{ id: 'c', seriesId: 'first', title: 'First' }],
    waivers: [{ key: 'k', reason: 'Prior work' }],
  }
  expect(progress({ kind: 'credential', seriesId: 'first' }, tally)).toMatchObject({
    met: true,
    because: [{ kind: 'credential', credentialId: 'c' }],
  })
  expect(met({ kind: 'credential', seriesId: 'second' }, tally)).toBe(false)
  expect(progress({ kind: 'waiver', key: 'k', label: '' }, tally)).toMatchObject({
    met: true,
    because: [{ kind: 'waiver', reason: 'Prior work' }],
  })
  expect(met({ kind: 'waiver', key: 'other', label: '' }, tally)).toBe(false)
})

// ── For any requirement and any work ──

let state = 1
/** A small linear congruential generator, so that a failure can be run again. */
function random(below: number) {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((state / 2_147_483_648) * below)
}
const pick = <T>(among: readonly T[]): T => among[random(among.length)] as T

function anyLeaf(): Leaf {
  const counting =
    random(3) === 0
      ? { categories: [pick(categories), pick(categories)], excludePaid: random(2) === 0 }
      : undefined
  return pick<() => Leaf>([
    () => ({ kind: 'minutes', minimum: 1 + random(600), counting }),
    () => ({ kind: 'activities', minimum: 1 + random(6), counting }),
    () => ({
      kind: 'competency',
      competencyId: pick(['P1', 'S3']),
      level: 1 + random(4),
      times: 1 + random(3),
      endorsers: 1 + random(3),
      by: 'best',
      counting,
    }),
    () => ({
      kind: 'breadth',
      frameworkId: 'lifecomp',
      minimum: 1 + random(2),
      level: 1 + random(4),
      counting,
    }),
    () => ({
      kind: 'endorsers',
      minimum: 1 + random(3),
      assurance: pick(['email', 'organisation', 'staff']),
      counting,
    }),
    () => ({ kind: 'categories', minimum: 1 + random(4), counting }),
    () => ({ kind: 'period', days: 1 + random(300), counting }),
    () => ({ kind: 'reflection', minimum: 1 + random(3), counting }),
  ])()
}

function anyRequirement(depth = 0): Requirement {
  if (depth === 3 || random(3) === 0) return anyLeaf()
  const of = Array.from({ length: 1 + random(3) }, () => anyRequirement(depth + 1))
  return pick<Requirement>([
    { kind: 'all', of },
    { kind: 'any', of },
    { kind: 'atLeast', count: 1 + random(of.length), of },
  ])
}

function anyActivity(id: string): CountedActivity {
  const month = String(1 + random(9)).padStart(2, '0')
  return activity(id, {
    category: pick(categories),
    minutes: random(200),
    isPaid: random(2) === 0,
    hasReflection: random(2) === 0,
    activityStartDate: `2026-${month}-01`,
    activityEndDate: random(4) === 0 ? null : `2026-${month}-28`,
    endorsements: Array.from({ length: random(3) }, (_, i) => ({
      ...seen(
        pick(['ben', 'eleni', 'ines']),
        { P1: 1 + random(4), S3: pick([1, 2, 3, 4, 'notYet', 'notObserved']) },
        1 + i,
      ),
      id: `${id}-${i}`,
      assurance: pick(['email', 'organisation', 'staff'] as const),
    })),
  })
}

test('more approved work never takes away what is met', () => {
  for (let round = 0; round < 2000; round++) {
    const requirement = anyRequirement()
    const tally = tallyOf()
    for (let i = 0, wasMet = false; i < 8; i++) {
      tally.activities.push(anyActivity(`a${i}`))
      const isMet = met(requirement, tally)
      expect(wasMet && !isMet, `round ${round}: ${JSON.stringify(requirement)}`).toBe(false)
      wasMet = isMet
    }
  }
})

test('the order in which work comes in does not matter', () => {
  for (let round = 0; round < 1000; round++) {
    const requirement = anyRequirement()
    const activities = Array.from({ length: 6 }, (_, i) => anyActivity(`a${i}`))
    const shuffled = [...activities]
      .sort(() => random(3) - 1)
      .map(each => ({ ...each, endorsements: [...each.endorsements].reverse() }))
    const figures = ({ met, have, need, of }: ReturnType<typeof progress>): unknown => [
      met,
      have,
      need,
      of.map(figures),
    ]
    expect(figures(progress(requirement, tallyOf(...shuffled)))).toEqual(
      figures(progress(requirement, tallyOf(...activities))),
    )
  }
})

test('what is met has as much as it needs, and what is not lacks something; nothing is met by nobody doing anything', () => {
  for (let round = 0; round < 1000; round++) {
    const requirement = anyRequirement()
    const result = progress(requirement, tallyOf(anyActivity('a'), anyActivity('b'), anyActivity('c')))
    expect(result.met).toBe(result.have >= result.need)
    expect(met(requirement, emptyTally('ana'))).toBe(false)
  }
})
