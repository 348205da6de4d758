import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { now, setClock } from '~/lib/clock.server'
import { db, isSqlite } from '~/lib/db.server'
import { runDueJobs } from '~/lib/jobs.server'
import { listMail } from '~/lib/mailbox.server'
import { changed, digests } from './digest'
import { perform, sceneryOf } from './doing'
import { aimed } from './aim'
import { draws } from './drawn'
import { openRun, type Run } from './run'
import { PATIENCE, seeded } from './seeded'
import { step } from './step'
import { openWorld, type World } from './world'
import type { Move } from './moves'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, PATIENCE)
afterAll(() => setClock(null))

test(
  'rule 13: a change that the database breaks off leaves nothing, no letter either, and is done whole afterwards',
  async () => {
    const property = fc.asyncProperty(draws(16), async all => {
      const run = await openRun(world)
      for (const draw of all) {
        const move = aimed(run.model, draw)
        await breaksOff(run, move)
        await run.make(move)
      }
    })
    await fc.assert(property, seeded(5))
  },
  PATIENCE,
)

test(
  'rule 13: every letter leaves once, however often the outbox is looked through',
  async () => {
    const property = fc.asyncProperty(draws(16), async all => {
      const run = await openRun(world)
      for (const draw of all) await run.take(draw)
      const before = new Set((await listMail()).map(({ name }) => name))
      const due = await dueLetters()
      await Promise.all([runDueJobs(), runDueJobs()])
      await runDueJobs()
      const jobs = await db.job.findMany({ where: { id: { in: due } } })
      expect(
        jobs.filter(({ doneAt, attempts }) => doneAt === null || attempts > 0).map(({ id }) => id),
      ).toEqual([])
      // What was settled meanwhile is not written about; all else went, under the name of its job.
      const sent = (await listMail()).map(({ name }) => name).filter(name => !before.has(name))
      expect(sent.filter(name => !due.includes(name))).toEqual([])
      expect(await dueLetters()).toEqual([])
    })
    await fc.assert(property, seeded(4))
  },
  PATIENCE,
)

/** The first event of the change finds the disk full, so to speak. */
async function breaksOff(run: Run, move: Move) {
  const { outcome } = step(run.model, move)
  if (typeof outcome === 'string' || outcome.events.length === 0 || move.verb === 'post') return
  const scenery = await sceneryOf(world, run.model, move)
  const before = await digests()
  await db.$transaction(breakEvents.map(statement => db.$executeRawUnsafe(statement)))
  try {
    await expect(perform(scenery), run.story()).rejects.toThrow()
  } finally {
    await db.$transaction(mendEvents.map(statement => db.$executeRawUnsafe(statement)))
  }
  expect(changed(before, await digests()), run.story()).toEqual([])
}

const breakEvents = isSqlite
  ? [`CREATE TRIGGER broken BEFORE INSERT ON "AuditEvent" BEGIN SELECT RAISE(ABORT, 'broken'); END`]
  : [
      `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`,
      `CREATE TRIGGER broken BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION broken()`,
    ]
const mendEvents = isSqlite
  ? ['DROP TRIGGER broken']
  : ['DROP TRIGGER broken ON "AuditEvent"', 'DROP FUNCTION broken()']

async function dueLetters() {
  const jobs = await db.job.findMany({ where: { kind: 'mail', doneAt: null, runAt: { lte: now() } } })
  return jobs.map(({ id }) => id).sort()
}
