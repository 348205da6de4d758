import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import {
  DriverAdapterError, type SqlDriverAdapter, type SqlQuery, type SqlResultSet, type Transaction,
} from '@prisma/driver-adapter-utils'
import { root } from './root.server'

export type Order = { query: SqlQuery } | { execute: SqlQuery } | { script: string } | 'open' | 'close'

export interface Asked {
  number: number
  order: Order
}

/** `cause` is what the adapter says of the database, to be told by its own error again. */
export type Told = { number: number } & ({ answer: unknown } | { cause: DriverAdapterError['cause'] } | { failure: unknown })

/** The connection that writes, in a thread of its own: who waits there for the disk keeps nobody waiting for a page. */
export async function writerThread(url: string): Promise<SqlDriverAdapter> {
  const ask = asking(new Worker(pathToFileURL(join(root, 'build/server/sqlite-writer-worker.js')), { workerData: url }))
  await ask('open')
  const connection = {
    provider: 'sqlite' as const,
    adapterName: '@prisma/adapter-better-sqlite3',
    queryRaw: (query: SqlQuery) => ask<SqlResultSet>({ query }),
    executeRaw: (execute: SqlQuery) => ask<number>({ execute }),
  }
  return {
    ...connection,
    executeScript: script => ask({ script }),
    startTransaction: async () => {
      await ask({ script: 'BEGIN' })
      return { ...connection, ...ended }
    },
    dispose: () => ask('close'),
  }
}

/** The client itself says COMMIT or ROLLBACK. */
const ended: Pick<Transaction, 'options' | 'commit' | 'rollback'> = {
  options: { usePhantomQuery: false },
  commit: async () => undefined,
  rollback: async () => undefined,
}

/** Statements go over in their order; the program goes on for as long as one has no answer, and no longer. */
function asking(thread: Worker) {
  const waiting = new Map<number, (told: Told) => void>()
  let asked = 0
  thread.unref()
  thread.on('message', (told: Told) => {
    waiting.get(told.number)?.(told)
    waiting.delete(told.number)
    if (waiting.size === 0) thread.unref()
  })
  // Nothing can be kept without it: the process ends, as with whatever else breaks in it.
  thread.once('error', error => {
    throw error
  })
  return <Answer>(order: Order) =>
    new Promise<Answer>((resolve, reject) => {
      if (waiting.size === 0) thread.ref()
      waiting.set(++asked, told => {
        if ('failure' in told) reject(told.failure)
        else if ('cause' in told) reject(new DriverAdapterError(told.cause))
        else resolve(told.answer as Answer) // what this order is answered with
      })
      thread.postMessage({ number: asked, order } satisfies Asked)
    })
}
