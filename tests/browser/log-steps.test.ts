import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { log } from '~/messages/en/log'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { openBrowser } from './chromium'
import { pointer } from './hand'
import { enter, type Traveller } from './journey'

let browser: Browser
let post: PostOffice
let server: RunningServer
let traveller: Traveller

beforeAll(async () => {
  browser = await openBrowser()
  post = await openPostOffice()
  server = await startServer({ DEMO: '1', MAIL_URL: post.url })
  traveller = {
    base: server.url, post, hand: pointer, look: async () => undefined,
    context: () => browser.newContext({ viewport: { width: 375, height: 740 } }),
  }
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
  await post?.close()
})

test('a sentence goes when its field is written in again, and the others stay', async () => {
  const { page, hand } = await enter(traveller, 'chidi')
  await page.goto(`${server.url}/activities/new`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: log.what.writeOwn }).click()
  await hand.fill(log.what.activity, 'First-year buddy')
  await hand.press(log.what.next)
  await page.locator('.error-summary').waitFor()
  expect(await page.locator('.error-summary li').allInnerTexts()).toEqual([
    'Write where it was, or with whom.', 'Write what you were there.', 'Choose what kind of activity it was.',
  ])
  const atFields = page.locator('.field-error')
  expect(await atFields.count()).toBe(3)
  await hand.fill(log.what.role, 'Buddy')
  await expect.poll(() => atFields.allInnerTexts()).toEqual(['Write where it was, or with whom.', 'Choose what kind of activity it was.'])
})

test('once others have the version, its steps can be read and not changed, with a way back to the activity', async () => {
  const { page } = await enter(traveller, 'chidi')
  await page.goto(`${server.url}/activities`)
  await page.getByRole('link', { name: /^Treasurer/ }).click()
  await page.waitForURL(/\/activities\/[\w-]{36}$/)
  const activity = page.url()
  for (const step of ['what', 'when', 'claims', 'evidence', 'who']) {
    await page.goto(`${activity}/${step}`)
    expect(await page.getByText(log.notNow).count(), step).toBe(1)
    expect(await page.locator('main form :is(input:not([type=hidden]), button, select, textarea):enabled').count(), step).toBe(0)
    expect(await page.getByRole('link', { name: log.seeIt }).getAttribute('href')).toBe(new URL(activity).pathname)
  }
})

test('what is written is kept before the page is sent, and a second window does not write over what it never showed', async () => {
  const { page, hand } = await enter(traveller, 'chidi')
  await page.goto(`${server.url}/activities/new`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: log.what.writeOwn }).click()
  await hand.fill(log.what.activity, 'First-year buddy')
  await hand.fill(log.what.organisation, 'Student office')
  await hand.fill(log.what.role, 'Buddy')
  await hand.select(log.what.category, log.category.volunteering)
  await hand.press(log.what.next)
  await page.waitForURL(/\/when$/)
  const what = page.url().replace(/when$/, 'what')
  await page.goto(what, { waitUntil: 'networkidle' })
  const second = await page.context().newPage()
  await second.goto(what, { waitUntil: 'networkidle' })

  await hand.fill(log.what.role, 'Lead buddy')
  await page.getByLabel(log.what.role).blur()
  await page.getByText(/^Kept as a draft, /).waitFor()
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.getByLabel(log.what.role).inputValue()).toBe('Lead buddy')

  await second.getByLabel(log.what.role).fill('Chief buddy')
  await second.getByRole('button', { name: log.what.next }).click()
  await second.getByText('changed in another window').first().waitFor()
  expect(await second.getByLabel(log.what.role).inputValue()).toBe('Chief buddy')
  await second.getByRole('button', { name: log.what.next }).click()
  await second.waitForURL(/\/when$/)
})

test('pressed again the very moment another window is told of, it is sent once and goes on', async () => {
  const { page } = await enter(traveller, 'chidi')
  await page.goto(`${server.url}/activities`)
  await page.getByRole('link', { name: /^Course representative/ }).click()
  await page.waitForURL(/\/activities\/[\w-]{36}/)
  const what = `${/^.*[\w-]{36}/.exec(page.url())?.[0]}/what`
  await page.goto(what, { waitUntil: 'networkidle' })
  const second = await page.context().newPage()
  await second.goto(what, { waitUntil: 'networkidle' })
  await page.getByLabel(log.what.role).fill('Speaker')
  await page.getByLabel(log.what.role).blur()
  await page.getByText(/^Kept as a draft, /).waitFor()

  let isSentTimes = 0
  await second.route(/\/what\.data$/, async route => {
    const isForm = route.request().method() === 'POST' && !route.request().postData()?.includes('autosave')
    if (isForm) isSentTimes++
    // As on a slow line: long enough for whatever would send it again.
    if (isForm) await wait(300)
    await route.continue()
  })
  const next = second.getByRole('button', { name: log.what.next })
  await next.evaluate(button => {
    const observer = new MutationObserver(() => {
      if (!document.body.innerText.includes('changed in another window')) return
      observer.disconnect()
      if (button instanceof HTMLElement) button.click()
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await second.getByLabel(log.what.role).fill('Speaker of the year')
  await next.click()
  await second.waitForURL(/\/when$/)
  expect(isSentTimes).toBe(1)
})

test('Enter in a field that was just changed goes on, and is not taken for another window', async () => {
  const { page } = await enter(traveller, 'chidi')
  await page.goto(`${server.url}/activities`)
  await page.getByRole('link', { name: /^Course representative/ }).click()
  await page.waitForURL(/\/activities\/[\w-]{36}/)
  const [activity] = /^.*[\w-]{36}/.exec(page.url()) ?? []
  await page.goto(`${activity}/when`, { waitUntil: 'networkidle' })
  const time = page.locator('[name="timeEntries[0].minutes"]')
  await time.fill('2 h')
  await time.press('Enter')
  await page.waitForURL(/\/claims$/)
})
