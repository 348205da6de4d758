import type { HeicAsked } from './heic-decoding.server'
import { inThread } from './thread.server'

// A photo from a phone takes a second or two.
const PATIENCE = 20_000

let before: Promise<unknown> = Promise.resolve()

/**
 * An upright JPEG of a HEIC photo. Unpacking one is a second of computing and 200 MB, so a thread does it that
 * ends with it, and never two at once.
 *
 * @throws when it cannot be read, or has more pixels than may be
 */
export function jpegOfHeic(asked: HeicAsked): Promise<Uint8Array> {
  const mine = before.then(() => (import.meta.env.PROD ? inThread<Uint8Array>('heic-worker', asked, PATIENCE) : here(asked)))
  before = mine.catch(() => undefined) // whoever asked hears of it
  return mine
}

/** Commands, tests and development have nobody to keep waiting. */
async function here(asked: HeicAsked) {
  const { decodeHeic } = await import('./heic-decoding.server')
  return decodeHeic(asked)
}
