import { z } from 'zod'
import { Achievement } from './schema-achievement'
import { Context, IdentityObject, Image, listOf, text, typed } from './schema-parts'
import { common, CONTEXT, EndorsementCredential, has, Profile } from './schema-profile'

const VC_CONTEXT = z.literal('https://www.w3.org/ns/credentials/v2')
const CLR_CONTEXT = z.string().regex(/^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)*\.json$/)

const Association = z.strictObject({
  type: z.literal('Association'),
  associationType: z.enum([
    'exactMatchOf', 'isChildOf', 'isParentOf', 'isPartOf', 'isPeerOf', 'isRelatedTo', 'precedes', 'replacedBy',
  ]),
  sourceId: text,
  targetId: text,
})

/** Each is checked on its own; here only that it is one, or a token. */
const isCredential = has('VerifiableCredential', 'EnvelopedVerifiableCredential')
const Member = z.looseObject({ type: z.array(text).refine(isCredential) })

const ClrSubject = z.looseObject({
  id: text.optional(),
  type: typed('ClrSubject'),
  identifier: listOf(IdentityObject).optional(),
  achievement: listOf(Achievement).optional(),
  verifiableCredential: listOf(z.union([Member, z.string()])),
  association: listOf(Association).optional(),
})

export const ClrCredential = z.looseObject({
  ...common,
  '@context': z.tuple([VC_CONTEXT, CLR_CONTEXT, z.string().regex(CONTEXT)]).rest(Context),
  type: z.array(text).refine(has('VerifiableCredential')).refine(has('ClrCredential')),
  name: text,
  partial: z.boolean().optional(),
  image: Image.optional(),
  credentialSubject: ClrSubject,
  endorsement: listOf(EndorsementCredential).optional(),
  issuer: z.union([z.string(), Profile]),
})
