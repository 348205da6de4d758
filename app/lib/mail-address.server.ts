import { settings } from './env.server'
import { linkToken, same } from './token.server'

/**
 * Mailboxes that are made, not kept: 128 bits of a row's id and 128 of its HMAC (rule 5), in letters and
 * digits that also survive mail servers which fold case. Null where nobody listens for what comes back.
 */
export function mailAddress(purpose: string, id: string): string | null {
  const { mailInbox } = settings()
  if (!mailInbox) return null
  const proof = Buffer.from(linkToken(`mail-${purpose}`, id).slice(-22), 'base64url').toString('hex')
  return `${purpose}-${short(id.replaceAll('-', ''))}${short(proof)}@${mailInbox.domain}`
}

/** What an address of ours was made for and from; null when it is none. */
export function readMailAddress(address: string): { purpose: string; id: string } | null {
  const folded = address.toLowerCase()
  const [, purpose = '', named = ''] = /^([a-z]+)-([0-9a-v]{26})[0-9a-v]{26}@/.exec(folded) ?? []
  if (!named) return null
  const id = long(named).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return same(mailAddress(purpose, id) ?? '', folded) ? { purpose, id } : null
}

const short = (hex: string) => BigInt(`0x${hex}`).toString(32).padStart(26, '0')

function long(digits: string) {
  const number = [...digits].reduce((sum, digit) => sum * 32n + BigInt(parseInt(digit, 32)), 0n)
  return number.toString(16).padStart(32, '0')
}
