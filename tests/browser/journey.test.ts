import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, startPostgres, type Postgres } from '../postgres'
import { openPostOffice, type PostOffice } from '../program/post-office'
import { startServer, type RunningServer } from '../program/server'
import { elsewhere } from '../standards/elsewhere'
import { twinsOf } from '../standards/leaves'
import { expectAccessible } from './accessibility'
import { openBrowser } from './chromium'
import { keyboard, pointer } from './hand'
import { acceptAndShare, approve, checkAsStranger, confirmFromMail, enter, logAndAsk, offerAward, type Traveller } from './journey'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
})

const ways = {
  'with script, every page without a finding of axe in both themes': { look: expectAccessible, hand: pointer, options: {} },
  'without script': { look: async () => undefined, hand: pointer, options: { javaScriptEnabled: false } },
  'with the keyboard only': { look: async () => undefined, hand: keyboard, options: {} },
  'on a phone': { look: expectAccessible, hand: pointer, options: { viewport: { width: 375, height: 740 }, hasTouch: true } },
} satisfies Record<string, Pick<Traveller, 'look' | 'hand'> & { options: BrowserContextOptions }>

describe.each(['sqlite', 'postgresql'] as const)('the main job on %s', database => {
  let postgres: Postgres | undefined
  let post: PostOffice
  let server: RunningServer

  async function openServer() {
    post = await openPostOffice()
    const url = postgres && (await createDatabase(postgres.url, `journey_${Date.now()}`))
    server = await startServer({ DEMO: '1', MAIL_URL: post.url, ...(url && { DATABASE_URL: url, SECRET: 'a secret for the journey, long enough to use' }) })
  }

  beforeAll(async () => {
    if (database === 'postgresql') postgres = await startPostgres()
  })

  afterAll(async () => {
    await postgres?.stop()
  })

  // The second database shows that the job is the same; how it is done was shown on the first.
  const chosen = Object.entries(ways).slice(0, database === 'sqlite' ? undefined : 1)
  test.each(chosen)('done %s', async (name, { look, hand, options }) => {
    await openServer()
    const contexts: BrowserContext[] = []
    try {
      const document = await travel({
        base: server.url, post, look: database === 'sqlite' ? look : async () => undefined, hand,
        context: async () => {
          const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
          contexts.push(context)
          return context
        },
      })
      await expectAcceptedElsewhere(server, document)
      expect(server.output()).not.toMatch(/"level":(50|60)/)
    } catch (error) {
      await picture(contexts, name)
      throw error
    } finally {
      await Promise.all(contexts.map(context => context.close()))
      await server.remove()
      await post.close()
    }
  })
})

/** From a draft to a credential in a stranger's hands. Answers the signed document. */
async function travel(traveller: Traveller) {
  const student = await enter(traveller, 'chidi')
  const path = await logAndAsk(traveller, student)
  await confirmFromMail(traveller)
  await approve(traveller, path)
  await offerAward(traveller)
  const address = await acceptAndShare(traveller, student)
  const pdf = await fetch(`${address}.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  return checkAsStranger(traveller, address)
}

/** A library that is not ours, with what is published and nothing else; and with any leaf changed it refuses. */
async function expectAcceptedElsewhere(server: RunningServer, text: string) {
  const document = JSON.parse(text)
  const slug = String(document.issuer.id).split(':').at(-1)
  const didDocument = await (await fetch(`${server.url}/issuers/${slug}/did.json`)).json()
  const genuine = [document, ...document.endorsement]
  const changed = twinsOf(document).map(twin => twin.document)
  const answers = await elsewhere<{ verified: boolean }[]>('library.ts', {
    now: new Date().toISOString(), didDocuments: [didDocument], credentials: [...genuine, ...changed],
  })
  expect(answers.slice(0, genuine.length).every(answer => answer.verified)).toBe(true)
  expect(answers.slice(genuine.length).filter(answer => answer.verified)).toEqual([])
  expect(changed.length).toBeGreaterThan(50)
}

async function picture(contexts: BrowserContext[], name: string) {
  mkdirSync('.cache/journey', { recursive: true })
  const pages = contexts.flatMap(context => context.pages())
  await Promise.all(pages.map((page, at) => page.screenshot({ path: `.cache/journey/${name.slice(0, 20)}-${at}.png`, fullPage: true })))
}
