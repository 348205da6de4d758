import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { asString, magnitude, Malformed, reading } from './ssh-wire.server'

const ED25519 = 'ssh-ed25519'
const P256 = 'ecdsa-sha2-nistp256'
const UNCOMPRESSED = 4
const HALF = 32

/** The key in a blob of RFC 8709 or RFC 5656 §3.1; null for every other kind, certificates and FIDO keys among them. */
export function readKeyBlob(blob: Buffer): KeyObject | null {
  try {
    const { string } = reading(blob)
    const kind = string().toString('latin1')
    if (kind === ED25519) return keyOf({ kty: 'OKP', crv: 'Ed25519', x: half(string()) })
    if (kind !== P256 || string().toString('latin1') !== 'nistp256') return null
    const point = string()
    if (point.at(0) !== UNCOMPRESSED) return null
    return keyOf({ kty: 'EC', crv: 'P-256', x: half(point.subarray(1, 1 + HALF)), y: half(point.subarray(1 + HALF)) })
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** What an agent knows it by. */
export function keyBlob(key: KeyObject): Buffer {
  const { crv, x = '', y = '' } = key.export({ format: 'jwk' })
  const [left, right] = [x, y].map(part => Buffer.from(part, 'base64url'))
  if (crv === 'Ed25519') return Buffer.concat([asString(ED25519), asString(left ?? '')])
  if (crv !== 'P-256' || !left || !right) throw new TypeError('An agent is asked for Ed25519 and P-256 only.')
  return Buffer.concat([P256, 'nistp256', Buffer.concat([Buffer.of(UNCOMPRESSED), left, right])].map(asString))
}

/** 64 bytes: that of Ed25519 as it is, R and S of P-256 side by side. @throws Malformed */
export function readSignature(blob: Buffer): Buffer {
  const { string } = reading(blob)
  const kind = string().toString('latin1')
  const signature = string()
  if (kind === ED25519 && signature.length === 2 * HALF) return signature
  if (kind !== P256) throw new Malformed('A signature of another kind.')
  const halves = reading(signature)
  return Buffer.concat([magnitude(halves.string(), HALF), magnitude(halves.string(), HALF)])
}

function half(bytes: Buffer): string {
  if (bytes.length !== HALF) throw new Malformed('A key of another length.')
  return bytes.toString('base64url')
}

/** OpenSSL answers a point that is not on the curve with an error of its own. */
function keyOf(key: JsonWebKey): KeyObject | null {
  try {
    return createPublicKey({ key, format: 'jwk' })
  } catch {
    return null
  }
}
