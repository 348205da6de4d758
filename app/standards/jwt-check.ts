import { compactVerify, errors } from 'jose'
import { failed, passed, unknown, type Check, type Detail } from './check'
import { issuerIdOf } from './data-model'
import { isObject, textOr, type JsonObject } from './json'
import { disagreement, type Jwt } from './jwt'
import type { Lookups } from './lookups'
import { asMultibase, keyNamedBy } from './method-key'
import { isPrivate, kindOfKey, readPublicKey, type KeyKind } from './multikey'
import type { CheckedProofs } from './proof-check'

/** Open Badges 3.0 §8.2 wants RS256; others take two more. What a key is for, it says itself, not the token. */
const ALGORITHMS = new Map<string, KeyKind>([
  ['RS256', 'RSA'], ['ES256', 'P-256'], ['EdDSA', 'Ed25519'], ['Ed25519', 'Ed25519'],
])
const OTHERS = new Set(['RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES384', 'ES512', 'ES256K', 'Ed448'])
const TYPES = new Set(['jwt', 'vc+jwt', 'vc+ld+json+jwt', 'vc-ld+jwt', 'vc+ld+jwt'])

/** Whether the token was signed by the key it names, and says nothing else than the credential in it. */
export async function checkJwt(jwt: Jwt, now: Date, lookups: Lookups): Promise<CheckedProofs> {
  const { header, payload } = jwt
  const fault = headFault(header) ?? claimFault(jwt, now)
  if (fault) return alone(fault)
  const algorithm = textOr(header.alg, '')
  const named = await keysFor(jwt, lookups)
  if (named === null) return alone(unknown('proof', { code: 'proof.key-not-found', method: methodOf(jwt) }))
  const fitting = named.filter(key => kindOf(key) === ALGORITHMS.get(algorithm))
  if (fitting.length === 0) return failure({ code: 'proof.malformed', member: 'alg' })
  for (const publicKeyMultibase of fitting) {
    if (!(await isSignedBy(jwt, publicKeyMultibase))) continue
    const created = typeof payload.iat === 'number' ? new Date(payload.iat * 1000) : null
    const check = passed('proof', { code: 'proof.valid', count: 1 })
    return { checks: [check], signatures: [{ publicKeyMultibase, created }] }
  }
  return failure({ code: 'proof.changed' })
}

/** Why nobody should look at the signature, or null. */
export function headFault(header: JsonObject): Check | null {
  return algorithmFault(header) ?? headerFault(header)
}

function algorithmFault({ alg }: JsonObject): Check | null {
  const algorithm = textOr(alg, '')
  if (ALGORITHMS.has(algorithm)) return null
  if (OTHERS.has(algorithm)) return unknown('proof', { code: 'proof.other-suite', suite: algorithm })
  // `none`, a password's (HS256), or no algorithm at all: anybody could have written it.
  return failed('proof', { code: 'proof.no-such-suite', suite: algorithm })
}

/** RFC 7515 §4.1.11: what a reader must understand and does not, it refuses. Nothing of the kind is read here. */
function headerFault(header: JsonObject): Check | null {
  const { typ, jwk, kid, crit } = header
  if (crit !== undefined || 'b64' in header) return malformed('crit')
  const type = textOr(typ, '').toLowerCase().replace(/^application\//, '')
  if (typ !== undefined && !TYPES.has(type)) return malformed('typ')
  if (kid !== undefined && typeof kid !== 'string') return malformed('kid')
  if (jwk === undefined) return null
  if (!isObject(jwk)) return malformed('jwk')
  if (isPrivate(jwk)) return failed('proof', { code: 'proof.private-key' })
  return asMultibase(jwk) === null ? malformed('jwk') : null
}

function claimFault(jwt: Jwt, now: Date): Check | null {
  const { exp, nbf } = jwt.payload
  const claim = disagreement(jwt)
  if (claim) return failed('proof', { code: 'proof.claims-differ', claim })
  const { validUntil, expirationDate, validFrom, issuanceDate } = jwt.document
  const ends = validUntil ?? expirationDate
  const starts = validFrom ?? issuanceDate
  // Where the credential says it as well, its own check tells.
  if (typeof exp === 'number' && ends === undefined && exp * 1000 < now.getTime()) {
    return failed('proof', { code: 'proof.expired', expires: new Date(exp * 1000).toISOString() })
  }
  return typeof nbf === 'number' && starts === undefined && nbf * 1000 > now.getTime() ? malformed('nbf') : null
}

/** The key written into the token, the one it names, or all its issuer publishes. Null: nobody could be asked. */
async function keysFor({ header, document }: Jwt, lookups: Lookups): Promise<string[] | null> {
  const written = isObject(header.jwk) ? asMultibase(header.jwk) : null
  if (written) return [written]
  const issuer = issuerIdOf(document)
  if (typeof header.kid !== 'string') {
    const keys = issuer === null ? null : await lookups.issuerKeys(issuer)
    return keys && keys.map(key => key.publicKeyMultibase)
  }
  // VC-JOSE-COSE §4: a name that is no URL is the name of a key within the issuer's own document.
  const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(header.kid)
  const method = isAbsolute ? header.kid : `${issuer ?? ''}#${header.kid.replace(/^#/, '')}`
  const key = await keyNamedBy(method, lookups)
  return key === null ? null : [key]
}

/** Where its key was looked for. */
function methodOf({ header, document }: Jwt): string {
  return textOr(header.kid, issuerIdOf(document) ?? '')
}

function kindOf(publicKeyMultibase: string): KeyKind | null {
  const key = readPublicKey(publicKeyMultibase)
  return key && kindOfKey(key)
}

/** With the algorithm it names, if that is one for such a key. */
export async function isSignedBy({ text, header }: Jwt, publicKeyMultibase: string): Promise<boolean> {
  const algorithm = textOr(header.alg, '')
  const key = readPublicKey(publicKeyMultibase)
  if (!key || kindOfKey(key) !== ALGORITHMS.get(algorithm)) return false
  try {
    await compactVerify(text, key, { algorithms: [algorithm] })
    return true
  } catch (error) {
    if (error instanceof errors.JOSEError) return false
    throw error
  }
}

function malformed(member: string): Check {
  return failed('proof', { code: 'proof.malformed', member })
}

function failure(detail: Detail): CheckedProofs {
  return alone(failed('proof', detail))
}

function alone(check: Check): CheckedProofs {
  return { checks: [check], signatures: [] }
}
