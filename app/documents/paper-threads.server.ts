import { availableParallelism } from 'node:os'
import type { SettledPaper } from '~/domain/paper-run-members.server'
import { isBuilt } from '~/lib/built.server'
import { threadPool } from '~/lib/thread-pool.server'
import { pressPapers, type PressOrder } from './paper-pressing.server'

/** One core stays for pages. A thread is at its full speed after some hundred papers, so that fewer of them also cost less. */
const THREADS = Math.min(4, Math.max(1, availableParallelism() - 1))

/** A chunk leaves little behind, which fits in whole; and what stays is looked through seldom, since half of it are fonts. */
const memory = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 1_024 }
const pool = threadPool<PressOrder, SettledPaper[]>('paper-worker', memory, THREADS)

/** Chunks that are under way at once: while one is being kept, its thread has another. */
export const PRESSES = isBuilt ? THREADS * 2 : 1

/** In threads of their own, which read, draw, seal and write: papers for many keep nobody waiting who asked for a page. */
export function pressBeside(order: PressOrder): Promise<SettledPaper[]> {
  // Tests, benchmarks of the source and development press in the asking thread.
  return isBuilt ? pool.ask(order) : pressPapers(order)
}

export function stopPressing(): Promise<void> {
  return pool.stop()
}
