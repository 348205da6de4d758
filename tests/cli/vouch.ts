import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Said {
  code: number | null
  stdout: string
  stderr: string
  /** What `--json` printed last. */
  json: unknown
}

/** Where a command works: the settings of a running server, or of an installation without one. */
export interface Installation {
  env: Record<string, string | undefined>
}

/** The operator's command line as it is built, in a process of its own. */
export async function vouch({ env }: Installation, args: readonly string[], input = ''): Promise<Said> {
  const child = spawn(process.execPath, ['build/server/vouch.js', ...args], { cwd: root, env: { ...env, NODE_ENV: 'production' } })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, stdout, stderr, json: jsonIn(stdout) }
}

/** With `--json`, and well. */
export async function asked<Shape>(where: Installation, ...args: string[]): Promise<Shape> {
  const { code, stdout, stderr, json } = await vouch(where, [...args, '--json'])
  if (code !== 0) throw new Error(`vouch ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`)
  return json as Shape // the caller says what the command prints
}

/** An installation in a folder of its own, on SQLite unless the settings say otherwise. */
export function installation(dataDir: string, settings: Record<string, string> = {}): Installation {
  const { PATH, HOME } = process.env
  return { env: { PATH, HOME, LOG_LEVEL: 'warn', DATA_DIR: dataDir, ...settings } }
}

function jsonIn(stdout: string): unknown {
  const line = stdout.trim().split('\n').at(-1) ?? ''
  return /^[[{]/.test(line) ? JSON.parse(line) : undefined
}

export interface Issued {
  id: string
  url: string
  status: string
  shared: boolean
  programme: string
  person: { id: string; name: string }
}

export interface Eligible {
  person: { id: string; name: string }
  met: boolean
  progress: { met: boolean; have: number; need: number; because: unknown[] }
}

export interface ProgrammeRow {
  id: string
  title: string
}
