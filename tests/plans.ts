import type { SqlQuery } from '@prisma/driver-adapter-utils'
import { db, isSqlite, statements, transaction } from '~/lib/db.server'

/** What the database would do for each statement that the work asks: lines of a plan, a list a statement. */
export async function plansOf(work: () => Promise<unknown>): Promise<string[][]> {
  const queries: SqlQuery[] = []
  const hear = (query: unknown) => void queries.push(query as SqlQuery) // what the channel says it tells
  statements.subscribe(hear)
  await work()
  statements.unsubscribe(hear)
  const plans = []
  for (const query of queries) plans.push(await (isSqlite ? sqlitePlan(query) : postgresPlan(query)))
  return plans
}

/** Steps that read a whole table, save those of a full-text index, which are asked for words. */
export function scans(plans: readonly string[][]) {
  const whole = isSqlite ? /^SCAN (?!.* VIRTUAL TABLE INDEX \d+:.*M)/ : /Seq Scan/
  return plans.flat().filter(line => whole.test(line))
}

async function sqlitePlan({ sql, args }: SqlQuery) {
  const rows = await db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...args)
  return rows.map(({ detail }) => detail)
}

/** A test's tables are so small that reading all of them is cheapest, so that it is put out of the question. */
async function postgresPlan({ sql, args }: SqlQuery) {
  return transaction(async tx => {
    await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off')
    const rows = await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, ...args)
    return rows.map(row => row['QUERY PLAN'])
  })
}
