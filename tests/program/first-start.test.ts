import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freePort } from '../postgres'
import { startServer } from './server'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('rule 13: killed again and again while it makes its database and the demo, it starts whole in the end', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vouch-first-'))
  const settings = { PORT: String(await freePort()), DEMO: '1' }
  for (let after = 400; after <= 3600; after += 200) await startAndKill(dataDir, settings, after)
  const server = await startServer(settings, dataDir)
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ database: true, migrations: true, key: true })
  expect(await (await fetch(`${server.url}/catalogue`)).text()).toContain('Community Leadership')
  await server.remove()
})

async function startAndKill(dataDir: string, settings: Record<string, string>, after: number) {
  const { PATH, HOME } = process.env
  const env: NodeJS.ProcessEnv = { PATH, HOME, LOG_LEVEL: 'silent', ...settings, NODE_ENV: 'production', DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['build/server/server.js'], { cwd: root, env, stdio: 'ignore' })
  const gone = once(child, 'exit')
  await wait(after)
  // Whoever ended before was not killed but gave up.
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await gone
}
