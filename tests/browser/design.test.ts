import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { designForms } from '~/messages/en/design-forms'
import { en } from '~/messages/en'
import { forms } from '~/messages/en/forms'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { keyboard, type Hand } from './hand'
import { enter } from './journey'

const { design, designBuilder: builder, designFields: fields } = en

let browser: Browser
let post: PostOffice
let server: RunningServer
/** Without script, and beside it one with, in which the same pages are looked over. */
let page: Page
let other: Page
let hand: Hand

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

async function look() {
  await other.goto(page.url())
  await expectAccessible(other)
}

const soon = <T>(seen: () => T) => expect.poll(seen, { timeout: 20_000 })
const focused = () => page.locator(':focus').getAttribute('id')
const lines = () => page.locator('#part ol .quote').allInnerTexts()

/** Into what is asked for, by the link below it all. */
async function addLine(kind: string, fill: () => Promise<void>) {
  await hand.follow(new RegExp(`^${builder.first}$`))
  await hand.follow(kind)
  await fill()
  const arrived = page.waitForEvent('load')
  await hand.press(builder.doAdd)
  await arrived
}

/** Opens the menu of a line, unless it stands open, and presses what is in it. */
async function change(part: string, act: string) {
  const menu = page.locator(`#${part} > details`)
  if (!(await menu.getAttribute('open').then(open => open !== null))) {
    await menu.locator('summary').focus()
    await page.keyboard.press('Enter')
  }
  const button = menu.getByRole('button', { name: act, exact: true })
  await button.focus()
  const arrived = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await arrived
}

test('a programme is begun, described and built by keyboard alone and without script, at 320 px', async () => {
  const context = () => browser.newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
  const traveller = { base: server.url, post, hand: keyboard, look: async () => undefined, context }
  ;({ page, hand } = await enter(traveller, 'omar'))
  const looking = await browser.newContext({ viewport: { width: 320, height: 800 } })
  await looking.addCookies(await page.context().cookies())
  other = await looking.newPage()
  await page.goto(`${server.url}/design`)
  await look()
  await hand.follow(design.add)
  await look()
  await hand.press(design.start.submit)
  expect(await page.locator('.error-summary a').allInnerTexts()).toContain(designForms.title)
  await hand.fill(fields.of.title.label, 'Peer Mentoring')
  await hand.select(fields.of.level.label, 'Foundation')
  await hand.select(fields.of.achievementType.label, 'Badge')
  await hand.press(design.start.submit)
  await look()
  await hand.fill(fields.of.description.label, 'The holder stood by somebody new.')
  await hand.fill(fields.of.workload.label, 'ten')
  await hand.press(design.save)
  expect(await page.getByLabel(fields.of.description.label).inputValue()).toBe('The holder stood by somebody new.')
  await soon(focused).toBe('design-error')
  await hand.fill(fields.of.workload.label, '10')
  await hand.press(design.save)
  expect(await page.getByLabel(fields.of.workload.label).inputValue()).toBe('10')
})

test('its lines read aloud as they are added, moved, grouped and removed, and the focus stays with them', async () => {
  await hand.follow(design.ways.requirement)
  await look()
  await addLine(builder.kinds.minutes, () => hand.fill(builder.fields.hours, '40'))
  await soon(focused).toBe('part-0')
  await addLine(builder.kinds.competency, async () => {
    await look()
    await hand.select(builder.fields.competency, 'Collaboration')
    await hand.select(builder.fields.level, '2: Developing')
  })
  await addLine(builder.kinds.reflection, () => hand.fill(builder.fields.minimum.reflection, '1'))
  const [hours, collaboration, reflection] = [
    'At least 40 hours of approved work.', 'Collaboration at Developing or higher.',
    'At least one activity with a written reflection.',
  ]
  await soon(lines).toEqual([hours, collaboration, reflection])
  await look()
  await change('part-2', builder.up)
  await soon(lines).toEqual([hours, reflection, collaboration])
  await soon(focused).toBe('part-1')
  await change('part-1', builder.wrap)
  await soon(lines).toEqual([hours, 'Any one of these:', reflection, collaboration])
  await change('part-1', builder.dissolve)
  await change('part-0', builder.remove)
  await soon(lines).toEqual([reflection, collaboration])
})

test('an older window changes nothing, and says so', async () => {
  const older = await page.context().newPage()
  await older.goto(page.url())
  await change('part-0', builder.down)
  const menu = older.locator('#part-0 > details')
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click()
  await menu.getByRole('button', { name: builder.remove, exact: true }).click()
  expect(await older.getByRole('alert').innerText()).toContain(designForms.changed)
  await soon(lines).toHaveLength(2)
  await older.close()
})

test('50 MB of JSON are answered with a sentence, and nothing is half done', async () => {
  const before = await lines()
  const address = new URL(page.url())
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${server.url}${address.pathname}`, {
    method: 'POST',
    headers: { 'Cookie': cookie, 'Origin': server.url, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `act=json&json=${'['.repeat(50_000_000)}`,
  }).catch((error: unknown) => error)
  if (answer instanceof Response) {
    expect(answer.status).toBe(413)
    expect(await answer.text()).toBe(forms.tooLongToRead)
  } else {
    // The server answered and closed while the rest was still on its way.
    expect(String(answer)).toContain('fetch failed')
  }
  await page.goto(`${server.url}${address.pathname}`)
  await soon(lines).toEqual(before)
})
