import { costOf, newAllowance, type Allowance } from './allowance'
import { checkAssociations } from './association-check'
import { checkBecause, type Because } from './because-check'
import { unpack } from './carrier'
import { failed, passed, unknown, verdict, type Check } from './check'
import { issuerIdOf } from './data-model'
import { checkFormat, checkSchema, kindOf } from './format-check'
import { findExcess, innerCredentials } from './inner-credentials'
import { checkIssuer } from './issuer-check'
import { hasType, isObject, objectsIn, textOr, type JsonObject } from './json'
import { enveloped, isJwt, readJwt, type Jwt } from './jwt'
import { checkJwt } from './jwt-check'
import { frugal, type Lookups } from './lookups'
import { isAssertion, publishedAt, summariseAssertion } from './open-badge-2'
import { checkAssertion } from './open-badge-2-check'
import { checkPrinted } from './printed-check'
import { proofsOf } from './proof'
import { checkProofs, type Signature } from './proof-check'
import { checkStatus } from './status-check'
import { readJson, type Unreadable } from './strict-json'
import { summarise, type Summary } from './summary'
import { inTurns } from './turns'
import { checkValidity } from './validity-check'

export interface Verification {
  /** True: all passed. False: something failed. Null: nothing failed, something could not be found out. */
  valid: boolean | null
  checks: Check[]
  credential: Summary | null
  /** Each credential inside, judged on its own; what is wrong with one says nothing of the others. */
  inner: Verification[]
}

export interface VerificationOptions {
  now: Date
  lookups: Lookups
  because?: Because
  /** However much there is to check: who asks waits, and nobody else. */
  isPatient?: boolean
}

/** A credential as it came: in a token, or with its proofs inside. */
interface Received {
  document: JsonObject
  jwt?: Jwt
}

/** A text, or the bytes of a file that carries one. */
export async function verifyCredential(
  content: string | Uint8Array,
  options: VerificationOptions,
): Promise<Verification> {
  const lookups = frugal(options.lookups)
  const received = await receive(content, lookups)
  if (!('document' in received)) return conclude([received.check], null)
  const excess = findExcess(received.document)
  if (excess) return conclude([unreadable(excess)], null)
  const allowance = newAllowance(options.isPatient ? Infinity : undefined)
  const verification = await verifyReceived(received, { ...options, lookups, allowance, known: new Map() })
  const printed = checkPrinted(content, received.document)
  const checks = [...verification.checks, ...(printed ? [printed] : [])]
  // The page is no part of what was signed: only a page that says otherwise counts.
  const counted = printed?.outcome === 'failed' ? checks : verification.checks
  return { ...verification, valid: verdict(counted), checks }
}

/** What the credentials of one document share. */
interface Round extends VerificationOptions {
  allowance: Allowance
  /** By its text: an endorsement may stand in several. */
  known: Map<string, Promise<Verification>>
}

async function verifyReceived(received: Received, round: Round): Promise<Verification> {
  const { document } = received
  if (isAssertion(document)) return verifyAssertion(received, round)
  const format = checkFormat(document)
  if (format.outcome === 'failed') return conclude([format], document)
  const { now, lookups, because, allowance } = round
  const inside = () => verifyInside(document, round)
  const cost = costOf(document, received.jwt)
  const isSmall = allowance.takeNow(cost)
  const before = isSmall ? null : await inside()
  const isAllowed = isSmall || (await allowance.take(cost))
  if (!isAllowed) return conclude([format, TOO_LARGE], document, before ?? [])
  const { proofs, issuer, signatures } = await checkSigned(received, cost, round)
  const [status, inner] = await Promise.all([checkStatus({ document, signatures, now, lookups }), before ?? inside()])
  const checks = [format, checkSchema(document), ...proofs, issuer, checkValidity(document, now), status]
  const associations = checkAssociations(document)
  if (associations) checks.push(associations)
  if (because) checks.push(checkBecause(document, because))
  return conclude(checks, document, inner)
}

const TOO_LARGE = unknown('proof', { code: 'proof.too-large' })

interface Signed {
  proofs: Check[]
  issuer: Check
  signatures: Signature[]
}

async function checkSigned({ document, jwt }: Received, cost: number, { now, lookups, allowance }: Round): Promise<Signed> {
  let earnedBy: string | null = null
  try {
    const checking = jwt ? checkJwt(jwt, now, lookups) : checkProofs(document, now, lookups)
    const { checks: proofs, signatures } = await checking
    const issuer = await checkIssuer({ document, issuerId: issuerIdOf(document) ?? '', signatures }, lookups)
    const isKnown = issuer.detail.code === 'issuer.published' && issuer.outcome === 'passed'
    if (isKnown && proofs[0]?.outcome === 'passed') earnedBy = jwt ? jwt.text : textOr(proofsOf(document)[0]?.proofValue, '')
    return { proofs, issuer, signatures }
  } finally {
    allowance.settle(cost, earnedBy)
  }
}

async function verifyAssertion(
  { document, jwt }: Received,
  { now, lookups }: VerificationOptions,
): Promise<Verification> {
  const { checks, about } = await checkAssertion(document, jwt, now, lookups)
  return { valid: verdict(checks), checks, credential: summariseAssertion(document, about), inner: [] }
}

function verifyInside(document: JsonObject, round: Round): Promise<Verification[]> {
  const members = innerCredentials(document)
  const named = members.length > 0 ? endorsable(document) : new Set<string>()
  return inTurns(members, inner => verifyInner(inner, round, named))
}

async function verifyInner(inner: JsonObject | string, round: Round, named: ReadonlySet<string>): Promise<Verification> {
  const received = typeof inner === 'string' ? receiveJwt(inner) : unwrap(inner)
  if (!('document' in received)) return conclude([received.check], null)
  if (round.allowance.isSpent()) return conclude([TOO_LARGE], received.document)
  const text = typeof inner === 'string' ? inner : JSON.stringify(inner)
  const { because: _, ...others } = round
  const verifying = round.known.get(text) ?? verifyReceived(received, others)
  round.known.set(text, verifying)
  const verification = await verifying
  const isRead = verification.checks[0]?.outcome !== 'failed'
  if (!isRead || kindOf(received.document) !== 'endorsement') return verification
  const checks = [...verification.checks, checkSubject(received.document, named)]
  return { ...verification, valid: verdict(checks), checks }
}

async function receive(content: string | Uint8Array, lookups: Lookups): Promise<Received | { check: Check }> {
  const carried = typeof content === 'string' ? { text: content } : unpack(content)
  if ('unreadable' in carried) return { check: unreadable(carried.unreadable) }
  const { text } = carried
  if (/^https?:\/\/\S{1,2000}$/.test(text)) return receiveFrom(text, lookups)
  if (isJwt(text)) return receiveJwt(text)
  const read = readJson(text)
  return 'document' in read ? unwrap(read.document) : { check: unreadable(read.unreadable) }
}

/** Open Badges 2.0 may carry no more than where the badge is kept. */
async function receiveFrom(address: string, lookups: Lookups): Promise<Received | { check: Check }> {
  const kept = await publishedAt(address, lookups)
  return kept ? { document: kept } : { check: unknown('format', { code: 'format.kept-elsewhere', address }) }
}

/** A credential in an envelope is what is in it: the envelope itself nobody signed. */
function unwrap(document: JsonObject): Received | { check: Check } {
  const envelope = enveloped(document)
  if (!envelope) return { document }
  if (envelope.text === null) return { check: unknown('format', { code: 'format.envelope' }) }
  return receiveJwt(envelope.text)
}

function receiveJwt(text: string): Received | { check: Check } {
  const read = isJwt(text) ? readJwt(text) : { unreadable: 'not-json' as const }
  return 'document' in read ? { document: read.document, jwt: read } : { check: unreadable(read.unreadable) }
}

function conclude(checks: Check[], document: JsonObject | null, inner: Verification[] = []): Verification {
  return { valid: verdict(checks), checks, credential: document && summarise(document), inner }
}

function unreadable(why: Unreadable): Check {
  return failed('format', { code: 'format.unreadable', why })
}

function checkSubject(endorsement: JsonObject, named: ReadonlySet<string>): Check {
  const subject = isObject(endorsement.credentialSubject) ? textOr(endorsement.credentialSubject.id, '') : ''
  return named.has(subject) ? passed('subject', { code: 'subject.here' }) : failed('subject', { code: 'subject.elsewhere', subject })
}

/** The names of all that stands in it, but for those that only an endorsement has for what it is about. */
function endorsable(document: JsonObject): Set<string> {
  const named = new Set<string>()
  for (const { object } of objectsIn(document)) {
    if (typeof object.id === 'string' && !hasType(object, 'EndorsementSubject')) named.add(object.id)
  }
  return named
}
