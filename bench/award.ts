import { join } from 'node:path'
import { vouch } from '../tests/cli/vouch'
import { createDatabase, startPostgres } from '../tests/postgres'
import { startServer, type RunningServer } from '../tests/program/server'
import type { Result } from './run'
import { askingPostgres, askingSqlite, type Asking } from './search-crowd'

/** Somewhat less than half of them are ready. */
const STUDENTS = 22_000
const GOAL = { aSecond: 150, milliseconds: 20 }

/** All who are ready are awarded, and accept by the choice they made before: signed, with endorsements inside. */
export async function award(): Promise<Result[]> {
  return [...(await onSqlite()), ...(await onPostgres())]
}

async function onSqlite(): Promise<Result[]> {
  const server = await start({})
  return awardOn('', server, askingSqlite(`${server.dataDir}/vouch.db`))
}

async function onPostgres(): Promise<Result[]> {
  const postgres = await startPostgres()
  try {
    const DATABASE_URL = await createDatabase(postgres.url, 'vouch_award')
    const server = await start({ DATABASE_URL, SECRET: 'a secret for benchmarks, long enough' })
    return await awardOn(', PostgreSQL', server, await askingPostgres(DATABASE_URL))
  } finally {
    await postgres.stop()
  }
}

function start(settings: Record<string, string>) {
  const NODE_OPTIONS = `--import=${join(import.meta.dirname, 'delay.mjs')}`
  return startServer({ DEMO: '1', LOG_LEVEL: 'silent', NODE_OPTIONS, ...settings })
}

async function awardOn(name: string, server: RunningServer, asking: Asking): Promise<Result[]> {
  try {
    await call(server, 'demo', '--students', String(STUDENTS))
    const programme = await prepare(asking)
    const before = await countOf(asking)
    process.kill(server.pid, 'SIGUSR2')
    const start = performance.now()
    await call(server, 'award', programme, '--all')
    const rate = ((await countOf(asking)) - before) / ((performance.now() - start) / 1000)
    await server.stop()
    const wait = Number(/longest wait ([\d.]+)/.exec(server.output())?.[1])
    return [
      { name: `award 10k / goal${name}`, value: rate, unit: 'a second', against: GOAL.aSecond, ratio: rate / GOAL.aSecond },
      { name: `award 10k, longest wait / goal${name}`, value: wait, unit: 'ms', against: GOAL.milliseconds, ratio: GOAL.milliseconds / wait },
    ]
  } finally {
    await asking.close()
    await server.remove()
  }
}

/** Everybody accepts from now on. Answers what is awarded to them. */
async function prepare({ run, all }: Asking): Promise<string> {
  const choice = JSON.stringify({ nameForm: 'official', namesEndorsers: true, tellsEvidence: true })
  await run(`UPDATE "Person" SET "standingChoice" = '${choice}'`)
  const [programme] = await all(`SELECT "id" FROM "Programme" WHERE "title" = 'Community Contribution'`)
  return String(programme?.['id'])
}

/** Credentials that are there, each with what it carries: one without would not be what is measured. */
async function countOf({ all }: Asking): Promise<number> {
  const [row] = await all('SELECT count(DISTINCT "credentialId") AS "made" FROM "CredentialEndorsement"')
  return Number(row?.['made'])
}

async function call({ env: { NODE_OPTIONS: _, ...env } }: RunningServer, ...args: string[]) {
  const { code, stdout, stderr } = await vouch({ env }, args)
  if (code !== 0) throw new Error(`vouch ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`)
}
