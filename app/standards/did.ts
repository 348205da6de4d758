import { MULTIKEY_1 } from './contexts'
import { asList, isObject, present, textOr, type Json, type JsonObject } from './json'
import { moment, readMoment } from './moment'
import { jwkOf, keyOfMethod } from './multikey'
import { verificationMethodOf } from './proof'

export interface IssuerKey {
  publicKeyMultibase: string
  /** Someone else may have signed with it from then on. */
  compromisedSince?: Date
}

const JWK_1 = 'https://w3id.org/security/jwk/v1'
const DID_1 = 'https://www.w3.org/ns/did/v1'

/** `did:web:host%3A3000:issuers:slug` for `http://host:3000`. Stands in credentials for ever. */
export function didWeb(publicUrl: string, ...path: string[]): string {
  const { host, pathname } = new URL(publicUrl)
  const segments = [...pathname.split('/').filter(Boolean), ...path].map(encodeURIComponent)
  return ['did:web', host.replace(':', '%3A'), ...segments].join(':')
}

const HOST = /^[a-z\d.-]+(%3A\d{1,5})?$/i
const SEGMENT = /^(?!\.{0,2}$)[\w.~%-]+$/

/** Where an issuer publishes its keys: a DID document, or the profile at its https id. Null: nowhere. */
export function issuerUrl(issuerId: string): string | null {
  if (issuerId.startsWith('https://') && URL.canParse(issuerId)) return issuerId
  const [scheme, method, host = '', ...path] = issuerId.split(':')
  if (scheme !== 'did' || method !== 'web') return null
  if (!HOST.test(host) || !path.every(segment => SEGMENT.test(segment))) return null
  const place = path.length > 0 ? `${path.join('/')}/did.json` : '.well-known/did.json'
  return `https://${host.replace(/%3A/i, ':')}/${place}`
}

/** The DID document with every key there ever was, so that old credentials verify for ever. */
export function didDocument(id: string, keys: IssuerKey[]): JsonObject {
  return { '@context': [DID_1, MULTIKEY_1, ...(keys.some(isForTokens) ? [JWK_1] : [])], id, ...publishedMethods(id, keys) }
}

/**
 * The keys as a DID document or a profile lists them. A compromised one stays listed with its date, but no
 * longer speaks for the issuer to verifiers that look no further.
 */
export function publishedMethods(id: string, keys: IssuerKey[]): JsonObject {
  const trusted = keys.filter(key => !key.compromisedSince)
  return {
    verificationMethod: keys.map(key => verificationMethod(id, key)),
    assertionMethod: trusted.map(key => verificationMethodOf(id, key.publicKeyMultibase)),
  }
}

function verificationMethod(id: string, key: IssuerKey): JsonObject {
  const { publicKeyMultibase, compromisedSince } = key
  // CID 1.0 §2.2: one form of a key in a method. Whoever reads tokens looks for a JWK.
  const material = isForTokens(key)
    ? { type: 'JsonWebKey', controller: id, publicKeyJwk: jwkOf(publicKeyMultibase) }
    : { type: 'Multikey', controller: id, publicKeyMultibase }
  return present({
    id: verificationMethodOf(id, publicKeyMultibase),
    ...material,
    revoked: compromisedSince && moment(compromisedSince),
  })
}

/** P-256, by what its multicodec number begins with in base58. */
function isForTokens({ publicKeyMultibase }: IssuerKey): boolean {
  return publicKeyMultibase.startsWith('zDn')
}

export interface PublishedKey extends IssuerKey {
  id: string
}

/** The keys an issuer's own document lets it sign with; null when it is someone else's document. */
export function keysOf(document: JsonObject, issuerId: string): PublishedKey[] | null {
  if (document.id !== issuerId) return null
  const assertions = asList(document.assertionMethod).map(method => absolute(method, issuerId))
  const listed = [...asList(document.verificationMethod), ...assertions]
    .filter(isObject)
    .map(method => ({ ...method, id: absolute(method.id ?? null, issuerId) }))
  const named = new Set(assertions.map(method => (isObject(method) ? absolute(method.id ?? null, issuerId) : method)))
  return listed.flatMap(method => publishedKey(method, issuerId, named))
}

/** DID Core §3.2.2: within its own document a key may be called by its fragment alone. */
function absolute(name: Json, issuerId: string): Json {
  return typeof name === 'string' && name.startsWith('#') ? issuerId + name : name
}

function publishedKey(method: JsonObject, issuerId: string, named: Set<Json | undefined>): PublishedKey[] {
  const { id } = method
  const compromisedSince = readMoment(method.revoked) ?? undefined
  const publicKeyMultibase = keyOfMethod(method)
  if (typeof id !== 'string' || publicKeyMultibase === null) return []
  if (textOr(method.controller, issuerId) !== issuerId || !(named.has(id) || compromisedSince)) return []
  return [compromisedSince ? { id, publicKeyMultibase, compromisedSince } : { id, publicKeyMultibase }]
}
