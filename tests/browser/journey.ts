import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { en } from '~/messages/en'
import { awards } from '~/messages/en/awards'
import { credential } from '~/messages/en/credential'
import { credentials } from '~/messages/en/credentials'
import { endorse } from '~/messages/en/endorse'
import { offer } from '~/messages/en/offer'
import { review } from '~/messages/en/review'
import { signIn } from '~/messages/en/sign-in'
import { verify } from '~/messages/en/verify'
import { cast, outsiders, PASSWORD, type CastKey } from '../cast'
import type { PostOffice } from '../program/post-office'
import { realFiles } from './files'
import type { Hand } from './hand'

export interface Traveller {
  base: string
  post: PostOffice
  context(): Promise<BrowserContext>
  hand(page: Page): Hand
  /** Called wherever the journey stops to look around. */
  look(page: Page): Promise<void>
}

/** Pages take their time on a busy machine. */
const soon = <T>(look: () => T, what?: string) => expect.poll(look, { timeout: 20_000, ...(what !== undefined && { message: what }) })

/** Somebody of the cast in a browser of their own. */
export async function enter(traveller: Traveller, key: CastKey): Promise<{ page: Page; hand: Hand }> {
  const page = await (await traveller.context()).newPage()
  const hand = traveller.hand(page)
  await page.goto(`${traveller.base}/sign-in`)
  await traveller.look(page)
  await hand.fill(signIn.address, cast[key].email)
  await hand.fill(signIn.password, PASSWORD)
  await hand.press(signIn.submit)
  await soon(() => new URL(page.url()).pathname).toBe('/')
  await traveller.look(page)
  return { page, hand }
}

/** Logs an activity of the catalogue with real files, and asks Eleni. Answers the activity's path. */
export async function logAndAsk(traveller: Traveller, { page, hand }: { page: Page; hand: Hand }): Promise<string> {
  const { log } = en
  const files = Object.values(await realFiles())
  const last = files.pop()
  await page.goto(`${traveller.base}/activities/new`)
  await traveller.look(page)
  await hand.fill(log.what.search, 'shóreline')
  await hand.press(log.what.find)
  await hand.press(/Shift lead/)
  await soon(() => page.url()).toContain('/when')
  await traveller.look(page)
  await hand.fill(log.when.first, '2026-02-07')
  await hand.fill(log.when.last, '2026-05-09')
  await hand.fill(log.when.on(1, log.when.day), '2026-02-07')
  await hand.fill(log.when.on(1, log.when.duration), '26 h')
  await hand.press(log.when.next)
  await soon(() => page.getByText('24').count()).toBeGreaterThan(0)
  await traveller.look(page)
  await hand.fill(log.when.on(1, log.when.duration), '6 h 30')
  await hand.press(log.when.next)
  await soon(() => page.url()).toContain('/claims')
  await traveller.look(page)
  await claim(page, hand, 'Collaboration', 'I made the Saturday rota for eleven volunteers.')
  await hand.press(log.claims.next)
  await soon(() => page.url()).toContain('/evidence')
  for (const file of files) {
    await hand.attach(log.evidence.chooseFile, file)
    await hand.press(log.evidence.addFile)
    await soon(() => page.getByText(file.name).count()).toBeGreaterThan(0)
  }
  if (last) await hand.attach(log.evidence.chooseFile, last)
  await traveller.look(page)
  await hand.press(log.evidence.next)
  await soon(() => page.url()).toContain('/who')
  await traveller.look(page)
  await hand.fill(log.who.message, 'Dear Eleni, could you say what you saw?')
  await hand.tick(log.who.declaration)
  await hand.press(log.who.ask(outsiders.eleni.name))
  await soon(() => new URL(page.url()).pathname).toMatch(/^\/activities\/[\w-]+$/)
  await traveller.look(page)
  // The address is there before what it shows is drawn.
  await soon(() => page.getByText(last?.name ?? '').count(), 'a file that was only chosen goes on too').toBeGreaterThan(0)
  return new URL(page.url()).pathname
}

async function claim(page: Page, hand: Hand, competency: string, why: string) {
  await hand.unfold(competency)
  const part = page.locator('details', { hasText: competency }).first()
  await hand.tick(await wordsOf(part.locator('label.choice').nth(1)))
  const area = part.locator('textarea')
  await area.focus()
  await area.fill(why)
  for (const other of await page.locator('details.claim').all()) {
    if ((await other.getAttribute('open')) === null || (await other.innerText()).includes(competency)) continue
    const none = other.locator('label.choice').last().locator('input')
    await none.focus()
    await page.keyboard.press('Space')
  }
}

async function wordsOf(row: ReturnType<Page['locator']>) {
  return (await row.locator('span').first().innerText()).split('\n')[0] ?? ''
}

/** Eleni opens her mail, types the code, says what she saw. */
export async function confirmFromMail(traveller: Traveller) {
  const { email, roleTitle } = outsiders.eleni
  const letter = await traveller.post.take(email)
  const link = /https?:\/\/\S+\/e\/\S+/.exec(letter.text ?? '')?.[0] ?? ''
  expect(link).toContain(`${traveller.base}/e/`)
  const page = await (await traveller.context()).newPage()
  const hand = traveller.hand(page)
  await page.goto(link)
  await traveller.look(page)
  expect(await page.getByText(cast.chidi.officialName).count(), 'before the code only the first name and initial').toBe(0)
  await hand.press(endorse.before.send)
  const code = /\b(\d{6})\b/.exec((await traveller.post.take(email)).text ?? '')?.[1] ?? ''
  await hand.fill(endorse.code.label, code)
  await hand.press(endorse.code.go)
  await soon(() => page.getByText(endorse.facts.title).count()).toBeGreaterThan(0)
  await traveller.look(page)
  await hand.fill(endorse.facts.time, '6')
  await hand.tick('Proficient')
  await hand.fill(endorse.words.statement('Chidi'), 'He kept eleven people together on the day the cold-store failed.')
  await hand.tick(en.endorsement.relationship.supervisor)
  await hand.tick(en.endorsement.basis.supervisedIt)
  await hand.tick(endorse.knowing.family)
  await hand.fill(endorse.showing.role, roleTitle)
  await hand.tick(en.endorsement.shownAs.nameAndRole)
  await hand.press(endorse.confirm.button)
  await soon(() => page.locator('h1').innerText()).toContain('Thank you')
  await traveller.look(page)
  await page.close()
}

/** Mina opens the activity in her queue and approves it. */
export async function approve(traveller: Traveller, activityPath: string) {
  const { page, hand } = await enter(traveller, 'mina')
  await page.goto(`${traveller.base}/review`)
  await traveller.look(page)
  await page.goto(`${traveller.base}${activityPath.replace('/activities/', '/review/')}`)
  await traveller.look(page)
  await hand.press(review.decide.approve)
  await soon(() => page.url()).not.toContain(activityPath.split('/').at(-1) ?? '')
  await page.close()
}

/** Rosa offers the foundation programme to Chidi. */
export async function offerAward(traveller: Traveller) {
  const { page, hand } = await enter(traveller, 'rosa')
  await hand.follow(awards.title)
  await traveller.look(page)
  await hand.follow('Community Contribution')
  await traveller.look(page)
  await hand.tick(cast.chidi.officialName)
  await hand.press(awards.programme.some)
  await soon(() => page.getByText(awards.programme.offered(1)).count()).toBeGreaterThan(0)
  await traveller.look(page)
  await page.close()
}

/** Chidi follows his mail, chooses, accepts and shares. Answers the public address. */
export async function acceptAndShare(traveller: Traveller, { page, hand }: { page: Page; hand: Hand }): Promise<string> {
  const letter = await letterAbout(traveller.post, cast.chidi.email, '/offers/')
  await page.goto(letter)
  await traveller.look(page)
  await hand.tick(new RegExp(outsiders.eleni.name))
  await hand.press(offer.accept)
  await soon(() => new URL(page.url()).pathname).toMatch(/^\/credentials\/[\w-]{22}$/)
  await traveller.look(page)
  await hand.follow(credential.accepted.share)
  await soon(() => page.url()).toMatch(/\/share$/)
  await traveller.look(page)
  await hand.press(credentials.panel.turnOn)
  await soon(() => page.getByText(credentials.panel.isOn).count()).toBeGreaterThan(0)
  await traveller.look(page)
  return page.url().replace(/\/share$/, '')
}

/** A stranger opens the public page, and checks what they were given on the page for verifying. */
export async function checkAsStranger(traveller: Traveller, address: string) {
  const page = await (await traveller.context()).newPage()
  const hand = traveller.hand(page)
  await page.goto(address)
  expect(await page.locator('main').innerText()).toContain('Valid')
  await traveller.look(page)
  const document = await (await fetch(`${address}.json`)).text()
  await page.goto(`${traveller.base}/verify`)
  await traveller.look(page)
  await hand.fill(verify.paste, document)
  await hand.press(verify.check)
  await soon(() => page.locator('main').innerText()).toContain(verify.verdict.passed)
  await traveller.look(page)
  await page.close()
  return document
}

/** The link in the next letter to somebody that leads where it should; others are put aside. */
async function letterAbout(post: PostOffice, to: string, path: string): Promise<string> {
  for (;;) {
    const { text = '' } = await post.take(to)
    const link = /https?:\/\/\S+/g
    const fitting = (text.match(link) ?? []).find(each => each.includes(path))
    if (fitting) return fitting
  }
}
