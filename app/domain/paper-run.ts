export const paperKinds = ['certificate', 'transcript'] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperOutcomes = ['waiting', 'made', 'refused'] as const
export type PaperOutcome = (typeof paperOutcomes)[number]

export type PaperCounts = Record<PaperOutcome, number>

/** Cleared: its files were thrown away. */
export type PaperRunState = 'working' | 'cancelled' | 'ended' | 'cleared'

/** More than these are several runs. */
export const MOST_PAPERS = 10_000

/** Days for which the files of a run are kept. */
export const DAYS_KEPT = 7

export function paperRunState(run: { cancelledAt: Date | null; endedAt: Date | null; clearedAt: Date | null }): PaperRunState {
  if (run.clearedAt) return 'cleared'
  if (run.endedAt) return 'ended'
  return run.cancelledAt ? 'cancelled' : 'working'
}

export function papersIn({ waiting, made, refused }: PaperCounts): number {
  return waiting + made + refused
}

/** Of a hundred. */
export function shareOfPapers(counts: PaperCounts): number {
  const all = papersIn(counts)
  return all === 0 ? 100 : Math.floor(((all - counts.waiting) / all) * 100)
}

export function paperRunPath(id: string): string {
  return `/paper-runs/${id}`
}
