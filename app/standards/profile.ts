import { OB_3, VC_2 } from './contexts'
import { present, type JsonObject } from './json'

export interface IssuerFacts {
  /** The DID. It stands in every credential for ever. */
  id: string
  name: string
  url: string
  email?: string
  description?: string
  /** ISO 3166-1, two letters. */
  countryCode?: string
}

/** OB 3.0 Profile, as it stands inside a credential. */
export function issuerProfile(issuer: IssuerFacts): JsonObject {
  return present({
    id: issuer.id,
    type: ['Profile'],
    name: issuer.name,
    url: issuer.url,
    email: issuer.email,
    description: issuer.description,
    address: issuer.countryCode ? { type: ['Address'], addressCountryCode: issuer.countryCode } : undefined,
  })
}

export function profileDocument(issuer: IssuerFacts): JsonObject {
  return { '@context': [VC_2, OB_3], ...issuerProfile(issuer) }
}
