// npm run migration -- NAME: writes the step from the last migration to prisma/schema.prisma, for both databases.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../app/lib/env.server'
import { migrationScript } from '../app/lib/migrations.server'
import { root } from '../app/lib/root.server'
import { startPostgres } from '../tests/postgres'

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) throw new Error('Say what the step is for: npm run migration -- add-something')

const schemaFile = join(root, 'prisma/schema.prisma')
const snapshotFile = join(root, 'prisma/migrations/snapshot.prisma')
const schema = readFileSync(schemaFile, 'utf8')
const snapshot = existsSync(snapshotFile) ? readFileSync(snapshotFile, 'utf8') : null
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)

const postgres = await startPostgres()
for (const database of ['sqlite', 'postgresql'] as const) {
  const url = database === 'sqlite' ? `file:${join(tmpdir(), `${stamp}.db`)}` : postgres.url
  const settings = { ...readSettings({ SECRET: 'not used here, but it must be long' }), database, databaseUrl: url }
  const sql = await migrationScript(settings, snapshot && written(snapshot, database), written(schema, database))
  const folder = join(root, 'prisma/migrations', database, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
}
await postgres.stop()
writeFileSync(snapshotFile, schema)

function written(source: string, database: string) {
  return source.replace('provider = "sqlite"', `provider = "${database}"`)
}
