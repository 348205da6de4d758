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

test('a large film goes on after the page was left: what is here is told, and the same file again brings only the rest', async () => {
  const { page } = await atEvidence(true)
  const scripts = new Set<string>()
  page.on('request', request => request.resourceType() === 'script' && scripts.add(request.url()))
  await page.reload({ waitUntil: 'networkidle' })
  expect([...scripts].filter(isForPieces), 'fetched only when a large file is sent').toEqual([])

  const film = { name: 'estuary.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(30_000_000, 7) }
  film.buffer.write('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1')
  const offsets: number[] = []
  let isDown = false
  await page.route('**/uploads/*', async route => {
    const offset = Number(route.request().headers()['upload-offset'] ?? 0)
    if (route.request().method() === 'PATCH') offsets.push(offset)
    isDown ||= offset >= 16_000_000 && offsets.length < 4
    await (isDown ? route.abort() : route.continue())
  })
  await page.getByLabel(log.evidence.chooseFile).setInputFiles(film)
  await page.getByRole('button', { name: log.evidence.addFile }).click()
  await expect.poll(() => isDown, { timeout: 20_000 }).toBe(true)
  expect([...scripts].filter(isForPieces)).toHaveLength(1)
  await page.reload({ waitUntil: 'networkidle' })
  isDown = false
  const unfinished = page.getByText(evidence.sending.unfinished(film.name))
  await expect.poll(() => unfinished.count()).toBe(1)
  await expectAccessible(page)

  const before = offsets.length
  await page.getByLabel(log.evidence.chooseFile).setInputFiles(film)
  await page.getByRole('button', { name: log.evidence.addFile }).click()
  await expect.poll(() => kept(page), { timeout: 30_000 }).toContain('estuary.mp4')
  expect(Math.min(...offsets.slice(before))).toBe(16_000_000)
  expect(await unfinished.count()).toBe(0)
  await page.context().close()
})

const isForPieces = (url: string) => url.includes('/evidence-pieces-')
