import type { X509Certificate } from 'node:crypto'

/** What seals documents: a key in a file, in a hardware module, wherever. RSA, or the curve P-256. */
export interface Seal {
  /** The seal's own certificate first, each issued by the one after it. */
  chain: readonly X509Certificate[]
  /** Over SHA-256 of the bytes: RSASSA-PKCS1-v1_5, or ECDSA as DER (RFC 3279, 2.2.3). */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

export function ownCertificate({ chain: [own] }: Seal): X509Certificate {
  if (!own) throw new Error('A seal has no certificate.')
  return own
}

/** Whose seal it is: the certificate's common name, or all of its subject where it has none. */
export function sealName(seal: Seal): string {
  const { subject } = ownCertificate(seal)
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
}

export function isInForce(seal: Seal, at: Date): boolean {
  const { validFrom, validTo } = ownCertificate(seal)
  return new Date(validFrom) <= at && at <= new Date(validTo)
}
