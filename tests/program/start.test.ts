import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as startRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../cast'
import { createDatabase, freePort, startPostgres } from '../postgres'
import { refusedStart, startServer, type RunningServer } from './server'

const dataDir = mkdtempSync(join(tmpdir(), 'vouch-start-'))
const elsewhere = mkdtempSync(join(tmpdir(), 'vouch-start-'))
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: 'debug' }, dataDir)
})

afterAll(async () => {
  await server.stop()
  for (const folder of [dataDir, elsewhere]) rmSync(folder, { recursive: true, force: true })
})

test('an empty folder becomes a demo that is ready, and the terminal says where and as whom to sign in', async () => {
  const readiness = await fetch(`${server.url}/readyz`)
  expect(readiness.status).toBe(200)
  expect(await readiness.json()).toEqual({ database: true, storage: true, mail: true, inbox: true, migrations: true, key: true })
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ alive: true })
  expect(server.output()).toContain(`Vouch is at ${server.url}`)
  for (const { email } of Object.values(cast)) expect(server.output()).toContain(email)
})

test('a second server on the same folder refuses to start and says why', async () => {
  const { code, output } = await refusedStart({ PORT: String(await freePort()) }, dataDir)
  expect(code).toBe(1)
  expect(output).toContain(`${dataDir} is in use: another Vouch is running on it.`)
})

test('settings that are wrong stand in a table, each by its name', async () => {
  const wrong = { PORT: 'abc', MAIL_URL: 'pigeon:', SECRET: 'short', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://there', PUBLIC_URL: 'there' }
  const { code, output } = await refusedStart(wrong, elsewhere)
  expect(code).toBe(1)
  for (const name of Object.keys(wrong)) expect(output).toMatch(new RegExp(`^${name} +\\S`, 'm'))
  expect(output).toMatch(/^Vouch cannot start with these settings\.\n/)
})

test('settings that do not go together are refused in one sentence', async () => {
  const mailbox = await refusedStart({ PUBLIC_URL: 'https://vouch.example.edu' }, elsewhere)
  expect(mailbox.code).toBe(1)
  expect(mailbox.output).toContain('MAIL_URL  mailbox: keeps mail on this machine')
  const secret = await refusedStart({ DATABASE_URL: 'postgresql://vouch@127.0.0.1:1/vouch' }, elsewhere)
  expect(secret.code).toBe(1)
  expect(secret.output).toContain('SECRET  is required with PostgreSQL')
})

test('a secret can stand in a file that is named', async () => {
  const file = join(elsewhere, 'its-secret')
  writeFileSync(file, 'too short')
  const { code, output } = await refusedStart({ SECRET_FILE: file }, elsewhere)
  expect(code).toBe(1)
  expect(output).toMatch(/^SECRET +must have at least 32 characters/m)
})

test('every page says what browsers may do, and allows no script or style but ours', async () => {
  const nonces = new Set<string>()
  for (const path of ['/sign-in', '/verify', '/catalogue', '/no-such-page']) {
    const { headers } = await fetch(`${server.url}${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1] ?? ''
    nonces.add(nonce)
    const own = `'self' 'nonce-${nonce}'`
    const parts = ["default-src 'none'", `script-src ${own}`, `style-src ${own}`, "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]
    expect(policy.split(';').map(one => one.trim())).toEqual(expect.arrayContaining(parts))
    expect(policy).not.toContain('unsafe')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('cache-control')).toMatch(/no-store|no-cache/)
  }
  expect(nonces.size).toBe(4)
})

test('no page holds a style or a script that the policy would refuse', async () => {
  for (const path of ['/sign-in', '/verify', '/catalogue']) {
    const page = await (await fetch(`${server.url}${path}`)).text()
    expect(page).not.toMatch(/<style|\sstyle="|\son[a-z]+="/)
    for (const [, attributes] of page.matchAll(/<script([^>]*)>/g)) expect(attributes).toContain('nonce=')
  }
})

test('rule 5: no token and no address of anybody reaches the log', async () => {
  const { ana } = cast
  const origin = { Origin: server.url, 'Content-Type': 'application/x-www-form-urlencoded' }
  await fetch(`${server.url}/forgotten-password`, { method: 'POST', headers: origin, body: new URLSearchParams({ address: ana.email }) })
  const path = await linkInMailbox('/password-reset/')
  const token = path.slice('/password-reset/'.length)
  for (const address of [path, `${path}.data`, `${path}?_routes=x`, `/e/${token}`, `/e/${token}/code`, `/invitation/${token}`]) {
    await fetch(`${server.url}${address}`)
  }
  await fetch(`${server.url}/sign-in?to=${path}`, { headers: { Cookie: 'vouch=abcdefghijklmnopqrstuvwxyz' } })
  const log = server.output().split('\n').filter(line => line.startsWith('{'))
  expect(log.filter(line => line.includes('"path":"/password-reset/[link]"'))).not.toEqual([])
  for (const secret of [token, token.slice(-22), 'abcdefghijklmnopqrstuvwxyz', ana.email]) expect(log.join('\n')).not.toContain(secret)
})

test('a name of elsewhere that was made to lead here reads nothing of the demo, its mail least of all', async () => {
  const port = new URL(server.url).port
  const mail = await asked(`localhost:${port}`)
  expect([mail.status, mail.body.includes('href="/dev/mail/')]).toEqual([200, true])
  expect((await asked(`127.0.0.1:${port}`)).status).toBe(200)
  for (const path of ['/dev/mail', '/dev/mail.data', '/sign-in', '/healthz']) {
    expect((await asked(`evil.example:${port}`, path)).status, path).toBe(421)
  }
})

async function asked(host: string, path = '/dev/mail'): Promise<{ status: number | undefined; body: string }> {
  const { port } = new URL(server.url)
  const request = startRequest({ host: '127.0.0.1', port, path, headers: { Host: host, Accept: 'text/html' } }).end()
  const [response]: IncomingMessage[] = await once(request, 'response')
  return { status: response?.statusCode, body: response ? await text(response) : '' }
}

test('SIGTERM lets what is under way finish, takes nothing new, and ends in order', async () => {
  const body = JSON.stringify({ url: 'https://127.0.0.1/nothing' })
  const port = new URL(server.url).port
  const slow = startRequest({
    port, host: '127.0.0.1', path: '/api/verify', method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': body.length },
  })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    slow.once('response', response => resolve(response.resume().statusCode)).once('error', reject)
  })
  slow.write(body.slice(0, 5))
  await wait(300)
  const stopped = server.stop()
  await wait(300)
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  slow.end(body.slice(5))
  expect(await answered).toBeLessThan(500)
  expect(await stopped).toBe(0)
})

test('a second start finds everything done, and an address that was kept is not changed', async () => {
  const { code, output } = await refusedStart({ PUBLIC_URL: 'https://vouch.example.edu', MAIL_URL: 'smtp://127.0.0.1:1' }, dataDir)
  expect(code).toBe(1)
  expect(output).toContain('https://vouch.example.edu')
  expect(output).toContain(server.url)

  const start = performance.now()
  const again = await startServer({}, dataDir)
  console.log(`a second start took ${Math.round(performance.now() - start)} ms`)
  const did = await fetch(`${again.url}/issuers/northbridge/did.json`)
  expect(await did.text()).toContain(`did:web:localhost%3A${new URL(server.url).port}:issuers:northbridge`)
  expect(await again.stop()).toBe(0)
})

test('two processes that start at once on one empty PostgreSQL both come up', async () => {
  const postgres = process.env['TEST_DATABASE_URL'] ? null : await startPostgres()
  const DATABASE_URL = await createDatabase(process.env['TEST_DATABASE_URL'] ?? postgres?.url ?? '', `vouch_start_${process.pid}`)
  const settings = { DATABASE_URL, SECRET: 'a secret for tests, long enough to use', DEMO: '1' }
  const both = await Promise.all([startServer(settings), startServer(settings)])
  const documents = await Promise.all(both.map(async ({ url }) => (await fetch(`${url}/issuers/northbridge/did.json`)).text()))
  expect(documents[0]).toContain('assertionMethod')
  expect(documents[0]).toBe(documents[1])
  for (const one of both) await one.remove()
  await postgres?.stop()
})

async function linkInMailbox(page: string): Promise<string> {
  const mailbox = join(dataDir, 'mailbox')
  for (let attempt = 0; attempt < 200; attempt++) {
    const letters = readdirSync(mailbox).filter(name => name.endsWith('.eml')).map(name => readFileSync(join(mailbox, name), 'utf8'))
    const link = letters.map(letter => new RegExp(`${page}[\\w.-]+`).exec(letter.replace(/=\r?\n/g, ''))?.[0]).find(Boolean)
    if (link) return link
    await wait(100)
  }
  throw new Error(`No letter with a link to ${page} came.`)
}
