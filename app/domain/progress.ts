import { isGroup, type Counting, type Group, type Leaf, type Requirement, type WorkLeaf } from './requirement'
import { showCompetencies, showCompetency } from './competency-progress'
import { isAtLeast } from './endorsement'
import type { CountedActivity, Tally, UncountedActivity } from './tally'

/** A requirement beside what a student has: the same tree, with the why. */
export interface Progress {
  requirement: Requirement
  met: boolean
  /** Of the first measure that lacks, else of the first. */
  have: number
  need: number
  measures: Measure[]
  because: Because[]
  uncounted: Uncounted[]
  of: Progress[]
}

/** One thing to be reached. `level` is a position in the scale, `assurance` counts people known well enough. */
export interface Measure {
  of:
    | 'parts' | 'minutes' | 'activities' | 'times' | 'endorsers' | 'assurance' | 'level' | 'competencies'
    | 'categories' | 'days' | 'reflections' | 'credentials' | 'waivers'
  have: number
  need: number
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
  amount: number
}

export type Why =
  | UncountedActivity['why']
  | 'category' | 'outsidePeriod' | 'paid' | 'creditBearing' | 'mandatory'
  | 'belowLevel' | 'notYet' | 'notObserved' | 'noReflection' | 'notConfirmed'

export interface Finding {
  measures: Measure[]
  because: Because[]
  uncounted: Uncounted[]
}

export function progress(requirement: Requirement, tally: Tally): Progress {
  if (isGroup(requirement)) return groupProgress(requirement, tally)
  return asProgress(requirement, find(requirement, tally))
}

function groupProgress(group: Group, tally: Tally): Progress {
  const of = group.of.map(part => progress(part, tally))
  const have = of.filter(part => part.met).length
  const need = { all: of.length, any: 1, atLeast: group.kind === 'atLeast' ? group.count : 0 }[group.kind]
  return asProgress(group, { measures: [{ of: 'parts', have, need }], because: [], uncounted: [] }, of)
}

function asProgress(requirement: Requirement, finding: Finding, of: Progress[] = []): Progress {
  const lacking = finding.measures.find(measure => measure.have < measure.need)
  const { have, need } = lacking ?? finding.measures[0] ?? { have: 0, need: 0 }
  return { requirement, met: lacking === undefined, have, need, ...finding, of }
}

function find(leaf: Leaf, tally: Tally): Finding {
  if (leaf.kind === 'credential') {
    const held = tally.credentials.filter(credential => credential.seriesId === leaf.seriesId)
    const because = held.map(({ id, title }) => ({ kind: 'credential' as const, credentialId: id, title }))
    return { measures: [{ of: 'credentials', have: held.length, need: 1 }], because, uncounted: [] }
  }
  if (leaf.kind === 'waiver') {
    const waivers = tally.waivers.filter(waiver => waiver.key === leaf.key)
    const because = waivers.map(({ reason }) => ({ kind: 'waiver' as const, reason }))
    return { measures: [{ of: 'waivers', have: waivers.length, need: 1 }], because, uncounted: [] }
  }
  const { counted, left } = select(tally, leaf.counting ?? {})
  const finding = findInWork(leaf, counted)
  const waiting = tally.uncounted.filter(work => concerns(leaf, work)).map(work => asUncounted(leaf, work))
  return { ...finding, uncounted: [...finding.uncounted, ...left, ...waiting] }
}

function findInWork(leaf: WorkLeaf, activities: CountedActivity[]): Finding {
  switch (leaf.kind) {
    case 'minutes':
      return sum('minutes', leaf.minimum, activities, activity => activity.minutes, 'notConfirmed')
    case 'activities':
      return sum('activities', leaf.minimum, activities, () => 1, 'notConfirmed')
    case 'reflection':
      return sum('reflections', leaf.minimum, activities, ({ hasReflection }) => Number(hasReflection), 'noReflection')
    case 'competency':
      return showCompetency(leaf, activities)
    case 'breadth':
      return showCompetencies(leaf, activities)
    case 'endorsers':
      return endorsers(leaf, activities)
    case 'categories': {
      const { size: have } = new Set(activities.map(activity => activity.category))
      return together({ of: 'categories', have, need: leaf.minimum }, activities)
    }
    case 'period':
      return together({ of: 'days', have: span(activities), need: leaf.days }, activities)
  }
}

type AmountOf = (activity: CountedActivity) => number

function sum(of: Measure['of'], need: number, activities: CountedActivity[], amountOf: AmountOf, why: Why): Finding {
  const counting = activities.filter(activity => amountOf(activity) > 0)
  const have = counting.reduce((total, activity) => total + amountOf(activity), 0)
  const uncounted = activities
    .filter(activity => amountOf(activity) === 0)
    .map(({ id, title }) => ({ activityId: id, title, why, amount: 0 }))
  return { measures: [{ of, have, need }], because: each(counting, amountOf), uncounted }
}

/** What no activity has alone. */
function together(measure: Measure, activities: CountedActivity[]): Finding {
  return { measures: [measure], because: each(activities), uncounted: [] }
}

function endorsers(leaf: WorkLeaf & { kind: 'endorsers' }, activities: CountedActivity[]): Finding {
  const seen = activities.filter(activity => activity.endorsements.length > 0)
  const endorsements = seen.flatMap(activity => activity.endorsements)
  const known = endorsements.filter(({ assurance }) => isAtLeast(assurance, leaf.assurance))
  const people = (among: typeof endorsements) => new Set(among.map(endorsement => endorsement.endorser)).size
  return {
    measures: [
      { of: 'endorsers', have: people(endorsements), need: leaf.minimum },
      { of: 'assurance', have: people(known), need: 1 },
    ],
    because: each(seen, activity => people(activity.endorsements)),
    uncounted: activities
      .filter(activity => activity.endorsements.length === 0)
      .map(({ id, title }) => ({ activityId: id, title, why: 'notConfirmed', amount: 0 })),
  }
}

function span(activities: CountedActivity[]) {
  if (activities.length === 0) return 0
  const first = activities.map(({ activityStartDate }) => activityStartDate).sort()[0]
  const last = activities.map(({ activityStartDate, activityEndDate: end }) => end ?? activityStartDate).sort().at(-1)
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000) + 1
}

function each(activities: CountedActivity[], amountOf: AmountOf = () => 1): Because[] {
  return activities.map(activity => {
    const { id, title } = activity
    return { kind: 'activity', activityId: id, title, amount: amountOf(activity) }
  })
}

function select(tally: Tally, counting: Counting) {
  const counted: CountedActivity[] = []
  const left: Uncounted[] = []
  for (const activity of tally.activities) {
    const why = exclusion(activity, counting)
    if (why) left.push({ activityId: activity.id, title: activity.title, why, amount: 0 })
    else counted.push(activity)
  }
  return { counted, left }
}

function exclusion(activity: CountedActivity, counting: Counting): Why | null {
  const { activityStartDate: start, activityEndDate } = activity
  if (counting.categories && !counting.categories.includes(activity.category)) return 'category'
  if (counting.from && start < counting.from) return 'outsidePeriod'
  if (counting.until && (activityEndDate ?? start) > counting.until) return 'outsidePeriod'
  if (counting.excludePaid && activity.isPaid) return 'paid'
  if (counting.excludeCreditBearing && activity.isCreditBearing) return 'creditBearing'
  if (counting.excludeMandatory && activity.isMandatory) return 'mandatory'
  return null
}

function concerns(leaf: WorkLeaf, work: UncountedActivity) {
  if (leaf.kind === 'competency') return work.competencyIds.includes(leaf.competencyId)
  return leaf.kind !== 'minutes' || work.minutes > 0
}

function asUncounted(leaf: WorkLeaf, { activityId, title, why, minutes }: UncountedActivity): Uncounted {
  return { activityId, title, why, amount: leaf.kind === 'minutes' ? minutes : 1 }
}
