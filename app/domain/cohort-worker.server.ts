import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { CohortAsked } from './cohort-measure.server'
import { standCohort } from './cohort-standings.server'

// Started by nobody but `cohort.server.ts`, which says this.
for await (const part of standCohort(workerData as CohortAsked)) {
  if (!parentPort) break
  parentPort.postMessage(part)
  await once(parentPort, 'message')
}
parentPort?.postMessage(null)
