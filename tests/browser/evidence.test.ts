import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evidence } from '~/messages/en/evidence'
import { log } from '~/messages/en/log'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { realFiles } from './files'
import { pointer, type Hand } from './hand'
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

/** Chidi at the evidence of what he has not finished writing. */
async function atEvidence(javaScriptEnabled: boolean): Promise<{ page: Page; hand: Hand }> {
  const context = () => browser.newContext({ viewport: { width: 320, height: 740 }, javaScriptEnabled })
  const entered = await enter({ base: server.url, post, hand: pointer, look: async () => undefined, context }, 'chidi')
  const { page } = entered
  await page.goto(`${server.url}/activities`)
  const draft = await page.getByRole('link', { name: /^Course representative/ }).first().getAttribute('href')
  const [activity] = /^\/activities\/[\w-]+/.exec(draft ?? '') ?? []
  await page.goto(`${server.url}${activity}/evidence`, { waitUntil: 'networkidle' })
  return entered
}

const program = { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\0\0') }

const kept = (page: Page) => page.locator('main .evidence').allInnerTexts().then(texts => texts.map(text => text.split('\n')[0]))

test('without script several files go at once: what is refused is told by its name, and the rest is kept', async () => {
  const { page, hand } = await atEvidence(false)
  const { report, photo } = await realFiles()
  await page.getByLabel(log.evidence.chooseFile).setInputFiles([report, program, photo])
  await hand.fill(log.evidence.description, 'All of October')
  await hand.press(log.evidence.addFile)
  expect(await page.locator('.error-summary').innerText()).toContain('“setup.exe” was not added. We do not take files that end in .exe.')
  expect(await kept(page)).toEqual(['report.pdf', 'cold-store.jpg'])
  for (let left = 2; left > 0; left--) await page.getByRole('button', { name: /^Remove / }).first().click()
  expect(await kept(page)).toEqual([])
  await page.context().close()
})

test('with script every file has its bar: one is stopped, one refused in a sentence, the rest is kept, and what is typed meanwhile stays', async () => {
  const { page, hand } = await atEvidence(true)
  const { report, photo, notes } = await realFiles()
  let release = () => undefined as void
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route('**/files', async route => {
    await held
    await route.continue()
  })
  await page.getByLabel(log.evidence.chooseFile).setInputFiles([report, program, photo, notes])
  await page.getByRole('button', { name: log.evidence.addFile }).click()
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(1)
  await page.getByRole('button', { name: evidence.sending.stop(notes.name) }).click()
  await hand.unfold(log.evidence.link)
  await page.locator('#link').getByLabel(log.evidence.name).fill('Our page')
  await expectAccessible(page)
  release()
  await expect.poll(() => kept(page), { timeout: 20_000 }).toEqual(['report.pdf', 'cold-store.jpg'])
  const lines = await page.getByRole('list', { name: evidence.sending.title }).getByRole('listitem').allInnerTexts()
  expect(lines.join('\n')).toMatch(/setup\.exe\s+We do not take files that end in \.exe[^]*notes\.txt\s+You stopped it/)
  expect(await page.locator('#link').getByLabel(log.evidence.name).inputValue()).toBe('Our page')
  await expectAccessible(page)
  await page.getByRole('button', { name: evidence.sending.again }).click()
  await expect.poll(() => kept(page), { timeout: 20_000 }).toEqual(['report.pdf', 'cold-store.jpg', 'notes.txt'])
  await page.context().close()
})
