import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { HeicAsked } from './heic-decoding.server'
import { root } from './root.server'

// A photo from a phone takes a second or two.
const PATIENCE = 60_000

let before: Promise<unknown> = Promise.resolve()

/**
 * An upright JPEG of a HEIC photo. Unpacking one is a second of computing and 200 MB, so a thread does it that
 * ends with it, and never two at once.
 *
 * @throws when it cannot be read, or has more pixels than may be
 */
export function jpegOfHeic(asked: HeicAsked): Promise<Uint8Array> {
  const mine = before.then(() => (import.meta.env.PROD ? inThread(asked) : here(asked)))
  before = mine.catch(() => undefined) // whoever asked hears of it
  return mine
}

/** Commands, tests and development have nobody to keep waiting. */
async function here(asked: HeicAsked) {
  const { decodeHeic } = await import('./heic-decoding.server')
  return decodeHeic(asked)
}

function inThread(workerData: HeicAsked): Promise<Uint8Array> {
  // It prints what is wrong with a photo; whoever brought it is told, and nobody else has to be.
  const worker = new Worker(workerFile, { workerData, stdout: true, stderr: true })
  const limit = setTimeout(() => void worker.terminate(), PATIENCE)
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The thread ended before the photo was read.')))
  }).finally(() => {
    clearTimeout(limit)
    void worker.terminate()
  })
}

const workerFile = pathToFileURL(join(root, 'build/server/heic-worker.js'))
