import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { setClock } from '~/lib/clock.server'
import { aimed } from './aim'
import { draws } from './drawn'
import type { Verb } from './moves'
import { everyRuleHolds } from './rules'
import { openRun } from './run'
import { PATIENCE, seeded } from './seeded'
import { step } from './step'
import { openWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, PATIENCE)
afterAll(() => setClock(null))

/** A draft may be saved as often as its writer likes, and another browser has a code of its own. */
const repeatable: readonly Verb[] = ['edit', 'addText', 'name', 'log', 'begin', 'wait', 'adopt']

test(
  'rule 6: whatever is pressed twice at the same moment is one change, one event and one mail',
  async () => {
    const property = fc.asyncProperty(draws(24), async all => {
      const run = await openRun(world)
      for (const draw of all) {
        const move = aimed(run.model, draw)
        const isDone = typeof step(run.model, move).outcome !== 'string'
        await run.make(move, isDone && !repeatable.includes(move.verb) ? 2 : 1)
      }
      await everyRuleHolds(world)
    })
    await fc.assert(property, seeded(8))
  },
  PATIENCE,
)
