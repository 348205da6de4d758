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
  // What it prints is about somebody's file; whoever brought it is told, and nobody else has to be.
  const worker = new Worker(pathToFileURL(join(root, `build/server/${name}.js`)), { workerData, stdout: true, stderr: true })
  const limit = setTimeout(() => void worker.terminate(), patience)
  return new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The thread ended before it answered.')))
  }).finally(() => {
    clearTimeout(limit)
    void worker.terminate()
  })
}
