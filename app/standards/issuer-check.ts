import { failed, first, passed, unknown, type Check } from './check'
import { issuerUrl } from './did'
import type { JsonObject } from './json'
import type { Lookups } from './lookups'
import { keyOfDidJwk } from './method-key'
import type { Signature } from './proof-check'

interface Claim {
  document: JsonObject
  issuerId: string
  signatures: Signature[]
}

/** Whether the keys that signed are the issuer's: by what it publishes, not by what the document says. */
export async function checkIssuer(claim: Claim, lookups: Lookups): Promise<Check> {
  const checks = await Promise.all(claim.signatures.map(signature => checkKey(claim, signature, lookups)))
  return first(checks, ['passed', 'failed', 'unknown']) ?? unknown('issuer', { code: 'issuer.unproven' })
}

async function checkKey(claim: Claim, signature: Signature, lookups: Lookups): Promise<Check> {
  const { issuerId: issuer } = claim
  if (keyIn(issuer) === signature.publicKeyMultibase) {
    return passed('issuer', { code: 'issuer.is-the-key' })
  }
  const keys = await lookups.issuerKeys(issuer)
  const silent = issuerUrl(issuer) ? 'issuer.unreachable' : 'issuer.nowhere'
  if (!keys) return unknown('issuer', { code: silent, issuer })
  if (keys.length === 0) return unknown('issuer', { code: 'issuer.no-keys', issuer })
  const key = keys.find(key => key.publicKeyMultibase === signature.publicKeyMultibase)
  if (!key) return failed('issuer', { code: 'issuer.not-published', issuer })
  if (key.compromisedSince) return checkCompromised(claim, signature, key.compromisedSince, lookups)
  return passed('issuer', { code: 'issuer.published', issuer })
}

/** The key that is the issuer's name, where it has no other. */
function keyIn(issuer: string): string | null {
  const [name = ''] = issuer.split('#')
  return name.startsWith('did:key:') ? name.slice('did:key:'.length) : keyOfDidJwk(name)
}

/** A thief can write any date into a proof: an earlier one counts only where the issuer's records say so. */
async function checkCompromised(
  { document, issuerId }: Claim,
  { created }: Signature,
  compromisedSince: Date,
  lookups: Lookups,
): Promise<Check> {
  const since = compromisedSince.toISOString()
  if (!created || created >= compromisedSince) return failed('issuer', { code: 'issuer.compromised', since })
  const isOnRecord = (await lookups.isOnRecord?.(document)) ?? null
  if (isOnRecord === null) return unknown('issuer', { code: 'issuer.compromised-later', since })
  if (!isOnRecord) return failed('issuer', { code: 'issuer.compromised', since })
  return passed('issuer', { code: 'issuer.published', issuer: issuerId })
}
