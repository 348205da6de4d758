import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, startPostgres, type Postgres } from '../postgres'
import { startServer, type RunningServer } from '../program/server'
import { asked, installation, vouch, type Installation, type Issued, type ProgrammeRow } from './vouch'

const folder = mkdtempSync(join(tmpdir(), 'vouch-archive-'))
const archive = join(folder, 'northbridge.vouch')
let server: RunningServer
let postgres: Postgres | null = null

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  await server.remove()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('what was said between people goes into the archive and out of it', async () => {
  const words = leaveWords()
  const target = installation(join(folder, 'words'))
  await asked(server, 'backup', join(folder, 'words.vouch'))
  await asked(target, 'restore', join(folder, 'words.vouch'))
  expect(wordsIn(join(folder, 'words'))).toEqual(words)
}, 120_000)

test('a backup is taken while the server runs and writes, and is one moment of it', async () => {
  const writing = asked(server, 'demo', '--students', '150')
  const { rows, files } = await asked<{ rows: number; files: number }>(server, 'backup', archive)
  await writing
  expect(rows).toBeGreaterThan(300)
  expect(files).toBeGreaterThan(3)
  expect(statSync(archive).mode & 0o077).toBe(0)
  const again = await vouch(server, ['backup', archive])
  expect(again.code).toBe(1)
  expect(again.stdout).toContain('exists already')
}, 300_000)

test('it is restored into an empty folder, where the chain is whole and every credential verifies', async () => {
  const restored = installation(join(folder, 'restored'))
  await asked(restored, 'restore', archive)
  await provesItself(restored)
  const again = await vouch(restored, ['restore', archive])
  expect(again.code).toBe(1)
  expect(again.stdout).toContain('not empty')
}, 300_000)

test('a server on the restored folder serves the same documents under their old addresses', async () => {
  const restored = await startServer({}, join(folder, 'restored'))
  for (const { id } of await asked<Issued[]>(server, 'credentials')) {
    const [old, now] = await Promise.all([server, restored].map(async ({ url }) => (await fetch(`${url}/credentials/${id}.json`)).text()))
    expect(now).toBe(old)
  }
  expect(await asked(restored, 'keys', 'rotate')).toHaveProperty('publicKeyMultibase')
  const files = await filesOf(restored)
  expect(files.missing).toEqual([])
  expect(files.count).toBeGreaterThan(3)
  await restored.stop()
})

test('it is restored into PostgreSQL under its own SECRET, and refused under another', async () => {
  postgres = process.env['TEST_DATABASE_URL'] ? null : await startPostgres()
  const DATABASE_URL = await createDatabase(process.env['TEST_DATABASE_URL'] ?? postgres?.url ?? '', `vouch_archive_${process.pid}`)
  const { secret } = await asked<{ secret: string }>(installation(join(folder, 'other')), 'restore', archive, '--print-secret')
  expect(secret).toBe(readFileSync(join(server.dataDir, 'secret'), 'utf8').trim())

  const other = installation(join(folder, 'postgresql'), { DATABASE_URL, SECRET: 'another secret, long enough to be used' })
  const refused = await vouch(other, ['restore', archive])
  expect(refused.code).toBe(1)
  expect(refused.stdout).toContain('--print-secret')

  const restored = installation(join(folder, 'postgresql'), { DATABASE_URL, SECRET: secret })
  await asked(restored, 'restore', archive)
  await provesItself(restored)
  const [programme] = await asked<ProgrammeRow[]>(restored, 'programmes')
  expect((await asked<{ awardIds: string[] }>(restored, 'award', programme?.id ?? '', '--all')).awardIds).not.toEqual([])
  expect(await asked(restored, 'audit', 'check')).toMatchObject({ isIntact: true })
}, 300_000)

test('a damaged archive is refused, and nothing of it is kept', async () => {
  const damaged = join(folder, 'damaged.vouch')
  copyFileSync(archive, damaged)
  const file = new Database(damaged)
  file.exec('UPDATE file SET bytes = CAST(bytes || 1 AS BLOB) WHERE rowid = (SELECT max(rowid) FROM file)')
  file.close()
  const target = installation(join(folder, 'damaged'))
  const refused = await vouch(target, ['restore', damaged])
  expect(refused.code).toBe(1)
  expect(refused.stdout).toContain('damaged')
  expect((await vouch(target, ['programmes'])).stdout).toContain('no institution yet')
  expect(existsSync(join(folder, 'damaged', 'files'))).toBe(false)
  expect((await vouch(target, ['restore', join(server.dataDir, 'secret')])).stdout).toContain('not an archive')
}, 120_000)

/** A question, a request that was handed over, whose row comes before the one it was handed over by, and a concern. */
function leaveWords() {
  const database = new Database(join(server.dataDir, 'vouch.db'))
  const requests = database.prepare<[], { id: string; institutionId: string }>('SELECT "id", "institutionId" FROM "EndorsementRequest" ORDER BY rowid LIMIT 2').all()
  const [first, second] = requests
  const at = new Date().toISOString()
  database.prepare('UPDATE "EndorsementRequest" SET "handedOverById" = ? WHERE "id" = ?').run(second?.id, first?.id)
  database
    .prepare('INSERT INTO "Message" ("id", "institutionId", "requestId", "author", "text", "sentAt") VALUES (?, ?, ?, ?, ?, ?)')
    .run('message', first?.institutionId, first?.id, 'endorser', 'Which weeks?', at)
  database
    .prepare('INSERT INTO "Concern" ("id", "institutionId", "requestId", "reporterName", "reporterEmail", "text", "createdAt") VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run('concern', first?.institutionId, first?.id, 'Kofi Mensah', 'kofi@estuarylab.example', 'Not our rota.', at)
  database.close()
  return wordsIn(server.dataDir)
}

function wordsIn(dataDir: string) {
  const database = new Database(join(dataDir, 'vouch.db'), { readonly: true })
  const all = (columns: string, rest: string) => database.prepare<[], unknown>(`SELECT ${columns} FROM ${rest}`).all()
  const words = {
    messages: all('"id", "requestId", "author", "text"', '"Message" ORDER BY "id"'),
    concerns: all('"id", "requestId", "reporterName", "text", "status"', '"Concern" ORDER BY "id"'),
    handedOver: all('"id", "handedOverById"', '"EndorsementRequest" WHERE "handedOverById" IS NOT NULL'),
  }
  database.close()
  expect(Object.values(words).map(rows => rows.length)).toEqual([1, 1, 1])
  return words
}

async function provesItself(restored: Installation) {
  expect(await asked(restored, 'audit', 'check')).toMatchObject({ isIntact: true })
  const credentials = await asked<Issued[]>(restored, 'credentials')
  expect(credentials).toEqual(await asked<Issued[]>(server, 'credentials'))
  for (const { url } of credentials) {
    expect(await vouch(restored, ['verify', url, '--json'])).toMatchObject({ code: 0, json: { valid: true } })
  }
}

async function filesOf({ dataDir }: { dataDir: string }) {
  const database = new Database(join(dataDir, 'vouch.db'), { readonly: true })
  const rows = database.prepare<[], { institutionId: string; digest: string }>('SELECT "institutionId", "digest" FROM "StoredFile"').all()
  database.close()
  const pathOf = (row: { institutionId: string; digest: string }) => join(dataDir, 'files', row.institutionId, row.digest.slice(0, 2), row.digest)
  return { count: rows.length, missing: rows.filter(row => !existsSync(pathOf(row))) }
}
