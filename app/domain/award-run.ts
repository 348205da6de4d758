export const runOutcomes = ['waiting', 'offered', 'issued', 'already', 'notYet', 'refused'] as const
export type RunOutcome = (typeof runOutcomes)[number]

export type RunCounts = Record<RunOutcome, number>

export type RunState = 'gathering' | 'working' | 'cancelled' | 'ended'

/** Of a hundred; everybody is done of a run that found nobody. */
export function shareDone(counts: RunCounts): number {
  const all = totalOf(counts)
  return all === 0 ? 100 : Math.floor(((all - counts.waiting) / all) * 100)
}

export function totalOf(counts: RunCounts): number {
  return runOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
}
