import { access, constants } from 'node:fs/promises'
import { findKeyTrouble } from './domain/signing-key.server'
import { appliedMigrations, db } from './lib/db.server'
import { settings } from './lib/env.server'
import { isInboxWell } from './lib/inbox.server'
import { canReachMailServer } from './lib/mail.server'
import { migrationNames } from './lib/migrations.server'

export interface Readiness {
  database: boolean
  storage: boolean
  mail: boolean
  /** Answers to our mail can come in, or nobody asked for that. */
  inbox: boolean
  migrations: boolean
  /** One signs, and whoever keeps it outside of us can be reached and has it. */
  key: boolean
}

export async function readiness(): Promise<Readiness> {
  const { dataDir } = settings()
  const keys = await db.signingKey.count({ where: { status: 'active' } }).catch(() => null)
  return {
    database: keys !== null,
    storage: await access(dataDir, constants.W_OK).then(() => true, () => false),
    mail: await mailAnswers(),
    inbox: isInboxWell(),
    migrations: await isMigrated().catch(() => false),
    key: keys !== null && (keys > 0 ? await keyAnswers() : (await db.institution.count()) === 0),
  }
}

/** A mail server is not asked more often than every few seconds; who keeps the key outside of us is close by. */
const mailAnswers = forEveryProbe(canReachMailServer, 5_000)
const keyAnswers = forEveryProbe(async () => (await findKeyTrouble()) === null, 0)

/** However many probes ask us, one of them asks, and its answer is good for so many milliseconds more. */
function forEveryProbe(ask: () => Promise<boolean>, kept: number): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null
  return () => {
    asking ??= ask().finally(() => setTimeout(() => (asking = null), kept).unref())
    return asking
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
    { what: 'key', isWell: ready.key, words: ready.key ? 'one key signs' : ((await findKeyTrouble()) ?? 'no key signs') },
    { what: 'letters', isWell: unsent === 0, words: `${unsent} given up, ${late} to be tried again` },
  ]
}

/** Whether the database is as this version expects it. */
export async function isMigrated(): Promise<boolean> {
  const applied = await appliedMigrations()
  return applied !== null && migrationNames(settings().database).every(name => applied.includes(name))
}
