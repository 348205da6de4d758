import type Database from 'better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'

const MOST = 500

export async function openConnection(connections: SqlDriverAdapterFactory): Promise<SqlDriverAdapter> {
  const connection = keepStatements(await connections.connect())
  // Else SQLite opens a file for every sort, which costs several times what a page's read does.
  await connection.executeScript('PRAGMA temp_store = MEMORY')
  return connection
}

/**
 * Prisma's adapter prepares every statement anew, which for a page's reads costs more than running them. Here a
 * connection keeps its statements. Binding a statement is for ever, so what the adapter binds is
 * handed over when it runs.
 */
function keepStatements(adapter: SqlDriverAdapter): SqlDriverAdapter {
  if (!('client' in adapter)) throw new Error('The adapter of better-sqlite3 no longer shows its connection.')
  const connection = adapter.client as Database.Database // the adapter's own, which its types keep to themselves
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, ReturnType<typeof bindable>>()
  const keep = (sql: string) => {
    if (kept.size >= MOST) kept.clear()
    const statement = bindable(prepare(sql))
    kept.set(sql, statement)
    return statement
  }
  Object.assign(connection, { prepare: (sql: string) => kept.get(sql) ?? keep(sql) })
  return adapter
}

function bindable(statement: Database.Statement) {
  const { reader } = statement
  const columns = reader ? statement.raw(true).columns() : []
  /** As much of a bound statement as the adapter uses. */
  const bind = (values: unknown[]) => ({
    reader,
    columns: () => columns,
    raw: () => ({ all: () => statement.all(...values) }),
    run: () => statement.run(...values),
  })
  return { ...bind([]), bind }
}
