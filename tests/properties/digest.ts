import { createHash } from 'node:crypto'
import { db, isSqlite, transaction } from '~/lib/db.server'

/** A digest a table. What no one means by "nothing changed" is left out: when a session was last seen, tries counted. */
const LEFT_OUT = ['Session', 'EndorserVisit', 'RateLimiterFlexible', '_prisma_migrations']

export type Digests = Record<string, string>

export async function digests(): Promise<Digests> {
  const rows = await db.$queryRawUnsafe<{ table: string; rows: string | null }[]>(await statement())
  return Object.fromEntries(
    rows.map(({ table, rows }) => [
      table,
      createHash('sha256')
        .update(rows ?? '')
        .digest('hex'),
    ]),
  )
}

/** The names of the tables that differ. */
export const changed = (before: Digests, after: Digests) =>
  Object.keys(after).filter(name => before[name] !== after[name])

/** Every word in the database that is kept as text. */
export async function everyWord(): Promise<string> {
  const rows = await db.$queryRawUnsafe<{ rows: string | null }[]>(await statement())
  return rows.map(({ rows }) => rows ?? '').join('\n')
}

export async function forgetAllBut(kept: readonly string[]) {
  const names = (await tables()).filter(name => !kept.includes(name))
  if (!isSqlite) {
    await db.$executeRawUnsafe(`TRUNCATE ${names.map(name => `"${name}"`).join(', ')}`)
    return
  }
  await transaction(async tx => {
    await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON')
    for (const name of names) await tx.$executeRawUnsafe(`DELETE FROM "${name}"`)
  })
}

let written: string | undefined

/** All rows of every table as one text each, in one order, in one statement. */
async function statement() {
  written ??= (await Promise.all((await tables()).filter(name => !LEFT_OUT.includes(name)).map(rowsOf))).join(
    ' UNION ALL ',
  )
  return written
}

async function rowsOf(name: string) {
  if (!isSqlite)
    return `SELECT '${name}' AS "table", (SELECT string_agg(t::text, chr(10) ORDER BY t::text) FROM "${name}" t) AS "rows"`
  const columns = await db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM pragma_table_info('${name}')`,
  )
  const row = columns.map(column => `quote("${column.name}")`).join(` || ',' || `)
  return `SELECT '${name}' AS "table", (SELECT group_concat(r, char(10)) FROM (SELECT ${row} AS r FROM "${name}" ORDER BY 1)) AS "rows"`
}

/** Without the indexes of words, which follow the rows by themselves. */
async function tables(): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ name: string }[]>(
    isSqlite
      ? `SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
      : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  )
  return rows.map(({ name }) => name)
}
