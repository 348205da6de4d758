import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { startServer, type RunningServer } from '../program/server'
import { tellScene, type Person, type RouteScene } from '../routes/scene'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'

let scene: RouteScene
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  scene = await tellScene()
  server = await startServer({ PORT: scene.port }, scene.dataDir)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** A phone of their own, without script where nothing else is said, at one of our pages. */
async function at(who: Person, path: string, javaScriptEnabled = false): Promise<Page> {
  const baseURL = `http://localhost:${scene.port}`
  const context = await browser.newContext({ viewport: { width: 375, height: 800 }, javaScriptEnabled, baseURL })
  const [name = '', value = ''] = scene.cookies[who].split(/=(.*)/s)
  if (name) await context.addCookies([{ name, value, url: baseURL }])
  const page = await context.newPage()
  await page.goto(path)
  return page
}

const reads = (page: Page, words: string) => page.getByText(words).first().waitFor()
const press = (page: Page, button: string) => page.getByRole('button', { name: button }).click()

async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, words] of Object.entries(fields)) await page.getByLabel(label).fill(words)
}

test('an endorser asks, the student answers from home, and both go on, without script', async () => {
  const { token, submitted } = scene.things
  const eleni = await at('eleni', `/e/${token}`)
  await eleni.getByRole('link', { name: 'Ask Ana something' }).first().click()
  await fill(eleni, { 'Your question': 'Which weeks?' })
  await press(eleni, 'Send the question')
  await reads(eleni, 'It is with Ana now.')

  const ana = await at('ana', '/')
  await reads(ana, '“Which weeks?”')
  await ana.goto(`/activities/${submitted}`)
  await press(ana, 'Send the answer')
  await reads(ana, 'Write what you want to say.')
  await fill(ana, { 'Your answer to Eleni': 'The first four.' })
  await press(ana, 'Send the answer')
  await reads(ana, 'Your answer is on its way to Eleni Papadaki.')
  await eleni.reload()
  await reads(eleni, 'The first four.')
})

test('one more person is asked; a wrong address is told at its field and nothing typed is lost', async () => {
  const ana = await at('ana', `/activities/${scene.things.submitted}/requests`)
  await fill(ana, { 'Their name': 'Noor Haddad', 'Their mail address': 'ana@northbridge.example' })
  await press(ana, 'Ask them')
  await reads(ana, 'one of your own addresses')
  expect(await ana.getByLabel('Their name').inputValue()).toBe('Noor Haddad')
  await fill(ana, { 'Their mail address': 'noor@estuarylab.example' })
  await press(ana, 'Ask them')
  await reads(ana, 'Noor Haddad gets a mail in a minute.')
})

test('a request is handed over, and the student sees both names', async () => {
  const { token, submitted } = scene.things
  const eleni = await at('eleni', `/e/${token}/hand-over`)
  await fill(eleni, { 'Their name': 'Jonas Weber', 'Their mail address at work': 'jonas@shorelinefoodbank.example' })
  await press(eleni, 'Hand it over')
  await reads(eleni, 'This request has been handed over.')
  const ana = await at('ana', `/activities/${submitted}`)
  await reads(ana, 'Passed on to Jonas Weber')
  await reads(ana, 'handed over by Eleni Papadaki')
})

test('who is not the right person names a better one, whom the student has asked or not', async () => {
  const ines = await at('ines', `/e/${scene.things.ownTokenOfInes}/decline`)
  await ines.getByLabel('I am not the right person').check()
  await fill(ines, { 'Their name': 'Jonas Weber' })
  await press(ines, 'Decline')
  await reads(ines, 'Write their whole address.')
  await fill(ines, { 'Their mail address': 'sam.field@estuarylab.example' })
  await press(ines, 'Decline')
  await reads(ines, 'You have declined')
  const ana = await at('ana', '/')
  await ana.getByRole('link', { name: 'Decide' }).click()
  await press(ana, 'Ask them instead')
  await reads(ana, 'Jonas Weber gets a mail in a minute.')
})

test('a stranger reports a concern about a shared credential, and the office closes it', async () => {
  const visitor = await at('visitor', `/credentials/${scene.things.shared}`)
  await visitor.getByRole('link', { name: 'Report a concern' }).click()
  await fill(visitor, { 'Your name': 'Kofi Mensah', 'Your mail address': 'kofi@estuarylab.example', 'What you noticed': 'Not in March.' })
  await press(visitor, 'Report it')
  await reads(visitor, 'It is with the office now.')
  const rosa = await at('rosa', '/concerns')
  await rosa.getByRole('link', { name: 'Community Contribution, Ana Duarte' }).click()
  await fill(rosa, { 'What was done about it': 'We asked the food bank.' })
  await press(rosa, 'Close the concern')
  await reads(rosa, 'Closed by Rosa Lindqvist')
})

test('“do not ask me again” is taken back by the same link', async () => {
  const visitor = await at('visitor', `/e/${scene.things.ownTokenOfInes}/stop`)
  await press(visitor, 'Do not ask me again')
  await press(visitor, 'You may ask me again')
  await reads(visitor, 'You may be asked again.')
})

test('each of these pages is without findings in both themes', async () => {
  const { shared, submitted, concern } = scene.things
  const places: [Person, string][] = [
    ['visitor', `/credentials/${shared}/concern`],
    ['ana', `/activities/${submitted}`],
    ['ana', `/activities/${submitted}/requests`],
    ['rosa', '/concerns'],
    ['rosa', `/concerns/${concern}`],
  ]
  for (const [who, path] of places) {
    const page = await at(who, path, true)
    await expectAccessible(page)
    await page.context().close()
  }
})
