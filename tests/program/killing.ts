import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

/** A program of ours with its settings, to be run many times and killed. */
export interface Victim {
  program: string
  env: Record<string, string | undefined>
}

export interface Life {
  /** Credentials it said were accepted. */
  accepted: string[]
  wasKilled: boolean
}

/** To its own end. */
export async function live(victim: Victim, ...args: string[]): Promise<Life> {
  const { child, lines, errors } = start(victim, args)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${errors.join('')}`)
  return { accepted: acceptedIn(lines), wasKilled: false }
}

/** Until it has said so many things and some milliseconds have passed: SIGKILL, wherever it is then. */
export async function cutShort(victim: Victim, sayings: number, milliseconds: number): Promise<Life> {
  const { child, lines, said, errors } = start(victim, ['work'])
  const closed = once(child, 'close')
  while (lines.length <= sayings && child.exitCode === null) await Promise.race([said(), closed])
  await wait(milliseconds)
  child.kill('SIGKILL')
  await closed
  if (child.signalCode === null && child.exitCode !== 0) throw new Error(`It ended before it was killed: ${errors.join('')}`)
  return { accepted: acceptedIn(lines), wasKilled: child.signalCode === 'SIGKILL' }
}

function start({ program, env }: Victim, args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const errors: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', line => lines.push(line))
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  return { child, lines, errors, said: () => new Promise<unknown>(resolve => reader.once('line', resolve)) }
}

function acceptedIn(lines: string[]) {
  return lines.flatMap(line => (line.startsWith('accepted ') ? [line.slice('accepted '.length)] : []))
}
