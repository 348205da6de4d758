import { judgementsOn, reaches, type BreadthRequirement, type Seen } from './judgements'
import type { Because, Explanation, Uncounted } from './progress'
import type { CompetencyRequirement } from './requirement'
import type { CountedActivity } from './tally'

/** Which judgements reach the level, and which do not. */
export function explainJudgements(
  asked: CompetencyRequirement | BreadthRequirement, activities: readonly CountedActivity[],
): Explanation {
  const all = judgementsOn(asked, activities)
  const rest = all.filter(seen => !reaches(seen, asked.level))
  const shown = all.filter(seen => reaches(seen, asked.level))
  return { because: shown.map(asBecause), uncounted: rest.map(asUncounted) }
}

type SeenInWords = Seen<CountedActivity>

function asBecause({ judgement, activity: { id, title }, endorsement }: SeenInWords): Because {
  const { competencyId, level } = judgement
  return { kind: 'judgement', activityId: id, title, endorsementId: endorsement.id, competencyId, level }
}

function asUncounted({ judgement, activity }: SeenInWords): Uncounted {
  const why = judgement.outcome === 'atLevel' ? 'belowLevel' : judgement.outcome
  return { activityId: activity.id, title: activity.title, why, amount: judgement.level }
}
