import type { ProgrammeLevel } from './programme'
import type { Measured } from './measure'
import type { Progress } from './progress'
import { isGroup, type Requirement } from './requirement'
import type { RequirementNames } from './requirement-names'

/** A published programme, as a student looks at it: something to work towards. */
export interface Aim {
  id: string
  seriesId: string
  title: string
  level: ProgrammeLevel
  artworkDigest: string | null
  requirement: Requirement
  names: RequirementNames
}

/** What a wreath has an arc for. */
export function mainParts(progress: Progress): readonly Progress[] {
  return progress.requirement.kind === 'all' ? progress.of : [progress]
}

/** Leaves that are not met, in order; of an alternative only the branch that is nearest. */
export function missingLeaves(progress: Progress): Progress[] {
  if (progress.met) return []
  if (!isGroup(progress.requirement)) return [progress]
  if (progress.requirement.kind === 'any') {
    const nearest = progress.of.reduce(
      (best, part) => (share(part) > share(best) ? part : best),
      progress.of[0] ?? progress,
    )
    return nearest === progress ? [progress] : missingLeaves(nearest)
  }
  return progress.of.flatMap(missingLeaves)
}

/** Every part that has none of its own. */
export function leavesOf(progress: Progress): Progress[] {
  return progress.of.length === 0 ? [progress] : progress.of.flatMap(leavesOf)
}

/** How much of it there is, 0 to 1. */
export function share(progress: Measured): number {
  if (progress.met) return 1
  if (progress.requirement.kind === 'any') return Math.max(0, ...progress.of.map(share))
  if (progress.of.length > 0) return mean(progress.of.map(share))
  return mean(progress.measures.map(({ have, need }) => (need === 0 ? 1 : Math.min(1, have / need))))
}

/** Somebody else's answer could fill it: work that would count is submitted or in review. */
export function isWaiting(progress: Progress): boolean {
  if (progress.met) return false
  const pending = progress.uncounted.some(({ why }) => why === 'submitted' || why === 'inReview')
  return pending || progress.of.some(isWaiting)
}

function mean(shares: number[]) {
  return shares.length === 0 ? 0 : shares.reduce((sum, one) => sum + one, 0) / shares.length
}
