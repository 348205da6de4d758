import { isMainThread } from 'node:worker_threads'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils'
import { isBuilt } from './built.server'
import { openConnection } from './sqlite-statements.server'
import { writerThread } from './sqlite-writer.server'

/**
 * Prisma's adapter has one connection, and what is asked outside a transaction runs inside whichever happens
 * to be open: it reads what may never be, and a lone write vanishes with a stranger's rollback. Here reads
 * have a connection of their own, and a lone write waits for its turn like a transaction. Other threads only read.
 */
export function sqlite(url: string): SqlDriverAdapterFactory {
  const writers = new PrismaBetterSqlite3({ url })
  const readers = new PrismaBetterSqlite3({ url, readonly: true })
  return {
    provider: 'sqlite',
    adapterName: writers.adapterName,
    async connect() {
      // Tests, benchmarks of the source and development write in the asking thread.
      if (!isBuilt) return twoConnections(await openConnection(writers), await openConnection(readers))
      if (!isMainThread) return openConnection(readers)
      return twoConnections(await writerThread(url), await openConnection(readers))
    },
  }
}

function twoConnections(writer: SqlDriverAdapter, reader: SqlDriverAdapter): SqlDriverAdapter {
  const turn = turns()
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    queryRaw: query => (isRead(query) ? reader.queryRaw(query) : turn(() => writer.queryRaw(query))),
    executeRaw: query => turn(() => writer.executeRaw(query)),
    executeScript: script => turn(() => writer.executeScript(script)),
    startTransaction: async isolation =>
      endingTurn(await turn.take(), () => writer.startTransaction(isolation)),
    dispose: async () => {
      await reader.dispose()
      await writer.dispose()
    },
  }
}

const isRead = ({ sql }: SqlQuery) =>
  /^\s*(select|with)\b/i.test(sql) && !/\b(insert|update|delete)\b/i.test(sql)

/** The turn lasts until the transaction is committed or rolled back. */
async function endingTurn(end: () => void, start: () => Promise<Transaction>): Promise<Transaction> {
  const open = await start().catch((error: unknown) => {
    end()
    throw error
  })
  const commit = open.commit.bind(open)
  const rollback = open.rollback.bind(open)
  open.commit = () => commit().finally(end)
  open.rollback = () => rollback().finally(end)
  return open
}

/** One after the other, in the order they came. */
function turns() {
  let last = Promise.resolve()
  const take = () => {
    const before = last
    return new Promise<() => void>(begin => {
      last = new Promise<void>(end => void before.then(() => begin(end)))
    })
  }
  const turn = async <T>(work: () => Promise<T>) => {
    const end = await take()
    return work().finally(end)
  }
  return Object.assign(turn, { take })
}
