import { VC_2 } from './contexts'
import { asList, textOr, type Json, type JsonObject } from './json'
import { readMultibase } from './multikey'

/** VC 2.0 appendix B.1: what the bytes of its context hash to, in hexadecimal. */
const PUBLISHED = new Map([[VC_2, '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734']])

/**
 * VC 2.0 §5.3: whether the digests a document gives of something else are those of what was published.
 * Null: of that nothing is known here, or it was hashed in another way.
 */
export function isAsPublished({ id, digestSRI, digestMultibase }: JsonObject): boolean | null {
  const known = PUBLISHED.get(textOr(id, ''))
  if (known === undefined) return null
  const digests = [...asList(digestSRI).map(inSri), ...asList(digestMultibase).map(inMultibase)]
  const readable = digests.filter(digest => digest !== null)
  return readable.length > 0 ? readable.every(digest => digest === known) : null
}

/** Subresource Integrity §3.1; some write hexadecimal, or the letters of a URL. */
function inSri(digest: Json): string | null {
  const [algorithm = '', hash = ''] = textOr(digest, '').split(/-(.*)/s)
  if (algorithm !== 'sha256') return null
  return /^[\da-f]{64}$/i.test(hash) ? hash.toLowerCase() : Buffer.from(hash, 'base64').toString('hex')
}

/** With the two bytes that name SHA-256, or without them. */
function inMultibase(digest: Json): string | null {
  return readMultibase(textOr(digest, ''))?.toString('hex').replace(/^1220(?=.{64}$)/, '') ?? null
}
