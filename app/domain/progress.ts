import { explainJudgements } from './competency-progress'
import { exclusionOf, measure, measureGroup, peopleIn, type Measured } from './measure'
import { isGroup, type Leaf, type Requirement, type WorkLeaf } from './requirement'
import type { CountedActivity, Tally, UncountedActivity } from './tally'

/** A requirement beside what a student has: the same tree, with the why. */
export interface Progress extends Measured, Explanation {
  of: Progress[]
}

export interface Explanation {
  because: Because[]
  uncounted: Uncounted[]
}

/** What counts. `amount` is in the unit of the first measure. */
export type Because =
  | { kind: 'activity'; activityId: string; title: string; amount: number }
  | {
      kind: 'judgement'
      activityId: string
      title: string
      endorsementId: string
      competencyId: string
      level: number
    }
  | { kind: 'credential'; credentialId: string; title: string }
  | { kind: 'waiver'; reason: string }

/** What does not count for this requirement, and why. */
export interface Uncounted {
  activityId: string
  title: string
  why: Why
  /** Of what waits, or was taken back; work that is merely of another kind is so from the first. */
  since?: Date
  amount: number
}

export type Why =
  | UncountedActivity['why']
  | NonNullable<ReturnType<typeof exclusionOf>>
  | 'belowLevel' | 'notYet' | 'notObserved' | 'noReflection' | 'notConfirmed'

export function progress(requirement: Requirement, tally: Tally): Progress {
  if (!isGroup(requirement)) return { ...measure(requirement, tally), ...explain(requirement, tally), of: [] }
  const of = requirement.of.map(part => progress(part, tally))
  return { ...measureGroup(requirement, of), because: [], uncounted: [] }
}

function explain(leaf: Leaf, tally: Tally): Explanation {
  if (leaf.kind === 'credential') {
    const held = tally.credentials.filter(credential => credential.seriesId === leaf.seriesId)
    const because = held.map(({ id, title }) => ({ kind: 'credential' as const, credentialId: id, title }))
    return { because, uncounted: [] }
  }
  if (leaf.kind === 'waiver') {
    const waivers = tally.waivers.filter(waiver => waiver.key === leaf.key)
    return { because: waivers.map(({ reason }) => ({ kind: 'waiver' as const, reason })), uncounted: [] }
  }
  const { counted, left } = sorted(leaf, tally)
  const { because, uncounted } = explainWork(leaf, counted)
  const waiting = tally.uncounted.filter(work => concerns(leaf, work)).map(work => asUncounted(leaf, work))
  return { because, uncounted: [...uncounted, ...left, ...waiting] }
}

function explainWork(leaf: WorkLeaf, activities: CountedActivity[]): Explanation {
  switch (leaf.kind) {
    case 'minutes':
      return each(activities, activity => activity.minutes, 'notConfirmed')
    case 'reflection':
      return each(activities, ({ hasReflection }) => Number(hasReflection), 'noReflection')
    case 'endorsers':
      return each(activities, ({ endorsements }) => peopleIn(endorsements), 'notConfirmed')
    case 'competency':
    case 'breadth':
      return explainJudgements(leaf, activities)
    case 'activities':
    case 'categories':
    case 'period':
      return each(activities, () => 1, 'notConfirmed')
  }
}

/** Those that give something, with how much, and those that give nothing. */
function each(activities: CountedActivity[], amountOf: (activity: CountedActivity) => number, why: Why): Explanation {
  const because: Because[] = []
  const uncounted: Uncounted[] = []
  for (const activity of activities) {
    const [activityId, title, amount] = [activity.id, activity.title, amountOf(activity)]
    if (amount > 0) because.push({ kind: 'activity', activityId, title, amount })
    else uncounted.push({ activityId, title, why, amount: 0 })
  }
  return { because, uncounted }
}

function sorted({ counting = {} }: WorkLeaf, tally: Tally) {
  const counted: CountedActivity[] = []
  const left: Uncounted[] = []
  for (const activity of tally.activities) {
    const why = exclusionOf(activity, counting)
    if (why) left.push({ activityId: activity.id, title: activity.title, why, amount: 0 })
    else counted.push(activity)
  }
  return { counted, left }
}

function concerns(leaf: WorkLeaf, work: UncountedActivity) {
  if (leaf.kind === 'competency') return work.competencyIds.includes(leaf.competencyId)
  return leaf.kind !== 'minutes' || work.minutes > 0
}

function asUncounted(leaf: WorkLeaf, { activityId, title, why, since, minutes }: UncountedActivity): Uncounted {
  return { activityId, title, why, since, amount: leaf.kind === 'minutes' ? minutes : 1 }
}
