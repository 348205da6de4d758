import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** OpenSSH's own agent, with a socket and a folder of keys of its own. */
export interface Agent {
  socket: string
  /** Makes a key and hands it over. */
  add(kind: 'ed25519' | 'ecdsa', comment: string): void
  /** A word to `ssh-add`: `-D`, `-x`. */
  say(...words: string[]): void
  start(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

export const hasAgent = ['ssh-agent', 'ssh-keygen', 'ssh-add'].every(program => (
  (process.env['PATH'] ?? '').split(':').some(folder => existsSync(join(folder, program)))
))

export async function startAgent(): Promise<Agent> {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-agent-'))
  const socket = join(folder, 'socket')
  const files: string[] = []
  let running: ChildProcess | null = null
  const say = (...words: string[]) => run('ssh-add', ['-q', ...words], socket)
  const stop = async () => {
    if (!running) return
    const gone = once(running, 'exit')
    running.kill('SIGTERM')
    await gone
    running = null
    rmSync(socket, { force: true })
  }
  const start = async () => {
    running = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' })
    while (!existsSync(socket)) await wait(5)
    for (const file of files) say(file)
  }
  await start()
  return {
    socket, say, start, stop,
    add(kind, comment) {
      const file = join(folder, String(files.length))
      run('ssh-keygen', ['-q', '-t', kind, '-N', '', '-C', comment, '-f', file], socket)
      files.push(file)
      say(file)
    },
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function run(program: string, words: string[], socket: string) {
  const { status, stderr } = spawnSync(program, words, { env: { ...process.env, SSH_AUTH_SOCK: socket }, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
}
