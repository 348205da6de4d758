import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../program/server'
import { answers } from '../routes/expectations'
import { builtRoutes } from '../routes/manifest'
import { people, tellScene, type Person, type RouteScene } from '../routes/scene'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { walkByKeys } from './focus-walk'
import {
  frames,
  letters,
  notPages,
  pages,
  problems,
  seenAt,
  statesOf,
  type Seen,
  type Things,
} from './page-table'

const PHONE = { width: 320, height: 700 }

let cookies: RouteScene['cookies']
let things: Things
let server: RunningServer
let browser: Browser
const contexts = new Map<string, Promise<BrowserContext>>()

beforeAll(async () => {
  browser = await openBrowser()
  const scene = await tellScene()
  const { tellMore } = await import('./page-facts') // after the scene has set what it reads
  things = { ...scene.things, ...(await tellMore(scene)) }
  cookies = scene.cookies
  server = await startServer({ PORT: scene.port }, scene.dataDir)
})

afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

test('every route is looked at, or stands around what is, or is no page', () => {
  const named = [...pages.map(([id]) => id), ...frames, ...letters, ...notPages]
  expect(named.sort()).toEqual(builtRoutes().map(({ id }) => id).sort())
})

test.each(notPages)('%s is there, and no page to anybody', async id => {
  const answered: number[] = []
  for (const { at } of statesOf(id)) {
    for (const reader of people) {
      const answer = await ask(reader, at)
      expect(isPage(answer), reader).toBe(false)
      answered.push(answer.status)
    }
  }
  expect(answered.some(status => status !== 404)).toBe(true)
})

test.each(frames)('%s stands around a page that is looked at', id => {
  expect(pages.flatMap(([, seen]) => seen).some(({ at }) => at(things) === seenAt(id).at(things))).toBe(true)
})

describe('at 320 px, in both themes, by keyboard, with script and without, axe finds nothing', () => {
  test.each(pages)('%s', async (_id, seen) => {
    const seers: Person[] = []
    for (const [at, state] of seen.entries()) {
      const readers = await unlikeReaders(state)
      if (at > 0) expect(readers, state.at(things)).not.toEqual([])
      for (const reader of readers) await expectGood(reader, state.at(things), 200)
      seers.push(...readers)
    }
    expect(seers).not.toEqual([])
  })

  test.each(problems)('nothing there: %s', async (_what, seen) => {
    for (const reader of readersOf(seen)) await expectGood(reader, seen.at(things), 404)
  })

  // Its own address lets no script run, not even axe.
  test.each(letters)('%s', async id => {
    const [reader = 'visitor'] = readersOf(seenAt(id))
    const page = await (await contextOf('visitor', true)).newPage()
    const letter = await findPage(reader, seenAt(id))
    expect(letter).toContain('<html')
    await page.setContent(letter ?? '')
    await expectAccessible(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    await page.close()
  })
})

const readersOf = ({ by }: Seen) => people.filter(person => answers(by, person))

/** Those for whom the page has a part that it had for nobody before them. */
async function unlikeReaders(seen: Seen): Promise<Person[]> {
  const parts = new Set<string>()
  const unlike: Person[] = []
  for (const reader of readersOf(seen)) {
    const page = await findPage(reader, seen)
    const unseen = page ? partsOf(page).filter(part => !parts.has(part)) : []
    if (unseen.length > 0) unlike.push(reader)
    for (const part of unseen) parts.add(part)
  }
  return unlike
}

async function findPage(reader: Person, { at }: Seen) {
  const answer = await ask(reader, at)
  return isPage(answer) ? answer.text() : null
}

function ask(reader: Person, at: Seen['at']) {
  const headers = { Cookie: cookies[reader], Accept: 'text/html' }
  return fetch(server.url + at(things), { headers, redirect: 'manual' })
}

const isPage = ({ status, headers }: Response) =>
  status === 200 && /text\/html/.test(headers.get('Content-Type') ?? '')

/** The elements of its main part, each kind once. */
function partsOf(html: string) {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const elements = main.matchAll(/<([a-z][a-z0-9]*)(?: [^>]*?class="([^"]*)")?/g)
  return [...elements].map(([, tag, look]) => `${tag}.${look}`)
}

async function expectGood(reader: Person, address: string, status: number) {
  const who = `${reader} at ${address}`
  const plain = await open(reader, address, { status, javaScriptEnabled: false })
  expect(await plain.page.locator('h1').count(), `${who}: main headings`).toBe(1)
  expect(await overflow(plain.page), `${who}: sideways without script`).toBeLessThanOrEqual(0)
  await plain.close()
  const { page, said, close } = await open(reader, address, { status, javaScriptEnabled: true })
  await expectAccessible(page)
  expect(await walkByKeys(page), `${who}: by keyboard`).toEqual([])
  expect(said, `${who}: the console`).toEqual([])
  await close()
}

interface Opening {
  status: number
  javaScriptEnabled: boolean
}

async function open(reader: Person, address: string, { status, javaScriptEnabled }: Opening) {
  const context = await contextOf(reader, javaScriptEnabled)
  const page: Page = await context.newPage()
  const said: string[] = []
  page.on('pageerror', error => said.push(error.message))
  // That an address answers 404 is said there too.
  page.on('console', line => {
    if (line.type() === 'error' && !line.location().url.endsWith(address)) said.push(line.text())
  })
  const answer = await page.goto(server.url + address)
  expect(answer?.status(), `${reader} at ${address}`).toBe(status)
  return { page, said, close: () => page.close() }
}

function contextOf(reader: Person, javaScriptEnabled: boolean) {
  const key = `${reader} ${javaScriptEnabled}`
  const known = contexts.get(key) ?? newContext(reader, javaScriptEnabled)
  contexts.set(key, known)
  return known
}

async function newContext(reader: Person, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled, reducedMotion: 'reduce' })
  const [name = '', value = ''] = cookies[reader].split(/=(.*)/s)
  if (name) await context.addCookies([{ name, value, url: server.url }])
  return context
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
