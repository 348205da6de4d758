import { OB_3, VC_2 } from './contexts'
import { publishedMethods, type IssuerKey } from './did'
import { present, type JsonObject } from './json'

/** Says what a key and its use are. */
const CID_1 = 'https://www.w3.org/ns/cid/v1'

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

/** The profile by itself, with the keys that speak for it. */
export function profileDocument(issuer: IssuerFacts, keys: IssuerKey[]): JsonObject {
  return { '@context': [VC_2, OB_3, CID_1], ...issuerProfile(issuer), ...publishedMethods(issuer.id, keys) }
}
