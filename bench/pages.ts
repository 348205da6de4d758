import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cast, PASSWORD } from '../tests/cast'
import { freePort } from '../tests/postgres'
import { startServer, type RunningServer } from '../tests/program/server'
import { measure, type Target } from './measure'
import type { Result } from './run'

const root = join(import.meta.dirname, '..')

/** Pages of the built server against an empty Remix page and the same list from constants, a document against nothing. */
export async function pages(): Promise<Result[]> {
  if (!existsSync('/proc/self/stat')) throw new Error('CPU a request is read from /proc, which this system does not have.')
  const server = await startServer({ DEMO: '1', LOG_LEVEL: 'silent' })
  const control = await startControl()
  try {
    const cost = await measure(await targetsOf(server, control))
    const ratio = (name: string, against: string) => {
      const [value = NaN, other = NaN] = [cost.get(name), cost.get(against)]
      return { name: `${name} / ${against}`, value, unit: 'ms CPU', against: other, ratio: other / value }
    }
    const empty = 'empty Remix page'
    return [
      ratio('list of 50', empty), ratio('list of 50', 'same page from constants'), ratio('home', empty),
      ratio('credential page', empty), ratio('credential page revisited', empty), ratio('create activity', empty),
      ratio('stored document', 'empty resource route'),
    ]
  } finally {
    control.child.kill()
    await server.remove()
  }
}

async function targetsOf(server: RunningServer, control: { pid: number; url: string }): Promise<Target[]> {
  const home = await signIn(server, cast.ana.email)
  // Another student's, so that what is logged on the way makes nobody's home longer.
  const cookie = await signIn(server, cast.chidi.email)
  await logMany(server, cookie, 60)
  const credential = await sharedCredential(server)
  const etag = (await fetch(credential)).headers.get('etag') ?? ''
  const ours = { pids: [server.pid], status: 200, requests: 300 }
  const theirs = { pids: [control.pid], status: 200, requests: 1000 }
  return [
    { ...theirs, name: 'empty Remix page', url: `${control.url}/empty` },
    { ...theirs, name: 'empty resource route', url: `${control.url}/resource` },
    { ...theirs, name: 'same page from constants', url: `${control.url}/list`, requests: 300 },
    { ...ours, name: 'list of 50', url: `${server.url}/activities`, headers: { cookie } },
    { ...ours, name: 'home', url: `${server.url}/`, headers: { cookie: home } },
    { ...ours, name: 'credential page', url: credential },
    { ...ours, name: 'credential page revisited', url: credential, headers: { 'If-None-Match': etag }, status: 304, requests: 1000 },
    { ...ours, name: 'stored document', url: `${credential}.json`, requests: 1000 },
    { ...ours, name: 'create activity', url: `${server.url}/activities/new`, status: 302, headers: { cookie, ...form(server) }, body: activity, requests: 100 },
  ]
}

const form = (server: RunningServer) => ({ 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url, 'Sec-Fetch-Site': 'same-origin' })

function activity(number: number) {
  return new URLSearchParams({
    category: 'volunteering', title: `Saturday shifts ${number}`, organisation: 'Shoreline Food Bank', role: 'Shift lead', participation: 'onSite', sensitivity: 'normal',
  }).toString()
}

async function logMany(server: RunningServer, cookie: string, count: number) {
  for (let number = 0; number < count; number++) {
    const answer = await fetch(`${server.url}/activities/new`, { method: 'POST', redirect: 'manual', headers: { cookie, ...form(server) }, body: activity(number) })
    if (answer.status !== 302) throw new Error(`An activity could not be logged: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  }
}

export async function signIn(server: RunningServer, email: string) {
  const body = new URLSearchParams({ signIn: 'yes', address: email, password: PASSWORD })
  const answer = await fetch(`${server.url}/sign-in`, { method: 'POST', redirect: 'manual', headers: form(server), body })
  const cookie = answer.headers.getSetCookie().map(each => each.split(';')[0]).join('; ')
  if (!cookie) throw new Error(`Nobody signed in: ${answer.status}`)
  return cookie
}

async function sharedCredential(server: RunningServer): Promise<string> {
  const env = { ...process.env, ...server.env, NODE_ENV: 'production' as const }
  const { stdout } = await promisify(execFile)(process.execPath, ['build/server/vouch.js', 'credentials', '--json'], { cwd: root, env })
  const rows: { url: string; shared: boolean }[] = JSON.parse(stdout)
  const shared = rows.find(row => row.shared)
  if (!shared) throw new Error('The demo shares no credential.')
  return shared.url
}

async function startControl(): Promise<{ pid: number; url: string; child: ChildProcess }> {
  const built = spawnSync(process.execPath, [join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'error'], { cwd: join(import.meta.dirname, 'control'), stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The controls could not be built.')
  const port = await freePort()
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'control/server.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', code => reject(new Error(`The controls ended with ${code}.`)))
  })
  return { pid: child.pid ?? 0, url: `http://127.0.0.1:${port}`, child }
}
