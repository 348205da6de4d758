import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchGuarded } from '~/lib/fetch.server'
import { certificate, privateKey } from './localhost-certificate'

const running: Server[] = []

afterEach(async () => {
  await Promise.all(
    running.splice(0).map(server => new Promise(done => server.close(done).closeAllConnections())),
  )
})

/** A server on loopback, and how often it was asked. */
async function serve(answer: RequestListener, server = createServer()) {
  const seen = { count: 0, headers: {} as Record<string, unknown> }
  server.on('request', (request, response) => {
    seen.count++
    seen.headers = request.headers
    answer(request, response)
  })
  running.push(server)
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, origin: `http://127.0.0.1:${port}`, seen }
}

const json = { accept: 'application/json' }

describe('what it fetches', () => {
  test('our own address on loopback, with the Accept header and nothing that tells who we are', async () => {
    const { origin, seen } = await serve((_, response) => {
      response.setHeader('content-type', 'application/json').end('{"a":"é"}')
    })
    const fetched = await fetchGuarded(`${origin}/status/1?x=1`, { ...json, ownOrigin: origin })
    expect(fetched).toEqual({
      url: `${origin}/status/1?x=1`,
      contentType: 'application/json',
      text: '{"a":"é"}',
    })
    expect(seen.headers).toMatchObject({ accept: 'application/json', host: origin.slice(7) })
    expect(Object.keys(seen.headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  test('over TLS it connects to the checked address and wants a certificate for the name', async () => {
    const tls = createTlsServer({ cert: certificate, key: privateKey })
    const { port } = await serve((_, response) => response.end('safe'), tls)
    const origin = `https://localhost:${port}`
    expect(await elsewhere(origin)).toEqual({ url: `${origin}/`, contentType: '', text: 'safe' })
    expect(await elsewhere(`https://other.example:${port}`)).toEqual({ refused: 'unreachable' })
    expect(await fetchGuarded(origin, { ...json, ownOrigin: origin })).toEqual({ refused: 'unreachable' })
  })

  /** In a process that trusts the certificate; every name there is 127.0.0.1. */
  async function elsewhere(origin: string): Promise<unknown> {
    const folder = mkdtempSync(join(tmpdir(), 'vouch-fetch-'))
    try {
      writeFileSync(join(folder, 'ca.pem'), certificate)
      const script = join(import.meta.dirname, 'fetch-once.ts')
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') }
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, origin], {
        env,
      })
      return JSON.parse(stdout)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  test('it follows redirects within one host, three at most', async () => {
    const { origin, seen } = await serve((request, response) => {
      const step = Number(request.url?.slice(1))
      if (step === 0) response.end('here')
      else response.writeHead(302, { location: `/${step - 1}` }).end()
    })
    expect(await fetchGuarded(`${origin}/3`, { ...json, ownOrigin: origin })).toMatchObject({ text: 'here' })
    expect(seen.count).toBe(4)
    expect(await fetchGuarded(`${origin}/4`, { ...json, ownOrigin: origin })).toEqual({
      refused: 'too-many-redirects',
    })
  })
})

describe('where it does not go', () => {
  const refusals = [
    ['no address at all', 'nonsense', 'not-a-url'],
    ['a file', 'file:///etc/passwd', 'not-https'],
    ['plain http', 'http://93.184.215.14/', 'not-https'],
    ['a password in the address', 'https://user:secret@93.184.215.14/', 'not-a-url'],
    ['loopback', 'https://127.0.0.1/', 'not-public'],
    ['loopback written as a number', 'https://2130706433/', 'not-public'],
    ['loopback written in octal', 'https://0177.0.0.1/', 'not-public'],
    ['loopback of IPv6', 'https://[::1]/', 'not-public'],
    ['loopback in an IPv4-mapped address', 'https://[::ffff:127.0.0.1]/', 'not-public'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data', 'not-public'],
    ['the metadata of a cloud through NAT64', 'https://[64:ff9b::a9fe:a9fe]/', 'not-public'],
    ['a name of the machine itself', 'https://localhost/', 'not-public'],
  ] as const

  test.each(refusals)('%s', async (_, url, refused) => {
    expect(await fetchGuarded(url, json)).toEqual({ refused })
  })

  test('a host of which one address is private, though another is public', async () => {
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    expect(await fetchGuarded('https://mixed.example/', { ...json, resolve })).toEqual({
      refused: 'not-public',
    })
  })

  test('a host that does not exist', async () => {
    const resolve = async () => Promise.reject(new Error('ENOTFOUND'))
    expect(await fetchGuarded('https://nowhere.example/', { ...json, resolve })).toEqual({
      refused: 'no-such-host',
    })
  })

  test('where DNS points to the second time it is asked: it is asked once, and the answer used', async () => {
    const { port, seen } = await serve((_, response) => response.end('first'))
    const answers = ['127.0.0.1', '127.0.0.2']
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }]
    const ownOrigin = `http://rebinding.example:${port}`
    expect(await fetchGuarded(ownOrigin, { ...json, ownOrigin, resolve })).toMatchObject({ text: 'first' })
    expect(answers).toEqual(['127.0.0.2'])
    expect(seen.headers).toMatchObject({ host: `rebinding.example:${port}` })
  })

  test('another port of our own machine, or our own port by https', async () => {
    const { port, seen } = await serve((_, response) => response.end('secret'))
    const ownOrigin = 'http://localhost:1'
    expect(await fetchGuarded(`http://localhost:${port}`, { ...json, ownOrigin })).toEqual({
      refused: 'not-https',
    })
    expect(await fetchGuarded(`https://localhost:${port}`, { ...json, ownOrigin })).toEqual({
      refused: 'not-public',
    })
    expect(seen.count).toBe(0)
  })

  test('where a redirect leads to another host, another port or another scheme', async () => {
    const inner = await serve((_, response) => response.end('secret'))
    for (const location of [
      inner.origin,
      'http://169.254.169.254/',
      'https://example.org/',
      '//example.org/',
    ]) {
      const { origin } = await serve((_, response) => response.writeHead(307, { location }).end())
      expect(await fetchGuarded(origin, { ...json, ownOrigin: origin })).toEqual({
        refused: 'redirected-away',
      })
    }
    expect(inner.seen.count).toBe(0)
  })
})

describe('what it does not swallow', () => {
  test('more than the limit, announced or not', async () => {
    const { origin } = await serve((_, response) => {
      for (let part = 0; part < 40; part++) response.write('x'.repeat(50_000))
      response.end()
    })
    expect(await fetchGuarded(origin, { ...json, ownOrigin: origin })).toEqual({ refused: 'too-long' })
    expect(await fetchGuarded(origin, { ...json, ownOrigin: origin, maxBytes: 3_000_000 })).toMatchObject({
      contentType: '',
    })
  })

  test('an answer that drips, in headers, body or DNS', async () => {
    const drips = await serve((_, response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.once('close', () => clearInterval(timer))
    })
    const silent = await serve(() => undefined)
    for (const { origin } of [drips, silent]) {
      expect(await fetchGuarded(origin, { ...json, ownOrigin: origin, timeoutMs: 200 })).toEqual({
        refused: 'too-slow',
      })
    }
    const resolve = () => new Promise<never>(() => undefined)
    expect(await fetchGuarded('https://slow.example', { ...json, resolve, timeoutMs: 50 })).toEqual({
      refused: 'too-slow',
    })
  })

  test('errors, compressed answers, broken text, a connection cut off or refused', async () => {
    const answers: RequestListener[] = [
      (_, response) => response.writeHead(500).end('{}'),
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}'),
      (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22])),
      (_, response) =>
        response.writeHead(200, { 'content-length': 10 }).write('{}', () => response.destroy()),
      (_, response) => response.writeHead(302).end(),
    ]
    for (const answer of answers) {
      const { origin } = await serve(answer)
      expect(await fetchGuarded(origin, { ...json, ownOrigin: origin })).toEqual({ refused: 'bad-answer' })
    }
    const ownOrigin = 'http://127.0.0.1:9'
    expect(await fetchGuarded(ownOrigin, { ...json, ownOrigin })).toEqual({ refused: 'unreachable' })
  })
})
