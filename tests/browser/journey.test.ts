import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { keyboard, pointer } from './hand'
import { confirmFromMail, enter, logAndAsk, type Traveller } from './journey'

let browser: Browser
let post: PostOffice
let server: RunningServer

beforeAll(async () => {
  browser = await openBrowser()
  post = await openPostOffice()
  server = await startServer({ DEMO: '1', MAIL_URL: post.url, ...(process.env['JOURNEY_BASE'] && {}) })
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
  await post?.close()
})

test('with script', () => travel({ look: expectAccessible, hand: pointer }, {}))

async function travel(way: Pick<Traveller, 'look' | 'hand'>, options: BrowserContextOptions) {
  const traveller: Traveller = { ...way, base: server.url, post, context: () => browser.newContext({ viewport: { width: 1280, height: 900 }, ...options }) }
  const student = await enter(traveller, 'chidi')
  const path = await logAndAsk(traveller, student)
  await confirmFromMail(traveller)
  expect(path).toBeTruthy()
}
void keyboard
