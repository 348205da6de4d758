import { createPublicKey, ECDH, type JsonWebKey, type KeyObject } from 'node:crypto'
import { readBase58, toBase58 } from './base58'
import { isObject, present, type Json, type JsonObject } from './json'

/** The kinds of key that credentials are signed with, each by the number it has in the multicodec table. */
const CODES = { Ed25519: 0xed, 'P-256': 0x1200, 'P-384': 0x1201, RSA: 0x1205 } as const
export type KeyKind = keyof typeof CODES
const CURVES = { 'P-256': { name: 'prime256v1', bytes: 32 }, 'P-384': { name: 'secp384r1', bytes: 48 } } as const
/** Shorter ones can be broken, longer ones wear the reader out. */
const RSA_BITS = { least: 2048, most: 4096 }
const LARGEST_EXPONENT = 2n ** 32n

/** The public half of a key, public or private, as Multikey writes it (`z6Mk…` for Ed25519). */
export function publicKeyMultibase(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  const kind = kindOfKey(publicKey)
  if (!kind) throw new TypeError('Only Ed25519, P-256, P-384 and RSA keys can be written here.')
  return toMultibase(Buffer.concat([prefix(kind), rawBytes(publicKey, kind)]))
}

export function readPublicKey(multibase: string): KeyObject | null {
  const bytes = readMultibase(multibase)
  const kinds: KeyKind[] = ['Ed25519', 'P-256', 'P-384', 'RSA']
  const kind = bytes && kinds.find(kind => bytes.subarray(0, 2).equals(prefix(kind)))
  return bytes && kind ? sound(() => fromRaw(bytes.subarray(2), kind)) : null
}

/** The same key in the JSON of RFC 7517. */
export function jwkOf(multibase: string): JsonObject {
  const key = readPublicKey(multibase)
  if (!key) throw new TypeError(`${multibase} is no key.`)
  const { kty = '', crv, x, y, n, e } = key.export({ format: 'jwk' })
  return present({ kty, crv, x, y, n, e })
}

/** A key in the JSON of RFC 7517; null for other kinds, and where it says more than the public half. */
export function readJwk(jwk: Json | undefined): KeyObject | null {
  if (!isObject(jwk) || isPrivate(jwk) || !Object.values(jwk).every(value => !isObject(value))) return null
  const members: JsonWebKey = {}
  for (const name of ['kty', 'crv', 'x', 'y', 'n', 'e'] as const) {
    if (typeof jwk[name] === 'string') members[name] = jwk[name]
  }
  return sound(() => createPublicKey({ key: members, format: 'jwk' }))
}

/** The key in a verification method, of a DID document or by itself, as Multikey writes it. */
export function keyOfMethod({ publicKeyMultibase: multibase, publicKeyJwk }: JsonObject): string | null {
  if (typeof multibase === 'string') return multibase
  const key = publicKeyJwk === undefined ? null : readJwk(publicKeyJwk)
  return key && publicKeyMultibase(key)
}

export function isPrivate(jwk: JsonObject): boolean {
  return ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].some(member => member in jwk)
}

export function kindOfKey(key: KeyObject): KeyKind | null {
  const { namedCurve, modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'ed25519') return 'Ed25519'
  if (key.asymmetricKeyType === 'rsa') {
    const isLong = modulusLength >= RSA_BITS.least && modulusLength <= RSA_BITS.most
    return isLong && publicExponent > 2n && publicExponent < LARGEST_EXPONENT ? 'RSA' : null
  }
  if (key.asymmetricKeyType !== 'ec') return null
  return namedCurve === 'prime256v1' ? 'P-256' : namedCurve === 'secp384r1' ? 'P-384' : null
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

/** An unsigned varint of two bytes: all four codes take two. */
function prefix(kind: KeyKind): Buffer {
  const code = CODES[kind]
  return Buffer.from([(code & 0x7f) | 0x80, code >> 7])
}

function rawBytes(key: KeyObject, kind: KeyKind): Buffer {
  if (kind === 'RSA') return key.export({ type: 'pkcs1', format: 'der' })
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  if (kind === 'Ed25519') return Buffer.from(x, 'base64url')
  const isOdd = (Buffer.from(y, 'base64url').at(-1) ?? 0) & 1
  return Buffer.concat([Buffer.from([2 + isOdd]), Buffer.from(x, 'base64url')])
}

function fromRaw(raw: Buffer, kind: KeyKind): KeyObject {
  if (kind === 'RSA') return createPublicKey({ key: raw, format: 'der', type: 'pkcs1' })
  if (kind === 'Ed25519') {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  }
  const { name, bytes } = CURVES[kind]
  // A point that is not on the curve is refused here.
  const point = Buffer.from(String(ECDH.convertKey(raw, name, 'hex', 'hex', 'uncompressed')), 'hex').subarray(1)
  const [x, y] = [point.subarray(0, bytes), point.subarray(bytes)].map(half => half.toString('base64url'))
  return createPublicKey({ key: { kty: 'EC', crv: kind, x, y }, format: 'jwk' })
}

/** Node answers bytes that are no key of that kind with an error of OpenSSL. */
function sound(read: () => KeyObject): KeyObject | null {
  try {
    const key = read()
    return kindOfKey(key) ? key : null
  } catch {
    return null
  }
}
