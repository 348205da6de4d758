import { decodeBits, readBit } from './bitstring'
import { failed, first, passed, unknown, type Check } from './check'
import { issuerIdOf } from './data-model'
import { checkIssuer } from './issuer-check'
import { asList, hasType, isObject, textOr, type JsonObject } from './json'
import { isJwt, readJwt, type Jwt } from './jwt'
import { checkJwt } from './jwt-check'
import type { Lookups } from './lookups'
import { readMoment } from './moment'
import { checkProofs, type Signature } from './proof-check'
import { checkRevocationList, REVOCATION_LIST } from './revocation-list'
import { readJson } from './strict-json'

interface StatusQuestion {
  document: JsonObject
  signatures: Signature[]
  now: Date
  lookups: Lookups
}

export async function checkStatus(question: StatusQuestion): Promise<Check> {
  const entries = asList(question.document.credentialStatus).filter(isObject)
  const checks = await Promise.all(entries.map(entry => checkEntry(entry, question)))
  return first(checks, ['failed', 'unknown', 'passed']) ?? passed('status', { code: 'status.none' })
}

async function checkEntry(entry: JsonObject, question: StatusQuestion): Promise<Check> {
  if (hasType(entry, REVOCATION_LIST)) return checkRevocationList(entry, question.document, question.lookups)
  const { statusPurpose: purpose, statusSize = 1 } = entry
  const isReadHere = (purpose === 'revocation' || purpose === 'suspension') && statusSize === 1
  if (!hasType(entry, 'BitstringStatusListEntry') || !isReadHere) {
    return unknown('status', { code: 'status.other-method', method: asList(entry.type).join(', ') })
  }
  const list = String(entry.statusListCredential)
  const read = await readList(list, question)
  if (typeof read === 'string') return unknown('status', { code: read, list })
  return findFault(read, list, question) ?? readEntry(read, list, entry)
}

interface StatusList {
  credential: JsonObject
  /** What it is signed with, and what came of asking whose key that is; null where the signature does not hold. */
  proven: { signatures: Signature[]; issuer: Check } | null
  bits: Uint8Array | null
}

type Unread = 'status.unreachable' | 'status.unreadable'

const read = new WeakMap<Lookups, Map<string, Promise<StatusList | Unread>>>()

/** Once for all that stand in it: a record of hundreds names the same few lists. */
function readList(list: string, { now, lookups }: StatusQuestion): Promise<StatusList | Unread> {
  const known = read.get(lookups) ?? new Map<string, Promise<StatusList | Unread>>()
  read.set(lookups, known)
  const reading = known.get(list) ?? lookups.statusList(list).then(text => openList(text, now, lookups))
  known.set(list, reading)
  return reading
}

async function openList(text: string | null, now: Date, lookups: Lookups): Promise<StatusList | Unread> {
  if (text === null) return 'status.unreachable'
  const received = isJwt(text) ? readJwt(text) : readJson(text)
  if (!('document' in received) || !hasType(received.document, 'BitstringStatusListCredential')) return 'status.unreadable'
  const { document: credential } = received
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {}
  return { credential, proven: await proofOf(received, now, lookups), bits: bitsIn(textOr(subject.encodedList, '')) }
}

async function proofOf(received: Jwt | { document: JsonObject }, now: Date, lookups: Lookups): Promise<StatusList['proven']> {
  const { document } = received
  const issuerId = issuerIdOf(document)
  const checking = 'header' in received ? checkJwt(received, now, lookups) : checkProofs(document, now, lookups)
  const { checks, signatures } = await checking
  if (!issuerId || checks[0]?.outcome !== 'passed') return null
  return { signatures, issuer: await checkIssuer({ document, issuerId, signatures }, lookups) }
}

/** Why this list can't be believed, or null. */
function findFault({ credential, proven }: StatusList, list: string, { document, signatures, now }: StatusQuestion) {
  const isOfIssuer = issuerIdOf(credential) === issuerIdOf(document)
  if (!isOfIssuer) return unknown('status', { code: 'status.other-issuer', list })
  const { outcome } = proven?.issuer ?? { outcome: 'failed' }
  // Where the issuer can't be looked up, the list is as good as the credential if one key signed both.
  const isTrusted = outcome === 'passed' || (outcome === 'unknown' && isSameKey(proven?.signatures ?? [], signatures))
  if (!isTrusted) return unknown('status', { code: 'status.untrusted', list })
  const [from, until] = [readMoment(credential.validFrom), readMoment(credential.validUntil)]
  const isOfNow = (!from || from <= now) && (!until || until >= now)
  if (isOfNow) return null
  return unknown('status', { code: 'status.out-of-date', list, until: (until ?? now).toISOString() })
}

function isSameKey(list: Signature[], credential: Signature[]): boolean {
  return list.some(one => credential.some(other => one.publicKeyMultibase === other.publicKeyMultibase))
}

function readEntry({ credential, bits }: StatusList, list: string, entry: JsonObject): Check {
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {}
  const purpose = textOr(entry.statusPurpose, '')
  const bit = bits && bitAt(bits, Number(entry.statusListIndex))
  if (bit === null || !asList(subject.statusPurpose).includes(purpose)) {
    return unknown('status', { code: 'status.unreadable', list })
  }
  if (bit) return failed('status', { code: purpose === 'revocation' ? 'status.revoked' : 'status.suspended' })
  // A list under another name may be an older or a wrong one: it can't say that all is well.
  if (credential.id !== list) return unknown('status', { code: 'status.unreadable', list })
  return passed('status', { code: 'status.good' })
}

const bitsIn = (encodedList: string) => orNull(() => decodeBits(encodedList))
const bitAt = (bits: Uint8Array, index: number) => orNull(() => readBit(bits, index))

/** Null for a list that is none, or a place outside it. */
function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
