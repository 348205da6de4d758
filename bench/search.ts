import { cast } from '../tests/cast'
import { createDatabase, startPostgres } from '../tests/postgres'
import { startServer, type RunningServer } from '../tests/program/server'
import { measure, type Target } from './measure'
import { signIn } from './pages'
import type { Result } from './run'
import { addWords, askingPostgres, askingSqlite, type Asking } from './search-crowd'

/** What it costs to search 10,000 opportunities and 200,000 activities, and to read on far down a list. */
export async function search(): Promise<Result[]> {
  return [...(await onSqlite()), ...(await onPostgres())]
}

async function onSqlite() {
  const server = await startServer({ DEMO: '1', LOG_LEVEL: 'silent' })
  return among('SQLite', server, askingSqlite(`${server.dataDir}/vouch.db`), [server.pid])
}

/** Whoever answers for the server is counted with it: PostgreSQL in all its processes. */
async function onPostgres() {
  const postgres = await startPostgres()
  const url = await createDatabase(postgres.url, 'vouch_bench')
  const server = await startServer({
    DEMO: '1',
    LOG_LEVEL: 'silent',
    DATABASE_URL: url,
    SECRET: 'a secret for benchmarks, long enough',
  })
  try {
    return await among('PostgreSQL', server, await askingPostgres(url), [server.pid, postgres.pid])
  } finally {
    await postgres.stop()
  }
}

async function among(on: string, server: RunningServer, asking: Asking, pids: readonly number[]) {
  try {
    await addWords(asking)
    const headers = { cookie: await signIn(server, cast.rosa.email) }
    const pages = await placesIn(asking)
    const targets = Object.entries(pages).map(
      ([name, path]): Target => ({ name, url: server.url + path, pids, status: 200, headers, requests: 100 }),
    )
    const cost = await measure(targets)
    return comparisons.map(([name, control]) => {
      const [value = NaN, against = NaN] = [cost.get(name), cost.get(control)]
      return { name: `${name} / ${control}, ${on}`, value, unit: 'ms CPU', against, ratio: against / value }
    })
  } finally {
    await asking.close()
    await server.remove()
  }
}

const comparisons = [
  ...[
    'a frequent word',
    'a rare word',
    'four words',
    'one state and a word',
    'no match',
    'words never together',
  ].map(words => [`records, ${words}`, 'records'] as const),
  ['records, page 1,000', 'records'],
  ['records, a frequent word, page 1,000', 'records, a frequent word'],
  ...['a frequent word', 'a rare word', 'a unit and two words', 'no match'].map(
    words => [`opportunities, ${words}`, 'opportunities'] as const,
  ),
  ['opportunities, page 300', 'opportunities'],
  ['opportunities, a frequent word, page 150', 'opportunities, a frequent word'],
] as const

/** A page of records has fifty, one of opportunities thirty. */
async function placesIn({ all }: Asking): Promise<Record<string, string>> {
  const far = async (table: string, rows: number) => {
    const [last] = await all(`SELECT MAX("seq") AS "seq" FROM "${table}"`)
    return Number(last?.['seq']) - rows
  }
  const units = await all(`SELECT "id" FROM "Unit" WHERE "kind" = 'faculty' LIMIT 1`)
  const [records, opportunities] = ['/records?q=', '/opportunities?q=']
  return {
    records: records,
    'records, a frequent word': `${records}volunteering`,
    'records, a rare word': `${records}OBSERVATORY`,
    'records, four words': `${records}elodie+cafe+repair+weekly`,
    'records, one state and a word': `${records}choir&state=declined`,
    'records, no match': `${records}nothing+like+this`,
    'records, words never together': `${records}volunteering+tutoring`,
    'records, page 1,000': `${records}&after=${await far('ActivityWords', 50_000)}`,
    'records, a frequent word, page 1,000': `${records}volunteering&after=${await far(
      'ActivityWords',
      100_000,
    )}`,
    opportunities: opportunities,
    'opportunities, a frequent word': `${opportunities}tutoring`,
    'opportunities, a rare word': `${opportunities}observatory`,
    'opportunities, a unit and two words': `${opportunities}repair+caf%C3%A9&unit=${String(
      units[0]?.['id'],
    )}`,
    'opportunities, no match': `${opportunities}nothing`,
    'opportunities, page 300': `${opportunities}&after=${await far('OpportunityWords', 9_000)}`,
    'opportunities, a frequent word, page 150': `${opportunities}tutoring&after=${await far(
      'OpportunityWords',
      9_000,
    )}`,
  }
}
