import { later, MINUTE, now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import type { Check, Outcome } from '~/standards/check'
import type { Verification } from '~/standards/verification'
import { verifyText } from './verification.server'

/** What our own verifier says of a stored credential, and when it said so. */
export interface StandingCheck {
  at: Date
  outcome: Outcome
}

const KEPT_FOR = 10 * MINUTE
const AT_MOST = 1_000
const kept = new Map<string, StandingCheck>()

/** Checked as a stranger would, and again when its status list changes or some minutes have passed. */
export async function checkStanding({
  id,
  digest,
  listVersion,
}: {
  id: string
  digest: string
  listVersion: number
}): Promise<StandingCheck> {
  const key = `${digest} ${listVersion}`
  const known = kept.get(key)
  if (known && now() < later(known.at, KEPT_FOR)) return known
  const { document } = await db.credential.findUniqueOrThrow({ where: { id }, select: { document: true } })
  const check = { at: now(), outcome: outcomeOf(await verifyText(document)) }
  if (kept.size >= AT_MOST) kept.clear()
  kept.set(key, check)
  return check
}

/** Of everything but the dates, which the page tells by themselves, and of all that it carries. */
function outcomeOf(verification: Verification): Outcome {
  const outcomes = checksIn(verification)
    .filter(check => check.name !== 'validity')
    .map(check => check.outcome)
  if (outcomes.includes('failed')) return 'failed'
  return outcomes.includes('unknown') ? 'unknown' : 'passed'
}

function checksIn({ checks, inner }: Verification): Check[] {
  return [...checks, ...inner.flatMap(checksIn)]
}
