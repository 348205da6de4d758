import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:net'
import { listenForErrands } from './cli/errand.server'
import { run } from './cli/run.server'
import { lapseOffers } from './domain/award.server'
import { stopAwarding } from './domain/awarding-threads.server'
import { signAuditHeads } from './domain/audit-head.server'
import { checkPublicUrl } from './domain/issuer.server'
import { remindAll } from './domain/reminder.server'
import { receiveMail } from './domain/received-mail.server'
import { expireRequests } from './domain/renewal.server'
import { activeKey } from './domain/signing-key.server'
import { stopSigning } from './domain/signing-threads.server'
import { startVerifier, stopVerifier } from './domain/verifier.server'
import { stopPressing } from './documents/paper-threads.server'
import { printer, stopPrinter } from './documents/printer.server'
import { seedWhereDue } from './demo.server'
import { isMigrated } from './health.server'
import { db, isSqlite, prepareDatabase } from './lib/db.server'
import { settings } from './lib/env.server'
import { closeInbox, openInbox } from './lib/inbox.server'
import { registerDaily, startJobs, stopJobs } from './lib/jobs.server'
import { closeMail } from './lib/mail.server'
import { alone, migrate } from './lib/migrations.server'
import { Refusal } from './lib/refusal'
import { releaseWriterLock, takeWriterLock } from './lib/writer-lock.server'
import { tellOfExpiry } from './domain/award-expiry.server'
import './domain/award-run-work.server'
import { awardByItself } from './domain/awarding-by-itself.server'
import './domain/letters.server'
import './domain/paper-run-clearing.server'
import './documents/paper-run-work.server'

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
  if (!(await isMigrated())) throw new Refusal('There is no database here that this version knows. `npm start` makes it, or brings it up to date.')
  await prepareDatabase()
}

export async function closeHouse() {
  await db.$disconnect()
  releaseWriterLock()
}

/** Everything the server needs before it answers. */
export async function boot() {
  await openHouse()
  if (settings().demo) await alone(settings(), seedWhereDue)
  for (const { id } of await db.institution.findMany()) await activeKey(id)
  registerDaily({ 'expire-requests': expireRequests, 'remind': remindAll, 'lapse-offers': lapseOffers, 'award-by-itself': awardByItself, 'tell-of-expiry': tellOfExpiry, 'sign-audit-heads': signAuditHeads })
  if (isSqlite) errands = await listenForErrands(run)
  startVerifier()
  await printer()
  startJobs()
  await openInbox(receiveMail)
}

export async function shutDown() {
  errands?.close()
  await closeInbox()
  await stopJobs()
  closeMail()
  await Promise.all([stopPrinter(), stopVerifier(), stopAwarding(), stopSigning(), stopPressing()])
  await closeHouse()
}
