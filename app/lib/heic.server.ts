import { forms } from '~/messages/en/forms'
import { isBuilt } from './built.server'
import type { HeicAsked } from './heic-decoding.server'
import { Refusal } from './refusal'
import { inThread } from './thread.server'

// A photo from a phone takes a second or two.
const PATIENCE = 20_000

/** Whoever comes last of so many has theirs in half a minute; each keeps a file and a line open meanwhile. */
const MOST_AT_ONCE = 12

let before: Promise<unknown> = Promise.resolve()
let underway = 0

/**
 * An upright JPEG of a HEIC photo. Unpacking one is a second of computing and 200 MB, so a thread does it that
 * ends with it, and never two at once.
 *
 * @throws when it cannot be read, or has more pixels than may be; a Refusal when too many others wait
 */
export async function jpegOfHeic(asked: HeicAsked): Promise<Uint8Array> {
  if (underway >= MOST_AT_ONCE) throw new Refusal(forms.crowded)
  underway++
  const mine = before.then(() => (isBuilt ? inThread<Uint8Array>('heic-worker', asked, PATIENCE) : here(asked)))
  before = mine.catch(() => undefined) // whoever asked hears of it
  return mine.finally(() => underway--)
}

/** Commands, tests and development have nobody to keep waiting. */
async function here(asked: HeicAsked) {
  const { decodeHeic } = await import('./heic-decoding.server')
  return decodeHeic(asked)
}
