import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cast } from '../tests/cast'
import { vouch } from '../tests/cli/vouch'
import { startServer, type RunningServer } from '../tests/program/server'
import { signIn } from './pages'
import type { Result } from './run'
import { askingSqlite, type Asking } from './search-crowd'

/** Somewhat less than half of them earn the credential. */
const STUDENTS = 2_400
const CERTIFICATES = 1_000
const EARLY = 200
const ASKED_A_SECOND = 40
/** Milliseconds from one page to the next, so that the work beside them is not spread over more of them. */
const PACE = 50

/**
 * A thousand certificates of the built server, drawn, sealed and kept: by CPU seconds of the whole process, with its
 * memory on the way, and what a page costs the server's own thread beside them.
 */
export async function bulk(): Promise<Result[]> {
  const { dataDir, prepared } = await prepare()
  const NODE_OPTIONS = `--import=${join(import.meta.dirname, 'loop.mjs')}`
  const server = await startServer({ DEMO: '1', LOG_LEVEL: 'silent', NODE_OPTIONS }, dataDir)
  const asking = askingSqlite(join(dataDir, 'vouch.db'))
  try {
    const alone = await makeAlone(server, asking)
    return [...alone, ...(await beside(server, asking))]
  } finally {
    await asking.close()
    await server.remove()
    await prepared.remove()
  }
}

async function makeAlone(server: RunningServer, asking: Asking): Promise<Result[]> {
  const before = cpuOf(`/proc/${server.pid}/stat`)
  const run = await begin(server)
  const memory = { early: 0, end: 0 }
  for (let made = 0; made < CERTIFICATES; made = await countOf(asking, run)) {
    if (made >= EARLY && memory.early === 0) memory.early = residentOf(server.pid)
    await wait(100)
  }
  memory.end = residentOf(server.pid)
  const rate = CERTIFICATES / (cpuOf(`/proc/${server.pid}/stat`) - before)
  return [
    { name: 'bulk certificates / goal', value: rate, unit: 'a CPU second', against: ASKED_A_SECOND, ratio: rate / ASKED_A_SECOND },
    { name: `bulk memory at ${CERTIFICATES} / at ${EARLY}`, value: memory.end, unit: 'MB', against: memory.early, ratio: memory.early / memory.end },
  ]
}

async function beside(server: RunningServer, asking: Asking): Promise<Result[]> {
  const cookie = await signIn(server, cast.ana.email)
  const look = async () => {
    const answer = await fetch(`${server.url}/`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`Home answered ${answer.status}`)
    await answer.arrayBuffer()
  }
  for (let warm = 0; warm < 100; warm++) await look()
  const until = Date.now() + 15_000
  const alone = await homes(server, look, async () => Date.now() > until)
  const run = await begin(server)
  const during = await homes(server, look, async () => (await countOf(asking, run)) === CERTIFICATES)
  const compared = (name: string, value: number, against: number): Result => ({ name, value, unit: 'ms', against, ratio: against / value })
  return [
    compared('bulk, home during it / home, CPU of its thread', during.cpu, alone.cpu),
    compared('bulk, home during it / home, answered', during.answered, alone.answered),
    compared('bulk, home during it / home, loop late (p99)', during.late, alone.late),
    compared('bulk, home during it / home, loop late (most)', during.longest, alone.longest),
  ]
}

/** One page after the other at a steady pace until it is enough: milliseconds of each, the middle one's answer. */
async function homes(server: RunningServer, look: () => Promise<void>, isEnough: () => Promise<boolean>) {
  const thread = `/proc/${server.pid}/task/${server.pid}/stat`
  await loopOf(server)
  const before = cpuOf(thread)
  const answers: number[] = []
  while (!(await isEnough())) {
    const start = performance.now()
    await look()
    const took = performance.now() - start
    answers.push(took)
    await wait(Math.max(PACE - took, 0))
  }
  const cpu = ((cpuOf(thread) - before) * 1_000) / answers.length
  return { cpu, answered: answers.sort((a, b) => a - b)[answers.length >> 1] ?? NaN, ...(await loopOf(server)) }
}

async function loopOf(server: RunningServer): Promise<{ late: number; longest: number }> {
  const known = server.output().length
  process.kill(server.pid, 'SIGUSR2')
  for (;;) {
    const [, told] = /loop (\{.*\})\n/.exec(server.output().slice(known)) ?? []
    if (told) return JSON.parse(told)
    await wait(5)
  }
}

/** A folder of a server that has awarded to a thousand, who all share what they hold. */
async function prepare(): Promise<{ dataDir: string; prepared: RunningServer }> {
  const server = await startServer({ DEMO: '1', LOG_LEVEL: 'silent' })
  const asking = askingSqlite(join(server.dataDir, 'vouch.db'))
  await call(server, 'demo', '--students', String(STUDENTS))
  await asking.run(`UPDATE "Person" SET "standingChoice" = '${JSON.stringify({ nameForm: 'official', namesEndorsers: true, tellsEvidence: true })}'`)
  const [programme] = await asking.all(`SELECT "id" FROM "Programme" WHERE "title" = '${PROGRAMME}'`)
  await call(server, 'award', String(programme?.['id']), '--all')
  await asking.run(`UPDATE "Credential" SET "sharedAt" = NULL`)
  await asking.run(`UPDATE "Credential" SET "sharedAt" = "awardedDate" WHERE "id" IN (
    SELECT c."id" FROM "Credential" c JOIN "Award" a ON a."id" = c."awardId" JOIN "Programme" p ON p."id" = a."programmeId"
    WHERE p."title" = '${PROGRAMME}' LIMIT ${CERTIFICATES})`)
  // Letters of the awarding would leave while something else is measured.
  await asking.run('DELETE FROM "Job" WHERE "doneAt" IS NULL')
  const [shared] = await asking.all(`SELECT count(*) AS "count" FROM "Credential" WHERE "sharedAt" IS NOT NULL`)
  if (Number(shared?.['count']) !== CERTIFICATES) throw new Error(`Only ${String(shared?.['count'])} credentials are shared.`)
  await asking.close()
  await server.stop()
  return { dataDir: server.dataDir, prepared: server }
}

const PROGRAMME = 'Community Contribution'

/** By the careers service, whose run knows only what is shared. Answers its id. */
async function begin(server: RunningServer): Promise<string> {
  const cookie = await signIn(server, cast.lena.email)
  const answer = await fetch(`${server.url}/paper-runs/new/certificates`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ language: 'en' }),
    headers: { cookie, Origin: server.url, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  const id = answer.headers.get('Location')?.split('/').at(-1)
  if (!id) throw new Error(`No run began: ${answer.status}`)
  return id
}

async function countOf({ all }: Asking, run: string): Promise<number> {
  const [row] = await all(`SELECT count(*) AS "made" FROM "PaperRunMember" WHERE "runId" = '${run}' AND "outcome" = 'made'`)
  return Number(row?.['made'])
}

/** User and system time in seconds of a process or thread (proc(5), fields 14 and 15). */
function cpuOf(stat: string): number {
  const text = readFileSync(stat, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function residentOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

async function call({ env }: RunningServer, ...args: string[]) {
  const { code, stdout, stderr } = await vouch({ env }, args)
  if (code !== 0) throw new Error(`vouch ${args.join(' ')} ended with ${code}: ${stdout}${stderr}`)
}
