import { isBuilt } from '~/lib/built.server'
import { threadPool } from '~/lib/thread-pool.server'
import { prepareAwards, type Order, type Prepared } from './awarding-preparing.server'

/** A chunk leaves little behind, and less of it has to be moved about where it fits in whole. */
const pool = threadPool<Order, Prepared>('awarding-worker', { maxYoungGenerationSizeMb: 48 })

/** Beside each other in threads of their own: awarding to many keeps nobody waiting who asked for a page. */
export function prepareBeside(order: Order): Promise<Prepared> {
  // Tests, benchmarks of the source and development prepare in the asking thread.
  return isBuilt ? pool.ask(order) : prepareAwards(order)
}

export function stopAwarding(): Promise<void> {
  return pool.stop()
}
