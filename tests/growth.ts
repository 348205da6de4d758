/** How many times as much processor time the large size takes as the small one, each at its best of three. */
export function growth(work: (size: number) => unknown, small: number, large: number): number {
  work(small)
  return best(() => work(large)) / Math.max(best(() => work(small)), 0.5)
}

/** In milliseconds. */
function best(work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => {
    const started = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1_000
  }))
}
