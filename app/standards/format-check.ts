import { failed, passed, unknown, type Check, type Kind } from './check'
import { VC_1, VC_2 } from './contexts'
import { findBrokenRule } from './data-model'
import { asList, isObject, type Json, type JsonObject } from './json'
import { AchievementCredential } from './schema-achievement'
import { ClrCredential } from './schema-clr'
import { EndorsementCredential } from './schema-profile'

export function kindOf({ type }: JsonObject): Exclude<Kind, 'open-badge-2'> | null {
  const types = asList(type)
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) return 'open-badge'
  if (types.includes('EndorsementCredential')) return 'endorsement'
  return types.includes('ClrCredential') ? 'clr' : null
}

export function checkFormat(document: JsonObject): Check {
  const types = asList(document.type)
  if (!types.includes('VerifiableCredential')) return failed('format', { code: 'format.not-a-credential' })
  const kind = kindOf(document)
  if (!kind) return failed('format', { code: 'format.other-credential', types: types.join(', ') })
  const member = findBrokenRule(document)
  if (member) return failed('format', { code: 'format.model', member })
  if (isOlder(document)) return passed('format', { code: 'format.older', kind })
  return passed('format', { code: `format.${kind}` })
}

export function checkSchema(document: JsonObject): Check {
  const kind = kindOf(document)
  const schema = SCHEMAS[kind ?? 'open-badge']
  const [issue] = schema.safeParse(isOlder(document) ? renamed(document) : document).error?.issues ?? []
  const member = issue?.path.join('.')
  // The layout was not settled before VC 2.0: there it says nothing against it.
  if (member !== undefined && isOlder(document)) return unknown('schema', { code: 'schema.older', member })
  if (member !== undefined) return failed('schema', { code: 'schema.broken', member })
  return passed('schema', { code: 'schema.followed' })
}

const SCHEMAS = { 'open-badge': AchievementCredential, endorsement: EndorsementCredential, clr: ClrCredential }

/** VC Data Model 1.1, which Open Badges 3.0 stood on at first. */
function isOlder(document: JsonObject): boolean {
  return asList(document['@context'])[0] === VC_1
}

/** The layout is the same with the names that VC 2.0 has for a few members, in all that stands inside as well. */
function renamed(value: JsonObject): JsonObject
function renamed(value: Json): Json
function renamed(value: Json): Json {
  if (Array.isArray(value)) return value.map(each => renamed(each))
  if (!isObject(value)) return value === VC_1 ? VC_2 : value
  const members = Object.entries(value).map(([name, member]) => [RENAMED.get(name) ?? name, renamed(member)])
  return Object.fromEntries(members)
}

const RENAMED = new Map([['issuanceDate', 'validFrom'], ['expirationDate', 'validUntil']])
