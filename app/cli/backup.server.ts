import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { db, type Tx } from '~/lib/db.server'
import { Refusal } from '~/lib/refusal'
import { isFull, isStored, readStored } from '~/lib/storage.server'
import { atOnce, FORMAT, keptSecret, markOfSecret, models, pagesIn, pagesOf } from './archive.server'

const TABLES = `
  CREATE TABLE vouch (format INTEGER, secret TEXT, mark TEXT);
  CREATE TABLE row (model TEXT, json TEXT);
  CREATE TABLE file (institution TEXT, digest TEXT, bytes BLOB);
  CREATE INDEX "row of model" ON row (model)`

/** Writes everything as it is at one moment, or nothing. */
export async function writeArchive(path: string): Promise<{ rows: number; files: number }> {
  if (existsSync(path)) throw new Refusal(`${path} exists already. Name a file that does not.`)
  if (!existsSync(dirname(path))) throw new Refusal(`There is no folder ${dirname(path)}.`)
  closeSync(openSync(path, 'wx', 0o600))
  const archive = new Database(path)
  try {
    archive.exec(`BEGIN; ${TABLES}`)
    archive.prepare('INSERT INTO vouch VALUES (?, ?, ?)').run(FORMAT, keptSecret(), markOfSecret())
    const rows = await db.$transaction(tx => writeRows(tx, archive), atOnce)
    const files = await writeFiles(archive)
    archive.exec('COMMIT')
    return { rows, files }
  } catch (error) {
    rmSync(path, { force: true })
    throw isFull(error) || isFullArchive(error) ? new Refusal(`There is no room for ${path}. Nothing of it was kept.`) : error
  } finally {
    archive.close()
  }
}

async function writeRows(tx: Tx, archive: Database.Database) {
  const insert = archive.prepare('INSERT INTO row VALUES (?, ?)')
  let count = 0
  for (const model of models) {
    for await (const page of pagesIn(tx, model)) {
      for (const row of page) insert.run(model, JSON.stringify(row))
      count += page.length
    }
  }
  return count
}

/** Of the rows that were written: others have come since. */
async function writeFiles(archive: Database.Database) {
  const insert = archive.prepare('INSERT INTO file VALUES (?, ?, ?)')
  let count = 0
  for (const page of pagesOf(archive, 'StoredFile')) {
    for (const row of page) {
      const { institutionId, digest } = StoredFile.parse(row)
      insert.run(institutionId, digest, await bytesOf(institutionId, digest))
      count++
    }
  }
  return count
}

const StoredFile = z.object({ institutionId: z.string(), digest: z.string() })

async function bytesOf(institutionId: string, digest: string) {
  if (await isStored(institutionId, digest)) return buffer(readStored(institutionId, digest))
  throw new Refusal(`The bytes of a file are gone since its row was read (${digest.slice(0, 12)}). Nothing was kept: run it again.`)
}

function isFullArchive(error: unknown) {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_FULL')
}
