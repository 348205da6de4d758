import { isAtLeast } from './endorsement'
import { measureCompetencies, measureCompetency } from './judgements'
import { isGroup, type Counting, type Group, type Leaf, type Requirement, type WorkLeaf } from './requirement'
import type { Countable, CountableActivity } from './tally'

/** A requirement beside what somebody has, in figures. `progress` adds the why. */
export interface Measured {
  requirement: Requirement
  met: boolean
  /** Of the first measure that lacks, else of the first. */
  have: number
  need: number
  measures: Measure[]
  of: Measured[]
}

/** One thing to be reached. `level` is a position in the scale, `assurance` counts people known well enough. */
export interface Measure {
  of:
    | 'parts' | 'minutes' | 'activities' | 'times' | 'endorsers' | 'assurance' | 'level' | 'competencies'
    | 'categories' | 'days' | 'reflections' | 'credentials' | 'waivers'
  have: number
  need: number
}

/** The one place where it is decided what is met: of one student as of a whole cohort. */
export function measure(requirement: Requirement, work: Countable): Measured {
  if (!isGroup(requirement)) return { ...measured(requirement, measuresOf(requirement, work)), of: [] }
  return measureGroup(requirement, requirement.of.map(part => measure(part, work)))
}

export function measureGroup<Part extends Measured>(group: Group, of: Part[]) {
  const have = of.filter(part => part.met).length
  const need = group.kind === 'atLeast' ? group.count : group.kind === 'any' ? 1 : of.length
  return { ...measured(group, [{ of: 'parts', have, need }]), of }
}

/** Why a requirement does not look at an activity; null when it does. */
export function exclusionOf(activity: CountableActivity, counting: Counting) {
  const { activityStartDate: start, activityEndDate } = activity
  if (counting.categories && !counting.categories.includes(activity.category)) return 'category'
  if (counting.from && start < counting.from) return 'outsidePeriod'
  if (counting.until && (activityEndDate ?? start) > counting.until) return 'outsidePeriod'
  if (counting.excludePaid && activity.isPaid) return 'paid'
  if (counting.excludeCreditBearing && activity.isCreditBearing) return 'creditBearing'
  if (counting.excludeMandatory && activity.isMandatory) return 'mandatory'
  return null
}

/** So many different people. */
export function peopleIn(endorsements: readonly { endorser: string }[]) {
  return new Set(endorsements.map(endorsement => endorsement.endorser)).size
}

function measured(requirement: Requirement, measures: Measure[]) {
  const lacking = measures.find(measure => measure.have < measure.need)
  const { have, need } = lacking ?? measures[0] ?? { have: 0, need: 0 }
  return { requirement, met: lacking === undefined, have, need, measures }
}

function measuresOf(leaf: Leaf, { activities, credentials, waivers }: Countable): Measure[] {
  if (leaf.kind === 'credential') {
    const have = credentials.filter(credential => credential.seriesId === leaf.seriesId).length
    return [{ of: 'credentials', have, need: 1 }]
  }
  if (leaf.kind === 'waiver') {
    return [{ of: 'waivers', have: waivers.filter(waiver => waiver.key === leaf.key).length, need: 1 }]
  }
  const { counting } = leaf
  return measureWork(leaf, counting ? activities.filter(each => !exclusionOf(each, counting)) : activities)
}

function measureWork(leaf: WorkLeaf, activities: readonly CountableActivity[]): Measure[] {
  switch (leaf.kind) {
    case 'minutes': {
      const have = activities.reduce((total, { minutes }) => total + minutes, 0)
      return [{ of: 'minutes', have, need: leaf.minimum }]
    }
    case 'activities':
      return [{ of: 'activities', have: activities.length, need: leaf.minimum }]
    case 'reflection': {
      const have = activities.filter(activity => activity.hasReflection).length
      return [{ of: 'reflections', have, need: leaf.minimum }]
    }
    case 'competency':
      return measureCompetency(leaf, activities)
    case 'breadth':
      return measureCompetencies(leaf, activities)
    case 'endorsers':
      return measureEndorsers(leaf, activities)
    case 'categories': {
      const { size: have } = new Set(activities.map(activity => activity.category))
      return [{ of: 'categories', have, need: leaf.minimum }]
    }
    case 'period':
      return [{ of: 'days', have: span(activities), need: leaf.days }]
  }
}

function measureEndorsers(
  leaf: WorkLeaf & { kind: 'endorsers' }, activities: readonly CountableActivity[],
): Measure[] {
  const endorsements = activities.flatMap(activity => activity.endorsements)
  const known = endorsements.filter(({ assurance }) => isAtLeast(assurance, leaf.assurance))
  return [
    { of: 'endorsers', have: peopleIn(endorsements), need: leaf.minimum },
    { of: 'assurance', have: peopleIn(known), need: 1 },
  ]
}

const DAY_MS = 86_400_000

function span(activities: readonly CountableActivity[]) {
  if (activities.length === 0) return 0
  const first = activities.map(each => each.activityStartDate).reduce((a, b) => (a < b ? a : b))
  const last = activities.map(endOf).reduce((a, b) => (a > b ? a : b))
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS) + 1
}

const endOf = ({ activityStartDate, activityEndDate }: CountableActivity) => activityEndDate ?? activityStartDate
