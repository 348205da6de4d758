import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { settings } from './env.server'

/**
 * Links are made, not stored: `<id>.<HMAC of purpose and id>`, 128 bits of MAC. One purpose each; whether a
 * link still works is a question to the row it names (rule 5).
 */
export function linkToken(purpose: string, id: string) {
  return `${id}.${mac(purpose, id).subarray(0, 16).toString('base64url')}`
}

/** The id a token names, or null when we did not make it for this purpose. */
export function readLinkToken(purpose: string, token: string): string | null {
  const id = token.slice(0, token.lastIndexOf('.'))
  if (!id) return null
  return same(linkToken(purpose, id), token) ? id : null
}

/** Six digits for a row's id. */
export function digits(id: string) {
  return String(mac('code', id).readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

export function same(a: string, b: string) {
  return timingSafeEqual(sha256(a), sha256(b))
}

export function sha256(text: string | Uint8Array) {
  return createHash('sha256').update(text).digest()
}

/** For audit events and logs: tells equal from different, and nothing else. */
export function saltedDigest(text: string) {
  return mac('digest', text).subarray(0, 16).toString('base64url')
}

function mac(purpose: string, id: string) {
  return createHmac('sha256', settings().secret).update(`${purpose}\n${id}`).digest()
}
