import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellScene, type RouteScene } from '../routes/scene'
import { startServer, type RunningServer } from './server'

let scene: RouteScene
let server: RunningServer

beforeAll(async () => {
  scene = await tellScene()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
})

afterAll(() => server.remove())

const open = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers })

const said = (answer: Response) => ['etag', 'content-type', 'content-disposition', 'access-control-allow-origin', 'x-robots-tag', 'cross-origin-resource-policy']
  .map(name => answer.headers.get(name))

test('a stored document is the same bytes under the same name, whether a visitor asks, somebody signed in, or again', async () => {
  const path = `/credentials/${scene.things.shared}.json`
  const [first, again, theirs] = [await open(path), await open(path), await open(path, { Cookie: scene.cookies.ana })]
  expect([first.status, again.status, theirs.status]).toEqual([200, 200, 200])
  const text = await first.text()
  expect(JSON.parse(text)).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
  expect([await again.text(), await theirs.text()]).toEqual([text, text])
  expect([said(again), said(theirs)]).toEqual([said(first), said(first)])
  expect([first.headers.get('cache-control'), theirs.headers.get('cache-control')]).toEqual(['no-cache', 'private, no-store'])
  expect(first.headers.get('vary')).toMatch(/Accept/)
  const held = await open(path, { 'If-None-Match': first.headers.get('etag') ?? '' })
  expect([held.status, await held.text()]).toEqual([304, ''])
  const named = await open(path, { Accept: 'application/vc' })
  expect(named.headers.get('content-type')).toMatch(/^application\/vc\b/)
  expect(named.headers.get('etag')).not.toBe(first.headers.get('etag'))
})

test('rule 12: what is not shared has no address for anybody else, in whatever form', async () => {
  const { unshared, transcript } = scene.things
  for (const path of [`/credentials/${unshared}.json`, `/transcripts/${transcript}.json`, `/transcripts/${transcript}.zip`]) {
    expect((await open(path)).status).toBe(404)
    expect((await open(path, { Cookie: 'vouch=nobody' })).status).toBe(404)
    expect((await open(path, { Cookie: scene.cookies.ana })).status).toBe(200)
    expect((await open(path)).status).toBe(404)
  }
})
