const times = Number(process.env['PROPERTY_RUNS'] ?? 1)

/**
 * So many runs, or as many times more as PROPERTY_RUNS says. The seed and the path are told with every failure;
 * PROPERTY_SEED and PROPERTY_PATH bring the same one back. What fails is made smaller for a minute, not for ever.
 */
export function seeded(runs: number) {
  const { PROPERTY_SEED: seed, PROPERTY_PATH: path } = process.env
  return {
    numRuns: runs * times,
    interruptAfterTimeLimit: 60_000 * times,
    ...(seed && { seed: Number(seed) }),
    ...(path && { path, endOnFailure: true }),
  }
}

/** Enough for all runs, with the minute. */
export const PATIENCE = 120_000 * times
