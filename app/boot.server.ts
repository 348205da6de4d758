import { access, constants, mkdir } from 'node:fs/promises'
import type { Server } from 'node:net'
import { listenForErrands } from './cli/errand.server'
import { run } from './cli/run.server'
import { lapseOffers } from './domain/award.server'
import { signAuditHead } from './domain/audit-head.server'
import { checkPublicUrl } from './domain/issuer.server'
import { expireRequests } from './domain/request.server'
import { activeKey } from './domain/signing-key.server'
import { printer, stopPrinter } from './documents/printer.server'
import { db, isSqlite, prepareDatabase } from './lib/db.server'
import { settings } from './lib/env.server'
import { registerDaily, startJobs, stopJobs } from './lib/jobs.server'
import { canReachMailServer } from './lib/mail.server'
import { alone, migrate } from './lib/migrations.server'
import { releaseWriterLock, takeWriterLock } from './lib/writer-lock.server'
import { seedDemo } from '../prisma/seed'
import './domain/letters.server'

let errands: Server | undefined

/** From settings to a database that is ours to write: locked, migrated, checked. */
export async function openHouse() {
  await mkdir(settings().dataDir, { recursive: true, mode: 0o700 })
  takeWriterLock()
  await migrate(settings())
  await prepareDatabase()
  await checkPublicUrl()
}

/** To look only, beside whoever writes. */
export async function readHouse() {
  await prepareDatabase()
}

export async function closeHouse() {
  await db.$disconnect()
  releaseWriterLock()
}

/** Everything the server needs before it answers. */
export async function boot() {
  await openHouse()
  await alone(settings(), seedWhereEmpty)
  for (const { id } of await db.institution.findMany()) await activeKey(id)
  registerDaily({ 'expire-requests': expireRequests, 'lapse-offers': lapseOffers, 'sign-audit-heads': signAuditHeads })
  if (isSqlite) errands = await listenForErrands(run)
  await printer()
  startJobs()
}

async function seedWhereEmpty() {
  if (settings().demo && (await db.institution.count()) === 0) await seedDemo()
}

export async function shutDown() {
  errands?.close()
  await stopJobs()
  await stopPrinter()
  await closeHouse()
}

export interface Readiness {
  database: boolean
  storage: boolean
  mail: boolean
  migrations: boolean
  key: boolean
}

export async function readiness(): Promise<Readiness> {
  const { dataDir } = settings()
  const keys = await db.signingKey.count({ where: { status: 'active' } }).catch(() => null)
  return {
    database: keys !== null,
    storage: await access(dataDir, constants.W_OK).then(() => true, () => false),
    mail: await canReachMailServer(),
    // The server does not answer before they are applied.
    migrations: true,
    key: keys !== null && (keys > 0 || (await db.institution.count()) === 0),
  }
}

export interface Finding {
  what: string
  isWell: boolean
  words: string
}

/** What an operator should know, for `vouch doctor`. */
export async function diagnose(): Promise<Finding[]> {
  const ready = await readiness()
  const [unsent, late] = await Promise.all([
    db.job.count({ where: { deadAt: { not: null } } }),
    db.job.count({ where: { doneAt: null, deadAt: null, attempts: { gt: 0 } } }),
  ])
  return [
    { what: 'database', isWell: ready.database, words: ready.database ? 'answers' : 'does not answer' },
    { what: 'storage', isWell: ready.storage, words: ready.storage ? settings().dataDir : `${settings().dataDir} cannot be written` },
    { what: 'mail', isWell: ready.mail, words: ready.mail ? 'the mail server answers' : 'the mail server does not answer' },
    { what: 'key', isWell: ready.key, words: ready.key ? 'one key signs' : 'no key signs' },
    { what: 'letters', isWell: unsent === 0, words: `${unsent} given up, ${late} to be tried again` },
  ]
}

async function signAuditHeads() {
  for (const { id } of await db.institution.findMany({ select: { id: true } })) await signAuditHead(id)
}
