import { isObject, type Json, type JsonObject } from './json'
import type { Jwt } from './jwt'
import { proofsOf } from './proof'

/** What checking costs, counted in statements that are brought into canonical form: 10 to 20 µs each. */
const FREE = 36_000
/** Of its options, its signature, and the layout of what carries it. */
const EACH_PROOF = 40
/** A token is hashed as it lies there. */
const IN_TOKEN = 0.1
/** What stands two levels deep is gone through three times. */
const LEVELS = 3

/**
 * How much work a document may make. Anyone gets a little; what an issuer signed with a key it publishes pays for the
 * levels it stands in, so that a record of hundreds is read to its end and one made up by a stranger is not.
 */
export interface Allowance {
  /** At once, or never: false where there is not as much left now. */
  takeNow(cost: number): boolean
  /** As soon as there is as much; false once nothing is under way that could earn it, and then it is spent. */
  take(cost: number): Promise<boolean>
  isSpent(): boolean
  /** Whoever took says when it is over, and by which signature of a known issuer it was earned: each pays once. */
  settle(cost: number, earnedBy: string | null): void
}

export function newAllowance(free = FREE): Allowance {
  let left = free
  let isSpent = false
  let underWay = 0
  let waiting: (() => void)[] = []
  const paid = new Set<string>()
  const takeNow = (cost: number) => {
    if (cost > left) return false
    left -= cost
    underWay++
    return true
  }
  return {
    takeNow,
    isSpent: () => isSpent,
    async take(cost) {
      while (!takeNow(cost)) {
        isSpent ||= underWay === 0
        if (isSpent) return false
        await new Promise<void>(resolve => waiting.push(resolve))
      }
      return true
    },
    settle(cost, earnedBy) {
      underWay--
      if (earnedBy !== null && !paid.has(earnedBy)) left += LEVELS * cost
      if (earnedBy !== null) paid.add(earnedBy)
      const awake = waiting
      waiting = []
      for (const resume of awake) resume()
    },
  }
}

/** Of its own proofs, with all that stands inside, which they are about as well. */
export function costOf(document: JsonObject, jwt?: Jwt): number {
  const statements = statementsIn(document)
  if (jwt) return EACH_PROOF + statements * IN_TOKEN
  const proofs = proofsOf(document)
  // These hash the whole again for each.
  const others = proofs.filter(({ cryptosuite }) => typeof cryptosuite === 'string' && cryptosuite.startsWith('ecdsa'))
  return statements * Math.max(1, others.length) + EACH_PROOF * Math.max(1, proofs.length)
}

function statementsIn(value: Json): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + statementsIn(member), 0)
  if (!isObject(value)) return 1
  return Object.entries(value).reduce((sum, [name, member]) => (name === '@context' ? sum : sum + statementsIn(member)), 1)
}
