import { createPublicKey, type KeyObject } from 'node:crypto'

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const ED25519 = Buffer.from([0xed, 0x01])
const LONGEST = 128

/** The public half of an Ed25519 key, public or private, as `z6Mk…` (Multikey). */
export function publicKeyMultibase(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  const { kty, crv, x } = publicKey.export({ format: 'jwk' })
  if (kty !== 'OKP' || crv !== 'Ed25519' || !x) throw new TypeError('Only Ed25519 keys can be written here.')
  return `z${toBase58(Buffer.concat([ED25519, Buffer.from(x, 'base64url')]))}`
}

export function readPublicKey(multibase: string): KeyObject | null {
  const bytes = readMultibase(multibase)
  if (bytes?.length !== 34 || !bytes.subarray(0, 2).equals(ED25519)) return null
  const x = bytes.subarray(2).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

export function toMultibase(bytes: Uint8Array): string {
  return `z${toBase58(bytes)}`
}

/** base58btc (`z`) or base64url without padding (`u`); null when it is neither. */
export function readMultibase(text: string): Buffer | null {
  const body = text.slice(1)
  if (text.startsWith('z')) return readBase58(body)
  return text.startsWith('u') && /^[\w-]+$/.test(body) ? Buffer.from(body, 'base64url') : null
}

function toBase58(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  let rest = BigInt(`0x${hex || '0'}`)
  let digits = ''
  for (; rest > 0n; rest /= 58n) digits = ALPHABET.charAt(Number(rest % 58n)) + digits
  const zeros = bytes.findIndex(byte => byte !== 0)
  return '1'.repeat(zeros === -1 ? bytes.length : zeros) + digits
}

function readBase58(text: string): Buffer | null {
  if (text.length > LONGEST) return null
  let value = 0n
  for (const character of text) {
    const digit = ALPHABET.indexOf(character)
    if (digit === -1) return null
    value = value * 58n + BigInt(digit)
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0
  const hex = value === 0n ? '' : value.toString(16)
  const evenHex = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(evenHex, 'hex')])
}
