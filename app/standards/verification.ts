import { checkBecause, type Because } from './because-check'
import { failed, passed, unknown, verdict, type Check } from './check'
import { issuerIdOf } from './data-model'
import { checkFormat, checkSchema, kindOf } from './format-check'
import { findExcess, innerCredentials } from './inner-credentials'
import { checkIssuer } from './issuer-check'
import { isObject, objectsIn, textOr, type JsonObject } from './json'
import { frugal, type Lookups } from './lookups'
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

export async function verifyCredential(text: string, options: VerificationOptions): Promise<Verification> {
  if (isJwt(text)) return verifyJwt(text)
  const read = readJson(text)
  if (!('document' in read)) return unreadable(read.unreadable)
  const excess = findExcess(read.document)
  if (excess) return unreadable(excess)
  return verifyDocument(read.document, { ...options, lookups: frugal(options.lookups) })
}

async function verifyDocument(
  document: JsonObject,
  options: VerificationOptions,
  outer?: JsonObject,
): Promise<Verification> {
  const format = checkFormat(document)
  if (format.outcome === 'failed') return conclude([format], document)
  const { now, lookups, because } = options
  const issuerId = issuerIdOf(document) ?? ''
  const { checks: proofs, signatures } = await checkProofs(document, now, lookups)
  const [issuer, status, inner] = await Promise.all([
    checkIssuer({ document, issuerId, signatures }, lookups),
    checkStatus({ document, signatures, now, lookups }),
    inTurns(innerCredentials(document), inner => verifyInner(inner, { now, lookups }, document)),
  ])
  const checks = [format, checkSchema(document), ...proofs, issuer, checkValidity(document, now), status]
  if (because) checks.push(checkBecause(document, because))
  if (outer && kindOf(document) === 'endorsement') checks.push(checkSubject(document, outer))
  return conclude(checks, document, inner)
}

function conclude(checks: Check[], document: JsonObject | null, inner: Verification[] = []): Verification {
  return { valid: verdict(checks), checks, credential: document && summarise(document), inner }
}

function isJwt(text: string): boolean {
  return /^\s*[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(text)
}

async function verifyInner(inner: JsonObject | string, options: VerificationOptions, outer: JsonObject) {
  return typeof inner === 'string' ? verifyJwt(inner) : verifyDocument(inner, options, outer)
}

function verifyJwt(text: string): Verification {
  return isJwt(text) ? conclude([unknown('format', { code: 'format.jwt' })], null) : unreadable('not-json')
}

function unreadable(why: Unreadable): Verification {
  return conclude([failed('format', { code: 'format.unreadable', why })], null)
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
