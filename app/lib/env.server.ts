import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { now } from './clock.server'
import { readSealFiles, type SealFiles } from './seal-files.server'

const flag = z.enum(['0', '1']).default('0').transform(value => value === '1')

const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const

const Environment = z.object({
  NODE_ENV: z.string().default('production'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an address that starts with https:// or http://' }).transform(url => url.replace(/\/+$/, '')).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file: or postgresql://').optional(),
  MAIL_URL: z.string().regex(/^(mailbox:|smtps?:\/\/)/, 'must be mailbox: or start with smtp://').default('mailbox:'),
  MAIL_FROM: z.string().optional(),
  MAIL_INBOX_URL: z.string().regex(/^smtp:\/\/[^/?]+:\d+(\/?\?|\/?$)/, 'must be smtp://HOST:PORT?domain=…: where we listen, and for which domain').optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SIGNING_AGENT: z.string().regex(/^\/.{1,100}$/, 'must be the path of a socket, from / on, of at most 101 characters').optional(),
  SEAL_CERTIFICATE: z.string().optional(),
  SEAL_KEY: z.string().optional(),
  DEMO: flag,
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
  TRUST_PROXY: z.string().default(''),
})

export interface Settings {
  port: number
  host: string
  /** Where the world finds us, without a slash at the end. */
  publicUrl: string
  publicUrlIsSet: boolean
  dataDir: string
  databaseUrl: string
  database: 'sqlite' | 'postgresql'
  mailUrl: string
  mailFrom: string
  /** Where answers to our mail come in; null where nobody listens for them. */
  mailInbox: { host: string; port: number; domain: string } | null
  secret: string
  /** The socket of the agent that keeps the next signing key; null: we keep it ourselves. */
  signingAgent: string | null
  /** What documents are sealed with; null where the institution has none. */
  seal: SealFiles | null
  demo: boolean
  isLoopback: boolean
  logLevel: (typeof levels)[number]
  trustProxy: string
}

/** One line a setting that is wrong: what the operator reads when the start is refused. */
export class SettingsError extends Error {}

let known: Settings | undefined

/** The settings, read and checked once a process, which ends when they are wrong. */
export function settings(): Settings {
  known ??= readOrEnd()
  return known
}

// Modules ask while they are loaded: no program of ours is there yet to catch what is thrown.
function readOrEnd() {
  try {
    return readSettings(process.env)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return endFor(error)
  }
}

export function endFor({ message }: Error): never {
  process.stderr.write(`Vouch cannot start with these settings.\n\n${message}\n`)
  process.exit(1)
}

export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = Environment.safeParse(withFiles(environment))
  if (!parsed.success) throw new SettingsError(table(parsed.error.issues))
  const env = parsed.data
  const dataDir = resolve(env.DATA_DIR)
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(env.HOST)
  const isEmbedded = env.DATABASE_URL === undefined || env.DATABASE_URL.startsWith('file:')
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`
  if (env.MAIL_URL === 'mailbox:' && !isLocalUrl(publicUrl)) {
    throw new SettingsError(`MAIL_URL  mailbox: keeps mail on this machine, but PUBLIC_URL is ${publicUrl}. Set MAIL_URL=smtp://…`)
  }
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    publicUrlIsSet: env.PUBLIC_URL !== undefined,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? `file:${join(dataDir, 'vouch.db')}`,
    database: isEmbedded ? 'sqlite' : 'postgresql',
    mailUrl: env.MAIL_URL,
    mailFrom: env.MAIL_FROM ?? `Vouch <vouch@${new URL(publicUrl).hostname}>`,
    mailInbox: env.MAIL_INBOX_URL === undefined ? null : inboxOf(new URL(env.MAIL_INBOX_URL), publicUrl),
    secret: env.SECRET ?? keptSecret(dataDir, isEmbedded),
    signingAgent: env.SIGNING_AGENT ?? null,
    seal: sealOf(env.SEAL_CERTIFICATE, env.SEAL_KEY),
    demo: env.DEMO || (env.DATABASE_URL === undefined && env.PUBLIC_URL === undefined && isLoopback),
    isLoopback,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
  }
}

/** `X_FILE` names a file that holds the value of `X`; an empty variable counts as not set. */
function withFiles(environment: Record<string, string | undefined>) {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (!value) continue
    if (name.endsWith('_FILE') && name.slice(0, -5) in Environment.shape) {
      values[name.slice(0, -5)] = readFileSync(value, 'utf8').trim()
    } else values[name] ??= value
  }
  return values
}

function keptSecret(dataDir: string, isEmbedded: boolean) {
  if (!isEmbedded) throw new SettingsError('SECRET  is required with PostgreSQL: at least 32 characters, the same for every process')
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

function inboxOf({ hostname, port, searchParams }: URL, publicUrl: string) {
  const domain = searchParams.get('domain') || new URL(publicUrl).hostname
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), domain: domain.toLowerCase() }
}

function sealOf(certificate: string | undefined, key: string | undefined) {
  if (!certificate && !key) return null
  if (!certificate || !key) throw new SettingsError('SEAL_CERTIFICATE  and SEAL_KEY belong together: the paths of two files in PEM')
  const seal = readSealFiles(certificate, key, now())
  if ('wrong' in seal) throw new SettingsError(seal.wrong)
  return seal
}

function isLocalUrl(url: string) {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}

function table(issues: z.core.$ZodIssue[]) {
  const width = Math.max(...issues.map(issue => String(issue.path[0]).length))
  return issues.map(issue => `${String(issue.path[0]).padEnd(width)}  ${issue.message}`).join('\n')
}
