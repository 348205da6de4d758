import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'

/** Runs a program of this folder in a process of its own, JSON in, JSON out. */
export async function elsewhere<Answer>(program: string, input: unknown, ...args: string[]): Promise<Answer> {
  const path = join(import.meta.dirname, program)
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(JSON.stringify(input))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (stdout === '') throw new Error(`${program} gave no answer: ${stderr}`)
  return JSON.parse(stdout)
}
