import { asList, isObject, textOr, type JsonObject } from './json'
import type { Lookups } from './lookups'
import { keyOfMethod, publicKeyMultibase, readJwk } from './multikey'
import { readJson } from './strict-json'

/**
 * The key a proof names, as Multikey writes it: in the name's own fragment, in a did:key or did:jwk, or under that
 * name in what its owner publishes. Whose key that is, is another question. Null: it could not be found.
 */
export async function keyNamedBy(method: string, lookups: Lookups): Promise<string | null> {
  const [controller = '', fragment = ''] = method.split('#')
  if (controller.startsWith('did:key:')) return controller.slice('did:key:'.length)
  if (controller.startsWith('did:jwk:')) return keyOfDidJwk(controller)
  if (/^z[1-9A-HJ-NP-Za-km-z]{40,}$/.test(fragment)) return fragment
  const keys = await lookups.issuerKeys(controller)
  const named = keys?.find(key => key.id === method)
  if (named || !/^https?:/.test(method)) return named?.publicKeyMultibase ?? null
  const read = readJson((await lookups.published(controller)) ?? '')
  return 'document' in read ? keyIn(read.document, method) : null
}

/** A method, a JWK or a set of them (RFC 7517 §5), by itself at an address. */
function keyIn(document: JsonObject, method: string): string | null {
  if (document.id !== undefined && document.id !== method) return null
  const isNamed = ({ kid }: JsonObject) => kid === method || kid === method.split('#')[1]
  const jwk = 'keys' in document ? asList(document.keys).filter(isObject).find(isNamed) : document
  return keyOfMethod(document) ?? asMultibase(jwk)
}

/** https://github.com/quartzjer/did-jwk: the key is the name. */
export function keyOfDidJwk(did: string): string | null {
  if (!did.startsWith('did:jwk:')) return null
  const read = readJson(Buffer.from(did.slice('did:jwk:'.length), 'base64url').toString())
  return 'document' in read ? asMultibase(read.document) : null
}

export function asMultibase(jwk: JsonObject | undefined): string | null {
  const key = jwk && textOr(jwk.kty, '') !== '' ? readJwk(jwk) : null
  return key && publicKeyMultibase(key)
}
