import { isSqlite, Prisma, type Tx } from './db.server'

type Value = string | number | boolean | Date | null | Prisma.Sql

/**
 * Adds rows in one statement, all with the columns of the first. For those that are added by the thousand: through the
 * query builder a row costs four times as much. What is an enum or JSON is marked by `enumOf` and `jsonOf`.
 */
export async function insertAll(tx: Tx, table: Prisma.ModelName, rows: readonly Record<string, Value>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const columns = Prisma.raw(names.map(name => `"${name}"`).join())
  const values = rows.map(row => Prisma.sql`(${Prisma.join(names.map(name => row[name] ?? null))})`)
  await tx.$executeRaw`INSERT INTO ${Prisma.raw(`"${table}"`)} (${columns}) VALUES ${Prisma.join(values)}`
}

/** PostgreSQL takes no text for one of its own types. */
export function enumOf(type: string, value: string): Value {
  return isSqlite ? value : Prisma.sql`${value}::${Prisma.raw(`"${type}"`)}`
}

export function jsonOf(value: object): Value {
  const text = JSON.stringify(value)
  return isSqlite ? text : Prisma.sql`${text}::jsonb`
}
