import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '~/messages/en'
import { endorse } from '~/messages/en/endorse'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { openBrowser } from './chromium'
import { pointer, type Hand } from './hand'
import { enter, type Traveller } from './journey'

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungskommissionsvorsitzende'
const WIDTHS = [320, 375, 640, 1280]

let browser: Browser
let post: PostOffice
let server: RunningServer
const wrong: string[] = []
const looked: string[] = []

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

test('a word of 91 letters in every name stays on the page, on 13 pages from 320 to 1280 px', async () => {
  const traveller: Traveller = {
    base: server.url, post, hand: pointer, look: stays,
    context: () => browser.newContext({ viewport: { width: 1280, height: 900 } }),
  }
  const student = await enter({ ...traveller, look: async () => undefined }, 'chidi')
  const path = await logAndAsk(traveller, student)
  for (const at of ['/', '/activities', '/programmes', path, `${path}/claims`]) await see(traveller, student.page, at)
  await confirm(traveller)
  const reviewer = await enter({ ...traveller, look: async () => undefined }, 'mina')
  for (const at of ['/review', path.replace('activities', 'review')]) await see(traveller, reviewer.page, at)
  expect(wrong).toEqual([])
  expect(looked).toHaveLength(13)
})

async function logAndAsk(traveller: Traveller, { page, hand }: { page: Page; hand: Hand }) {
  const { log } = en
  await page.goto(`${traveller.base}/activities/new`)
  await hand.fill(log.what.activity, LONG)
  await hand.fill(log.what.organisation, LONG)
  await hand.fill(log.what.role, LONG)
  await hand.select(log.what.category, log.category.volunteering)
  await hand.press(log.what.next)
  await page.waitForURL(/\/when$/)
  await stays(page)
  await hand.fill(log.when.first, '2026-05-02')
  await hand.fill(log.when.last, '2026-05-09')
  await hand.fill(log.when.on(1, log.when.day), '2026-05-02')
  await hand.fill(log.when.on(1, log.when.duration), '6 h')
  await hand.press(log.when.next)
  await page.waitForURL(/\/claims$/)
  await page.locator('details.claim summary').first().click()
  await page.locator('details.claim[open] input[type=radio]').first().check()
  await page.locator('details.claim[open] textarea').fill(LONG)
  await hand.press(log.claims.next)
  await page.waitForURL(/\/evidence$/)
  await hand.unfold(log.evidence.text)
  const text = page.locator('#text')
  await text.getByLabel(log.evidence.words).fill(LONG)
  await text.getByLabel(log.evidence.name).fill(LONG)
  await hand.press(log.evidence.next)
  await page.waitForURL(/\/who$/)
  await stays(page)
  await hand.fill(log.who.name, LONG)
  await hand.fill(log.who.email, 'zhang@outside.example')
  await hand.fill(log.who.organisation, LONG)
  await hand.tick(log.who.declaration)
  await hand.press(log.who.ask(LONG))
  await page.waitForURL(/\/activities\/[\w-]+$/)
  return new URL(page.url()).pathname
}

async function confirm(traveller: Traveller) {
  const letter = await traveller.post.take('zhang@outside.example')
  const page = await (await traveller.context()).newPage()
  const hand = traveller.hand(page)
  await page.goto(/https?:\/\/\S+\/e\/\S+/.exec(letter.text ?? '')?.[0] ?? '')
  await stays(page)
  await hand.press(endorse.before.send)
  await stays(page)
  const code = /\b(\d{6})\b/.exec((await traveller.post.take('zhang@outside.example')).text ?? '')?.[1] ?? ''
  await hand.fill(endorse.code.label, code)
  await hand.press(endorse.code.go)
  await stays(page)
  await page.locator('label.choice input').first().check()
  await hand.fill(endorse.words.statement('Chidi'), LONG)
  await hand.tick(en.endorsement.relationship.supervisor)
  await hand.tick(en.endorsement.basis.supervisedIt)
  await hand.tick(endorse.knowing.family)
  await hand.fill(endorse.showing.role, LONG)
  await hand.tick(en.endorsement.shownAs.nameAndRole)
  await hand.press(endorse.confirm.button)
  await expect.poll(() => page.locator('h1').innerText()).toContain('Thank you')
  await stays(page)
}

async function see(traveller: Traveller, page: Page, path: string) {
  await page.goto(`${traveller.base}${path}`)
  await traveller.look(page)
}

/** Nothing but the window's own width, at each width. */
async function stays(page: Page) {
  const { pathname } = new URL(page.url())
  looked.push(pathname)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (beyond > 0) wrong.push(`${pathname} at ${width}: ${beyond} px`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
