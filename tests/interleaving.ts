import { EventEmitter, once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { read, transaction } from '~/lib/db.server'

/**
 * Two verbs at once on PostgreSQL: both have looked and written before either may commit, and the first goes
 * first. Answers what became of the second, a refusal in its words.
 */
export async function bothAtOnce<T>(
  institutionId: string,
  first: () => Promise<unknown>,
  second: () => Promise<T>,
): Promise<T | string> {
  const line = new EventEmitter()
  const held = once(line, 'held')
  const blocking = transaction(async tx => {
    // Locked, not updated: who waits for a row that becomes another version would have to race for that one.
    await tx.$queryRaw`SELECT 1 FROM "Institution" WHERE "id" = ${institutionId} FOR NO KEY UPDATE`
    line.emit('held')
    await once(line, 'released')
  })
  await held
  const one = first()
  await waiting(1)
  const other = second()
  await waiting(2)
  line.emit('released')
  const [, , outcome] = await Promise.allSettled([blocking, one, other])
  return outcome.status === 'rejected' ? String(outcome.reason) : outcome.value
}

async function waiting(count: number) {
  for (let looks = 0; looks < 500; looks++) {
    const [row] = await read<{ n: number }>`
      SELECT COUNT(*) AS "n" FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (row?.n === count) return
    await wait(10)
  }
  throw new Error(`${count} transactions never waited`)
}
