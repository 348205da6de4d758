import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Database } from 'better-sqlite3'
import { db, type Tx } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { Refusal } from '~/lib/refusal'
import { keep, receive, removeStored } from '~/lib/storage.server'
import {
  atOnce, keptSecret, markOfSecret, models, openArchive, pagesOf, rowsOf, sealOf, secretFile, type FileRow, type Row,
} from './archive.server'

/** Columns that point at rows which come later: set once all rows are there. */
const later: Record<string, readonly string[]> = {
  Unit: ['parentId'], Competency: ['parentId'], Activity: ['continuesId', 'approvedRevisionId'],
  EndorsementRequest: ['handedOverById'],
}

/** Into an empty database only, all or nothing. */
export async function readArchive(path: string): Promise<{ rows: number; files: number }> {
  const archive = openArchive(path)
  try {
    if ((await db.institution.count()) > 0) throw new Refusal('This database is not empty. Restore into a new DATA_DIR or an empty database.')
    refuseDamaged(archive)
    refuseForeign(archive)
    return await restore(archive)
  } finally {
    archive.close()
  }
}

async function restore(archive: Database) {
  try {
    const restored = await db.$transaction(async tx => ({ rows: await restoreRows(tx, archive), files: await restoreFiles(archive) }), atOnce)
    adoptSecret(archive)
    return restored
  } catch (error) {
    // The database was empty, so none of them was there before.
    for (const { institution, digest } of filesIn(archive)) await removeStored(institution, digest)
    throw error
  }
}

async function restoreRows(tx: Tx, archive: Database) {
  let count = 0
  for (const model of models) {
    for (const page of pagesOf(archive, model)) {
      await rowsOf(tx, model).createMany({ data: page.map(row => without(row, later[model] ?? [])) })
      count += page.length
    }
  }
  for (const [model, columns] of Object.entries(later)) {
    for (const page of pagesOf(archive, model)) for (const row of page) await setLater(tx, model, columns, row)
  }
  return count
}

async function setLater(tx: Tx, model: string, columns: readonly string[], row: Row) {
  const data = Object.fromEntries(columns.filter(column => row[column] !== null).map(column => [column, row[column]]))
  if (Object.keys(data).length > 0) await rowsOf(tx, model).updateMany({ where: { id: row['id'] }, data })
}

async function restoreFiles(archive: Database) {
  let count = 0
  for (const { institution, bytes } of filesIn(archive)) {
    await keep(institution, await receive(Readable.from([bytes]), bytes.length, new Refusal('too large')))
    count++
  }
  return count
}

function refuseDamaged(archive: Database) {
  for (const { digest, bytes } of filesIn(archive)) {
    if (createHash('sha256').update(bytes).digest('hex') === digest) continue
    throw new Refusal(`The archive is damaged: a file is not what its digest says (${digest.slice(0, 12)}).`)
  }
}

/** Signing keys are sealed under SECRET: with another one they would be lost. Only one that was made here can be exchanged. */
function refuseForeign(archive: Database) {
  const { secret, mark } = sealOf(archive)
  if (mark === markOfSecret()) return
  if (secret === null) throw new Refusal('The archive was written under another SECRET than the one that is set. Set SECRET to that one.')
  if (keptSecret() === settings().secret) return
  throw new Refusal('The archive was written under another SECRET than the one that is set. `vouch restore FILE --print-secret` shows it.')
}

function adoptSecret(archive: Database) {
  const { secret, mark } = sealOf(archive)
  if (secret !== null && mark !== markOfSecret()) writeFileSync(secretFile(), secret, { mode: 0o600 })
}

function filesIn(archive: Database) {
  return archive.prepare<[], FileRow>('SELECT institution, digest, bytes FROM file').iterate()
}

function without(row: Row, columns: readonly string[]) {
  return Object.fromEntries(Object.entries(row).filter(([column, value]) => value !== null && !columns.includes(column)))
}
