import { expect, test } from 'vitest'
import { browserOf } from '~/lib/browser'
import { pathOf, safePath } from '~/lib/redirect.server'

test('the way back leads to a page of ours, whatever is written there', () => {
  expect(safePath('/activities/1?tab=evidence')).toBe('/activities/1?tab=evidence')
  const elsewhere = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'activities',
    '',
    null,
    undefined,
  ]
  for (const to of elsewhere) expect(safePath(to, '/home')).toBe('/home')
})

test('the way back is the page, without what the router adds', () => {
  expect(pathOf(new Request('http://localhost/activities?index&q=a%20b&_routes=x'))).toBe('/activities?q=a+b')
})

test('a session is named by its browser and system as people call them', () => {
  const named = {
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': ['Firefox', 'Linux'],
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1': ['Safari', 'iPhone'],
    'Mozilla/5.0 (Windows NT 10.0) Chrome/147.0.0.0 Safari/537.36 Edg/147.0': ['Edge', 'Windows'],
    'curl/8.5.0': [null, null],
  }
  for (const [userAgent, [browser, system]] of Object.entries(named)) {
    expect(browserOf(userAgent)).toEqual({ browser, system })
  }
})
