import type { Unreadable } from './strict-json'

/** What is read here. */
export type Kind = 'open-badge' | 'endorsement' | 'clr' | 'open-badge-2'

export type Outcome = 'passed' | 'failed' | 'unknown'

/** What each sentence of a verification is about. The words themselves are the interface's. */
interface Findings {
  'format.open-badge': object
  'format.endorsement': object
  'format.clr': object
  'format.older': { kind: Exclude<Kind, 'open-badge-2'> }
  'format.open-badge-2': object
  'format.kept-elsewhere': { address: string }
  'format.envelope': object
  'format.unreadable': { why: Unreadable }
  'format.not-a-credential': object
  'format.other-credential': { types: string }
  'format.model': { member: string }

  'schema.followed': object
  'schema.broken': { member: string }
  'schema.older': { member: string }

  'proof.valid': { count: number }
  'proof.none': object
  'proof.changed': object
  'proof.malformed': { member: string }
  'proof.other-suite': { suite: string }
  'proof.no-such-suite': { suite: string }
  'proof.chained': object
  'proof.underived': object
  'proof.claims-differ': { claim: string }
  'proof.private-key': object
  'proof.expired': { expires: string }
  'proof.key-not-found': { method: string }
  'proof.unknown-context': { context: string }
  'proof.newer-words': object
  'proof.undefined-words': object
  'proof.too-large': object

  'hosted.kept': { address: string }
  'hosted.differs': { address: string; member: string }
  'hosted.unreachable': { address: string }

  'issuer.published': { issuer: string }
  'issuer.keeps': { issuer: string; host: string }
  'issuer.not-there': { issuer: string; host: string }
  'issuer.is-the-key': object
  'issuer.not-published': { issuer: string }
  'issuer.no-keys': { issuer: string }
  'issuer.unreachable': { issuer: string }
  'issuer.nowhere': { issuer: string }
  'issuer.unproven': object
  'issuer.compromised': { since: string }
  'issuer.compromised-later': { since: string }

  'validity.open': { from: string }
  'validity.until': { from: string; until: string }
  'validity.not-yet': { from: string }
  'validity.over': { until: string }
  'validity.unreadable': object

  'status.none': object
  'status.good': object
  'status.good-then': { at: string }
  'status.revoked': object
  'status.suspended': object
  'status.other-method': { method: string }
  'status.unreachable': { list: string }
  'status.unreadable': { list: string }
  'status.untrusted': { list: string }
  'status.other-issuer': { list: string }
  'status.out-of-date': { list: string; until: string }

  'because.bound': { parts: number }
  'because.not-bound': object
  'because.part-not-bound': object

  'associations.here': { count: number }
  'associations.elsewhere': { achievement: string }

  'printed.same': { name: string }
  'printed.differs': { name: string }
  'printed.unread': { name: string }

  'subject.here': object
  'subject.elsewhere': { subject: string }
}

export type Code = keyof Findings
/** A code with what its sentence needs to know. Moments are ISO 8601. */
export type Detail<C extends Code = Code> = { [Each in C]: { code: Each } & Findings[Each] }[C]

type CheckName =
  | 'format' | 'schema' | 'proof' | `proof ${number}` | 'issuer' | 'validity' | 'status'
  | 'associations' | 'because' | 'subject' | 'printed'

export interface Check {
  name: CheckName
  outcome: Outcome
  detail: Detail
}

export type Sentences = { [Each in Code]: (about: Detail<Each>, words: DateWords) => string }

interface DateWords {
  day(moment: string): string
}

export function sentence<C extends Code>(detail: Detail<C>, sentences: Sentences, words: DateWords): string {
  return sentences[detail.code](detail, words)
}

export function passed(name: CheckName, detail: Detail): Check {
  return { name, outcome: 'passed', detail }
}

export function failed(name: CheckName, detail: Detail): Check {
  return { name, outcome: 'failed', detail }
}

export function unknown(name: CheckName, detail: Detail): Check {
  return { name, outcome: 'unknown', detail }
}

/** The check that speaks for all of them: the first of the outcome that weighs most. */
export function first(checks: Check[], weights: Outcome[]): Check | undefined {
  const byWeight = weights.map(outcome => checks.find(check => check.outcome === outcome))
  return byWeight.find(check => check !== undefined)
}

/** True: all passed. False: one failed. Null: none failed, and something could not be found out. */
export function verdict(checks: Check[]): boolean | null {
  if (checks.some(check => check.outcome === 'failed')) return false
  return checks.every(check => check.outcome === 'passed') ? true : null
}
