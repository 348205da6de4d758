import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Result } from './run'

interface Costs {
  issue: number
  verify: number
  /** One of many alike, signed together; the plain library has no other way than one by one. */
  batch?: number
}

const ROUNDS = 3

/** The same rich badge with one endorsement, schema and both proofs, by us and by the plain library, in turns. */
export async function signatures(): Promise<Result[]> {
  const ours: Costs[] = []
  const plain: Costs[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await costsOf('signatures-ours.ts'))
    plain.push(await costsOf('signatures-plain.ts'))
  }
  const best = (costs: Costs[], name: keyof Costs) => Math.min(...costs.map(cost => cost[name] ?? Infinity))
  const compared = [['issue', 'issue', 'issue'], ['batch issue', 'batch', 'issue'], ['verify', 'verify', 'verify']] as const
  return compared.map(([name, mine, theirs]) => {
    const [value, against] = [best(ours, mine), best(plain, theirs)]
    return { name: `${name} / plain library`, value, unit: 'ms CPU', against, ratio: against / value }
  })
}

/** In a process of its own, so that neither warms or patches what the other uses. */
function costsOf(program: string): Promise<Costs> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, program), { execArgv: ['--import', 'tsx'] })
    child.once('message', (costs: Costs) => resolve(costs))
    child.once('exit', code => reject(new Error(`${program} ended with ${code} and said nothing.`)))
  })
}

/** CPU milliseconds of one piece of work, after warming up. */
export async function cpu(times: number, work: () => Promise<unknown>): Promise<number> {
  for (let at = 0; at < times; at++) await work()
  const start = process.cpuUsage()
  for (let at = 0; at < times; at++) await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / times
}
