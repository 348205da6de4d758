import { setTimeout as pause } from 'node:timers/promises'
import { dryRun } from './dry-run.server'
import type { DryRun, Underway } from './dry-run'
import type { PersonActor } from './policy'
import type { Requirement } from './requirement'

/** A request waits so long for the answer, in milliseconds; the page asks again. */
const PATIENCE = 4_000
/** An answer that nobody fetches is let go after this. */
const KEPT = 10 * 60_000

interface Run extends Underway {
  done: Promise<DryRun>
}

const runs = new Map<string, Run>()

/**
 * The answer, or how far it has come: a large cohort takes longer than a request may. What runs, and what came of
 * it, stays in this process and is handed out once. Another process would begin by itself.
 */
export async function askDryRun(
  actor: PersonActor, programme: { id: string; requirement: Requirement }, patience = PATIENCE,
): Promise<DryRun | Underway> {
  const key = [actor.id, programme.id, JSON.stringify(programme.requirement)].join(' ')
  const run = runs.get(key) ?? begin(key, actor, programme.id)
  const patient = patience > 0 ? pause(patience, null, { ref: false }) : null
  const result = await Promise.race([run.done, patient]).catch((error: unknown) => {
    letGo(key, run)
    throw error
  })
  if (!result) return { looked: run.looked }
  letGo(key, run)
  return result
}

function begin(key: string, actor: PersonActor, programmeId: string): Run {
  const run: Run = {
    looked: 0,
    done: dryRun(actor, programmeId, students => {
      run.looked = students
    }),
  }
  runs.set(key, run)
  const keep = () => void setTimeout(() => letGo(key, run), KEPT).unref()
  run.done.then(keep, keep) // a failure is fetched like an answer
  return run
}

function letGo(key: string, run: Run) {
  if (runs.get(key) === run) runs.delete(key)
}
