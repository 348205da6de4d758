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

/** What lives for minutes or days only, has only half arrived, or would let somebody stay signed in, is left out. */
const leftOut = new Set(['Session', 'EndorserVisit', 'RateLimiterFlexible', 'ConfirmationCode', 'Upload', 'PaperRun', 'PaperRunMember'])

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

const PAGE = 100

/** The rows of an archive, a page at a time, in the order they were written. */
export function* pagesOf(archive: Database.Database, model: string): Generator<Row[]> {
  const select = archive.prepare<[string, number], { id: number; json: string }>(
    `SELECT rowid AS id, json FROM row WHERE model = ? AND rowid > ? ORDER BY rowid LIMIT ${PAGE}`,
  )
  for (let page = select.all(model, 0); page.length > 0; page = select.all(model, page.at(-1)?.id ?? Infinity)) {
    yield page.map(({ json }) => JSON.parse(json) as Row) // written by `writeArchive`
  }
}

/** The rows of the database, a page at a time, in the order of their keys. */
export async function* pagesIn(tx: Tx, model: string): AsyncGenerator<Row[]> {
  const key = keys[model] ?? ['id']
  const next = (where: Row) => rowsOf(tx, model).findMany({ where, orderBy: key.map(column => ({ [column]: 'asc' })), take: PAGE })
  for (let page = await next({}); page.length > 0; page = await next(after(page.at(-1) ?? {}, key))) yield page
}

/** What the rows of a model are told apart by, where that is not `id`. */
const keys: Record<string, readonly string[]> = {
  MailDomain: ['domain'],
  LevelDescriptor: ['competencyId', 'levelId'],
  OpportunityCompetency: ['opportunityId', 'competencyId'],
  StoredFile: ['institutionId', 'digest'],
  RevisionEvidence: ['revisionId', 'evidenceId'],
  ProgrammeOutcome: ['programmeId', 'competencyId'],
  AwardingPlan: ['seriesId'],
  AwardRunMember: ['runId', 'studentId'],
  StatusEntry: ['listId', 'index'],
  CredentialEndorsement: ['credentialId', 'endorsementId'],
  TranscriptEntry: ['transcriptId', 'position'],
  AuditEvent: ['institutionId', 'seq'],
  AuditHead: ['institutionId', 'seq'],
}

function after(row: Row, key: readonly string[]): Row {
  const same = (columns: readonly string[]) => Object.fromEntries(columns.map(column => [column, row[column]]))
  return { OR: key.map((column, at) => ({ ...same(key.slice(0, at)), [column]: { gt: row[column] } })) }
}

interface Rows {
  findMany(query: { where: Row; orderBy: Row[]; take: number }): Promise<Row[]>
  createMany(query: { data: Row[] }): Promise<unknown>
  updateMany(query: { where: Row; data: Row }): Promise<unknown>
}

export function rowsOf(tx: Tx, model: string): Rows {
  const delegates: unknown = tx
  // Prisma names each delegate after its model; here all are asked alike.
  return (delegates as Record<string, Rows>)[model.charAt(0).toLowerCase() + model.slice(1)] as Rows
}
