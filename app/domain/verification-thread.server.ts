import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { log, reasonOf } from '~/lib/log.server'
import type { JsonObject } from '~/standards/json'
import type { Because } from '~/standards/because-check'
import type { Lookups } from '~/standards/lookups'
import type { Verification, VerificationOptions } from '~/standards/verification'

/** A thread of its own for documents that strangers wrote: reading one keeps nobody else waiting. */
export interface VerificationThread {
  /** Rejects when the document takes longer than any that is in earnest. */
  verify(content: string | Uint8Array, options: VerificationOptions): Promise<Verification>
  stop(): Promise<void>
}

export interface Asked {
  content: string | Uint8Array
  now: Date
  because: Because | undefined
  isPatient: boolean
  port: MessagePort
}

export type Lookup =
  { issuerKeys: string } | { statusList: string } | { published: string } | { isOnRecord: JsonObject }

/** What stands inside comes before the whole, a few at a time. */
export type Told =
  | { number: number; lookup: Lookup }
  | { inside: Verification[] }
  | { verification: Verification }
  | { failure: string }

export interface Answered {
  number: number
  answer: unknown
}

// Longer than all that may be asked of others takes; in our own time it is a hundredth of that.
const PATIENCE = 60_000
const MOST_MEMORY = { maxOldGenerationSizeMb: 512 }

export function startVerificationThread(workerUrl: URL): VerificationThread {
  let running: Worker | undefined
  // One that broke or took too long is followed by another.
  const start = () => {
    const worker = new Worker(workerUrl, { resourceLimits: MOST_MEMORY })
    worker.once('error', error => log.error({ reason: reasonOf(error) }, 'the thread that verifies broke'))
    worker.once('exit', () => (running = running === worker ? undefined : running))
    return worker
  }
  running = start()
  return {
    verify: (content, options) => ask((running ??= start()), content, options),
    stop: async () => void (await running?.terminate()),
  }
}

function ask(
  worker: Worker, content: string | Uint8Array, { now, lookups, because, isPatient = false }: VerificationOptions,
): Promise<Verification> {
  const { port1: ours, port2: port } = new MessageChannel()
  return new Promise<Verification>((resolve, reject) => {
    const limit = setTimeout(() => void worker.terminate(), PATIENCE)
    ours.once('close', () => {
      clearTimeout(limit)
      reject(new Error('The thread that verifies ended before it had an answer.'))
    })
    const end = (settle: () => void) => {
      settle()
      ours.close()
    }
    const inside: Verification[] = []
    ours.on('message', (told: Told) => {
      if ('inside' in told) return void inside.push(...told.inside)
      if ('verification' in told) return end(() => resolve({ ...told.verification, inner: inside }))
      if ('failure' in told) return end(() => reject(new Error(told.failure)))
      const { number, lookup } = told
      answerTo(lookup, lookups).then(
        answer => ours.postMessage({ number, answer } satisfies Answered),
        (error: unknown) => end(() => reject(error)),
      )
    })
    worker.postMessage({ content, now, because, isPatient, port } satisfies Asked, [port])
  })
}

async function answerTo(lookup: Lookup, lookups: Lookups): Promise<unknown> {
  if ('issuerKeys' in lookup) return lookups.issuerKeys(lookup.issuerKeys)
  if ('statusList' in lookup) return lookups.statusList(lookup.statusList)
  if ('published' in lookup) return lookups.published(lookup.published)
  return (await lookups.isOnRecord?.(lookup.isOnRecord)) ?? null
}
