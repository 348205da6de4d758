import { channel } from 'node:diagnostics_channel'
import { existsSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils'
import { z } from 'zod'
import { settings, type Settings } from './env.server'
import { PrismaClient as PostgresClient } from './prisma/postgresql/client'
import { Prisma, PrismaClient } from './prisma/sqlite/client'
import { readRows } from './rows.server'
import type { Reading } from './snapshot.server'
import { sqlite } from './sqlite.server'

export type * from './prisma/sqlite/models'
export { Prisma }

/** What both the client and a transaction can do. */
export type Db = Prisma.TransactionClient
export type Tx = Prisma.TransactionClient

/**
 * The one door to the database. Code is written against the SQLite client's types; the PostgreSQL client
 * is generated from the same models. Where they differ stands in docs/operations.md.
 */
export const isSqlite = settings().database === 'sqlite'

/** Tells whoever listens of every statement that is asked outside a transaction, as `SqlQuery`. */
export const statements = channel('vouch.statements')

const connection = sharedConnection(settings())

export const db: PrismaClient = client()

/** For reads that run on every page or over many people; everything else is the client's. Whole numbers come as numbers. */
export async function read<T>(strings: TemplateStringsArray, ...values: unknown[]): Promise<T[]> {
  const statement = Prisma.sql(strings, ...values)
  return readRows<T>(await connection.connect(), isSqlite ? statement.sql : statement.text, statement.values)
}

/** A statement in the words of this database, for whoever reads it from a snapshot. */
export function reading({ sql, text, values }: Prisma.Sql): Reading {
  return { sql: isSqlite ? sql : text, values }
}

function client(): PrismaClient {
  if (isSqlite) return new PrismaClient({ adapter: connection })
  const postgres: unknown = new PostgresClient({ adapter: connection })
  // The two clients have the same models and so the same calls; only names of error causes differ.
  return postgres as PrismaClient
}

/** One connection, or pool of them, for the client and for what passes it by. */
function sharedConnection({ databaseUrl }: Settings): SqlDriverAdapterFactory {
  const factory = isSqlite ? sqlite(databaseUrl) : new PrismaPg({ connectionString: databaseUrl, max: isMainThread ? 10 : 3 })
  let open: Promise<SqlDriverAdapter> | null = null
  const { provider, adapterName } = factory
  const ours = (adapter: SqlDriverAdapter) => {
    const { queryRaw, dispose } = adapter
    return Object.assign(adapter, {
      queryRaw: (query: SqlQuery) => {
        if (statements.hasSubscribers) statements.publish(query)
        return queryRaw.call(adapter, query)
      },
      dispose: () => {
        open = null
        return dispose.call(adapter)
      },
    })
  }
  return { provider, adapterName, connect: () => (open ??= factory.connect().then(ours)) }
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

/** Written out, since SQLite plans a statement anew for every limit that is bound to it, at several times the cost of running it. */
export function limit(rows: number): Prisma.Sql {
  return Prisma.raw(`LIMIT ${Math.trunc(rows)}`)
}

/** A unique index said no: somebody was first. Of a statement written by hand only the adapter says so. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && Taken.safeParse(error).success
}

const Taken = z.union([
  z.object({ code: z.literal('P2002') }),
  z.object({ meta: z.object({ driverAdapterError: z.object({ cause: z.object({ kind: z.literal('UniqueConstraintViolation') }) }) }) }),
])
