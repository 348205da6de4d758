import { isSqlite, type Tx } from '~/lib/db.server'

export type Row = Record<string, string | number | boolean | Date | null>

// Few enough that nobody else waits for long on SQLite, where a statement has the thread to itself.
const AT_ONCE = 500

/** Many rows of one table, all with the same columns; those left out have their defaults. */
export async function insertAll(tx: Tx, table: string, rows: readonly Row[]) {
  const columns = Object.keys(rows[0] ?? {})
  const sql = insertSql(table, columns)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.$executeRawUnsafe(sql, JSON.stringify(rows.slice(from, from + AT_ONCE).map(row => written(row, columns))))
  }
}

/** One parameter however many rows: binding each value would cost more than writing it. */
function insertSql(table: string, columns: string[]) {
  const names = columns.map(column => `"${column}"`).join()
  if (isSqlite) {
    return `INSERT INTO "${table}" (${names}) SELECT ${columns.map((_, at) => `value ->> ${at}`).join()} FROM json_each(?)`
  }
  return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1::json)`
}

function written(row: Row, columns: string[]) {
  const values = columns.map(column => asText(row[column] ?? null))
  return isSqlite ? values : Object.fromEntries(columns.map((column, at) => [column, values[at]]))
}

/** Moments as the client writes them on SQLite; PostgreSQL reads the same. */
function asText(value: Row[string]) {
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
}
