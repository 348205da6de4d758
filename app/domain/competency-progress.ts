import type { Because, Finding, Uncounted } from './progress'
import type { CompetencyRequirement, Requirement } from './requirement'
import type { CountedActivity, CountedJudgement } from './tally'

/** A judgement, with the work and the person it came from. */
interface Seen {
  judgement: CountedJudgement
  activity: CountedActivity
  endorsementId: string
  endorser: string
  at: number
}

export function showCompetency(asked: CompetencyRequirement, activities: CountedActivity[]): Finding {
  const all = judgements(activities).filter(({ judgement }) => judgement.competencyId === asked.competencyId)
  const shown = all.filter(({ judgement }) => reaches(judgement, asked.level))
  const measures: Finding['measures'] = [
    { of: 'times', have: distinct(shown, seen => seen.activity.id), need: asked.times },
    { of: 'endorsers', have: distinct(shown, seen => seen.endorser), need: asked.endorsers },
  ]
  if (asked.by !== 'best') {
    measures.push({ of: 'level', have: representative(all, asked.by), need: asked.level })
  }
  return { measures, ...told(all, shown) }
}

export function showCompetencies(
  asked: Extract<Requirement, { kind: 'breadth' }>, activities: CountedActivity[],
): Finding {
  const all = judgements(activities).filter(({ judgement }) => judgement.frameworkId === asked.frameworkId)
  const shown = all.filter(({ judgement }) => reaches(judgement, asked.level))
  const have = distinct(shown, seen => seen.judgement.competencyId)
  return { measures: [{ of: 'competencies', have, need: asked.minimum }], ...told(all, shown) }
}

function told(all: Seen[], shown: Seen[]): Pick<Finding, 'because' | 'uncounted'> {
  const rest = all.filter(seen => !shown.includes(seen))
  return { because: shown.map(asBecause), uncounted: rest.map(asUncounted) }
}

function judgements(activities: CountedActivity[]): Seen[] {
  return activities.flatMap(activity =>
    activity.endorsements.flatMap(({ id: endorsementId, endorser, endorsedAt, judgements }) =>
      judgements.map(judgement => ({ judgement, activity, endorsementId, endorser, at: endorsedAt.getTime() })),
    ),
  )
}

function reaches(judgement: CountedJudgement, level: number) {
  return judgement.outcome === 'atLevel' && judgement.level >= level
}

/** "Not yet at a level" is a judgement and counts as 0; "not observed" counts for nothing. */
function representative(all: Seen[], by: 'latest' | 'median') {
  const observed = all.filter(({ judgement }) => judgement.outcome !== 'notObserved')
  const inOrder = observed.sort((a, b) =>
    by === 'latest'
      ? a.at - b.at || compare(a.judgement.id, b.judgement.id)
      : a.judgement.level - b.judgement.level,
  )
  // Of an even number the lower one: half of the observers must not outvote the other half.
  const at = by === 'latest' ? inOrder.length - 1 : Math.floor((inOrder.length - 1) / 2)
  return inOrder[at]?.judgement.level ?? 0
}

function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0
}

function distinct(among: Seen[], key: (seen: Seen) => string) {
  return new Set(among.map(key)).size
}

function asBecause({ judgement: { competencyId, level }, activity: { id, title }, endorsementId }: Seen): Because {
  return { kind: 'judgement', activityId: id, title, endorsementId, competencyId, level }
}

function asUncounted({ judgement, activity }: Seen): Uncounted {
  const why = judgement.outcome === 'atLevel' ? 'belowLevel' : judgement.outcome
  return { activityId: activity.id, title: activity.title, why, amount: judgement.level }
}
