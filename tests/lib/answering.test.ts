import express from 'express'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedAddresses, typeFor } from '~/lib/accept.server'
import { refuseLongForms } from '~/lib/body-limit.server'
import { readBody, readShortForm } from '~/lib/body.server'
import { serveDocument } from '~/lib/document.server'
import { etagOf, holds } from '~/lib/etag.server'

const app = express()
app.use(refuseLongForms)
app.use(sharedAddresses({ pages: /^\/credentials\/[\w-]+$/, documents: /^\/status\/[\w-]+$/ }))
app.use((request, response) => void response.json(request.originalUrl))
const server = app.listen(0, '127.0.0.1')
let origin = ''
beforeAll(() => {
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on TCP
})
afterAll(() => server.close())

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

test.each([
  ['/credentials/a', BROWSER, '/credentials/a'],
  ['/credentials/a', '*/*', '/credentials/a'],
  ['/credentials/a', 'application/vc+ld+json', '/credentials/a.json'],
  ['/credentials/a?x=1', 'application/json', '/credentials/a.json?x=1'],
  ['/credentials/a', 'application/ld+json, */*;q=0.1', '/credentials/a.json'],
  ['/credentials/a', 'text/html;q=0.5, application/vc', '/credentials/a.json'],
  ['/credentials/a/share', 'application/json', '/credentials/a/share'],
  ['/credentials', 'application/json', '/credentials'],
  ['/status/a', '*/*', '/status/a.json'],
  ['/status/a', BROWSER, '/status/a'],
])('%s for who accepts %s is answered at %s', async (path, accept, answered) => {
  const response = await fetch(origin + path, { headers: { accept } })
  expect(await response.json()).toBe(answered)
  expect(response.headers.get('vary') === 'Accept').toBe(!path.includes('share') && path !== '/credentials')
})

test.each([
  ['/sign-up', 'application/x-www-form-urlencoded', 413],
  ['/activities/a/evidence', 'application/x-www-form-urlencoded', 413],
  ['/activities/a/evidence', 'multipart/form-data; boundary=x', 200],
  ['/activities/a/document', 'multipart/form-data; boundary=x', 200],
  ['/activities/a/days', 'multipart/form-data; boundary=x', 200],
  ['/design/a/artwork', 'multipart/form-data; boundary=x', 200],
  ['/design/a/artwork', 'application/x-www-form-urlencoded', 413],
  ['/sign-up', 'multipart/form-data; boundary=x', 413],
  ['/verify', 'multipart/form-data; boundary=x', 200],
])('three megabytes to %s as %s are answered %i: only files and who counts may be long', async (path, type, status) => {
  const response = await fetch(origin + path, { method: 'POST', headers: { 'Content-Type': type }, body: 'x'.repeat(3_000_000) })
  expect(response.status).toBe(status)
})

test('a form of which nobody says how long it is is not read', async () => {
  const body = new Blob(['title=Shifts']).stream()
  const response = await fetch(`${origin}/sign-up`, { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect(response.status).toBe(413)
  expect((await fetch(`${origin}/sign-up`, { method: 'POST', body: 'title=Shifts' })).status).toBe(200)
})

const asking = (headers: Record<string, string>) => new Request('http://localhost/', { headers })

test('a document comes in the type its asker names, and in the last where they name none', () => {
  const types = ['application/vc', 'application/json']
  expect(typeFor('application/json', types)).toBe('application/json')
  expect(typeFor('Application/VC;q=0.9, */*', types)).toBe('application/vc')
  expect(typeFor(null, types)).toBe('application/json')
})

test('who holds a state already gets 304 and nothing is made', async () => {
  const serving = { types: ['application/json'], madeFrom: 'a', fileName: 'Zoë’s badge.json' }
  const first = await serveDocument(asking({}), serving, () => '{}')
  expect([first.status, await first.text(), first.headers.get('Cache-Control')]).toEqual([
    200,
    '{}',
    'no-cache',
  ])
  expect(first.headers.get('Content-Disposition')).toBe(
    `inline; filename="Zoes badge.json"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20badge.json`,
  )
  const etag = first.headers.get('ETag') ?? ''
  const again = await serveDocument(asking({ 'If-None-Match': `"x", ${etag}` }), serving, () =>
    expect.unreachable('made again'),
  )
  expect([again.status, again.headers.get('ETag')]).toEqual([304, etag])
  const changed = await serveDocument(
    asking({ 'If-None-Match': etag }),
    { ...serving, madeFrom: 'b' },
    () => '{}',
  )
  expect(changed.status).toBe(200)
})

test('two states never share a name', () => {
  expect(etagOf('a', 'b')).not.toBe(etagOf('ab'))
  expect(etagOf(1, null)).not.toBe(etagOf(1, ''))
  expect(holds(etagOf('a').slice(2), etagOf('a'))).toBe(true)
  expect(holds(null, etagOf('a'))).toBe(false)
})

test('no more of a body is read than is wanted, whatever its length says', async () => {
  const send = (body: BodyInit, headers = {}) =>
    new Request('http://localhost/', { method: 'POST', body, headers })
  expect(Buffer.from((await readBody(send('12345'), 5)) ?? []).toString()).toBe('12345')
  expect(await readBody(send('123456'), 5)).toBeNull()
  let pulled = 0
  const endless = new ReadableStream({
    pull: controller => controller.enqueue(new Uint8Array(1000).fill(++pulled)),
  })
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: endless,
    duplex: 'half',
  } as RequestInit) // its type does not know `duplex`
  expect(await readBody(request, 5_000)).toBeNull()
  expect(pulled).toBeLessThan(12)
})

test('a form that is none is empty, and a file in one arrives', async () => {
  const broken = new Request('http://localhost/', {
    method: 'POST',
    body: 'x',
    headers: { 'Content-Type': 'multipart/form-data; boundary=y' },
  })
  expect([...((await readShortForm(broken, 100)) ?? [])]).toEqual([])
  const form = new FormData()
  form.set('file', new File(['{}'], 'c.json'))
  const read = await readShortForm(new Request('http://localhost/', { method: 'POST', body: form }), 1_000)
  expect(read?.get('file')).toBeInstanceOf(File)
})
