import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { common } from '~/messages/en/common'
import { credential } from '~/messages/en/credential'
import { home } from '~/messages/en/home'
import { log } from '~/messages/en/log'
import { offer } from '~/messages/en/offer'
import { outlook } from '~/messages/en/outlook'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { openBrowser } from './chromium'
import { pointer } from './hand'
import { enter, offerAward, type Traveller } from './journey'

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

test('an offer leads the home page, and who accepts it lands on the credential with what to do next', async () => {
  await offerAward(traveller)
  const { page, hand } = await enter(traveller, 'chidi')
  expect(await page.locator('h1').innerText()).toContain('Community Contribution is yours to accept, Chidi.')
  expect(await page.locator('.task-row h3').first().innerText()).toBe(home.needs.offer('Community Contribution'))
  const programmes = await page.locator('.progress-card').allInnerTexts()
  expect(programmes.join()).toContain(outlook.offered)
  expect(programmes.join()).not.toContain(outlook.met)
  await page.getByRole('link', { name: home.needs.accept }).click()
  await page.waitForURL(/\/offers\//)
  await hand.press(offer.accept)
  await page.waitForURL(/\/credentials\/[\w-]{22}\?/)
  await page.getByText(credential.accepted.words).waitFor()
  const said = await page.locator('main').innerText()
  for (const words of [credential.accepted.title('Community Contribution'), credential.accepted.words]) expect(said).toContain(words)
  expect(said).not.toContain('!')
  await hand.follow(credential.accepted.share)
  await page.waitForURL(/\/share$/)
})

test('what has just happened is told once, above the page, and covers nothing', async () => {
  const { page, hand } = await enter(traveller, 'chidi')
  await page.getByRole('link', { name: home.needs.continue }).click()
  await page.waitForURL(/\/who$/)
  await hand.press(log.who.save)
  const toast = page.locator('.flash')
  await toast.waitFor()
  expect(await toast.innerText()).toContain(log.who.saved)
  expect(await toast.evaluate(box => getComputedStyle(box).position)).toBe('static')
  await page.reload({ waitUntil: 'networkidle' })
  expect(await toast.count()).toBe(0)
  expect(await page.getByRole('button', { name: common.flash.close }).count()).toBe(0)
})
