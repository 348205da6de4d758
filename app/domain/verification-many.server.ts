import { csvOf } from '~/lib/csv'
import type { Words } from '~/messages/messages'
import type { Outcome } from '~/standards/check'
import type { NamedPresented } from './presented-many.server'
import { inWords, verify, type VerificationAnswer } from './verification.server'

/** One of many in a line: the answer, and what speaks for it. */
export interface VerifiedRow {
  name: string
  outcome: Outcome
  credential: string | null
  recipients: string[]
  issuer: string | null
  why: string
}

export interface VerifiedMany {
  rows: VerifiedRow[]
  csv: string
}

const SIDE_BY_SIDE = 8
const PATIENCE_MS = 90_000
const MOST_RUNS = 2
let runs = 0

/** Room for one more run with all its files in memory, or null; the answer gives it back. */
export function takeRoom(): (() => void) | null {
  if (runs >= MOST_RUNS) return null
  runs++
  return () => void runs--
}

/** Each on its own, in the order they came; what nobody answers for in time is unknown. */
export async function verifyMany(presented: readonly NamedPresented[], words: Words): Promise<VerifiedMany> {
  const until = Date.now() + PATIENCE_MS
  const rows: VerifiedRow[] = []
  for (let at = 0; at < presented.length; at += SIDE_BY_SIDE) {
    const few = presented.slice(at, at + SIDE_BY_SIDE)
    const isLate = Date.now() > until
    rows.push(...(await Promise.all(few.map(one => (isLate ? tooLate(one, words) : rowOf(one, words))))))
  }
  return { rows, csv: csvOf([headOf(words), ...rows.map(row => cellsOf(row, words))]) }
}

async function rowOf({ name, presented }: NamedPresented, words: Words): Promise<VerifiedRow> {
  const verification = await verify(presented)
  if ('unread' in verification) return unread(name, words.messages.verify.refused.unread[verification.unread])
  const answer = await inWords(verification, words)
  const { credential } = answer
  return {
    name,
    outcome: outcomeOf(answer),
    credential: credential?.achievement?.name ?? credential?.name ?? null,
    recipients: credential?.recipients ?? [],
    issuer: credential?.issuer.name ?? credential?.issuer.id ?? null,
    why: whyOf(answer, words),
  }
}

function outcomeOf({ valid }: VerificationAnswer): Outcome {
  return valid === null ? 'unknown' : valid ? 'passed' : 'failed'
}

/** The checks that weigh most, in their sentences, and how many inside did not pass theirs. */
function whyOf(answer: VerificationAnswer, { messages: { verify } }: Words): string {
  const outcome = outcomeOf(answer)
  const failedInside = answer.inner.filter(inner => inner.valid === false).length
  const sentences = outcome === 'passed'
    ? [verify.verdict.passed]
    : answer.checks.filter(check => check.outcome === outcome).map(({ detail }) => detail)
  return [...sentences, ...(failedInside > 0 ? [verify.insideFailed(failedInside)] : [])].join(' ')
}

function tooLate({ name }: NamedPresented, { messages: { verifyMany } }: Words): VerifiedRow {
  return unread(name, verifyMany.tooLate)
}

function unread(name: string, why: string): VerifiedRow {
  return { name, outcome: 'unknown', credential: null, recipients: [], issuer: null, why }
}

function headOf({ messages: { verifyMany } }: Words): string[] {
  const { name, answer, credential, to, issuer, why } = verifyMany.columns
  return [name, answer, credential, to, issuer, why]
}

function cellsOf({ name, outcome, credential, recipients, issuer, why }: VerifiedRow, { messages }: Words): string[] {
  return [name, messages.verification.outcomes[outcome], credential ?? '', recipients.join('; '), issuer ?? '', why]
}
