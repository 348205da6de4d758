import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endorse } from '~/messages/en/endorse'
import { endorsement } from '~/messages/en/endorsement'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { tellClasses, type Class } from './class'
import { Finger } from './finger'

let browser: Browser
let post: PostOffice
let server: RunningServer
let classes: Class[]

beforeAll(async () => {
  browser = await openBrowser()
  post = await openPostOffice()
  const told = await tellClasses([1, 1], { claims: { S3: 2, S1: 3 } })
  classes = told.classes
  server = await startServer({ PORT: told.port, MAIL_URL: post.url }, told.dataDir)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await server?.remove()
  await post?.close()
})

test.each([
  ['without script', false, 0],
  ['with script', true, 1],
] as const)(
  'a request with two claims is confirmed on a phone %s in at most 12 taps',
  async (_how, javaScriptEnabled, at) => {
    const { path, mailbox } = classes[at] ?? { path: '', mailbox: '' }
    const context = await browser.newContext({
      viewport: { width: 375, height: 740 },
      hasTouch: true,
      javaScriptEnabled,
    })
    const page = await context.newPage()
    const finger = new Finger(page)
    finger.taps++
    await page.goto(server.url + path)
    await finger.tap(page.getByRole('button', { name: endorse.before.send }))
    await finger.typeAtOnce(endorse.code.label, await codeFor(mailbox))
    await finger.tap(page.getByRole('button', { name: endorse.code.go }))
    await sayAll(finger)
    if (javaScriptEnabled) await expectAccessible(page)
    await finger.tap(page.getByRole('button', { name: endorse.confirm.button }))
    await expect.poll(() => page.locator('h1').innerText()).toContain('Thank you')
    process.stdout.write(`A request with two claims: ${finger.taps} taps.\n`)
    expect(finger.taps).toBeLessThanOrEqual(12)
    const [said] = await (await import('./class-facts')).endorsementsTo(mailbox)
    expect(said?.judgements.map(({ outcome }) => outcome)).toEqual(['atLevel', 'atLevel'])
    await context.close()
  },
)

/** Everything that the page asks; what it knows stays as it is. */
async function sayAll(finger: Finger) {
  const { page } = finger
  await expect.poll(() => claims(page).count()).toBe(2)
  expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
  for (const claim of await claims(page).all())
    await finger.tap(claim.getByText('Proficient', { exact: true }))
  await finger.type(endorse.words.statement('Student'), 'She led the floor every Saturday.')
  await finger.tap(page.getByLabel(endorsement.relationship.organiser))
  await finger.tap(page.getByLabel(endorsement.basis.sawIt))
  await finger.tap(page.getByLabel(endorse.knowing.family))
  await finger.type(endorse.showing.role, 'Volunteer coordinator')
  await finger.tap(page.getByLabel(endorsement.shownAs.nameAndRole))
}

const claims = (page: Page) =>
  page
    .locator('fieldset', { has: page.getByText('Proficient', { exact: true }) })
    .filter({ has: page.locator('legend .label') })

async function codeFor(mailbox: string) {
  const letter = () =>
    post.letters.find(({ to, subject }) => subject === 'Your six digits' && to?.[0]?.address === mailbox)
  await expect.poll(letter, { timeout: 60_000 }).toBeTruthy()
  return /\b\d{3} ?\d{3}\b/.exec(letter()?.text ?? '')?.[0] ?? ''
}
