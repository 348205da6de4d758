import { failed, passed, unknown, type Check } from './check'
import { issuerIdOf } from './data-model'
import { asList, isObject, textOr, type JsonObject } from './json'
import type { Lookups } from './lookups'
import { readJson } from './strict-json'

export const REVOCATION_LIST = '1EdTechRevocationList'

/**
 * 1EdTech Revocation List Status Method 1.0, which bitstrings have replaced. Nobody signs such a list: it is as good
 * as the address, and that one the issuer signed.
 */
export async function checkRevocationList(entry: JsonObject, document: JsonObject, lookups: Lookups): Promise<Check> {
  const list = textOr(entry.id, '')
  const text = await lookups.published(list)
  if (text === null) return unknown('status', { code: 'status.unreachable', list })
  const read = readJson(text)
  const isList = 'document' in read && Array.isArray(read.document.revokedCredential)
  if (!isList || typeof document.id !== 'string') return unknown('status', { code: 'status.unreadable', list })
  const isOfIssuer = issuerIdOf(read.document) === issuerIdOf(document)
  if (!isOfIssuer) return unknown('status', { code: 'status.other-issuer', list })
  const entries = asList(read.document.revokedCredential).filter(isObject)
  const isRevoked = entries.some(revoked => revoked.id === document.id && revoked.revoked !== false)
  if (isRevoked) return failed('status', { code: 'status.revoked' })
  if (read.document.id !== list) return unknown('status', { code: 'status.unreadable', list })
  return passed('status', { code: 'status.good' })
}
