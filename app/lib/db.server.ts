import { existsSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { settings, type Settings } from './env.server'
import { PrismaClient as PostgresClient } from './prisma/postgresql/client'
import { PrismaClient, type Prisma } from './prisma/sqlite/client'
import { sqlite } from './sqlite.server'

export type * from './prisma/sqlite/models'
export { Prisma } from './prisma/sqlite/client'

/** What both the client and a transaction can do. */
export type Db = Prisma.TransactionClient
export type Tx = Prisma.TransactionClient

/**
 * The one door to the database. Code is written against the SQLite client's types; the PostgreSQL client
 * is generated from the same models. Where they differ stands in docs/operations.md.
 */
export const db: PrismaClient = connect(settings())

export const isSqlite = settings().database === 'sqlite'

function connect(to: Settings): PrismaClient {
  if (to.database === 'sqlite') return new PrismaClient({ adapter: sqlite(to.databaseUrl) })
  const client: unknown = new PostgresClient({ adapter: new PrismaPg({ connectionString: to.databaseUrl, max: 10 }) })
  // The two clients have the same models and so the same calls; only names of error causes differ.
  return client as PrismaClient
}

/** WAL survives in the file; the rest is asked of each connection, and only one writes. */
export async function prepareDatabase() {
  if (!isSqlite) return
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000']) {
    await db.$queryRawUnsafe(`PRAGMA ${pragma}`)
  }
}

/** Names of the migrations this database has had; null when it is not there, or knows of none. */
export async function appliedMigrations(): Promise<string[] | null> {
  const { database, databaseUrl } = settings()
  if (database === 'sqlite' && !existsSync(databaseUrl.slice('file:'.length))) return null
  try {
    const rows = await db.$queryRaw<{ name: string }[]>`SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`
    return rows.map(({ name }) => name)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'P2010') return null // there is no such table
    throw error
  }
}

/** All of it or nothing. Sign, hash and render before you come here: on SQLite one writer runs at a time. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(work, { maxWait: 20_000, timeout: 20_000 })
}

/** A unique index said no: somebody was first. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
