import { sha256 } from './digest'
import type { JsonObject } from './json'

/** At least one of the three; OB 3.0 and CLR 2.0 need to know whom they are about. */
export interface RecipientFacts {
  did?: string
  email?: HashedAddress
  name?: string
}

export function identities({ did, email, name }: RecipientFacts): JsonObject[] {
  const identities = [...(email ? [hashedEmail(email)] : []), ...(name ? [plainName(name)] : [])]
  if (!did && identities.length === 0) throw new TypeError('A credential must say whom it is about.')
  return identities
}

export interface HashedAddress {
  /** As the person confirmed it; it is folded here. */
  address: string
  /** Random, one for each credential: else one guess would unlock them all. */
  salt: string
}

/** OB 3.0 IdentityObject that tells whoever knows the address that it is meant, and nobody else. */
export function hashedEmail({ address, salt }: HashedAddress): JsonObject {
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: identityHash(address, salt),
    identityType: 'emailAddress',
    salt,
  }
}

export function plainName(name: string): JsonObject {
  return { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }
}

export function isHashOf(address: string, identity: { identityHash: string; salt: string }): boolean {
  return identity.identityHash === identityHash(address, identity.salt)
}

function identityHash(address: string, salt: string): string {
  return `sha256$${sha256(address.trim().toLowerCase() + salt).toString('hex')}`
}
