import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { root } from './root.server'

/**
 * What one of the server's threads answers to what it was given; it ends with its answer, or when patience does.
 * In milliseconds.
 *
 * @throws when it breaks, or answers nothing in time
 */
export function inThread<Answer>(name: 'heic-worker' | 'calendar-worker', workerData: unknown, patience: number): Promise<Answer> {
  const worker = start(name, workerData)
  const limit = setTimeout(() => void worker.terminate(), patience)
  return new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The thread ended before it answered.')))
  }).finally(() => {
    clearTimeout(limit)
    void worker.terminate()
  })
}

/**
 * What a thread has to tell, part by part, the next once the last was looked at; null is its last word. It ends
 * when nobody listens any more.
 *
 * @throws when it breaks
 */
export async function* fromThread<Part>(name: 'cohort-worker', workerData: unknown): AsyncGenerator<Part> {
  const worker = start(name, workerData)
  const ended = once(worker, 'exit').then(() => {
    throw new Error('The thread ended before it had told everything.')
  })
  ended.catch(() => undefined) // it ends after its last word, too
  try {
    for (;;) {
      // The thread's own words, which whoever names it knows.
      const [part] = (await Promise.race([once(worker, 'message'), ended])) as [Part | null]
      if (part === null) return
      yield part
      worker.postMessage('on')
    }
  } finally {
    await worker.terminate()
  }
}

/** What it prints is about somebody's file or work; whoever asked is told, and nobody else has to be. */
function start(name: string, workerData: unknown) {
  return new Worker(pathToFileURL(join(root, `build/server/${name}.js`)), { workerData, stdout: true, stderr: true })
}
