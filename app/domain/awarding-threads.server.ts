import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { root } from '~/lib/root.server'
import { prepareAwards, type Order, type Prepared } from './awarding-preparing.server'

export interface Asked {
  order: Order
  port: MessagePort
}

export type Told = { prepared: Prepared } | { failure: string }

/** Beside each other in threads of their own: awarding to many keeps nobody waiting who asked for a page. */
export function prepareBeside(order: Order): Promise<Prepared> {
  // Tests, benchmarks of the source and development prepare in the asking thread.
  return import.meta.env.PROD ? ask(nextThread(), order) : prepareAwards(order)
}

export async function stopAwarding(): Promise<void> {
  await Promise.all(threads.splice(0).map(thread => thread.terminate()))
}

const MOST = Math.min(4, availableParallelism())
/** A chunk leaves little behind, and less of it has to be moved about where it fits in whole. */
const ROOM = { maxYoungGenerationSizeMb: 48 }
const threads: Worker[] = []
let turn = 0

/** They stay for the next chunk, and keep no program from ending. */
function nextThread(): Worker {
  const known = threads[turn++ % MOST]
  if (known) return known
  const thread = new Worker(pathToFileURL(join(root, 'build/server/awarding-worker.js')), { resourceLimits: ROOM })
  thread.unref()
  thread.once('exit', () => void threads.splice(threads.indexOf(thread), 1))
  threads.push(thread)
  return thread
}

function ask(thread: Worker, order: Order): Promise<Prepared> {
  const { port1: ours, port2: port } = new MessageChannel()
  return new Promise<Prepared>((resolve, reject) => {
    ours.once('close', () => reject(new Error('A thread that prepares awards ended before it had an answer.')))
    thread.once('error', reject)
    ours.once('message', (told: Told) => {
      if ('prepared' in told) resolve(told.prepared)
      else reject(new Error(told.failure))
      thread.off('error', reject)
      ours.close()
    })
    thread.postMessage({ order, port } satisfies Asked, [port])
  })
}
