import { createPublicKey } from 'node:crypto'
import { failed, passed, unknown, type Check } from './check'
import { asList, canonicalJson, isObject, present, textOr, type JsonObject } from './json'
import type { Jwt } from './jwt'
import { headFault, isSignedBy } from './jwt-check'
import type { Lookups } from './lookups'
import { publicKeyMultibase } from './multikey'
import { brokenMember, idOf, publishedAbout, publishedAt, type Published } from './open-badge-2'
import { checkValidity } from './validity-check'

interface Question {
  assertion: JsonObject
  jwt: Jwt | undefined
  about: Published
  lookups: Lookups
}

interface Checked {
  checks: Check[]
  about: Published
}

/** Open Badges 2.0, Verification: by asking where it is kept, or by a key that its issuer publishes. */
export async function checkAssertion(
  assertion: JsonObject, jwt: Jwt | undefined, now: Date, lookups: Lookups,
): Promise<Checked> {
  const member = brokenMember(assertion)
  const nothing = { badge: null, issuerId: '', issuer: null }
  if (member) return { checks: [failed('format', { code: 'format.model', member })], about: nothing }
  const about = await publishedAbout(assertion, lookups)
  const question = { assertion, jwt, about, lookups }
  const [proof, issuer, status] = jwt ? await checkSigned({ ...question, jwt }) : await checkHosted(question)
  const { issuedOn = null, expires } = assertion
  const dates = present({ validFrom: issuedOn, validUntil: expires })
  const format = passed('format', { code: 'format.open-badge-2' })
  return { checks: [format, proof, issuer, checkValidity(dates, now), status], about }
}

type Checks = [proof: Check, issuer: Check, status: Check]

const unproven = unknown('issuer', { code: 'issuer.unproven' })

async function checkHosted({ assertion, about, lookups }: Question): Promise<Checks> {
  const address = textOr(assertion.id, '')
  const kind = isObject(assertion.verification) ? asList(assertion.verification.type) : []
  if (!kind.includes('HostedBadge') && !kind.includes('hosted')) {
    const status = unknown('status', { code: 'status.other-method', method: kind.join(', ') })
    return [failed('proof', { code: 'proof.none' }), unproven, status]
  }
  const kept = await publishedAt(address, lookups)
  if (!kept) {
    const unasked = unknown('proof', { code: 'hosted.unreachable', address })
    return [unasked, unproven, unknown('status', { code: 'status.unreachable', list: address })]
  }
  if (kept.revoked === true) {
    const revoked = failed('status', { code: 'status.revoked' })
    return [passed('proof', { code: 'hosted.kept', address }), checkHost(address, about), revoked]
  }
  const differing = differingMember(assertion, kept)
  const proof = differing
    ? failed('proof', { code: 'hosted.differs', address, member: differing })
    : passed('proof', { code: 'hosted.kept', address })
  return [proof, checkHost(address, about), passed('status', { code: 'status.good' })]
}

/** What a badge says of whom, for what and when; how much of the rest is written out may differ. */
function differingMember(assertion: JsonObject, kept: JsonObject): string | null {
  const members = ['recipient', 'issuedOn', 'expires', 'evidence', 'narrative'] as const
  const told = (document: JsonObject, member: string) => canonicalJson(document[member] ?? null)
  if (idOf(assertion.badge) !== idOf(kept.badge)) return 'badge'
  return members.find(member => told(assertion, member) !== told(kept, member)) ?? null
}

/** An issuer answers for what is kept where it says; unless it says otherwise, on its own host. */
function checkHost(address: string, { issuerId, issuer }: Published): Check {
  if (!issuer) return silent(issuerId)
  const { allowedOrigins, startsWith } = isObject(issuer.verification) ? issuer.verification : {}
  const host = new URL(address).host
  const beginnings = asList(startsWith).filter(beginning => typeof beginning === 'string')
  const hosts = allowedOrigins === undefined ? [new URL(issuerId).host] : asList(allowedOrigins)
  const isAllowed = beginnings.length > 0
    ? beginnings.some(beginning => /^https?:\/\/[^/]+\//.test(beginning) && address.startsWith(beginning))
    : hosts.includes(host)
  if (!isAllowed) return failed('issuer', { code: 'issuer.not-there', issuer: issuerId, host })
  return passed('issuer', { code: 'issuer.keeps', issuer: issuerId, host })
}

async function checkSigned({ assertion, jwt, about, lookups }: Question & { jwt: Jwt }): Promise<Checks> {
  const status = await checkRevoked(assertion, about, lookups)
  const fault = headFault(jwt.header)
  if (fault) return [fault, unproven, status]
  const method = isObject(assertion.verification) ? textOr(assertion.verification.creator, '') : ''
  const keyDocument = await publishedAt(method, lookups)
  const key = keyDocument && keyIn(keyDocument)
  if (!key) return [unknown('proof', { code: 'proof.key-not-found', method }), unproven, status]
  const holds = await isSignedBy(jwt, key)
  if (!holds) return [failed('proof', { code: 'proof.changed' }), unproven, status]
  return [passed('proof', { code: 'proof.valid', count: 1 }), checkOwner(method, keyDocument, about), status]
}

function keyIn({ publicKeyPem }: JsonObject): string | null {
  try {
    return typeof publicKeyPem === 'string' ? publicKeyMultibase(createPublicKey(publicKeyPem)) : null
  } catch {
    return null // no key, or of a kind nobody signs with here
  }
}

function silent(issuer: string): Check {
  return unknown('issuer', { code: issuer ? 'issuer.unreachable' : 'issuer.nowhere', issuer })
}

/** The key says whose it is, and that one says that it is theirs. */
function checkOwner(method: string, { owner }: JsonObject, { issuerId: issuer, issuer: profile }: Published): Check {
  if (!profile) return silent(issuer)
  const isListed = asList(profile.publicKey).some(key => idOf(key) === method)
  if (!isListed || owner !== issuer) return failed('issuer', { code: 'issuer.not-published', issuer })
  return passed('issuer', { code: 'issuer.published', issuer })
}

async function checkRevoked(assertion: JsonObject, { issuer }: Published, lookups: Lookups): Promise<Check> {
  if (!issuer) return unknown('status', { code: 'status.unreachable', list: idOf(assertion.badge) })
  const list = idOf(issuer.revocationList)
  if (!list) return passed('status', { code: 'status.none' })
  const published = await publishedAt(list, lookups)
  if (!published) return unknown('status', { code: 'status.unreachable', list })
  if (idOf(published.issuer) !== issuer.id) return unknown('status', { code: 'status.other-issuer', list })
  if (!Array.isArray(published.revokedAssertions)) return unknown('status', { code: 'status.unreadable', list })
  const revoked = published.revokedAssertions
  const names = revoked.flatMap(one => (isObject(one) ? [one.id, one.uid] : [one]))
  const isRevoked = names.some(name => name !== undefined && (name === assertion.id || name === assertion.uid))
  return isRevoked ? failed('status', { code: 'status.revoked' }) : passed('status', { code: 'status.good' })
}
