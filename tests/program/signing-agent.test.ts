import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { signIn } from '../../bench/pages'
import { askingPostgres, type Asking } from '../../bench/search-crowd'
import { hasAgent, startAgent, type Agent } from '../agent'
import { cast } from '../cast'
import { asked, vouch } from '../cli/vouch'
import { createDatabase, freePort, startPostgres, type Postgres } from '../postgres'
import { refusedStart, startServer, type RunningServer } from './server'

// OpenSSH is not installed everywhere.
const outside = test.skipIf(!hasAgent)

let own: Postgres | null = null
let agent: Agent
let server: RunningServer
let database: Asking

beforeAll(async () => {
  if (!hasAgent) return
  agent = await startAgent()
  agent.add('ed25519', 'vouch northbridge')
  agent.add('ecdsa', 'vouch northbridge')
  own = process.env['TEST_DATABASE_URL'] ? null : await startPostgres()
  const url = await createDatabase(process.env['TEST_DATABASE_URL'] ?? own?.url ?? '', `vouch_agent_${process.pid}`)
  server = await startServer({
    DEMO: '1', LOG_LEVEL: 'error', DATABASE_URL: url, SECRET: 'a secret for tests, long enough to use', SIGNING_AGENT: agent.socket,
  })
  await vouch(server, ['demo', '--students', '12'])
  database = await askingPostgres(url)
  await database.run(`UPDATE "Person" SET "standingChoice" = '{"nameForm":"official","namesEndorsers":true,"tellsEvidence":false}'`)
})

afterAll(async () => {
  if (!hasAgent) return
  await database.close()
  await server.remove()
  await own?.stop()
  await agent.remove()
})

test('a first start with an agent that is not there is refused in a sentence, and works without', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-no-agent-'))
  const { code, output } = await refusedStart({ PORT: String(await freePort()), SIGNING_AGENT: join(folder, 'nobody') }, folder)
  expect(code).toBe(1)
  expect(output).toMatch(/^Vouch cannot start with these settings\.\n\nSigning keys are kept outside, and no agent answers at /)
  expect(output).not.toMatch(/\n\s+at /)
  const wrong = await refusedStart({ SIGNING_AGENT: 'agent.sock' }, folder)
  expect(wrong.output).toMatch(/^SIGNING_AGENT +must be the path of a socket/m)
  const there = await startServer({}, folder)
  expect((await fetch(`${there.url}/readyz`)).status).toBe(200)
  await there.remove()
})

outside('threads that award and that sign ask the agent themselves, and what they sign verifies', async () => {
  const [programme] = await database.all(`SELECT "id" FROM "Programme" WHERE "title" = 'Community Contribution'`)
  const { awardIds, refused } = await asked<{ awardIds: string[]; refused: unknown[] }>(server, 'award', String(programme?.['id']), '--all')
  expect([refused, awardIds.length > 3]).toEqual([[], true])
  const rows = await database.all(`SELECT "document" FROM "Credential" WHERE "awardId" IN (${awardIds.map(id => `'${id}'`).join()})`)
  expect(rows).toHaveLength(awardIds.length)
  for (const { document } of rows.slice(0, 3)) {
    const { code } = await vouch(server, ['verify', '-'], String(document))
    expect(code).toBe(0)
  }
  const cookie = await signIn(server, cast.ana.email)
  expect((await makeTranscript(cookie)).status).toBe(302)
  expect(await database.all(`SELECT "id" FROM "SigningKey" WHERE "encryptedPrivate" IS NOT NULL`)).toEqual([])
})

outside('while the agent is gone the server says so and goes on; a transcript is asked for again, not half made', async () => {
  const cookie = await signIn(server, cast.ana.email)
  const count = async () => Number((await database.all(`SELECT count(*) AS "n" FROM "Transcript"`))[0]?.['n'])
  const before = await count()
  await agent.stop()
  const answer = await makeTranscript(cookie)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('The key that signs cannot be reached at the moment.')
  const probes = await Promise.all([1, 2, 3].map(() => fetch(`${server.url}/readyz`)))
  expect([await count(), ...probes.map(({ status }) => status)]).toEqual([before, 503, 503, 503])
  const doctor = await vouch(server, ['doctor'])
  expect([doctor.code, doctor.stdout]).toEqual([1, expect.stringContaining(`no agent answers at ${agent.socket}`)])
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  await agent.start()
  while ((await fetch(`${server.url}/readyz`)).status !== 200) await wait(50)
  expect((await makeTranscript(cookie)).status).toBe(302)
  expect(await count()).toBe(before + 1)
})

function makeTranscript(cookie: string) {
  return fetch(`${server.url}/transcripts/new`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ extent: 'complete', nameForm: 'official' }),
    headers: { cookie, 'Origin': server.url, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
}
