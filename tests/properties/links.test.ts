import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterCode, sendCode } from '~/domain/confirmation-code.server'
import { findRequestByToken, requestPath, type AskedRequest } from '~/domain/request.server'
import { setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newPublicId } from '~/lib/id.server'
import { Refusal } from '~/lib/refusal'
import { digits, linkToken, readLinkToken } from '~/lib/token.server'
import { requestOf, submittedActivity } from '../story'
import { everyWord } from './digest'
import { draws } from './drawn'
import { openRun } from './run'
import { PATIENCE, seeded } from './seeded'
import { openWorld, START, startOver, type World } from './world'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, PATIENCE)
afterAll(() => setClock(null))

const MINUTE = 60_000
const browsers = Array.from({ length: 3 }, newPublicId)

const codeMove = fc.record({
  verb: fc.constantFrom(
    'send' as const,
    'enter' as const,
    'enter' as const,
    'enter' as const,
    'wait' as const,
  ),
  browser: fc.nat(browsers.length - 1),
  /** Of which browser the digits are that somebody types, or none that were ever mailed. */
  typed: fc.oneof(
    { weight: 3, arbitrary: fc.nat(browsers.length - 1) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  times: fc.constantFrom(1, 1, 4, 5),
  minutes: fc.constantFrom(2, 11, 31),
})
type CodeMove = typeof codeMove extends fc.Arbitrary<infer Drawn> ? Drawn : never

interface KnownCode {
  id: string
  browser: number
  at: number
  tries: number
  isUsed: boolean
}

test(
  'rule 5: six digits open a visit in the browser that asked, once, for 30 minutes and 5 tries',
  async () => {
    const property = fc.asyncProperty(fc.array(codeMove, { minLength: 6, maxLength: 24 }), async moves => {
      const run = new Codes(await freshRequest())
      for (const move of moves) await run.make(move)
      expect(await db.endorserVisit.count()).toBe(run.visits)
    })
    await fc.assert(property, seeded(12))
  },
  PATIENCE,
)

/** Some of the codes that were mailed, and what may be done with each. */
class Codes {
  visits = 0
  private at = START
  private codes: KnownCode[] = []

  constructor(private readonly request: AskedRequest) {}

  async make(move: CodeMove) {
    this.at += move.verb === 'wait' ? move.minutes * MINUTE : 7000
    setClock(new Date(this.at))
    if (move.verb === 'send') await this.send(move)
    // Whoever guesses, guesses often.
    const times = move.typed === null ? move.times : 1
    for (let time = 0; move.verb === 'enter' && time < times; time++) await this.enter(move)
  }

  private async send({ browser }: CodeMove) {
    const isTwice = this.open(browser).some(({ at, tries }) => this.at - at < MINUTE && tries < 5)
    await sendCode(this.request, browsers[browser] ?? '')
    const rows = await db.confirmationCode.findMany({ orderBy: { id: 'asc' } })
    expect(rows).toHaveLength(this.codes.length + (isTwice ? 0 : 1))
    const id = rows.at(-1)?.id ?? ''
    if (!isTwice) this.codes.push({ id, browser, at: this.at, tries: 0, isUsed: false })
  }

  private async enter({ browser, typed }: CodeMove) {
    const code = this.open(browser).at(-1)
    const mailed = typed === null ? undefined : this.codes.filter(each => each.browser === typed).at(-1)
    const isRight = code !== undefined && code.tries < 5 && mailed?.id === code.id
    if (code && code.tries < 5) code.tries++
    const key = await enterCode(
      this.request,
      browsers[browser] ?? '',
      mailed ? digits(mailed.id) : 'no code',
      {
        userAgent: '',
        ip: '',
      },
    ).catch((no: unknown) => no)
    expect(typeof key === 'string', JSON.stringify(this.codes)).toBe(isRight)
    if (!isRight) return expect(key).toBeInstanceOf(Refusal)
    code.isUsed = true
    this.visits++
  }

  private open(browser: number) {
    return this.codes.filter(
      each => each.browser === browser && !each.isUsed && this.at - each.at < 30 * MINUTE,
    )
  }
}

test(
  'rule 5: a link with anything in it changed, or made for another purpose, is no link',
  async () => {
    const request = await freshRequest()
    const token = requestPath(request.id).slice('/e/'.length)
    const secret = token.slice(token.lastIndexOf('.') + 1)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
    const property = fc.asyncProperty(
      fc.nat(token.length - 1),
      fc.constantFrom(...'AZaz09-_.'),
      fc.constantFrom('put', 'cut', 'add'),
      fc.string(),
      async (at, letter, how, purpose) => {
        const rest = token.slice(at + (how === 'add' ? 0 : 1))
        const other = token.slice(0, at) + (how === 'cut' ? '' : letter) + rest
        if (other !== token) expect(await findRequestByToken(other)).toBeNull()
        expect(readLinkToken(purpose, token)).toBe(purpose === 'endorse' ? request.id : null)
        expect((await findRequestByToken(linkToken(purpose, request.id))) !== null).toBe(
          purpose === 'endorse',
        )
      },
    )
    await fc.assert(property, seeded(300))
  },
  PATIENCE,
)

test(
  'rule 5: no link and no code can be read from the database',
  async () => {
    const property = fc.asyncProperty(draws(20), async all => {
      const run = await openRun(world)
      for (const draw of all) await run.take(draw)
      const words = await everyWord()
      for (const { id } of await db.endorsementRequest.findMany())
        expect(words).not.toContain(requestPath(id).slice(requestPath(id).lastIndexOf('.') + 1))
      for (const code of await db.confirmationCode.findMany())
        expect(Object.values(code)).not.toContain(digits(code.id))
    })
    await fc.assert(property, seeded(4))
  },
  PATIENCE,
)

async function freshRequest() {
  await startOver(world)
  return requestOf(await submittedActivity(world.scene))
}
