import { expect, test } from 'vitest'
import { browserOf } from '~/lib/browser'
import { pathOf, safePath } from '~/lib/redirect.server'

test('the way back leads to a page of ours, whatever is written there', () => {
  expect(safePath('/activities/1?tab=evidence')).toBe('/activities/1?tab=evidence')
  const elsewhere = [
    'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/.//evil.example',
    'javascript:alert(1)', 'activities', '', null, undefined,
  ]
  for (const to of elsewhere) expect(safePath(to, '/home')).toBe('/home')
})

test('the way back is the page, without what the router adds', () => {
  expect(pathOf(new Request('http://localhost/activities?index&q=a%20b&_routes=x'))).toBe('/activities?q=a+b')
})

test('a session is named by its browser and system as people call them', () => {
  const named = {
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': { browser: 'Firefox', system: 'Linux' },
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1':
      { browser: 'Safari', system: 'iPhone' },
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0':
      { browser: 'Edge', system: 'Windows' },
    'curl/8.5.0': { browser: null, system: null },
  }
  for (const [userAgent, words] of Object.entries(named)) expect(browserOf(userAgent)).toEqual(words)
})
