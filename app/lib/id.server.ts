import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'

/** Sorts by time of making: good for indexes, but it tells when, so it never stands in a public address. */
export function newId() {
  return uuidv7()
}

/** 128 random bits for public addresses, 22 characters of base64url. */
export function newPublicId() {
  return randomBytes(16).toString('base64url')
}

/** Whether a stranger's text could be an id or a slug of ours. Anything else is not looked up: PostgreSQL refuses a NUL. */
export function isName(text: string) {
  return /^[\w-]{1,63}$/.test(text)
}
