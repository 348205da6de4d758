import { parentPort, workerData } from 'node:worker_threads'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import { openConnection } from './sqlite-statements.server'
import type { Asked, Order, Told } from './sqlite-writer.server'

// Started by nobody but `sqlite-writer.server.ts`, which says what comes in.
const opening = openConnection(new PrismaBetterSqlite3({ url: String(workerData) }))

parentPort?.on('message', async ({ number, order }: Asked) => {
  const told = await carryOut(order).then(
    (answer): Told => ({ number, answer }),
    (error: unknown): Told => (isDriverAdapterError(error) ? { number, cause: error.cause } : { number, failure: error }),
  )
  parentPort?.postMessage(told)
  if (order === 'close') parentPort?.close()
})

async function carryOut(order: Order): Promise<unknown> {
  const connection = await opening
  if (order === 'open') return
  if (order === 'close') return connection.dispose()
  if ('script' in order) return connection.executeScript(order.script)
  return 'query' in order ? connection.queryRaw(order.query) : connection.executeRaw(order.execute)
}
