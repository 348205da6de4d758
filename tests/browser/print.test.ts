import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../program/server'
import { tellScene } from '../routes/scene'
import { openBrowser } from './chromium'
import type { Things } from './page-table'

/** What stands between the margins of an A4 sheet, in CSS pixels. */
const BETWEEN_MARGINS = 680

let browser: Browser
let server: RunningServer
let things: Things

beforeAll(async () => {
  browser = await openBrowser()
  const scene = await tellScene()
  const { tellMore } = await import('./page-facts') // after the scene has set what it reads
  things = { ...scene.things, ...(await tellMore(scene)) }
  server = await startServer({ PORT: scene.port }, scene.dataDir)
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

const printed: Record<string, (things: Things) => string> = {
  credential: ({ shared }) => `/credentials/${shared}`,
  transcript: ({ sharedTranscript }) => `/transcripts/${sharedTranscript}`,
  achievement: ({ achievement }) => `/achievements/${achievement}`,
  status: ({ list }) => `/status/${list}`,
  issuer: () => '/issuers/northbridge',
  verify: () => '/verify',
  catalogue: () => '/catalogue',
}

test.each(Object.entries(printed))('a printed page is black on white, without buttons and ways, and as wide as its paper: %s', async (_name, at) => {
  const context = await browser.newContext({ viewport: { width: BETWEEN_MARGINS, height: 900 }, colorScheme: 'dark' })
  const page = await context.newPage()
  expect((await page.goto(`${server.url}${at(things)}`))?.status()).toBe(200)
  await page.emulateMedia({ media: 'print' })
  const seen = await page.evaluate(() => ({
    ways: [...document.querySelectorAll('.btn, nav, .head, .skip')].filter(each => each.getClientRects().length > 0).length,
    ink: getComputedStyle(document.body).color,
    paper: getComputedStyle(document.documentElement).getPropertyValue('--paper'),
    isWide: document.documentElement.scrollWidth > innerWidth,
    cut: [...document.querySelectorAll('table')].filter(table => table.getBoundingClientRect().right > innerWidth).length,
  }))
  expect(seen).toEqual({ ways: 0, ink: 'rgb(23, 32, 43)', paper: expect.stringMatching(/^#fff(fff)?$/i), isWide: false, cut: 0 })
  const file = join(mkdtempSync(join(tmpdir(), 'print-')), 'page.pdf')
  writeFileSync(file, await page.pdf({ format: 'A4' }))
  const heading = await page.locator('h1').innerText()
  const read = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  expect(read).toContain(heading.replace(/\s+/g, ' '))
  await context.close()
})
