import type { Measure } from './measure'
import type { CompetencyRequirement, Requirement } from './requirement'
import type { CountableActivity, CountedEndorsement, CountedJudgement } from './tally'

/** A judgement, with the work and the person it came from. */
export interface Seen<Work extends CountableActivity = CountableActivity> {
  judgement: CountedJudgement
  activity: Work
  endorsement: CountedEndorsement
}

export type BreadthRequirement = Extract<Requirement, { kind: 'breadth' }>

export function measureCompetency(
  asked: CompetencyRequirement, activities: readonly CountableActivity[],
): Measure[] {
  const all = judgementsOn(asked, activities)
  const shown = all.filter(seen => reaches(seen, asked.level))
  const measures: Measure[] = [
    { of: 'times', have: distinct(shown, seen => seen.activity.id), need: asked.times },
    { of: 'endorsers', have: distinct(shown, seen => seen.endorsement.endorser), need: asked.endorsers },
  ]
  if (asked.by !== 'best') {
    measures.push({ of: 'level', have: representative(all, asked.by), need: asked.level })
  }
  return measures
}

export function measureCompetencies(
  asked: BreadthRequirement, activities: readonly CountableActivity[],
): Measure[] {
  const shown = judgementsOn(asked, activities).filter(seen => reaches(seen, asked.level))
  const have = distinct(shown, seen => seen.judgement.competencyId)
  return [{ of: 'competencies', have, need: asked.minimum }]
}

/** All that was said of the competency, or of those of the framework. */
export function judgementsOn<Work extends CountableActivity>(
  asked: CompetencyRequirement | BreadthRequirement, activities: readonly Work[],
): Seen<Work>[] {
  const all: Seen<Work>[] = []
  for (const activity of activities) {
    for (const endorsement of activity.endorsements) {
      for (const judgement of endorsement.judgements) {
        if (isAbout(judgement, asked)) all.push({ judgement, activity, endorsement })
      }
    }
  }
  return all
}

export function reaches({ judgement }: Seen, level: number) {
  return judgement.outcome === 'atLevel' && judgement.level >= level
}

function isAbout(judgement: CountedJudgement, asked: CompetencyRequirement | BreadthRequirement) {
  return asked.kind === 'competency'
    ? judgement.competencyId === asked.competencyId
    : judgement.frameworkId === asked.frameworkId
}

/** "Not yet at a level" is a judgement and counts as 0; "not observed" counts for nothing. */
function representative(all: readonly Seen[], by: 'latest' | 'median') {
  const observed = all.filter(({ judgement }) => judgement.outcome !== 'notObserved')
  const inOrder = observed.sort(by === 'latest' ? byTime : byLevel)
  // Of an even number the lower one: half of the observers must not outvote the other half.
  const at = by === 'latest' ? inOrder.length - 1 : Math.floor((inOrder.length - 1) / 2)
  return inOrder[at]?.judgement.level ?? 0
}

const byLevel = (a: Seen, b: Seen) => a.judgement.level - b.judgement.level

function byTime(a: Seen, b: Seen) {
  const apart = a.endorsement.endorsedAt.getTime() - b.endorsement.endorsedAt.getTime()
  return apart || (a.judgement.id < b.judgement.id ? -1 : a.judgement.id > b.judgement.id ? 1 : 0)
}

function distinct(among: readonly Seen[], key: (seen: Seen) => string) {
  return new Set(among.map(key)).size
}
