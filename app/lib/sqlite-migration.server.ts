import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Settings } from './env.server'

/**
 * SQLite commits a migration statement by statement, so one that was cut off could neither be finished nor begun
 * again. Here a copy is migrated and takes the place of the file when it is done. The writer's lock is ours.
 */
export async function onCopy<T>(to: Settings, names: readonly string[], work: (to: Settings) => Promise<T>): Promise<T | null> {
  const file = to.databaseUrl.slice('file:'.length)
  const copy = `${file}.next`
  rmSync(copy, { force: true })
  if (existsSync(file)) {
    if (isUpToDate(file, names)) return null
    copyFileSync(file, copy)
  }
  const done = await work({ ...to, databaseUrl: `file:${copy}` })
  renameSync(copy, file)
  return done
}

/** Whether nothing is missing. If something is, all that was written stands in the one file when this returns. */
function isUpToDate(file: string, names: readonly string[]): boolean {
  const database = new Database(file)
  try {
    const applied = appliedIn(database)
    if (names.every(name => applied.has(name))) return true
    // What stayed in a log of writes beside the file would be played into the new one.
    const mode = database.pragma('journal_mode = DELETE', { simple: true })
    if (mode !== 'delete') throw new Error('The database is open in another program: end it, then start again.')
    return false
  } finally {
    database.close()
  }
}

function appliedIn(database: Database.Database): Set<string> {
  const isThere = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get()
  if (!isThere) return new Set()
  const finished = 'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL'
  return new Set(database.prepare<[], string>(finished).pluck().all())
}
