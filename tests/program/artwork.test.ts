import { afterAll, beforeAll, expect, test } from 'vitest'
import { designArtwork } from '~/messages/en/design-artwork'
import { endlessDrawing, photo, plainDrawing } from '../hostile-artwork'
import { tellScene, type RouteScene } from '../routes/scene'
import { startServer, type RunningServer } from './server'

let scene: RouteScene
let server: RunningServer
/** The page of a draft of Omar's. */
let page: string

beforeAll(async () => {
  scene = await tellScene()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
  const { headers } = await asked(`/design/${scene.things.programme}?index`, new URLSearchParams({ act: 'revise' }))
  page = `${headers.get('location')}/artwork`
})

afterAll(() => server.remove())

function asked(path: string, body?: FormData | URLSearchParams, cookie = scene.cookies.omar) {
  const headers = { Cookie: cookie, Origin: server.url }
  return fetch(server.url + path, { headers, redirect: 'manual', ...(body && { method: 'POST', body }) })
}

async function bring(bytes: Buffer, name: string) {
  const shown = /name="shown" value="(\w+)"/.exec(await (await asked(page)).text())?.[1] ?? ''
  const form = new FormData()
  form.set('shown', shown)
  form.set('file', new File([new Uint8Array(bytes)], name))
  return asked(page, form)
}

const picturesOn = async () => [...(await (await asked(page)).text()).matchAll(/\/artwork\/\w{64}\.png/g)].map(([address]) => address)

test('a drawing that is made to be drawn for ever is given up, and meanwhile everybody else is answered', async () => {
  const start = performance.now()
  let isOver = false
  const brought = bring(endlessDrawing(), 'endless.svg').finally(() => (isOver = true))
  let [asks, longest] = [0, 0]
  while (!isOver) {
    const before = performance.now()
    expect((await asked('/catalogue', undefined, '')).status).toBe(200)
    longest = Math.max(longest, performance.now() - before)
    asks++
  }
  const answer = await brought
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(designArtwork.refused.unreadable)])
  expect(asks).toBeGreaterThan(10)
  expect(longest, 'nobody waited for the drawing').toBeLessThan((performance.now() - start) / 2)
})

test('what is larger than any emblem is refused at the field', async () => {
  const before = await picturesOn()
  const answer = await bring(Buffer.alloc(6_000_000, 1), 'large.png')
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(designArtwork.refused.tooLargeFile)])
  expect(await picturesOn()).toEqual(before)
})

test('a picture is kept, replaced and taken away again; before it is published, strangers find nothing there', async () => {
  expect((await bring(plainDrawing, 'disc.svg')).headers.get('location')).toBe(page)
  const [drawing = ''] = await picturesOn()
  expect((await bring(await photo(600, 400).jpeg().toBuffer(), 'photo.jpg')).status).toBe(302)
  const [address = ''] = await picturesOn()
  expect(address).not.toBe(drawing)
  const { status, headers } = await asked(address)
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'image/png', 'private, no-store'])
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  for (const cookie of ['', scene.cookies.ana]) expect((await asked(address, undefined, cookie)).status).toBe(404)
  const shown = /name="shown" value="(\w+)"/.exec(await (await asked(page)).text())?.[1] ?? ''
  expect((await asked(page, new URLSearchParams({ shown }))).status).toBe(302)
  expect(await picturesOn()).toEqual([])
})

test('what is published is anybody’s to show, for ever, and does nothing', async () => {
  const { status, headers } = await asked(`/artwork/${scene.things.artwork}.png`, undefined, '')
  expect(status).toBe(200)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
    'x-content-type-options': expect.stringContaining('nosniff'),
  })
})
