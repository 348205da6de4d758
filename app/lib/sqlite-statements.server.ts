import type Database from 'better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'

const MOST = 500

/**
 * Prisma's adapter prepares every statement anew, which for a page's reads costs more than running them. Here a
 * connection that only reads keeps its statements. Binding a statement is for ever, so what the adapter binds is
 * handed over when it runs.
 */
export function keepStatements(adapter: SqlDriverAdapter): SqlDriverAdapter {
  if (!('client' in adapter)) throw new Error('The adapter of better-sqlite3 no longer shows its connection.')
  const connection = adapter.client as Database.Database // the adapter's own, which its types keep to themselves
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Database.Statement>()
  const statementFor = (sql: string) => {
    const known = kept.get(sql)
    if (known) return known
    if (kept.size >= MOST) kept.clear()
    const statement = prepare(sql)
    kept.set(sql, statement)
    return statement
  }
  const bindable = (sql: string) => ({ bind: (values: unknown[]) => bound(statementFor(sql), values) })
  Object.assign(connection, { prepare: bindable })
  return adapter
}

/** As much of a bound statement as the adapter uses. */
function bound(statement: Database.Statement, values: unknown[]) {
  return {
    reader: statement.reader,
    columns: () => statement.columns(),
    raw: () => ({ all: () => statement.raw(true).all(...values) }),
    run: () => statement.run(...values),
  }
}
