import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { isSqlite } from './db.server'
import { settings, SettingsError } from './env.server'

let lock: Database.Database | undefined

/**
 * On SQLite one process writes. The lock is a locked file of SQLite's own, so the system lets it go however
 * the process ends. On PostgreSQL there is nothing to lock.
 *
 * @throws SettingsError when another process holds it
 */
export function takeWriterLock() {
  if (!isSqlite || lock) return
  const { dataDir } = settings()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = new Database(join(dataDir, 'writer.lock'), { timeout: 0 })
  try {
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new SettingsError(`DATA_DIR  ${dataDir} is in use: another Vouch is running on it. Stop that one, or give this one a folder of its own.`)
  }
  lock = file
}

export function releaseWriterLock() {
  lock?.close()
  lock = undefined
}
