import { createHash } from 'node:crypto'

const SHA2_256 = Buffer.from([0x12, 0x20])

export function sha256(content: string | Uint8Array): Buffer {
  return digestOf('sha256', content)
}

export function digestOf(algorithm: 'sha256' | 'sha384', content: string | Uint8Array): Buffer {
  return createHash(algorithm).update(content).digest()
}

/** A multihash in base64url, as VC 2.0 §5.3 has it: it names its own algorithm. */
export function digestMultibase(content: string | Uint8Array): string {
  return `u${Buffer.concat([SHA2_256, sha256(content)]).toString('base64url')}`
}

/** Some write the bare hash without the two bytes that name it; both are the same digest. */
export function matchesDigest(content: string | Uint8Array, digest: string): boolean {
  return digest === digestMultibase(content) || digest === `u${sha256(content).toString('base64url')}`
}
