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
  const text = await question.lookups.statusList(list)
  if (text === null) return unknown('status', { code: 'status.unreachable', list })
  const read = isJwt(text) ? readJwt(text) : readJson(text)
  if (!('document' in read)) return unknown('status', { code: 'status.unreadable', list })
  return (await findFault(read, list, question)) ?? readEntry(read.document, list, entry)
}

/** Why this list can't be believed, or null. */
async function findFault(received: Jwt | { document: JsonObject }, list: string, question: StatusQuestion) {
  const { document: credential } = received
  const { document, now } = question
  const isList = hasType(credential, 'BitstringStatusListCredential')
  if (!isList) return unknown('status', { code: 'status.unreadable', list })
  const isOfIssuer = issuerIdOf(credential) === issuerIdOf(document)
  if (!isOfIssuer) return unknown('status', { code: 'status.other-issuer', list })
  if (!(await isTrusted(received, question))) return unknown('status', { code: 'status.untrusted', list })
  const [from, until] = [readMoment(credential.validFrom), readMoment(credential.validUntil)]
  const isOfNow = (!from || from <= now) && (!until || until >= now)
  if (isOfNow) return null
  return unknown('status', { code: 'status.out-of-date', list, until: (until ?? now).toISOString() })
}

async function isTrusted(received: Jwt | { document: JsonObject }, { signatures, now, lookups }: StatusQuestion) {
  const { document: credential } = received
  const issuerId = issuerIdOf(credential)
  const checking = 'header' in received ? checkJwt(received, now, lookups) : checkProofs(credential, now, lookups)
  const { checks, signatures: ofList } = await checking
  if (!issuerId || checks[0]?.outcome !== 'passed') return false
  const issuer = await checkIssuer({ document: credential, issuerId, signatures: ofList }, lookups)
  return issuer.outcome === 'passed' || (issuer.outcome === 'unknown' && isSameKey(ofList, signatures))
}

/** Where the issuer can't be looked up, the list is as good as the credential if one key signed both. */
function isSameKey(list: Signature[], credential: Signature[]): boolean {
  return list.some(one => credential.some(other => one.publicKeyMultibase === other.publicKeyMultibase))
}

function readEntry(credential: JsonObject, list: string, entry: JsonObject): Check {
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {}
  const purpose = textOr(entry.statusPurpose, '')
  const bit = bitOf(textOr(subject.encodedList, ''), Number(entry.statusListIndex))
  if (bit === null || !asList(subject.statusPurpose).includes(purpose)) {
    return unknown('status', { code: 'status.unreadable', list })
  }
  if (bit) return failed('status', { code: purpose === 'revocation' ? 'status.revoked' : 'status.suspended' })
  // A list under another name may be an older or a wrong one: it can't say that all is well.
  if (credential.id !== list) return unknown('status', { code: 'status.unreadable', list })
  return passed('status', { code: 'status.good' })
}

function bitOf(encodedList: string, index: number): boolean | null {
  try {
    return readBit(decodeBits(encodedList), index)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
