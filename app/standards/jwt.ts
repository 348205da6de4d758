import { VC_1 } from './contexts'
import { asList, hasType, isObject, textOr, type Json, type JsonObject } from './json'
import { moment, readMoment } from './moment'
import { readJson, type Unreadable } from './strict-json'

/** A credential in compact form: what was signed, in the words of a credential, and the text that was. */
export interface Jwt {
  text: string
  header: JsonObject
  payload: JsonObject
  document: JsonObject
}

/** As much as base64url makes of the longest JSON that is read. */
const LONGEST = 11_000_000

export function isJwt(text: string): boolean {
  return /^\s*[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(text)
}

export function readJwt(compact: string): Jwt | { unreadable: Unreadable } {
  if (compact.length > LONGEST) return { unreadable: 'too-long' }
  const text = compact.trim()
  const [header, payload] = text.split('.').slice(0, 2).map(part => readJson(decoded(part)))
  for (const part of [header, payload]) if (!part || 'unreadable' in part) return part ?? { unreadable: 'not-json' }
  if (!header || !payload || !('document' in header) || !('document' in payload)) return { unreadable: 'not-json' }
  return { text, header: header.document, payload: payload.document, document: credentialIn(payload.document) }
}

const ENVELOPE = /^data:application\/(?:vc\+(?:ld\+json\+)?)?jwt,([\w-]+\.[\w-]+\.[\w-]*)$/

/** The text in an EnvelopedVerifiableCredential (VC 2.0 §4.13); null where it is in a form not read here. */
export function enveloped(document: JsonObject): { text: string | null } | null {
  if (!hasType(document, 'EnvelopedVerifiableCredential')) return null
  return { text: ENVELOPE.exec(textOr(document.id, ''))?.[1] ?? null }
}

/** The claim that says another thing than the credential does, or null. Two readers must not read two credentials. */
export function disagreement({ payload, document }: Jwt): string | null {
  const { iss, sub, jti, nbf, exp } = payload
  const { issuer, credentialSubject, id, validFrom, issuanceDate, validUntil, expirationDate } = document
  const [subject, ...others] = asList(credentialSubject).filter(isObject)
  const subjectId = others.length > 0 ? undefined : subject?.id
  const claims: [string, Json | undefined, Json | undefined][] = [
    ['iss', iss, isObject(issuer) ? issuer.id : issuer],
    ['sub', sub, subjectId],
    ['jti', jti, id],
    ['nbf', nbf, secondsOf(issuanceDate ?? validFrom)],
    ['exp', exp, secondsOf(expirationDate ?? validUntil)],
  ]
  const isOther = (claim: Json | undefined, member: Json | undefined) =>
    claim !== undefined && member !== undefined && claim !== member
  const isOdd = ([name, claim]: [string, Json | undefined, Json | undefined]) =>
    claim !== undefined && typeof claim !== (name === 'nbf' || name === 'exp' ? 'number' : 'string')
  return claims.find(claim => isOdd(claim) || isOther(claim[1], claim[2]))?.[0] ?? null
}

const CLAIMS = ['iss', 'sub', 'aud', 'jti', 'nbf', 'exp', 'iat']

/** VC 1.1 §6.3.1: there the credential is one claim of the token, and may leave to the others what they say. */
function credentialIn(payload: JsonObject): JsonObject {
  const { vc } = payload
  if (!isObject(vc)) return Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.includes(name)))
  const { iss, sub, jti, nbf, exp } = payload
  const { credentialSubject: subject } = vc
  const isOlder = asList(vc['@context'])[0] === VC_1
  const said: [string, Json | undefined][] = [
    ['issuer', iss],
    ['id', jti],
    [isOlder ? 'issuanceDate' : 'validFrom', momentOf(nbf)],
    [isOlder ? 'expirationDate' : 'validUntil', momentOf(exp)],
    ['credentialSubject', isObject(subject) && sub !== undefined ? { id: sub, ...subject } : subject],
  ]
  const document = { ...vc }
  for (const [name, value] of said) {
    if (value !== undefined && (document[name] === undefined || name === 'credentialSubject')) document[name] = value
  }
  return document
}

function decoded(part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url'))
  } catch (error) {
    if (error instanceof TypeError) return ''
    throw error
  }
}

function secondsOf(value: Json | undefined): number | undefined {
  const date = readMoment(value)
  return date ? Math.floor(date.getTime() / 1000) : undefined
}

function momentOf(seconds: Json | undefined): string | undefined {
  const isDate = typeof seconds === 'number' && Math.abs(seconds) < 8.64e12
  return isDate ? moment(new Date(seconds * 1000)) : undefined
}
