import { execFile, fork } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createDatabase, startPostgres } from '../tests/postgres'
import { startServer } from '../tests/program/server'
import { multiply } from './cohort-copies'
import type { PassCosts } from './cohort-pass'
import { measure, type Target } from './measure'
import { signIn } from './pages'
import type { Result } from './run'
import { askingPostgres, askingSqlite, type Asking } from './search-crowd'

const FEW = 1_000
const TIMES = 10
const GOAL = { megabytes: 1024, milliseconds: 50 }

const root = join(import.meta.dirname, '..')

/** 100,000 students with 2,000,000 activities beside a nested programme, and one student's page among them. */
export async function cohort(): Promise<Result[]> {
  return [...(await onSqlite()), ...(await onPostgres())]
}

/** A database with the demo in it, and how it is asked and kept aside while it is small. */
interface Ground {
  name: string
  env: Record<string, string>
  pids: readonly number[]
  isSqlite: boolean
  ask(): Promise<Asking>
  /** Settings of a server on a copy as it is now. */
  copy(): Promise<Record<string, string>>
}

async function onSqlite() {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'vouch-cohort-')))
  const [folder = '', small = ''] = folders
  try {
    await grow({ DATA_DIR: folder })
    const ask = async () => askingSqlite(join(folder, 'vouch.db'))
    const copy = async () => {
      for (const file of ['vouch.db', 'secret']) copyFileSync(join(folder, file), join(small, file))
      return { DATA_DIR: small }
    }
    return await among({ name: '', env: { DATA_DIR: folder }, pids: [], ask, isSqlite: true, copy })
  } finally {
    for (const each of folders) rmSync(each, { recursive: true, force: true })
  }
}

async function onPostgres() {
  const postgres = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'vouch-cohort-'))
  try {
    const DATABASE_URL = await createDatabase(postgres.url, 'vouch_cohort')
    const env = { DATA_DIR: folder, DATABASE_URL, SECRET: 'a secret for benchmarks, long enough' }
    await grow(env)
    const ask = () => askingPostgres(DATABASE_URL)
    const copy = async () => {
      const small = await createDatabase(postgres.url, 'vouch_small', 'vouch_cohort')
      return { ...env, DATABASE_URL: small }
    }
    return await among({ name: ', PostgreSQL', env, pids: [postgres.pid], ask, isSqlite: false, copy })
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function among({ name, env, pids, ask, isSqlite, copy }: Ground): Promise<Result[]> {
  const page = await closing(await ask(), studentPage)
  const small = await copy()
  const grown = async () => {
    await closing(await ask(), asking => multiply(asking, TIMES, isSqlite))
    return passOver(env)
  }
  const ten = await grown()
  const hundred = await grown()
  const cost = await pageCosts({ page, pids, few: small, many: env })
  const eligibility = 'cohort eligibility 100k'
  const compared = (what: string, unit: string, value: number, against: number): Result =>
    ({ name: `${what}${name}`, value, unit, against, ratio: against / value })
  return [
    compared(`${eligibility} / raw query`, 's', hundred.pass, hundred.raw),
    compared('cohort eligibility 10k→100k growth', 's', hundred.pass, 10 * ten.pass),
    compared(`${eligibility}, memory / goal`, 'MB', hundred.memory, GOAL.megabytes),
    compared(`${eligibility}, longest turn / goal`, 'ms CPU', hundred.turn, GOAL.milliseconds),
    compared('progress page 1k / 100k', 'ms CPU', cost.many, cost.few),
  ]
}

/** Nobody else may be asking while it is copied. */
async function closing<Answer>(asking: Asking, work: (asking: Asking) => Promise<Answer>) {
  try {
    return await work(asking)
  } finally {
    await asking.close()
  }
}

function environment(env: Record<string, string>) {
  const { PATH, HOME } = process.env
  return { PATH, HOME, LOG_LEVEL: 'silent', DEMO: '1', ...env, NODE_ENV: 'production' as const }
}

function grow(env: Record<string, string>) {
  return promisify(execFile)(process.execPath, ['build/server/vouch.js', 'demo', '--students', String(FEW)], { cwd: root, env: environment(env) })
}

/** In a process of its own, whose memory is nobody else's. */
function passOver(env: Record<string, string>): Promise<PassCosts> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'cohort-pass.ts'), { execArgv: ['--import', 'tsx'], cwd: root, env: environment(env) })
    child.once('message', (costs: PassCosts) => resolve(costs))
    child.once('exit', code => reject(new Error(`The pass ended with ${code} and said nothing.`)))
  })
}

interface StudentPage {
  email: string
  path: string
}

/** Of one generated student, who signs in with the cast's password. */
async function studentPage({ run, all }: Asking): Promise<StudentPage> {
  const [student] = await all(`SELECT p."id", a."address" FROM "Person" p JOIN "EmailAddress" a ON a."personId" = p."id"
    WHERE p."officialName" LIKE 'Student %' ORDER BY p."id" LIMIT 1`)
  const [programme] = await all(`SELECT "id" FROM "Programme" WHERE "title" = 'Community Leadership' AND "status" = 'published'`)
  await run(`UPDATE "Person" SET "passwordHash" = (SELECT MAX(p."passwordHash") FROM "Person" p) WHERE "id" = '${String(student?.['id'])}'`)
  return { email: String(student?.['address']), path: `/programmes/${String(programme?.['id'])}` }
}

interface Pages {
  page: StudentPage
  pids: readonly number[]
  few: Record<string, string>
  many: Record<string, string>
}

/** CPU of a request among few and among many, in turns; PostgreSQL is counted with both. */
async function pageCosts({ page, pids, few, many }: Pages) {
  const servers = [await serverOn(few), await serverOn(many)]
  try {
    const targets = await Promise.all(servers.map(async (server, at): Promise<Target> => {
      const headers = { cookie: await signIn(server, page.email) }
      return { name: String(at), url: server.url + page.path, pids: [server.pid, ...pids], status: 200, headers, requests: 200 }
    }))
    const cost = await measure(targets)
    return { few: cost.get('0') ?? NaN, many: cost.get('1') ?? NaN }
  } finally {
    for (const server of servers) await server.stop()
  }
}

function serverOn({ DATA_DIR = '', ...settings }: Record<string, string>) {
  return startServer({ DEMO: '1', LOG_LEVEL: 'silent', ...settings }, DATA_DIR)
}
