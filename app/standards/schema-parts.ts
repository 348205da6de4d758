import { z } from 'zod'
import { readMoment } from './moment'

/** A string, or one for each language: OB 3.0 allows either nearly everywhere. */
export const text = inLanguages(z.string())
export const moment = z.string().refine(value => readMoment(value) !== null)
export const language = inLanguages(z.string().regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/))

function inLanguages<T extends z.ZodType>(one: T) {
  return z.union([one, z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), one)])
}

export function listOf<T extends z.ZodType>(one: T) {
  return z.union([one, z.array(one)])
}

export function typed(...names: string[]) {
  const named = z.enum(names)
  return z.union([named, z.array(text).refine(types => types.some(type => named.safeParse(type).success))])
}

/** A closed list of words that anyone may add to with `ext:`. */
export function extensible(words: string) {
  return z.union([z.enum(words.trim().split(/\s+/)), z.string().regex(/^ext:[\w.|-]+$/)])
}

export const Context = z.union([text, z.looseObject({})])
export const Image = z.strictObject({ id: text, type: z.literal('Image'), caption: text.optional() })
export const Named = z.looseObject({ id: text, type: text })
export const TermsOfUse = z.looseObject({ id: text.optional(), type: text })
export const Status = z.looseObject({ id: text.optional(), type: text })

export const Proof = z.looseObject({
  type: text,
  created: moment.optional(),
  cryptosuite: text.optional(),
  challenge: text.optional(),
  domain: text.optional(),
  nonce: text.optional(),
  proofPurpose: text.optional(),
  proofValue: text.optional(),
  verificationMethod: text.optional(),
})

export const Evidence = z.looseObject({
  id: text.optional(),
  type: typed('Evidence'),
  narrative: text.optional(),
  name: text.optional(),
  description: text.optional(),
  genre: text.optional(),
  audience: text.optional(),
})

const identifierType = extensible(`
    name sourcedId systemId productId userName accountId emailAddress nationalIdentityNumber isbn
    issn lisSourcedId oneRosterSourcedId sisSourcedId ltiContextId ltiDeploymentId ltiToolId
    ltiPlatformId ltiUserId identifier
  `)

export const IdentifierEntry = z.strictObject({
  type: z.literal('IdentifierEntry'),
  identifier: text,
  identifierType,
})

export const IdentityObject = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.boolean(),
  identityHash: text,
  identityType: identifierType,
  salt: text.optional(),
})

export const Alignment = z.looseObject({
  type: typed('Alignment'),
  targetCode: text.optional(),
  targetDescription: text.optional(),
  targetName: text,
  targetFramework: text.optional(),
  targetType: extensible(`
    ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel
    CTDL
  `).optional(),
  targetUrl: text,
})
