import { hasType, isObject, type Json, type JsonObject } from './json'
import { enveloped, readJwt } from './jwt'
import type { Unreadable } from './strict-json'

const DEEPEST = 2
/** Of one credential, without those inside; none of ours has a fiftieth of them. */
const MOST_OBJECTS = 5_000

/** The credentials a document carries, as objects or JWTs; not those that these carry in turn. */
export function innerCredentials(document: JsonObject): (JsonObject | string)[] {
  return Object.entries(document).flatMap(([name, value]) => outermost(value, name))
}

/** Why nobody should begin to check all that stands inside, or null. How much of it is checked, an allowance tells. */
export function findExcess(document: JsonObject): Unreadable | null {
  let level: JsonObject[] = [document]
  for (let depth = 1; level.length > 0; depth++) {
    if (level.some(credential => ownObjects(credential) > MOST_OBJECTS)) return 'too-many-members'
    const next = level.flatMap(innerCredentials)
    if (next.length > 0 && depth > DEEPEST) return 'too-deep'
    level = next.flatMap(contents)
  }
  return null
}

function ownObjects(credential: JsonObject): number {
  return sumOf(Object.values(credential), member => (isInner(member) ? 0 : objectsOf(member)))
}

function objectsOf(value: Json): number {
  if (Array.isArray(value)) return sumOf(value, member => (isInner(member) ? 0 : objectsOf(member)))
  return isObject(value) ? 1 + ownObjects(value) : 0
}

function sumOf(values: Json[], count: (value: Json) => number): number {
  return values.reduce<number>((sum, value) => sum + count(value), 0)
}

/** What is read of one inside, also where it comes in compact form. */
function contents(inner: JsonObject | string): JsonObject[] {
  const text = isObject(inner) ? enveloped(inner)?.text : inner
  if (isObject(inner) && typeof text !== 'string') return [inner]
  const read = readJwt(text ?? '')
  return 'document' in read ? [read.document] : []
}

const COMPACT = new Set(['endorsementJwt', 'verifiableCredential'])
const CREDENTIALS = ['VerifiableCredential', 'EnvelopedVerifiableCredential']

function outermost(value: Json, name: string): (JsonObject | string)[] {
  if (Array.isArray(value)) return value.flatMap(member => outermost(member, name))
  if (typeof value === 'string' && COMPACT.has(name)) return [value]
  if (!isObject(value)) return []
  return isInner(value) ? [value] : innerCredentials(value)
}

function isInner(value: Json): value is JsonObject {
  return isObject(value) && CREDENTIALS.some(type => hasType(value, type))
}
