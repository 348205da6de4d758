import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import type { Settings } from './env.server'
import { root } from './root.server'
import { onCopy } from './sqlite-migration.server'

const noFilters = { externalTables: [], externalEnums: [] }

/**
 * Applies what is missing of prisma/migrations with Prisma's own schema engine, through the same driver
 * adapters as the client. Two processes may start at once: one waits for the other.
 */
export async function migrate(to: Settings): Promise<string[]> {
  if (to.database === 'sqlite') return (await onCopy(to, migrationNames('sqlite'), apply)) ?? []
  return alone(to, () => apply(to))
}

function apply(to: Settings): Promise<string[]> {
  return withSchemaEngine(to, async engine => {
    const result = await engine.applyMigrations({ migrationsList: migrationsOf(to.database), filters: noFilters })
    return result.appliedMigrationNames
  })
}

/** What only one of several processes that start at once may do at a time: the others wait. */
export async function alone<T>(to: Settings, work: () => Promise<T>): Promise<T> {
  const unlock = await lock(to)
  try {
    return await work()
  } finally {
    await unlock()
  }
}

export function migrationNames(database: Settings['database']): string[] {
  return migrationsOf(database).migrationDirectories.map(({ path }) => path)
}

/** The SQL that leads from one schema to another; `null` is an empty database. */
export function migrationScript(to: Settings, from: string | null, schema: string): Promise<string> {
  const datamodel = (content: string) => ({ tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] })
  return withSchemaEngine(to, async engine => {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : datamodel(from),
      to: datamodel(schema),
      script: true,
      exitCode: null,
      filters: noFilters,
    })
    return stdout ?? ''
  })
}

function migrationsOf(database: Settings['database']) {
  const baseDir = join(root, 'prisma/migrations', database)
  const names = readdirSync(baseDir, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${database}"` },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map(path => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

// The engine is one a process, while a development server or a test runner may hold this module twice.
const loaded = Symbol.for('vouch.schema-engine')

async function withSchemaEngine<T>(to: Settings, work: (engine: engineModule.SchemaEngine) => Promise<T>): Promise<T> {
  if (!Reflect.has(globalThis, loaded)) loadEngine()
  const factory =
    to.database === 'sqlite'
      ? new PrismaBetterSqlite3({ url: to.databaseUrl })
      : new PrismaPg({ connectionString: to.databaseUrl })
  const opened: SqlDriverAdapter[] = []
  const open = factory.connect.bind(factory)
  // The engine never closes what it opens.
  factory.connect = async () => {
    const adapter = await open()
    opened.push(adapter)
    return adapter
  }
  const schema = `datasource db {\n provider = "${to.database}"\n}`
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(engine)
  } finally {
    await Promise.all(opened.map(adapter => adapter.dispose()))
  }
}

function loadEngine() {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const compiled = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  // The glue module is its own table of imports; its typings list only the part meant for callers.
  const imports = { './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports }
  const instance = new WebAssembly.Instance(compiled, imports)
  engineModule.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  Reflect.set(globalThis, loaded, true)
}

/** On SQLite the writer's lock is taken before we come here; PostgreSQL has locks for this. */
async function lock(to: Settings): Promise<() => Promise<void>> {
  if (to.database === 'sqlite') return async () => undefined
  const client = new pg.Client({ connectionString: to.databaseUrl })
  await client.connect()
  await client.query('SELECT pg_advisory_lock(7062117)')
  return () => client.end()
}
