import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../postgres'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningServer {
  url: string
  dataDir: string
  pid: number
  env: Record<string, string | undefined>
  /** Everything it has printed so far. */
  output(): string
  /** SIGTERM, and gone when this resolves. */
  stop(): Promise<void>
  kill(): Promise<void>
  /** Stops it and takes its folder away. */
  remove(): Promise<void>
}

/** The built server as an operator runs it: a process of its own, a folder and a port of its own. */
export async function startServer(settings: Record<string, string> = {}, dataDir = mkdtempSync(join(tmpdir(), 'vouch-server-'))): Promise<RunningServer> {
  if (!existsSync(join(root, 'build/server/server.js'))) throw new Error('There is no build: run `npm run build` first.')
  const port = settings['PORT'] ?? String(await freePort())
  const url = `http://localhost:${port}`
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, LOG_LEVEL: 'warn', ...settings, NODE_ENV: 'production' as const, PORT: port, DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['build/server/server.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: string[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  await ready(child, url, () => output.join(''))
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

async function ready(child: ChildProcess, url: string, output: () => string) {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended at once:\n${output()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await wait(100)
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready within a minute:\n${output()}`)
}

async function ended(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.kill(signal)
  await gone
}
