import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { review } from '~/messages/en/review'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { openBrowser } from './chromium'
import { pointer } from './hand'
import { enter } from './journey'

let browser: Browser
let post: PostOffice
let server: RunningServer

beforeAll(async () => {
  browser = await openBrowser()
  post = await openPostOffice()
  server = await startServer({ DEMO: '1', MAIL_URL: post.url })
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
  await post?.close()
})

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })
const heading = (page: Page) => page.locator('h1').first().innerText()
const rows = (page: Page) => page.locator('[data-row]').count()

test('the keys of the queue work before anything has the focus, and never while somebody writes', async () => {
  const { page } = await enter(
    { base: server.url, post, hand: pointer, look: async () => undefined, context: () => browser.newContext({ viewport: { width: 1280, height: 900 } }) },
    'mina',
  )
  await page.goto(`${server.url}/review`, { waitUntil: 'networkidle' })
  const waiting = await rows(page)
  expect(waiting).toBeGreaterThan(0)

  await page.keyboard.press('?')
  await soon(() => page.getByText(review.keys.areOn).isVisible()).toBe(true)
  await page.keyboard.press('?')
  await soon(() => page.getByText(review.keys.areOn).isVisible()).toBe(false)

  await page.keyboard.press('j')
  await page.waitForURL(/\/review\/[\w-]+$/)
  const reason = page.locator('[data-decision=return] textarea')
  await reason.waitFor({ state: 'attached' })
  await page.keyboard.press('r')
  await soon(() => reason.evaluate(field => field === document.activeElement)).toBe(true)
  await page.keyboard.type('jeku?')
  expect(await reason.inputValue()).toBe('jeku?')

  // From the page itself, as when nothing was clicked yet, until the queue is empty; then the last comes back.
  await page.goto(`${server.url}/review`, { waitUntil: 'networkidle' })
  for (let left = waiting; left > 0; left--) {
    await page.keyboard.press('j')
    await page.locator('[data-approve] button').waitFor()
    await page.keyboard.press('e')
    await soon(() => rows(page)).toBe(left - 1)
  }
  await soon(() => heading(page)).toBe(review.empty.heading)
  await page.keyboard.press('u')
  await soon(() => page.getByText(review.done.undone).count()).toBeGreaterThan(0)
  expect(await rows(page)).toBe(1)
})

test('who speaks to their computer can switch the keys off', async () => {
  const { page } = await enter(
    { base: server.url, post, hand: pointer, look: async () => undefined, context: () => browser.newContext({ viewport: { width: 1280, height: 900 } }) },
    'mina',
  )
  await page.goto(`${server.url}/review`, { waitUntil: 'networkidle' })
  await page.keyboard.press('?')
  await page.getByLabel(review.keys.areOn).uncheck()
  await page.keyboard.press('j')
  expect(new URL(page.url()).pathname).toBe('/review')
  await page.reload({ waitUntil: 'networkidle' })
  await page.keyboard.press('j')
  expect(new URL(page.url()).pathname).toBe('/review')
})
