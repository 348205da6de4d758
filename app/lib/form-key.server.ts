import { isTaken } from './db.server'
import { newId, newPublicId } from './id.server'
import { Refusal } from './refusal'
import { saltedDigest, sha256 } from './token.server'

/** Stands in a hidden field and is made with the page: two clicks on one form bring the same (rule 6). */
export const newFormKey = newId

/** What a form brought; undefined where it has none of ours. */
export function formKeyIn(form: FormData): string | undefined {
  const key = form.get('formKey')
  return typeof key === 'string' && isId.test(key) ? key : undefined
}

/**
 * The id of the row that a form makes: the same for the same form with the same words in it, and never that of
 * another person. Sorts by when the page was made. Without a key, a new one.
 */
export function idFrom(key: string | undefined, personId: string, words: unknown): string {
  if (key === undefined) return newId()
  const hash = sha256(JSON.stringify([key, personId, words]))
  const bits = hash.toString('hex')
  const variant = (8 + ((hash[2] ?? 0) & 3)).toString(16)
  return `${key.slice(0, 13)}-7${bits.slice(0, 3)}-${variant}${bits.slice(6, 9)}-${bits.slice(9, 21)}`
}

/** The same for a row whose id is its public address: nobody guesses it. */
export function publicIdFrom(key: string | undefined, personId: string, words: unknown): string {
  return key === undefined ? newPublicId() : saltedDigest(JSON.stringify([key, personId, words]))
}

/** Makes a row under such an id, or finds that an earlier click has made it. Answers the id. */
export async function once(id: string, making: Promise<unknown>, isThere: () => Promise<number>) {
  try {
    await making
  } catch (error) {
    if (!isTaken(error)) throw error
    if ((await isThere()) === 0)
      throw new Refusal('This form was sent before, and what it made is gone again. Open the page anew.')
  }
  return id
}

const isId = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
