import { z } from 'zod'
import {
  Context,
  Evidence,
  IdentifierEntry,
  Image,
  Named,
  Proof,
  Status,
  TermsOfUse,
  listOf,
  moment,
  text,
  typed,
} from './schema-parts'

export const CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/

export const common = {
  '@context': z
    .tuple([z.literal('https://www.w3.org/ns/credentials/v2'), z.string().regex(CONTEXT)])
    .rest(Context),
  id: text,
  description: text.optional(),
  awardedDate: moment.optional(),
  validFrom: moment,
  validUntil: moment.optional(),
  proof: listOf(Proof).optional(),
  credentialSchema: listOf(Named).optional(),
  credentialStatus: Status.optional(),
  refreshService: Named.optional(),
  termsOfUse: listOf(TermsOfUse).optional(),
  evidence: listOf(Evidence).optional(),
}

const Address = z.looseObject({
  type: typed('Address'),
  addressCountry: text.optional(),
  addressCountryCode: text.optional(),
  addressRegion: text.optional(),
  addressLocality: text.optional(),
  streetAddress: text.optional(),
  postOfficeBoxNumber: text.optional(),
  postalCode: text.optional(),
  geo: z
    .looseObject({ type: z.literal('GeoCoordinates'), latitude: z.number(), longitude: z.number() })
    .optional(),
})

export const Profile = z.looseObject({
  id: text,
  type: typed('Profile'),
  name: text.optional(),
  url: text.optional(),
  phone: text.optional(),
  description: text.optional(),
  get endorsement() {
    return listOf(EndorsementCredential).optional()
  },
  image: Image.optional(),
  email: text.optional(),
  address: Address.optional(),
  otherIdentifier: listOf(IdentifierEntry).optional(),
  official: text.optional(),
  get parentOrg() {
    return Profile.optional()
  },
  familyName: text.optional(),
  givenName: text.optional(),
  additionalName: text.optional(),
  patronymicName: text.optional(),
  honorificPrefix: text.optional(),
  honorificSuffix: text.optional(),
  familyNamePrefix: text.optional(),
  dateOfBirth: z.iso.date().optional(),
})

export const EndorsementCredential = z.looseObject({
  ...common,
  type: z.array(text).refine(has('VerifiableCredential')).refine(has('EndorsementCredential')),
  name: text,
  get issuer() {
    return z.union([z.string(), Profile])
  },
  credentialSubject: z.looseObject({
    id: text,
    type: typed('EndorsementSubject'),
    endorsementComment: text.optional(),
  }),
})

export function has(...names: string[]) {
  return (types: unknown[]) => types.some(type => typeof type === 'string' && names.includes(type))
}
