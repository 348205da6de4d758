import { execFileSync } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../../bench/pages'
import { askingPostgres, askingSqlite, type Asking } from '../../bench/search-crowd'
import { cast, type CastKey } from '../cast'
import { asked, vouch } from '../cli/vouch'
import { createDatabase, freePort, startPostgres, type Postgres } from '../postgres'
import { startServer, type RunningServer } from './server'

const STUDENTS = 250
/** A job that a killed process had is free again after a minute. */
const AFTER_THE_LEASE = { VOUCH_CLOCK_OFFSET: '120000' }

let server: RunningServer
let database: Asking
let settings: Record<string, string>
let run: string
let own: Postgres | null = null
const cookies = new Map<CastKey, string>()

beforeAll(async () => {
  settings = { DEMO: '1', LOG_LEVEL: 'silent', PORT: String(await freePort()) }
  server = await startServer(settings)
  database = askingSqlite(join(server.dataDir, 'vouch.db'))
  await awardAndShare(server, database)
  for (const key of ['rosa', 'lena', 'chidi'] as const) cookies.set(key, await signIn(server, cast[key].email))
})

afterAll(async () => {
  await database.close()
  await server.remove()
  await own?.stop()
})

test('a run that is begun by form and whose server is killed goes on when it is started again, and ends', async () => {
  run = await begin(server, 'lena', { q: '' })
  await untilMade(database, run, 1)
  await server.kill()
  const before = await countsOf(database, run)
  expect(before.waiting).toBeGreaterThan(0)
  server = await startServer({ ...settings, ...AFTER_THE_LEASE }, server.dataDir)
  await ended(database, run)
  const { made = 0, waiting, refused } = await countsOf(database, run)
  expect([waiting, refused]).toEqual([0, 0])
  expect(made).toBeGreaterThan(before.made)
  expect(readdirSync(join(server.dataDir, 'papers', run))).toHaveLength(made)
  expect(await asked(server, 'audit', 'check')).toMatchObject({ isIntact: true })
})

test('its ZIP is as long as it says, whole, and another program finds no error in it', async () => {
  const head = await take('lena', { method: 'HEAD' })
  expect([head.status, head.headers.get('accept-ranges'), head.headers.get('cache-control')]).toEqual([200, 'bytes', 'private, no-store'])
  const { bytes, etag, path } = await whole('whole.zip')
  expect(head.headers.get('content-length')).toBe(String(bytes.length))
  expect(head.headers.get('etag')).toBe(etag)
  expect(execFileSync('unzip', ['-tq', path], { encoding: 'utf8' })).toContain('No errors detected')
  const names = execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' }).trim().split('\n')
  expect(names).toHaveLength((await countsOf(database, run)).made)
  expect(names.every(name => /^.+, .+\.pdf$/.test(name))).toBe(true)
  expect((await whole('again.zip')).bytes.equals(bytes)).toBe(true)
})

test('a download that broke off is resumed, byte for byte', async () => {
  const { bytes, etag } = await whole('whole.zip')
  const part = join(server.dataDir, 'part.zip')
  const address = `${server.url}/paper-runs/${run}.zip`
  const curl = (...more: string[]) => execFileSync('curl', ['-s', '-b', cookies.get('lena') ?? '', '-o', part, ...more, address])
  curl('-r', '0-99999')
  expect(statSync(part).size).toBe(100_000)
  curl('-C', '-')
  expect(execFileSync('cmp', [part, join(server.dataDir, 'whole.zip')], { encoding: 'utf8' })).toBe('')
  for (const [range, from, to] of [['bytes=0-0', 0, 0], [`bytes=${bytes.length - 30}-`, bytes.length - 30, bytes.length - 1], ['bytes=-5', bytes.length - 5, bytes.length - 1]] as const) {
    const answer = await take('lena', { headers: { range, 'If-Range': etag } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${bytes.length}`])
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(from, to + 1))).toBe(true)
  }
  const behind = await take('lena', { headers: { range: `bytes=${bytes.length}-` } })
  expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
  const other = await take('lena', { headers: { range: 'bytes=5-', 'If-Range': '"another"' } })
  expect([other.status, other.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  await other.arrayBuffer()
})

test('that it was taken is on record, from which byte on too', async () => {
  const events = await database.all(`SELECT "details" FROM "AuditEvent" WHERE "action" = 'paperRun.taken' AND "subjectId" = '${run}' ORDER BY "seq"`)
  const told = events.map(({ details }) => JSON.parse(String(details)) as { from: number; papers: number })
  expect(told.some(({ from }) => from === 100_000)).toBe(true)
  expect(told.every(({ papers }) => papers > 0)).toBe(true)
})

test('rule 11: a visitor is sent to sign in, and for others the file is not there', async () => {
  const visitor = await fetch(`${server.url}/paper-runs/${run}.zip`, { redirect: 'manual' })
  expect([visitor.status, visitor.headers.get('location')]).toEqual([302, `/sign-in?to=${encodeURIComponent(`/paper-runs/${run}.zip`)}`])
  expect((await take('chidi')).status).toBe(404)
  expect((await take('lena', {}, '01890000-0000-7000-8000-000000000000')).status).toBe(404)
  expect((await take('rosa')).status).toBe(200)
})

test('what is revoked meanwhile is in it no more, and who has a part of the old one gets all of the new', async () => {
  const { bytes, etag } = await whole('whole.zip')
  const [row] = await database.all(`SELECT "credentialId" FROM "PaperRunMember" WHERE "runId" = '${run}' AND "outcome" = 'made' AND "credentialId" NOT LIKE '-%' LIMIT 1`)
  const { code } = await vouch(server, ['revoke', String(row?.['credentialId']), '--reason', 'issued-in-error'])
  expect(code).toBe(0)
  const answer = await take('lena', { headers: { range: 'bytes=100-', 'If-Range': etag } })
  expect([answer.status, Number(answer.headers.get('content-length')) < bytes.length]).toEqual([200, true])
  expect(answer.headers.get('etag')).not.toBe(etag)
  await answer.arrayBuffer()
})

test('of two processes one is killed at a run, and the other makes the rest', async () => {
  own = process.env['TEST_DATABASE_URL'] ? null : await startPostgres()
  const url = await createDatabase(process.env['TEST_DATABASE_URL'] ?? own?.url ?? '', `vouch_papers_${process.pid}`)
  const both = { DEMO: '1', LOG_LEVEL: 'silent', DATABASE_URL: url, SECRET: 'a secret for tests, long enough to use' }
  const one = await startServer(both)
  const rows = await askingPostgres(url)
  try {
    await awardAndShare(one, rows)
    const id = await begin(one, 'rosa', {})
    await untilMade(rows, id, 1)
    const other = await startServer({ ...both, ...AFTER_THE_LEASE, PUBLIC_URL: one.url }, one.dataDir)
    await one.kill()
    await ended(rows, id)
    const { made, waiting } = await countsOf(rows, id)
    expect([waiting, readdirSync(join(other.dataDir, 'papers', id)).length]).toEqual([0, made])
    await other.stop()
  } finally {
    await rows.close()
    await one.remove()
  }
})

async function awardAndShare(at: RunningServer, { all, run: change }: Asking) {
  await vouch(at, ['demo', '--students', String(STUDENTS)])
  await change(`UPDATE "Person" SET "standingChoice" = '${JSON.stringify({ nameForm: 'official', namesEndorsers: false, tellsEvidence: false })}'`)
  const [programme] = await all(`SELECT "id" FROM "Programme" WHERE "title" = 'Community Contribution'`)
  const { code } = await vouch(at, ['award', String(programme?.['id']), '--all'])
  expect(code).toBe(0)
  await change('UPDATE "Credential" SET "sharedAt" = "awardedDate"')
}

async function begin(at: RunningServer, key: CastKey, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(`${at.url}/paper-runs/new/certificates`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams(fields),
    headers: { cookie: await signIn(at, cast[key].email), 'Origin': at.url, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.status).toBe(302)
  return String(answer.headers.get('Location')).split('/').at(-1) ?? ''
}

const take = (key: CastKey, { headers, ...init }: { method?: string; headers?: Record<string, string> } = {}, id = run) =>
  fetch(`${server.url}/paper-runs/${id}.zip`, { redirect: 'manual', ...init, headers: { cookie: cookies.get(key) ?? '', ...headers } })

async function whole(name: string) {
  const answer = await take('lena')
  expect(answer.status).toBe(200)
  const path = join(server.dataDir, name)
  const bytes = Buffer.from(await answer.arrayBuffer())
  writeFileSync(path, bytes)
  return { bytes, path, etag: answer.headers.get('etag') ?? '' }
}

async function countsOf({ all }: Asking, id: string) {
  const rows = await all(`SELECT "outcome", count(*) AS "count" FROM "PaperRunMember" WHERE "runId" = '${id}' GROUP BY 1`)
  const of = (outcome: string) => Number(rows.find(row => row['outcome'] === outcome)?.['count'] ?? 0)
  return { waiting: of('waiting'), made: of('made'), refused: of('refused') }
}

async function untilMade(asking: Asking, id: string, least: number) {
  for (let round = 0; round < 3_000; round++) {
    if ((await countsOf(asking, id)).made >= least) return
    await wait(10)
  }
  throw new Error('Nothing was ever made.')
}

async function ended(asking: Asking, id: string) {
  for (let round = 0; round < 1_000; round++) {
    if ((await asking.all(`SELECT 1 FROM "PaperRun" WHERE "id" = '${id}' AND "endedAt" IS NOT NULL`)).length > 0) return
    await wait(200)
  }
  throw new Error('The run never came to its end.')
}
