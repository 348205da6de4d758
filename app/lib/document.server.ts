import { typeFor } from './accept.server'
import { disposition } from './disposition.server'
import { etagOf, holds } from './etag.server'
import { NotNow } from './refusal'

export interface Serving {
  /** Media types it may be served as: the first the asker names, else the last. */
  types: readonly string[]
  /** What the bytes follow from; the bytes themselves, where they are at hand. */
  madeFrom: string
  cacheControl?: string
  fileName?: string
}

/** Asked anew at each use: what was switched off is gone at once, and what has not changed costs little. */
export const REVALIDATED = 'no-cache'
export const PRIVATE = 'private, no-store'

/** What cannot be made at the moment is told in a sentence, with the seconds after which to ask again. */
export async function madeNow<Made>(making: Promise<Made>): Promise<Made> {
  try {
    return await making
  } catch (error) {
    if (!(error instanceof NotNow)) throw error
    throw new Response(error.message, { status: 503, headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' } })
  }
}

/** A file for anyone's program on any site. It is not made when the asker holds it already. */
export async function serveDocument(
  request: Request,
  serving: Serving,
  make: () => BodyInit | Promise<BodyInit>,
): Promise<Response> {
  const { etag, always, withBody } = describe(typeFor(request.headers.get('Accept'), serving.types), serving)
  const isHeld = holds(request.headers.get('If-None-Match'), etag)
  return isHeld ? new Response(null, { status: 304, headers: always }) : new Response(await make(), { headers: { ...always, ...withBody } })
}

/** What its headers say, with its bytes or without. */
export function describe(type: string, { madeFrom, cacheControl = REVALIDATED, fileName }: Omit<Serving, 'types'>) {
  const etag = etagOf(type, madeFrom)
  const always = { ETag: etag, 'Cache-Control': cacheControl, 'Access-Control-Allow-Origin': '*', 'X-Robots-Tag': 'noindex', Vary: 'Accept' }
  const withBody = { 'Content-Type': type, ...(fileName && { 'Content-Disposition': disposition('inline', fileName) }) }
  return { etag, always, withBody }
}
