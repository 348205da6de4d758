import { expect } from 'vitest'
import { setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { changed, digests, type Digests } from './digest'
import { perform, sceneryOf, type Scenery } from './doing'
import { aimed } from './aim'
import type { Draw } from './drawn'
import { emptyModel } from './model'
import type { Move, Outcome } from './moves'
import { hasPage, press } from './pages'
import { seenIn, toldBy } from './seen'
import { step, TICK } from './step'
import { START, startOver, type World } from './world'

/** A house with two activities in it, what is done there, and what the model makes of it. */
export class Run {
  model = emptyModel(START)
  private readonly told: string[] = []
  private readonly letters = new Set<string>()
  private events = 0
  private before: Digests | undefined

  constructor(readonly world: World) {}

  take(draw: Draw) {
    return this.make(aimed(this.model, draw))
  }

  /** One step of both: the same outcome, the same events and letters, the same states. */
  async make(move: Move, clicks = 1) {
    this.tick()
    const { model, outcome } = step(this.model, move)
    this.told.push(line(move, outcome))
    expect(await this.happens(move, outcome, clicks), this.story()).toEqual(wanted(outcome))
    this.model = model
    expect(await seenIn(this.world), this.story()).toEqual(toldBy(this.model))
  }

  tick() {
    this.model = { ...this.model, at: this.model.at + TICK }
    setClock(new Date(this.model.at))
  }

  story() {
    return `\n${this.told.join('\n')}\n`
  }

  /** What came of it: the events and letters that it left, or which no it was, and that nothing changed. */
  private async happens(move: Move, expected: Outcome, clicks: number) {
    this.before ??= await digests()
    const scenery = await sceneryOf(this.world, this.model, move)
    const no = clicks > 1 ? await allAtOnce(scenery, clicks) : await this.noOf(scenery, expected)
    if (no) return { no, changed: changed(this.before, await digests()) }
    this.before = undefined
    return { events: await this.newEvents(), letters: await this.newLetters() }
  }

  /** Rule 15: the page says no where the verb does, and in its words. */
  private async noOf(scenery: Scenery, expected: Outcome) {
    const { door, verb } = scenery.move
    if (door === 'verb' || !hasPage(verb)) return noOf(perform(scenery))
    const answer = await press(scenery)
    if (answer === 'done') return null
    // Whoever has no session or no code is sent to get one, whatever is there.
    if (answer === 'turned away') return typeof expected === 'string' ? expected : 'turned away'
    const heard = typeof answer === 'object' ? answer.refused : ''
    const no = await noOf(perform(scenery), sentence => {
      expect(heard, this.story()).toContain(JSON.stringify(sentence).slice(1, -1))
    })
    expect(typeof answer === 'object' ? 'refused' : answer, this.story()).toBe(no)
    return no
  }

  private async newEvents() {
    const events = await db.auditEvent.findMany({
      where: { seq: { gt: this.events } },
      orderBy: { seq: 'asc' },
    })
    this.events += events.length
    return events.map(({ action }) => action).sort()
  }

  private async newLetters() {
    const jobs = await db.job.findMany({ where: { kind: 'mail', id: { notIn: [...this.letters] } } })
    for (const { id } of jobs) this.letters.add(id)
    return jobs.map(({ payload }) => templateOf(payload)).sort()
  }
}

/** From nothing but the house, a draft, and another that is submitted. */
export async function openRun(world: World): Promise<Run> {
  await startOver(world)
  const run = new Run(world)
  await run.make({ ...first, by: 'ana', minutes: 61, asks: ['eleni', 'kofi'] })
  await run.make({ ...first, by: 'chidi', minutes: 60, asks: ['eleni', 'ben'] })
  await run.make({ ...first, by: 'chidi', verb: 'submit', activity: 1, minutes: 60, asks: [] })
  return run
}

const first = {
  verb: 'log',
  activity: 0,
  request: 0,
  mailbox: 'eleni',
  spelling: 0,
  isStale: false,
  days: 4,
  door: 'verb',
} as const

function wanted(outcome: Outcome) {
  if (typeof outcome === 'string') return { no: outcome, changed: [] }
  return { events: [...outcome.events].sort(), letters: [...outcome.letters].sort() }
}

/** Rule 6: whatever several clicks at once say, one of them was the first. */
async function allAtOnce(scenery: Scenery, clicks: number) {
  const noes = await Promise.all(Array.from({ length: clicks }, () => noOf(perform(scenery))))
  return noes.includes(null) ? null : noes[0] ?? null
}

async function noOf(work: Promise<unknown>, hear: (sentence: string) => void = () => undefined) {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof NotFound) return 'missing'
    if (!(error instanceof Refusal)) throw error
    hear(error.message)
    return 'refused'
  }
}

function templateOf(payload: unknown) {
  return typeof payload === 'object' && payload !== null && 'template' in payload
    ? String(payload.template)
    : ''
}

function line({ verb, by, activity, request, mailbox, asks, isStale, days, door }: Move, outcome: Outcome) {
  const at = `${verb} at ${activity}.${request} by ${by}, ${door}${isStale ? ', on an old form' : ''}`
  const lists: readonly string[] = ['name', 'log']
  const what = lists.includes(verb)
    ? ` (${asks.join(', ')})`
    : verb === 'wait'
    ? ` ${days} days`
    : ` (${mailbox})`
  return `${at}${what}: ${typeof outcome === 'string' ? outcome : outcome.events.join(', ') || 'nothing'}`
}
