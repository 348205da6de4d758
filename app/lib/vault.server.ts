import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { settings } from './env.server'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** What was sealed under another SECRET, for something else, or was changed since. */
export class CannotOpen extends Error {}

/**
 * Encrypts under a key derived from SECRET for this purpose alone. `subject` is not kept in the result: it
 * binds it to one row, so that what is sealed for one can't be opened as another's.
 */
export function seal(purpose: string, subject: string, plain: Uint8Array): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce).setAAD(Buffer.from(subject))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws CannotOpen */
export function open(purpose: string, subject: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url')
  const cipher = createDecipheriv(CIPHER, keyFor(purpose), bytes.subarray(0, NONCE), { authTagLength: TAG })
  cipher.setAAD(Buffer.from(subject)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()])
  } catch (cause) {
    throw new CannotOpen(`${purpose}: this was sealed under another SECRET, or changed since`, { cause })
  }
}

function keyFor(purpose: string) {
  return Buffer.from(hkdfSync('sha256', settings().secret, '', `vouch ${purpose}`, 32))
}
