import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endorse } from '~/messages/en/endorse'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { tellClasses, type Class } from './class'

let browser: Browser
let post: PostOffice
let server: RunningServer
let told: Class[]

beforeAll(async () => {
  browser = await openBrowser()
  post = await openPostOffice()
  const { port, dataDir, classes } = await tellClasses([1], { areAnswered: true })
  told = classes
  server = await startServer({ PORT: port, MAIL_URL: post.url }, dataDir)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await server?.remove()
  await post?.close()
})

async function look(page: Page, name: string) {
  await expectAccessible(page)
  mkdirSync('.cache/many', { recursive: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.screenshot({ path: `.cache/many/${name}.png`, fullPage: true })
}

test('on pages that carry no script an endorser comes back, is asked for a code, reads what was said, and takes it back', async () => {
  const context = await browser.newContext({ viewport: { width: 375, height: 740 } })
  const page = await context.newPage()
  const [{ path, mailbox } = { path: '', mailbox: '' }] = told
  await page.goto(`${server.url}${path}/withdrawal`)
  await look(page, 'again-375')
  await page.getByRole('button', { name: endorse.before.send }).click()
  const letter = () => post.letters.find(({ to, subject }) => subject === 'Your six digits' && to?.[0]?.address === mailbox)
  await expect.poll(letter, { timeout: 60_000 }).toBeTruthy()
  await page.getByLabel(endorse.code.label).fill(/\b\d{6}\b/.exec(letter()?.text ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: endorse.code.go }).click()
  await look(page, 'withdrawal-375')
  await page.goto(`${server.url}${path}/amendment`)
  await look(page, 'amendment-375')
  await page.goto(server.url + path)
  await look(page, 'receipt-375')
  await page.getByRole('link', { name: endorse.receipt.takeBack }).click()
  await page.getByLabel(endorse.withdrawal.reason).fill('I took them for somebody else.')
  await page.getByRole('button', { name: endorse.withdrawal.button }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(endorse.receipt.takenBack('Student'))
  await look(page, 'taken-back-375')
})
