import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readSettings } from '../app/lib/env.server'
import { migrate } from '../app/lib/migrations.server'
import { createDatabase, startPostgres } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    template: string
  }
}

/** Migrates one empty database a project; each test file starts from a copy of it. */
export default async function template(project: TestProject) {
  const isPostgres = project.config.env['VOUCH_TEST_DATABASE'] === 'postgresql'
  const folder = mkdtempSync(join(tmpdir(), 'vouch-template-'))
  const ownServer = isPostgres && !process.env['TEST_DATABASE_URL'] ? await startPostgres() : null
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? ownServer?.url ?? ''
  const url = isPostgres ? await createDatabase(serverUrl, `vouch_template_${process.pid}`) : `file:${join(folder, 'vouch.db')}`
  await migrate(readSettings({ DATABASE_URL: url, DATA_DIR: folder, SECRET: 'a secret for tests, long enough to use' }))
  project.provide('template', url)
  return async () => {
    await ownServer?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
