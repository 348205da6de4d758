import { checkAssociations } from './association-check'
import { checkBecause, type Because } from './because-check'
import { unpack } from './carrier'
import { failed, passed, unknown, verdict, type Check } from './check'
import { issuerIdOf } from './data-model'
import { checkFormat, checkSchema, kindOf } from './format-check'
import { findExcess, innerCredentials } from './inner-credentials'
import { checkIssuer } from './issuer-check'
import { isObject, objectsIn, textOr, type JsonObject } from './json'
import { enveloped, isJwt, readJwt, type Jwt } from './jwt'
import { checkJwt } from './jwt-check'
import { frugal, type Lookups } from './lookups'
import { isAssertion, publishedAt, summariseAssertion } from './open-badge-2'
import { checkAssertion } from './open-badge-2-check'
import { checkProofs } from './proof-check'
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
  return verifyReceived(received, { ...options, lookups })
}

async function verifyReceived(
  { document, jwt }: Received,
  options: VerificationOptions,
  outer?: JsonObject,
): Promise<Verification> {
  if (isAssertion(document)) return verifyAssertion({ document, jwt }, options)
  const format = checkFormat(document)
  if (format.outcome === 'failed') return conclude([format], document)
  const { now, lookups, because } = options
  const issuerId = issuerIdOf(document) ?? ''
  const checking = jwt ? checkJwt(jwt, now, lookups) : checkProofs(document, now, lookups)
  const { checks: proofs, signatures } = await checking
  const [issuer, status, inner] = await Promise.all([
    checkIssuer({ document, issuerId, signatures }, lookups),
    checkStatus({ document, signatures, now, lookups }),
    inTurns(innerCredentials(document), inner => verifyInner(inner, { now, lookups }, document)),
  ])
  const checks = [format, checkSchema(document), ...proofs, issuer, checkValidity(document, now), status]
  const associations = checkAssociations(document)
  if (associations) checks.push(associations)
  if (because) checks.push(checkBecause(document, because))
  if (outer && kindOf(document) === 'endorsement') checks.push(checkSubject(document, outer))
  return conclude(checks, document, inner)
}

async function verifyAssertion(
  { document, jwt }: Received,
  { now, lookups }: VerificationOptions,
): Promise<Verification> {
  const { checks, about } = await checkAssertion(document, jwt, now, lookups)
  return { valid: verdict(checks), checks, credential: summariseAssertion(document, about), inner: [] }
}

async function verifyInner(inner: JsonObject | string, options: VerificationOptions, outer: JsonObject) {
  const received = typeof inner === 'string' ? receiveJwt(inner) : unwrap(inner)
  return 'document' in received ? verifyReceived(received, options, outer) : conclude([received.check], null)
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

function checkSubject(endorsement: JsonObject, outer: JsonObject): Check {
  const subject = isObject(endorsement.credentialSubject) ? textOr(endorsement.credentialSubject.id, '') : ''
  for (const { object } of objectsIn(outer)) {
    if (object.id === subject && object !== endorsement.credentialSubject) {
      return passed('subject', { code: 'subject.here' })
    }
  }
  return failed('subject', { code: 'subject.elsewhere', subject })
}
