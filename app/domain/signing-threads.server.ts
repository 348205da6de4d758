import type { KeyObject } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { root } from '~/lib/root.server'
import { issueMany, type IssuedText } from '~/standards/issue-many'
import type { JsonObject } from '~/standards/json'
import type { Issuer } from './issuer.server'

/** What a thread is asked for: documents as text, which is handed over at a fraction of the cost of objects. */
export interface Asked {
  unsigned: string
  verificationMethod: string
  privateKey: KeyObject
  created: Date
  port: MessagePort
}

export type Told = { issued: IssuedText[] } | { failure: string }

/** Beside each other in threads of their own: signing keeps nobody waiting who asked for a page. */
export function issueBeside(unsigned: JsonObject[], issuer: Issuer, created: Date): Promise<IssuedText[]> {
  // Tests, benchmarks of the source and development sign in the asking thread.
  if (!import.meta.env.PROD) return issueMany(unsigned, issuer.signer, created)
  return ask(nextThread(), unsigned, issuer, created)
}

export async function stopSigning(): Promise<void> {
  await Promise.all(threads.splice(0).map(thread => thread.terminate()))
}

const MOST = Math.min(4, availableParallelism())
const threads: Worker[] = []
let turn = 0

/** They stay for the next chunk, and keep no program from ending. */
function nextThread(): Worker {
  const known = threads[turn++ % MOST]
  if (known) return known
  const thread = new Worker(pathToFileURL(join(root, 'build/server/signing-worker.js')))
  thread.unref()
  thread.once('exit', () => void threads.splice(threads.indexOf(thread), 1))
  threads.push(thread)
  return thread
}

function ask(thread: Worker, unsigned: JsonObject[], issuer: Issuer, created: Date): Promise<IssuedText[]> {
  const { port1: ours, port2: port } = new MessageChannel()
  const { privateKey, signer: { verificationMethod } } = issuer
  return new Promise<IssuedText[]>((resolve, reject) => {
    ours.once('close', () => reject(new Error('A thread that signs ended before it had an answer.')))
    thread.once('error', reject)
    ours.once('message', (told: Told) => {
      if ('issued' in told) resolve(told.issued)
      else reject(new Error(told.failure))
      thread.off('error', reject)
      ours.close()
    })
    const asked: Asked = { unsigned: JSON.stringify(unsigned), verificationMethod, privateKey, created, port }
    thread.postMessage(asked, [port])
  })
}
