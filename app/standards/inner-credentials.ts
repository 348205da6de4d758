import { hasType, isObject, type Json, type JsonObject } from './json'
import { enveloped, readJwt } from './jwt'
import { proofsOf } from './proof'
import type { Unreadable } from './strict-json'

/** A record of fifty credentials, each with three endorsements, fits. Every level is canonicalised on its own. */
const MOST_INNER = 200
const DEEPEST = 2
const MOST_PROOFS = 300

/** The credentials a document carries, as objects or JWTs; not those that these carry in turn. */
export function innerCredentials(document: JsonObject): (JsonObject | string)[] {
  return Object.entries(document).flatMap(([name, value]) => outermost(value, name))
}

/** Why nobody should begin to check all that stands inside, or null. */
export function findExcess(document: JsonObject): Unreadable | null {
  let [inner, proofs] = [0, proofsOf(document).length]
  let level: JsonObject[] = [document]
  for (let depth = 1; level.length > 0; depth++) {
    const next = level.flatMap(innerCredentials)
    if (next.length > 0 && depth > DEEPEST) return 'too-deep'
    level = next.flatMap(contents)
    inner += next.length
    proofs += level.reduce((sum, credential) => sum + proofsOf(credential).length, 0)
    if (inner > MOST_INNER || proofs > MOST_PROOFS) return 'too-many-members'
  }
  return null
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
  return CREDENTIALS.some(type => hasType(value, type)) ? [value] : innerCredentials(value)
}
