import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../postgres'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Environment = Record<string, string | undefined> & { NODE_ENV: 'production' }

export interface RunningServer {
  url: string
  dataDir: string
  pid: number
  env: Environment
  /** Everything it has printed so far. */
  output(): string
  /** SIGTERM, and gone when this resolves, with its exit code. */
  stop(): Promise<number | null>
  kill(): Promise<number | null>
  /** Stops it and takes its folder away. */
  remove(): Promise<void>
}

/** The built server as an operator runs it: a process of its own, a folder and a port of its own. It answers `at` when this resolves. */
export async function startServer(
  settings: Record<string, string> = {}, dataDir = mkdtempSync(join(tmpdir(), 'vouch-server-')), at = '/readyz',
): Promise<RunningServer> {
  const { child, env, output } = spawnServer({ ...settings, PORT: settings['PORT'] ?? String(await freePort()) }, dataDir)
  const url = `http://localhost:${env['PORT']}`
  await ready(child, `${url}${at}`, () => output.join(''))
  const end = (signal: NodeJS.Signals) => ended(child, signal)
  return {
    url, dataDir, env, pid: child.pid ?? 0,
    output: () => output.join(''),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A start that is refused: what it says, and its exit code. */
export async function refusedStart(settings: Record<string, string>, dataDir: string): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnServer(settings, dataDir)
  const timeout = setTimeout(() => child.kill('SIGKILL'), 60_000)
  const [code] = await once(child, 'close')
  clearTimeout(timeout)
  return { code, output: output.join('') }
}

function spawnServer(settings: Record<string, string>, dataDir: string) {
  if (!existsSync(join(root, 'build/server/server.js'))) throw new Error('There is no build: run `npm run build` first.')
  const { PATH, HOME } = process.env
  const env: Environment = { PATH, HOME, LOG_LEVEL: 'warn', ...settings, NODE_ENV: 'production', DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['build/server/server.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  return { child, env, output }
}

async function ready(child: ChildProcess, url: string, output: () => string) {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended at once:\n${output()}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await wait(100)
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready within a minute:\n${output()}`)
}

async function ended(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
  return child.exitCode
}
