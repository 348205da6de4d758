import fc from 'fast-check'
import { categories, type Category } from '~/domain/activity'
import { assurances, type Assurance } from '~/domain/endorsement'
import type { Counting, Leaf, Requirement } from '~/domain/requirement'

// Competencies, frameworks and series by names of their own; `cohort-rows` knows their ids.
export const competencies = ['A:P1', 'A:S2', 'A:S3', 'B:P1', 'B:S3'] as const
export type CompetencyName = (typeof competencies)[number]
export const seriesNames = ['first', 'second'] as const
export const waiverKeys = ['hours', 'reflection'] as const
/** Ben has two mailboxes. */
export const endorserNames = ['eleni', 'ines', 'kofi', 'ben', 'benjamin'] as const

export interface DrawnSaid {
  endorser: (typeof endorserNames)[number]
  assurance: Assurance
  /** Minutes after the first of the year. */
  at: number
  isWithdrawn: boolean
  /** About the version before the approved one. */
  isEarlier: boolean
  minutes: number
  start: string
  end: string | null
  saw: Partial<Record<CompetencyName, number | 'notYet' | 'notObserved'>>
}

export interface DrawnActivity {
  isApproved: boolean
  category: Category
  start: string
  end: string | null
  isPaid: boolean
  isCreditBearing: boolean
  isMandatory: boolean
  hasReflection: boolean
  said: DrawnSaid[]
  /** Approvals of the approved version, the earliest first. */
  approvals: { minutes: number | null; isUndone: boolean }[]
}

export interface History {
  activities: DrawnActivity[]
  credentials: { series: (typeof seriesNames)[number]; state: 'valid' | 'revoked' | 'over' }[]
  waivers: { key: (typeof waiverKeys)[number]; isWithdrawn: boolean }[]
}

const day = fc
  .integer({ min: 0, max: 420 })
  .map(n => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
const rarely = fc.integer({ min: 0, max: 7 }).map(n => n === 0)
const often = rarely.map(is => !is)

const period = fc.tuple(day, day, rarely).map(([one, other, isOpen]) => ({
  start: one < other ? one : other,
  end: isOpen ? null : one < other ? other : one,
}))

const seen = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  fc.constantFrom('notYet', 'notObserved'),
)
const saw = fc.record(Object.fromEntries(competencies.map(name => [name, seen])), { requiredKeys: [] })

const said: fc.Arbitrary<DrawnSaid> = fc
  .record({
    endorser: fc.constantFrom(...endorserNames),
    assurance: fc.constantFrom(...assurances),
    at: fc.integer({ min: 0, max: 30 }),
    isWithdrawn: rarely,
    isEarlier: rarely,
    minutes: fc.integer({ min: 0, max: 600 }),
    period,
    saw,
  })
  .map(({ period, ...rest }) => ({ ...rest, ...period }))

const activity: fc.Arbitrary<DrawnActivity> = fc
  .record({
    isApproved: often,
    category: fc.constantFrom(...categories.slice(0, 4)),
    period,
    isPaid: rarely,
    isCreditBearing: rarely,
    isMandatory: rarely,
    hasReflection: fc.boolean(),
    said: fc.uniqueArray(said, { maxLength: 3, selector: ({ endorser }) => endorser }),
    approvals: fc.array(
      fc.record({ minutes: fc.option(fc.integer({ min: 1, max: 600 }), { freq: 2 }), isUndone: rarely }),
      { maxLength: 2 },
    ),
  })
  .map(({ period, ...rest }) => ({ ...rest, ...period }))

const approvedWork = activity.map(each => ({ ...each, isApproved: true }))

/** Everybody has something approved: nobody else is anybody's cohort. */
export const history: fc.Arbitrary<History> = fc
  .record({
    first: approvedWork,
    rest: fc.array(activity, { maxLength: 6 }),
    credentials: fc.array(
      fc.record({
        series: fc.constantFrom(...seriesNames),
        state: fc.constantFrom('valid', 'valid', 'revoked', 'over'),
      }),
      { maxLength: 2 },
    ),
    waivers: fc.array(fc.record({ key: fc.constantFrom(...waiverKeys), isWithdrawn: rarely }), {
      maxLength: 2,
    }),
  })
  .map(({ first, rest, ...others }) => ({ activities: [first, ...rest], ...others }))

const counting: fc.Arbitrary<Counting | undefined> = fc.option(
  fc.record(
    {
      categories: fc.array(fc.constantFrom(...categories.slice(0, 4)), { minLength: 1, maxLength: 3 }),
      from: day,
      until: day,
      excludePaid: fc.boolean(),
      excludeCreditBearing: fc.boolean(),
      excludeMandatory: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined, freq: 2 },
)

const upTo = (max: number) => fc.integer({ min: 1, max })
const is = <Kind extends string>(kind: Kind) => fc.constant(kind)

type By = ('best' | 'latest' | 'median')[]

const competencyBy = (by: By): fc.Arbitrary<Leaf> =>
  fc.record({
    kind: is('competency'),
    competencyId: fc.constantFrom(...competencies),
    level: upTo(4),
    times: upTo(2),
    endorsers: upTo(2),
    by: fc.constantFrom(...by),
    counting,
  })

const leafBy = (by: By): fc.Arbitrary<Leaf> =>
  fc.oneof(
    fc.record({ kind: is('minutes'), minimum: upTo(900), counting }),
    fc.record({ kind: is('activities'), minimum: upTo(5), counting }),
    competencyBy(by),
    fc.record({
      kind: is('breadth'),
      frameworkId: fc.constantFrom('A', 'B'),
      minimum: upTo(3),
      level: upTo(4),
      counting,
    }),
    fc.record({
      kind: is('endorsers'),
      minimum: upTo(3),
      assurance: fc.constantFrom(...assurances),
      counting,
    }),
    fc.record({ kind: is('categories'), minimum: upTo(3), counting }),
    fc.record({ kind: is('period'), days: upTo(300), counting }),
    fc.record({ kind: is('reflection'), minimum: upTo(3), counting }),
    fc.record({ kind: is('credential'), seriesId: fc.constantFrom(...seriesNames) }),
    fc.record({ kind: is('waiver'), key: fc.constantFrom(...waiverKeys), label: is('Set aside') }),
  )

const treeBy = (by: By): fc.Arbitrary<Requirement> =>
  fc.letrec<{ tree: Requirement }>(tie => {
    const of = fc.array(tie('tree'), { minLength: 1, maxLength: 4 })
    return {
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        leafBy(by),
        fc.record({ kind: is('all'), of }),
        fc.record({ kind: is('any'), of }),
        fc.record({ kind: is('atLeast'), count: upTo(4), of }),
      ),
    }
  }).tree

export const requirement = treeBy(['best', 'latest', 'median'])
/** None that says that a later judgement may take something back. */
export const lastingRequirement = treeBy(['best'])
/** Nothing but such. */
export const passingRequirement = competencyBy(['latest', 'median'])
