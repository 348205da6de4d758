import { digestMultibase } from './digest'
import { asList, canonicalJson, isObject, type Json, type JsonObject } from './json'
import { readJson } from './strict-json'

/**
 * because.json says what a credential rests on without telling it: one salted digest for each part (the tree
 * of requirements, each activity that counted). The credential binds it by its own digest. Whoever holds
 * the parts discloses those they like, and anyone can check that they were there when it was signed.
 */
export interface SealedPart extends Disclosure {
  /** Of the canonical JSON of salt and value. The tree names the activities that count by theirs. */
  digest: string
}

export interface Disclosure {
  /** Random, one for each part, 128 bits or more: a digest of guessable facts can be guessed. */
  salt: string
  value: Json
}

export function sealPart(value: Json, salt: string): SealedPart {
  return { salt, value, digest: digestOf({ salt, value }) }
}

const FORMAT = 'vouch-because-1'

/** The exact text to keep and to bind. In the order of the digests, so that the order tells nothing. */
export function composeBecause(credentialId: string, parts: SealedPart[]): string {
  const entries = parts.map(part => part.digest).sort()
  return canonicalJson({
    format: FORMAT,
    credential: credentialId,
    digest: 'multibase base64url of the sha2-256 multihash of the RFC 8785 JSON of {"salt", "value"}',
    entries: entries.map(digest => ({ digest })),
  })
}

/** What to hand over beside because.json, without the digests: the checker works them out. */
export function disclose(parts: SealedPart[], isDisclosed: (value: Json) => boolean): Disclosure[] {
  return parts.filter(part => isDisclosed(part.value)).map(({ salt, value }) => ({ salt, value }))
}

/** The digests a because.json holds, or null when it is none, or is about another credential. */
export function entriesOf(text: string, credentialId: string): Set<string> | null {
  const read = readJson(text)
  if (!('document' in read)) return null
  const { format, credential, entries } = read.document
  if (format !== FORMAT || credential !== credentialId || !Array.isArray(entries)) return null
  return new Set(entries.filter(isObject).map(entry => String(entry.digest)))
}

export function isBound(disclosure: Disclosure, entries: Set<string>): boolean {
  return entries.has(digestOf(disclosure))
}

export function isRelated(credential: JsonObject, text: string): boolean {
  const digest = digestMultibase(text)
  return asList(credential.relatedResource).some(
    resource => isObject(resource) && resource.digestMultibase === digest,
  )
}

function digestOf({ salt, value }: Disclosure): string {
  return digestMultibase(canonicalJson({ salt, value }))
}
