import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '~/messages/en'
import { asked, type Issued } from '../cli/vouch'
import { startServer, type RunningServer } from '../program/server'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'

const { verify, verifyMany, verifyReceipt, verification } = en
let browser: Browser
let server: RunningServer
let shared: string

beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer({ DEMO: '1' })
  shared = (await asked<Issued[]>(server, 'credentials')).find(credential => credential.shared)?.url ?? ''
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

const plain = async () => (await browser.newContext({ javaScriptEnabled: false })).newPage()
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })
const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

async function press(page: Page, name: string) {
  const arrived = page.waitForEvent('load')
  await page.getByRole('button', { name, exact: true }).click()
  await arrived
}

test('without script, a pile of files is checked, narrowed, taken along as CSV and printed', async () => {
  const page = await plain()
  await page.goto(`${server.url}/verify`)
  await page.getByRole('link', { name: verify.many }).click()
  const genuine = await fetched(`${shared}.json`)
  const changed = Buffer.from(genuine.toString().replace('"name":"', '"name":"=Not '))
  await page.getByLabel(verifyMany.files).setInputFiles([
    file('certificate.pdf', 'application/pdf', await fetched(`${shared}.pdf`)),
    file('changed.json', 'application/json', changed),
  ])
  await page.getByLabel(verifyMany.pasted).fill(shared)
  await press(page, verifyMany.check)
  const rows = page.locator('tbody tr')
  expect(await rows.evaluateAll(rows => rows.map(row => row.getAttribute('data-outcome')))).toEqual(['passed', 'passed', 'failed'])
  await page.getByLabel(verifyMany.choice(verification.outcomes.failed, 1)).check()
  expect(await page.locator('tbody tr:visible th').allInnerTexts()).toEqual(['changed.json'])
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('link', { name: verifyMany.csv }).click(),
  ])
  expect(download.suggestedFilename()).toBe(verifyMany.csvName)
  expect(await readFile(await download.path(), 'utf8')).toContain(verifyMany.columns.name)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: verifyMany.check }).isVisible()).toBe(false)
  expect(await page.getByText(verifyReceipt.at).isVisible()).toBe(true)
})

test('a single one answers with what a receipt needs, and the page is accessible as before', async () => {
  const page = await (await browser.newContext()).newPage()
  for (const address of ['/verify', '/verify/many']) {
    await page.goto(server.url + address)
    const pdf = file('certificate.pdf', 'application/pdf', await fetched(`${shared}.pdf`))
    await page.locator('input[type=file]').setInputFiles([pdf])
    await press(page, address === '/verify' ? verify.check : verifyMany.check)
    expect(await page.locator('main').innerText()).toContain(verify.verdict.passed)
    expect(await page.locator('main').innerText()).toContain(verifyReceipt.by)
    await expectAccessible(page)
  }
  expect(await page.locator('main').innerText()).not.toContain(verifyReceipt.digest)
})
