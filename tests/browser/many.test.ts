import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endorse } from '~/messages/en/endorse'
import { endorsement } from '~/messages/en/endorsement'
import { many } from '~/messages/en/many'
import { waiting } from '~/messages/en/waiting'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { tellClasses, type Class } from './class'
import { Finger } from './finger'
import { keyboard } from './hand'

let browser: Browser
let post: PostOffice
let server: RunningServer
let classes: Class[]

beforeAll(async () => {
  browser = await openBrowser()
  post = await openPostOffice()
  const told = await tellClasses([40, 6, 3])
  classes = told.classes
  server = await startServer({ PORT: told.port, MAIL_URL: post.url }, told.dataDir)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await server?.remove()
  await post?.close()
})

const phone: BrowserContextOptions = { viewport: { width: 375, height: 740 }, hasTouch: true }

const classOf = (at: number) => {
  const one = classes[at]
  if (!one) throw new Error(`There is no class ${at}`)
  return one
}

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  return context.newPage()
}

/** From the link in the mail through the code to all that waits. */
async function arrive(finger: Finger, { path, mailbox }: Class, size: number) {
  const { page } = finger
  finger.taps++
  await page.goto(server.url + path)
  await finger.tap(page.getByRole('button', { name: endorse.before.send }))
  await finger.type(endorse.code.label, await codeFor(mailbox))
  await finger.tap(page.getByRole('button', { name: endorse.code.go }))
  await finger.tap(page.getByRole('link', { name: waiting.others(size - 1) }))
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(waiting.heading(size, false))
}

async function codeFor(mailbox: string) {
  const letter = () => post.letters.find(({ to, subject }) => subject === 'Your six digits' && to?.[0]?.address === mailbox)
  await expect.poll(letter, { timeout: 60_000 }).toBeTruthy()
  return /\b\d{3} ?\d{3}\b/.exec(letter()?.text ?? '')?.[0] ?? ''
}

async function sayShared(finger: Finger) {
  const { page } = finger
  await finger.type(many.words.statement, 'They came every Saturday and could be relied on.')
  await finger.choose(many.words.relationship, endorsement.relationship.organiser)
  await finger.choose(endorse.knowing.basis, endorsement.basis.sawIt)
  await finger.tap(page.getByLabel(many.words.family))
  await finger.type(endorse.showing.role, 'Teacher')
  await finger.tap(page.getByLabel(endorsement.shownAs.nameAndRole))
}

async function shoot(page: Page, name: string) {
  mkdirSync('.cache/many', { recursive: true })
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `.cache/many/${name}-${colorScheme}.png`, fullPage: true })
  }
}

const said = async (mailbox: string) => (await import('./class-facts')).endorsementsTo(mailbox)

test('forty students of one activity are judged and signed on a phone without script, in at most 100 taps', async () => {
  const page = await open({ ...phone, javaScriptEnabled: false })
  const finger = new Finger(page)
  await arrive(finger, classOf(0), 40)
  await finger.tap(page.getByRole('link', { name: waiting.together(40) }))
  expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
  expect(await page.getByText(many.rows.claimed('Developing')).first().isVisible()).toBe(false)
  for (const row of await page.locator('.many-row').all()) await finger.tap(row.getByText('Proficient', { exact: true }))
  expect(await page.getByText(many.rows.claimed('Developing')).first().isVisible()).toBe(true)
  await sayShared(finger)
  await finger.tap(page.getByRole('button', { name: many.confirm.button }))
  await expect.poll(() => page.getByText(waiting.confirmed(40)).count(), { timeout: 60_000 }).toBe(1)
  expect(finger.taps).toBeLessThanOrEqual(100)
  process.stdout.write(`Forty students on a phone without script: ${finger.taps} taps.\n`)
  const endorsements = await said(classOf(0).mailbox)
  expect(endorsements).toHaveLength(40)
  expect(endorsements.every(({ judgements }) => judgements.length === 1 && judgements[0]?.outcome === 'atLevel')).toBe(true)
})

test('with script what is still empty is chosen at once, exceptions stay, and no page has a finding of axe', async () => {
  const page = await open({})
  const finger = new Finger(page)
  await arrive(finger, classOf(1), 6)
  await expectAccessible(page)
  await shoot(page, 'waiting-1280')
  await finger.tap(page.getByRole('link', { name: waiting.together(6) }))
  const rows = page.locator('.many-row')
  await finger.tap(rows.nth(1).getByText(many.rows.notObserved, { exact: true }))
  await finger.tap(rows.nth(2).getByText(many.rows.except('Student'), { exact: true }))
  await finger.tap(rows.nth(2).getByLabel(many.rows.leftOut('Student')))
  await finger.tap(page.getByRole('button', { name: many.rubric.fillWith('Proficient') }))
  expect(await page.getByText(many.rubric.filled(4)).count()).toBe(1)
  await expectAccessible(page)
  await shoot(page, 'many-1280')
  await page.setViewportSize({ width: 375, height: 740 })
  await expectAccessible(page)
  await shoot(page, 'many-375')
  await page.setViewportSize({ width: 320, height: 740 })
  await expectAccessible(page)
  await finger.tap(page.getByRole('button', { name: many.confirm.button }))
  await expect.poll(() => page.getByRole('alert').count()).toBe(1)
  await shoot(page, 'many-wrong-320')
  expect(await rows.nth(1).getByLabel(many.rows.notObserved).isChecked()).toBe(true)
  expect(await rows.nth(2).getByLabel(many.rows.leftOut('Student')).isChecked()).toBe(true)
  await sayShared(finger)
  await finger.tap(page.getByRole('button', { name: many.confirm.button }))
  await expect.poll(() => page.getByText(waiting.confirmed(5)).count(), { timeout: 60_000 }).toBe(1)
  expect((await said(classOf(1).mailbox)).map(({ judgements }) => judgements[0]?.outcome)).toEqual([
    'atLevel', 'notObserved', 'atLevel', 'atLevel', 'atLevel',
  ])
  await expectAccessible(page)
  await shoot(page, 'waiting-after-320')
})

test('with the keyboard only many are signed for', async () => {
  const page = await open({})
  await arrive(new Finger(page), classOf(2), 3)
  const hand = keyboard(page)
  await hand.follow(new RegExp(waiting.together(3)))
  await expect.poll(() => page.locator('.many-row').count()).toBe(3)
  for (const row of await page.locator('.many-row fieldset').all()) {
    const first = row.getByRole('radio').first()
    for (let steps = 0; steps < 80 && !(await first.evaluate(node => node === document.activeElement)); steps++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await hand.fill(many.words.statement, 'They came every Saturday.')
  await hand.select(many.words.relationship, endorsement.relationship.organiser)
  await hand.select(endorse.knowing.basis, endorsement.basis.sawIt)
  await hand.tick(many.words.family)
  await hand.fill(endorse.showing.role, 'Teacher')
  await hand.tick(endorsement.shownAs.nameAndRole)
  await hand.press(many.confirm.button)
  await expect.poll(() => page.getByText(waiting.confirmed(3)).count(), { timeout: 60_000 }).toBe(1)
  expect(await said(classOf(2).mailbox)).toHaveLength(3)
})
