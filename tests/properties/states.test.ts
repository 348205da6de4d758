import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { setClock } from '~/lib/clock.server'
import { draws } from './drawn'
import { openRun } from './run'
import { everyRuleHolds } from './rules'
import { PATIENCE, seeded } from './seeded'
import { openWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, PATIENCE)
afterAll(() => setClock(null))

test(
  'whatever anybody does in whatever order, the model and the database agree after every step',
  async () => {
    const property = fc.asyncProperty(draws(40), async all => {
      const run = await openRun(world)
      for (const draw of all) await run.take(draw)
      await everyRuleHolds(world)
    })
    await fc.assert(property, seeded(20))
  },
  PATIENCE,
)
