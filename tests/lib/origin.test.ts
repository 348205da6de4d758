import { expect, test } from 'vitest'
import { isOwnHost, isOwnOrigin, type Coming } from '~/lib/origin.server'

const published = { publicUrl: 'https://vouch.northbridge.example', isLoopback: false }
const atHome = { publicUrl: 'http://localhost:3000', isLoopback: true }
const post = (coming: Partial<Coming>, at = published) =>
  isOwnOrigin({ method: 'POST', hasCookies: true, ...coming }, at)

test('reading is open to every page, a change only to our own', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(post({ method, site: 'cross-site', origin: 'https://evil.example' })).toBe(true)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(post({ method, site: 'cross-site' })).toBe(false)
})

test('a browser says where a form comes from, and a neighbour under the same domain is a stranger', () => {
  expect(post({ site: 'same-origin', origin: 'null' })).toBe(true)
  expect(post({ site: 'same-site', origin: 'https://wiki.northbridge.example' })).toBe(false)
  expect(post({ site: 'none' })).toBe(false)
})

test('an older browser is judged by the origin it names', () => {
  expect(post({ origin: 'https://vouch.northbridge.example' })).toBe(true)
  expect(post({ origin: 'https://vouch.northbridge.example.evil.example' })).toBe(false)
  expect(post({ origin: 'null' })).toBe(false)
  expect(post({ origin: 'nonsense' })).toBe(false)
})

test('on this machine either of its names will do, but no stranger may lend it one', () => {
  expect(post({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, atHome)).toBe(true)
  expect(post({ origin: 'http://evil.example:3000', host: 'evil.example:3000' }, atHome)).toBe(false)
  expect(post({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(false)
})

test('a program without cookies may post, one with cookies has to say where it comes from', () => {
  expect(post({ hasCookies: false })).toBe(true)
  expect(post({})).toBe(false)
})

test('the demo answers under the names of this machine and its own, and under none that only leads here', () => {
  const demo = { ...atHome, demo: true }
  const named = { publicUrl: 'http://vouch.localhost:3000', isLoopback: true, demo: true }
  for (const host of ['localhost:3000', 'localhost', '127.0.0.1:3000', '[::1]:3000']) expect(isOwnHost(host, demo)).toBe(true)
  for (const host of ['evil.example:3000', 'localhost.evil.example', '127.0.0.1.evil.example', undefined]) {
    expect(isOwnHost(host, demo)).toBe(false)
  }
  expect(isOwnHost('vouch.localhost:3000', named)).toBe(true)
  expect(isOwnHost('vouch.northbridge.example', { ...published, demo: true })).toBe(true)
})
