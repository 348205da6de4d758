import { afterAll, beforeAll, expect, test } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { askingPostgres, type Asking } from '../../bench/search-crowd'
import { signIn } from '../../bench/pages'
import { cast } from '../cast'
import { asked, vouch } from '../cli/vouch'
import { createDatabase, startPostgres, type Postgres } from '../postgres'
import { startServer, type RunningServer } from './server'

const STUDENTS = 60

let own: Postgres | null = null
let one: RunningServer
let other: RunningServer
let database: Asking

beforeAll(async () => {
  own = process.env['TEST_DATABASE_URL'] ? null : await startPostgres()
  const url = await createDatabase(process.env['TEST_DATABASE_URL'] ?? own?.url ?? '', `vouch_runs_${process.pid}`)
  const settings = { DEMO: '1', LOG_LEVEL: 'silent', DATABASE_URL: url, SECRET: 'a secret for tests, long enough to use' }
  one = await startServer(settings)
  await vouch(one, ['demo', '--students', String(STUDENTS)])
  other = await startServer({ ...settings, PUBLIC_URL: one.url })
  database = await askingPostgres(url)
  const choice = JSON.stringify({ nameForm: 'official', namesEndorsers: true, tellsEvidence: false })
  await database.run(`UPDATE "Person" SET "standingChoice" = '${choice}'`)
})

afterAll(async () => {
  await database.close()
  await Promise.all([one.remove(), other.remove()])
  await own?.stop()
})

test('rule 6: from two browsers at two processes and the command line at once: one award in force each', async () => {
  const [programme] = await database.all(`SELECT "id" FROM "Programme" WHERE "title" = 'Community Contribution'`)
  const id = String(programme?.['id'])
  const [here, there] = await Promise.all([one, other].map(server => begin(server, id)))
  const { awardIds, alreadyIds, refused } = await asked<Outcomes>(other, 'award', id, '--all')
  expect(refused).toEqual([])
  await other.kill()
  await ended()
  const awards = await database.all(`
    SELECT a."studentId", count(DISTINCT a."id") AS "awards", count(c."id") AS "credentials" FROM "Award" a
    LEFT JOIN "Credential" c ON c."awardId" = a."id" AND c."status" = 'valid'
    WHERE a."inForce" IS NOT NULL AND a."programmeId" = '${id}' GROUP BY 1`)
  expect(awards.filter(row => Number(row['awards']) !== 1 || Number(row['credentials']) > 1)).toEqual([])
  expect(awards.length).toBeGreaterThan(STUDENTS / 2)
  expect(awardIds.length + alreadyIds.length).toBeLessThanOrEqual(awards.length)
  expect([here, there]).toEqual([expect.stringContaining('/runs/'), expect.stringContaining('/runs/')])
  expect(await asked(one, 'audit', 'check')).toMatchObject({ isIntact: true })
})

interface Outcomes {
  awardIds: string[]
  alreadyIds: string[]
  refused: unknown[]
}

async function begin(server: RunningServer, programme: string) {
  const cookie = await signIn(server, cast.rosa.email)
  const answer = await fetch(`${server.url}/awards/${programme}/runs`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ begin: 'on' }),
    headers: { cookie, 'Origin': one.url, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  return answer.headers.get('Location')
}

/** What the killed process had begun goes on when its lease of a minute has run out. */
async function ended() {
  for (let seconds = 0; seconds < 200; seconds++) {
    const open = await database.all('SELECT 1 FROM "AwardRun" WHERE "endedAt" IS NULL')
    if (open.length === 0) return
    await wait(1_000)
  }
  throw new Error('A run never came to its end.')
}
