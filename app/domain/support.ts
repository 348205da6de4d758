import { leavesOf, type Aim } from './aim'
import { progress } from './progress'
import type { Requirement } from './requirement'
import type { Tally } from './tally'

/** The requirements of a programme that an activity counts for. */
export interface Support extends Pick<Aim, 'id' | 'title' | 'level' | 'seriesId' | 'artworkDigest' | 'names'> {
  requirements: Requirement[]
}

/** The programmes an approved activity counts towards. */
export function supportOf(activityId: string, aims: readonly Aim[], tally: Tally): Support[] {
  return aims.flatMap(({ requirement, ...aim }) => {
    const requirements = leavesOf(progress(requirement, tally))
      .filter(({ because }) => because.some(each => 'activityId' in each && each.activityId === activityId))
      .map(leaf => leaf.requirement)
    return requirements.length === 0 ? [] : [{ ...aim, requirements }]
  })
}
