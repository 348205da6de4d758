import { vouch } from '../tests/cli/vouch'
import { startServer, type RunningServer } from '../tests/program/server'
import type { Result } from './run'
import { askingSqlite, type Asking } from './search-crowd'

const STUDENTS = 10_000
const GOAL = 150

/** All who are ready are awarded, and accept by the choice they made before: signed, with endorsements inside. */
export async function award(): Promise<Result[]> {
  const server = await startServer({ DEMO: '1', LOG_LEVEL: 'silent' })
  const asking = askingSqlite(`${server.dataDir}/vouch.db`)
  try {
    await call(server, 'demo', '--students', String(STUDENTS))
    const choice = JSON.stringify({ nameForm: 'official', namesEndorsers: true, tellsEvidence: true })
    await asking.run(`UPDATE "Person" SET "standingChoice" = '${choice}'`)
    const [programme] = await asking.all(`SELECT "id" FROM "Programme" WHERE "title" = 'Community Contribution'`)
    const before = await countOf(asking)
    const start = performance.now()
    await call(server, 'award', String(programme?.['id']), '--all')
    const seconds = (performance.now() - start) / 1000
    const value = ((await countOf(asking)) - before) / seconds
    return [{ name: 'award 10k / goal', value, unit: 'a second', against: GOAL, ratio: value / GOAL }]
  } finally {
    await asking.close()
    await server.remove()
  }
}

/** Credentials that are there, each with what it carries: one without would not be what is measured. */
async function countOf({ all }: Asking): Promise<number> {
  const [row] = await all('SELECT count(DISTINCT "credentialId") AS "made" FROM "CredentialEndorsement"')
  return Number(row?.['made'])
}

async function call(server: RunningServer, ...args: string[]) {
  const { code, stdout, stderr } = await vouch(server, args)
  if (code !== 0) throw new Error(`vouch ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`)
}
