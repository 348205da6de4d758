import { expect, test } from 'vitest'
import { DAY, later, setClock } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { runDueJobs } from '~/lib/jobs.server'
import { throttle, TooOften } from '~/lib/throttle.server'

test('tries are counted, refused where there are too many, and forgotten once a day', async () => {
  const tries = () => db.rateLimiterFlexible.count()
  for (let once = 0; once < 10; once++) await throttle('signInByAddress', 'somebody')
  await expect(throttle('signInByAddress', 'somebody')).rejects.toThrow(TooOften)
  await throttle('signInByAddress', 'somebody else')
  expect(await tries()).toBe(2)
  setClock(later(new Date(), 2 * DAY))
  await runDueJobs()
  setClock(null)
  expect(await tries()).toBe(0)
})
