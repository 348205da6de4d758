import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** One thing to ask a server for, again and again. */
export interface Target {
  name: string
  /** Of the server and of whoever answers for it: they and what they started are counted together. */
  pids: readonly number[]
  url: string
  /** What a good answer is: anything else stops the run. */
  status: number
  headers?: Record<string, string>
  /** A new body each time, for what makes something. */
  body?: (round: number) => string
  requests: number
}

const ROUNDS = 9
const AT_ONCE = 4
const TICK_MS = 10

/** CPU milliseconds of the server a request: the best of interleaved rounds, after one that only warms. */
export async function measure(targets: readonly Target[]): Promise<Map<string, number>> {
  const best = new Map<string, number>()
  for (let round = 0; round <= ROUNDS; round++) {
    for (const target of targets) {
      const cost = await cpuOf(target, round)
      if (round > 0) best.set(target.name, Math.min(best.get(target.name) ?? Infinity, cost))
    }
  }
  return best
}

async function cpuOf(target: Target, round: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const before = cpuTimes(target.pids)
  let next = 0
  const lane = async () => {
    while (next < target.requests) await ask(target, agent, round * 1_000_000 + next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  agent.destroy()
  return spent(before, cpuTimes(target.pids)) / target.requests
}

function ask({ url, status, headers, body }: Target, agent: Agent, number: number) {
  return new Promise<void>((resolve, reject) => {
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers: { ...headers } }, answer => {
      answer.resume()
      answer.once('end', () => (answer.statusCode === status ? resolve() : reject(new Error(`${url} answered ${answer.statusCode}, not ${status}`))))
    })
    sent.once('error', reject)
    sent.end(body?.(number))
  })
}

/** User and system time of each process with all its threads, in milliseconds (proc(5), fields 14 and 15). */
function cpuTimes(pids: readonly number[]): Map<number, number> {
  const times = pids.flatMap(withChildren).map(pid => [pid, cpuTime(pid)] as const)
  return new Map(times)
}

function withChildren(pid: number) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return [pid, ...children.map(Number)]
}

function cpuTime(pid: number) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Whoever came or went in the meantime was busy with something else. */
function spent(before: Map<number, number>, after: Map<number, number>) {
  return [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? time), 0)
}
