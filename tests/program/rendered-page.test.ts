import { afterAll, beforeAll, expect, test } from 'vitest'
import { vouch } from '../cli/vouch'
import { ask } from '../routes/asking'
import { tellScene, type Person, type RouteScene } from '../routes/scene'
import { startServer, type RunningServer } from './server'

let scene: RouteScene
let server: RunningServer

beforeAll(async () => {
  scene = await tellScene()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
})

afterAll(() => server.remove())

const open = (id: string, headers: Record<string, string> = {}) => fetch(`${server.url}/credentials/${id}`, { headers: { Accept: 'text/html', ...headers } })

test('everybody gets the same bytes of a shared page, whole or compressed, and who holds them is told so', async () => {
  const { shared } = scene.things
  const pages = []
  for (const encoding of ['identity', 'gzip', 'identity', 'gzip']) pages.push(await open(shared, { 'Accept-Encoding': encoding }))
  const [first, ...others] = await Promise.all(pages.map(page => page.text()))
  expect(first).toContain('Ana')
  for (const other of others) expect(other).toBe(first)
  const etag = pages[0]?.headers.get('etag') ?? ''
  for (const { headers } of pages) {
    expect(headers.get('etag')).toBe(etag)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('vary')).toMatch(/Cookie/)
  }
  const again = await open(shared, { 'If-None-Match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('what somebody puts behind the address reaches nobody else', async () => {
  const { shared } = scene.things
  const own = await open(`${shared}?from=a-letter`)
  expect([own.status, own.headers.get('etag')]).toEqual([200, null])
  expect(await own.text()).toContain('from=a-letter')
  expect(await (await open(shared)).text()).not.toContain('a-letter')
})

test('a reader’s own theme is another page', async () => {
  const { shared } = scene.things
  const [plain, dark] = [await open(shared), await open(shared, { Cookie: 'theme=dark' })]
  expect(dark.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  expect(await dark.text()).toContain('data-theme="dark"')
  expect(await (await open(shared)).text()).not.toContain('data-theme="dark"')
})

test('the same address still gives programs the credential', async () => {
  const answer = await open(scene.things.shared, { Accept: 'application/vc+ld+json' })
  expect(await answer.json()).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
})

test('rule 12: what only its holder sees is never kept for others', async () => {
  const { unshared } = scene.things
  const own = await open(unshared, { Cookie: scene.cookies.ana })
  expect([own.status, own.headers.get('cache-control'), own.headers.get('etag')]).toEqual([200, 'private, no-store', null])
  expect((await open(unshared)).status).toBe(404)
})

test('rule 12: a page that is switched off is gone at once, and on again at once', async () => {
  const { shared } = scene.things
  const etag = (await open(shared)).headers.get('etag') ?? ''
  await turn('ana', shared, 'off')
  expect((await open(shared, { 'If-None-Match': etag })).status).toBe(404)
  await turn('ana', shared, 'on')
  expect((await open(shared)).status).toBe(200)
})

test('a revocation shows at the next visit, to who holds the page as well', async () => {
  const { shared } = scene.things
  const before = await open(shared)
  const { code } = await vouch(server, ['revoke', shared, '--reason', 'issued-in-error'])
  expect(code).toBe(0)
  const after = await open(shared, { 'If-None-Match': before.headers.get('etag') ?? '' })
  expect(after.status).toBe(200)
  const page = await after.text()
  expect(page).toMatch(/revoked/i)
  expect(page).not.toContain('Ana')
})

async function turn(person: Person, id: string, page: 'on' | 'off') {
  const { status } = await ask({ port: scene.port, cookie: scene.cookies[person], way: 'form', address: `/credentials/${id}/share`, isIndex: false, fields: { page } })
  expect(status).toBe(302)
}
