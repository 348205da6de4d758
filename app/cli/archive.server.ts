import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import Database from 'better-sqlite3'
import { db, Prisma, transaction, type Tx } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { Refusal } from '~/lib/refusal'
import { keep, readStored, receive } from '~/lib/storage.server'

/**
 * An archive is one SQLite file: every row as JSON by model, every stored file, and the kept SECRET where there
 * is one. It does not depend on which database it came from, so it also moves an installation to the other.
 */
const FORMAT = 1

/** What lives for minutes only, or would let somebody stay signed in, is left out. */
const leftOut = new Set(['Session', 'EndorserVisit', 'RateLimiterFlexible', 'ConfirmationCode'])

/** Columns that point at rows which come later: set once all rows are there. */
const later: Record<string, readonly string[]> = {
  Unit: ['parentId'], Competency: ['parentId'], Activity: ['continuesId', 'approvedRevisionId'],
}

type Row = Record<string, unknown>
interface Rows {
  findMany(query?: object): Promise<Row[]>
  createMany(query: { data: Row[] }): Promise<unknown>
  updateMany(query: { where: Row; data: Row }): Promise<unknown>
  count(): Promise<number>
}

const models = Object.keys(Prisma.ModelName).filter(model => !leftOut.has(model))

export async function writeArchive(path: string): Promise<{ rows: number; files: number }> {
  if (existsSync(path)) throw new Refusal(`${path} exists already. Name a file that does not.`)
  const archive = new Database(path)
  try {
    archive.exec('CREATE TABLE vouch (format INTEGER, secret TEXT); CREATE TABLE row (model TEXT, json TEXT); CREATE TABLE file (institution TEXT, digest TEXT, bytes BLOB)')
    archive.prepare('INSERT INTO vouch VALUES (?, ?)').run(FORMAT, keptSecret())
    const rows = await transaction(tx => writeRows(tx, archive))
    return { rows, files: await writeFiles(archive) }
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    archive.close()
  }
}

/** Into an empty database only, all or nothing. */
export async function readArchive(path: string): Promise<{ rows: number; files: number }> {
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`)
  const archive = open(path)
  try {
    if ((await db.institution.count()) > 0) throw new Refusal('This database is not empty. Restore into a new DATA_DIR or an empty database.')
    adoptSecret(archive)
    const files = await restoreFiles(archive)
    return { rows: await transaction(tx => restoreRows(tx, archive)), files }
  } finally {
    archive.close()
  }
}

async function writeRows(tx: Tx, archive: Database.Database) {
  const insert = archive.prepare('INSERT INTO row VALUES (?, ?)')
  let count = 0
  for (const model of models) {
    for (const row of await rowsOf(tx, model).findMany()) {
      insert.run(model, JSON.stringify(row))
      count++
    }
  }
  return count
}

async function writeFiles(archive: Database.Database) {
  const insert = archive.prepare('INSERT INTO file VALUES (?, ?, ?)')
  const stored = await db.storedFile.findMany()
  for (const { institutionId, digest } of stored) {
    const chunks: Buffer[] = []
    for await (const chunk of readStored(institutionId, digest)) chunks.push(chunk as Buffer) // a file stream gives buffers
    insert.run(institutionId, digest, Buffer.concat(chunks))
  }
  return stored.length
}

async function restoreRows(tx: Tx, archive: Database.Database) {
  const select = archive.prepare('SELECT json FROM row WHERE model = ?')
  let count = 0
  for (const model of models) {
    const rows = select.all(model).map(row => JSON.parse((row as { json: string }).json) as Row) // as written above
    const first = rows.map(row => without(row, later[model] ?? []))
    for (let from = 0; from < first.length; from += 100) await rowsOf(tx, model).createMany({ data: first.slice(from, from + 100) })
    count += rows.length
  }
  for (const [model, columns] of Object.entries(later)) {
    for (const row of select.all(model)) await setLater(tx, model, columns, JSON.parse((row as { json: string }).json) as Row)
  }
  return count
}

async function setLater(tx: Tx, model: string, columns: readonly string[], row: Row) {
  const data = Object.fromEntries(columns.filter(column => row[column] !== null).map(column => [column, row[column]]))
  if (Object.keys(data).length > 0) await rowsOf(tx, model).updateMany({ where: { id: row['id'] }, data })
}

async function restoreFiles(archive: Database.Database) {
  let count = 0
  for (const row of archive.prepare('SELECT institution, digest, bytes FROM file').iterate()) {
    const { institution, digest, bytes } = row as { institution: string; digest: string; bytes: Buffer } // as written above
    const arrived = await receive(Readable.from([bytes]), Number.MAX_SAFE_INTEGER, new Refusal('too large'))
    if (arrived.digest !== digest) throw new Refusal(`The archive is damaged: a file is not what its digest says (${digest.slice(0, 12)}).`)
    await keep(institution, arrived)
    count++
  }
  return count
}

function open(path: string) {
  try {
    const archive = new Database(path, { readonly: true, fileMustExist: true })
    const { format } = archive.prepare('SELECT format FROM vouch').get() as { format: number }
    if (format === FORMAT) return archive
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
  throw new Refusal(`${path} is not an archive that this version reads.`)
}

/** Signing keys are sealed under SECRET: with another one they would be lost. */
function adoptSecret(archive: Database.Database) {
  const { secret } = archive.prepare('SELECT secret FROM vouch').get() as { secret: string | null }
  if (secret === null || secret === settings().secret) return
  const own = join(settings().dataDir, 'secret')
  if (!existsSync(own)) throw new Refusal('The archive was written under another SECRET than the one that is set. `vouch restore FILE --print-secret` shows it.')
  // Nothing is sealed under our own yet: the database is empty.
  writeFileSync(own, secret, { mode: 0o600 })
}

export function secretOf(path: string): string | null {
  const archive = open(path)
  try {
    return (archive.prepare('SELECT secret FROM vouch').get() as { secret: string | null }).secret
  } finally {
    archive.close()
  }
}

function keptSecret() {
  const file = join(settings().dataDir, 'secret')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

function rowsOf(tx: Tx, model: string): Rows {
  const delegates: unknown = tx
  // Prisma names each delegate after its model; here all are asked alike.
  return (delegates as Record<string, Rows>)[model.charAt(0).toLowerCase() + model.slice(1)] as Rows
}

function without(row: Row, columns: readonly string[]) {
  return Object.fromEntries(Object.entries(row).filter(([column, value]) => value !== null && !columns.includes(column)))
}
