import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { HOUR } from '~/lib/clock.server'
import { Prisma, type Tx } from '~/lib/db.server'
import { settings } from '~/lib/env.server'
import { Refusal } from '~/lib/refusal'
import { saltedDigest } from '~/lib/token.server'

/**
 * An archive is one SQLite file: every row as JSON by model, every stored file, and the kept SECRET where there
 * is one. It does not depend on which database it came from, so it also moves an installation to the other.
 */
export const FORMAT = 1

export type Row = Record<string, unknown>

export interface FileRow {
  institution: string
  digest: string
  bytes: Buffer
}

/** What lives for minutes only, or would let somebody stay signed in, is left out. */
const leftOut = new Set(['Session', 'EndorserVisit', 'RateLimiterFlexible', 'ConfirmationCode'])

/** In story order, where what is referred to comes first, save that evidence is told before its files. */
export const models = ['StoredFile', ...Object.keys(Prisma.ModelName).filter(model => model !== 'StoredFile' && !leftOut.has(model))]

/** One moment of the whole house, however long it takes to write down. */
export const atOnce = { isolationLevel: 'Serializable', maxWait: HOUR, timeout: HOUR } as const

/** @throws Refusal when it is no archive */
export function openArchive(path: string): Database.Database {
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`)
  try {
    const archive = new Database(path, { readonly: true })
    if (sealOf(archive).format === FORMAT) return archive
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
  throw new Refusal(`${path} is not an archive that this version reads.`)
}

/** What it was written under. `secret` is null where the operator keeps the SECRET themselves. */
export function sealOf(archive: Database.Database) {
  const select = archive.prepare<[], { format: number; secret: string | null; mark: string }>('SELECT * FROM vouch')
  return select.get() ?? { format: 0, secret: null, mark: '' }
}

/** Tells one SECRET from another, and nothing else of it. */
export const markOfSecret = () => saltedDigest('archive')

export const secretFile = () => join(settings().dataDir, 'secret')

/** The SECRET that was made here, unless one that is set has taken its place. */
export function keptSecret(): string | null {
  const kept = existsSync(secretFile()) ? readFileSync(secretFile(), 'utf8').trim() : null
  return kept === settings().secret ? kept : null
}

interface Rows {
  findMany(): Promise<Row[]>
  createMany(query: { data: Row[] }): Promise<unknown>
  updateMany(query: { where: Row; data: Row }): Promise<unknown>
}

export function rowsOf(tx: Tx, model: string): Rows {
  const delegates: unknown = tx
  // Prisma names each delegate after its model; here all are asked alike.
  return (delegates as Record<string, Rows>)[model.charAt(0).toLowerCase() + model.slice(1)] as Rows
}
