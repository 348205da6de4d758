import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Runs before a test file: the file's own data folder and its own copy of the migrated database.
const template = inject('template')
const folder = mkdtempSync(join(tmpdir(), 'vouch-test-'))

Object.assign(process.env, {
  DATA_DIR: folder,
  DATABASE_URL: template.startsWith('file:') ? copyOfFile() : await copyOfDatabase(),
  SECRET: 'a secret for tests, long enough to use',
  PUBLIC_URL: 'http://localhost:3000',
  MAIL_URL: 'mailbox:',
  LOG_LEVEL: 'silent',
})
const { db, prepareDatabase } = await import('~/lib/db.server')
await prepareDatabase()

afterAll(async () => {
  await db.$disconnect()
  rmSync(folder, { recursive: true, force: true })
})

function copyOfFile() {
  const file = join(folder, 'vouch.db')
  copyFileSync(template.slice('file:'.length), file)
  return `file:${file}`
}

async function copyOfDatabase() {
  const name = `vouch_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`
  const original = new URL(template).pathname.slice(1)
  const client = new pg.Client({ connectionString: template.replace(/\/[^/?]*(\?|$)/, '/postgres$1') })
  await client.connect()
  // Copying a template needs it to itself for a moment, so files take turns.
  await client.query('SELECT pg_advisory_lock(7062118)')
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${original}"`)
  await client.end()
  return template.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}
