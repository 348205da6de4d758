import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpack } from '~/standards/carrier'
import { tellScene, type RouteScene } from '../routes/scene'
import { startServer, type RunningServer } from './server'

let scene: RouteScene
let server: RunningServer
/** Of a credential that is shared, and of one that is not. */
let [shared, hidden] = ['', '']

beforeAll(async () => {
  scene = await tellScene()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
  shared = `/credentials/${scene.things.shared}`
  hidden = `/credentials/${scene.things.unshared}`
})

afterAll(() => server.remove())

const asked = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers, redirect: 'manual' })
const bytesAt = async (path: string) => Buffer.from(await (await asked(path)).arrayBuffer())
const embedding = (path: string, more: Record<string, string> = {}) =>
  asked(`/oembed?${new URLSearchParams({ url: server.url + path, ...more })}`)

test.each(['png', 'svg'])('a shared credential is there as %s: the very document, for any site to show and nobody to slim', async ending => {
  const { status, headers } = await asked(`${shared}.${ending}`, { 'Accept-Encoding': 'gzip' })
  expect([status, headers.get('content-encoding')]).toEqual([200, null])
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': ending === 'png' ? 'image/png' : expect.stringContaining('image/svg+xml'),
    'cache-control': 'no-cache, no-transform',
    'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': expect.stringContaining('nosniff'),
    'content-disposition': expect.stringMatching(new RegExp(`^inline; filename=".+\\.${ending}"`)),
  })
  const again = await asked(`${shared}.${ending}`, { 'If-None-Match': headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  const [baked, document] = await Promise.all([bytesAt(`${shared}.${ending}`), bytesAt(`${shared}.json`)])
  expect(unpack(baked)).toEqual({ text: document.toString() })
  expect(baked.equals(await bytesAt(`${shared}.${ending}`))).toBe(true)
  expect(await sharp(baked).metadata()).toMatchObject({ format: ending, width: expect.any(Number) })
})

test('rule 12: before it is shared its holder alone takes it along, and nobody on the way keeps it', async () => {
  for (const ending of ['png', 'svg']) {
    const { status, headers } = await asked(`${hidden}.${ending}`, { Cookie: scene.cookies.ana })
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store, no-transform'])
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    for (const cookie of ['', scene.cookies.chidi]) expect((await asked(`${hidden}.${ending}`, { Cookie: cookie })).status).toBe(404)
  }
})

test('the page of a shared credential says what other sites show, and all of it is there', async () => {
  const page = await (await asked(shared)).text()
  const url = server.url + shared
  const said = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(page)?.[1]
  expect(said('og:url')).toBe(url)
  expect(said('og:title')).toContain('Ana Duarte')
  expect(said('twitter:title')).toBe(said('og:title'))
  expect(said('og:description')).toContain('certifies that Ana Duarte')
  expect(said('twitter:card')).toBe('summary_large_image')
  expect([said('og:image'), said('twitter:image')]).toEqual([`${url}/card.png`, `${url}/card.png`])
  const { headers } = await asked(`${shared}/card.png`)
  expect([headers.get('content-type'), headers.get('cross-origin-resource-policy')]).toEqual(['image/png', 'cross-origin'])
  const { width, height } = await sharp(await bytesAt(`${shared}/card.png`)).metadata()
  expect([said('og:image:width'), said('og:image:height')]).toEqual([String(width), String(height)])
  const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(await (await fetch(link)).json()).toMatchObject({ version: '1.0', type: 'rich', html: expect.stringContaining(`href="${url}"`) })
})

test('oEmbed keeps to the room it is given, and holds nothing but a picture that leads to the page', async () => {
  const full = await (await embedding(shared)).json()
  expect([full.width, full.height]).toEqual([600, 315])
  const small = await (await embedding(shared, { maxwidth: '400', maxheight: '100', format: 'json' })).json()
  expect([small.width, small.height]).toEqual([190, 100])
  expect(small.html).toMatch(/^<a href="[^"<]+"><img src="[^"<]+\/card\.png" width="190" height="100" alt="[^"<]+"><\/a>$/)
  expect(await (await embedding(shared, { maxwidth: '-1', maxheight: 'wide' })).json()).toEqual(full)
  expect((await embedding(shared, { format: 'xml' })).status).toBe(501)
})

test('rule 11: of what is not shared other sites learn as little as of what is not there', async () => {
  for (const path of [hidden, '/credentials/AAAAAAAAAAAAAAAAAAAAAA', '/', '/catalogue']) {
    expect((await embedding(path)).status).toBe(404)
  }
  expect((await asked(`/oembed?url=${encodeURIComponent(`https://elsewhere.example${shared}`)}`)).status).toBe(404)
  expect((await asked('/oembed')).status).toBe(404)
  for (const cookie of ['', scene.cookies.ana]) expect((await asked(`${hidden}/card.png`, { Cookie: cookie })).status).toBe(404)
  const own = await (await asked(hidden, { Cookie: scene.cookies.ana })).text()
  expect(own).not.toMatch(/og:|twitter:|oembed/)
})

test('a transcript is told to other sites in words, once it is shared', async () => {
  const path = `/transcripts/${scene.things.transcript}`
  const cookie = { Cookie: scene.cookies.ana, Origin: server.url }
  expect(await (await asked(path, cookie)).text()).not.toMatch(/og:|twitter:/)
  const body = new URLSearchParams({ act: 'share' })
  expect((await fetch(server.url + path, { method: 'POST', headers: cookie, body, redirect: 'manual' })).status).toBe(302)
  const page = await (await asked(path)).text()
  expect(page).toContain(`<meta property="og:url" content="${server.url}${path}"`)
  expect(page).toMatch(/<meta property="og:title" content="[^"]*Ana Sofia Duarte"/)
  expect(page).not.toContain('og:image')
})

test('its holder finds it ready for other sites while it is shared, and not before', async () => {
  const panel = async (path: string) => (await asked(`${path}/share`, { Cookie: scene.cookies.ana })).text()
  const page = await panel(shared)
  const linkedIn = new URL(/href="(https:\/\/www\.linkedin\.com[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '')
  expect(linkedIn.searchParams.get('certUrl')).toBe(server.url + shared)
  expect(linkedIn.searchParams.get('certId')).toMatch(/^[\dA-F]{4}(-[\dA-F]{4}){3}$/)
  expect(page).toContain(`&lt;a href=&quot;${server.url}${shared}&quot;&gt;&lt;img src=&quot;${server.url}${shared}.png&quot;`)
  const before = await panel(hidden)
  expect(before).not.toMatch(/linkedin|img src=&quot;/)
  for (const ending of ['png', 'svg', 'json']) expect(before).toContain(`href="${hidden}.${ending}"`)
})
