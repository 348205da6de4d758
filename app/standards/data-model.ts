import { VC_1, VC_2 } from './contexts'
import { asList, hasType, isObject, objectsIn, type Json, type JsonObject } from './json'
import { readMoment } from './moment'
import { isAsPublished } from './related-resource'

/** The first member that breaks a rule of VC Data Model 2.0 or 1.1, or null. JSON-LD alone lets most of these pass. */
export function findBrokenRule(document: JsonObject): string | null {
  for (const [member, isRight] of RULES) {
    if (document[member] !== undefined && !isRight(document[member])) return member
  }
  if (!document.issuer) return 'issuer'
  if (!document.credentialSubject) return 'credentialSubject'
  if (asList(document['@context'])[0] === VC_1 && !document.issuanceDate) return 'issuanceDate'
  if (!isInOrder(document)) return 'validUntil'
  return findKeyword(document)
}

export function isUrl(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:\S+$/i.test(value) && URL.canParse(value)
}

export function issuerIdOf(document: JsonObject): string | null {
  const id = isObject(document.issuer) ? document.issuer.id : document.issuer
  return isUrl(id) ? id : null
}

const RULES: [string, (value: Json) => boolean][] = [
  ['@context', value => asList(value)[0] === VC_2 || asList(value)[0] === VC_1],
  ['id', isUrl],
  ['type', value => asList(value).includes('VerifiableCredential')],
  ['name', isText],
  ['description', isText],
  ['issuer', value => isUrl(isObject(value) ? value.id : value)],
  ['credentialSubject', value => some(value, subject => Object.keys(subject).length > 0)],
  ['validFrom', value => readMoment(value) !== null],
  ['validUntil', value => readMoment(value) !== null],
  ['issuanceDate', value => readMoment(value) !== null],
  ['expirationDate', value => readMoment(value) !== null],
  ['credentialStatus', value => some(value, isStatus)],
  ['credentialSchema', value => some(value, schema => isTyped(schema) && isUrl(schema.id))],
  ['refreshService', value => some(value, isTyped)],
  ['termsOfUse', value => some(value, isTyped)],
  ['evidence', value => some(value, isTyped)],
  ['relatedResource', areResources],
  ['proof', value => some(value, isTyped)],
]

const ONE_EDTECH =
  /^https:\/\/purl\.imsglobal\.org\/spec\/\w+\/v\dp\d\/(context|extensions)(-\d+\.\d+\.\d+)?\.json$/

/** The contexts of 1EdTech have names of one kind: what only looks like one has been changed. */
function isContext(value: Json): boolean {
  if (isObject(value)) return true
  return isUrl(value) && (new URL(value).hostname !== 'purl.imsglobal.org' || ONE_EDTECH.test(value))
}

function some(value: Json, isRight: (member: JsonObject) => boolean): boolean {
  const members = asList(value)
  return members.length > 0 && members.every(member => isObject(member) && isRight(member))
}

function isTyped({ type }: JsonObject): boolean {
  const types = asList(type)
  return types.length > 0 && types.every(name => typeof name === 'string' && name !== '')
}

function isText(value: Json): boolean {
  return asList(value).every(one => isString(one) || (isObject(one) && Object.values(one).every(isString)))
}

function isString(value: Json): boolean {
  return typeof value === 'string'
}

function isStatus(status: JsonObject): boolean {
  if (!isTyped(status) || (status.id !== undefined && !isUrl(status.id))) return false
  if (!hasType(status, 'BitstringStatusListEntry')) return true
  // The standard wants a string of digits; numbers are about, and as clear.
  const isIndex = /^(0|[1-9]\d{0,14})$/.test(String(status.statusListIndex))
  return isIndex && isString(status.statusPurpose ?? null) && isUrl(status.statusListCredential)
}

function areResources(value: Json): boolean {
  const ids = asList(value).map(resource => (isObject(resource) ? resource.id : null))
  const areDistinct = new Set(ids).size === ids.length
  return areDistinct && some(value, isResource)
}

function isResource(resource: JsonObject): boolean {
  return isUrl(resource.id) && hasDigest(resource) && isAsPublished(resource) !== false
}

function hasDigest({ digestSRI, digestMultibase }: JsonObject): boolean {
  const digests = [...asList(digestSRI), ...asList(digestMultibase)]
  return digests.length > 0 && digests.every(isString)
}

function isInOrder({ validFrom, validUntil }: JsonObject): boolean {
  const [from, until] = [readMoment(validFrom), readMoment(validUntil)]
  return !from || !until || from <= until
}

/**
 * JSON-LD's own words let one thing be written in many shapes, and a reader of the JSON would miss what is in
 * them. Only contexts are needed, and language values.
 */
function findKeyword(document: JsonObject): string | null {
  for (const { object, path } of objectsIn(document)) {
    const isOdd = (member: string) => member.startsWith('@') && member !== '@context' && !('@value' in object)
    const areContexts = asList(object['@context']).every(isContext)
    const odd = areContexts ? Object.keys(object).find(isOdd) : '@context'
    if (odd) return path ? `${path}.${odd}` : odd
  }
  return null
}
