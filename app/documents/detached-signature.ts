import { createHash, type X509Certificate } from 'node:crypto'
import { field, integer, objectId, octets, partsOf, sequence, setOf } from '~/lib/der.server'
import { ownCertificate, type Seal } from './seal'
import { signatureAlgorithm } from './signature-algorithm'

/**
 * The signature of bytes that lie elsewhere, as CMS (RFC 5652) in the profile PAdES-B-B (ETSI EN 319 142-1):
 * it names its certificate, carries the chain, and says no time of its own.
 */
export async function detachedSignature(digest: Uint8Array, seal: Seal): Promise<Buffer> {
  const own = ownCertificate(seal)
  const attributes = [
    attribute('1.2.840.113549.1.9.3', DATA),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    attribute('1.2.840.113549.1.9.16.2.47', namedByDigest(own)),
  ].sort(Buffer.compare)
  // RFC 5652 §5.4: what is signed is a set, what is sent is a field.
  const signature = await seal.sign(setOf(...attributes))
  const signer = sequence(
    integer(1), namedBySerial(own), SHA_256, field(0, ...attributes), signatureAlgorithm(own.publicKey), octets(signature),
  )
  const certificates = field(0, ...seal.chain.map(({ raw }) => raw))
  const signed = sequence(integer(1), setOf(SHA_256), sequence(DATA), certificates, setOf(signer))
  return sequence(objectId('1.2.840.113549.1.7.2'), field(0, signed))
}

const DATA = objectId('1.2.840.113549.1.7.1')
const SHA_256 = sequence(objectId('2.16.840.1.101.3.4.2.1'))

function attribute(type: string, value: Buffer): Buffer {
  return sequence(objectId(type), setOf(value))
}

/** RFC 5035 §3: SHA-256 is what is meant where no algorithm stands. */
function namedByDigest({ raw }: X509Certificate): Buffer {
  return sequence(sequence(sequence(octets(createHash('sha256').update(raw).digest()))))
}

/** Issuer and serial number, byte for byte as the certificate has them (RFC 5280, 4.1). */
function namedBySerial({ raw }: X509Certificate): Buffer {
  const [toBeSigned = raw] = partsOf(raw)
  const fields = partsOf(toBeSigned)
  const version = fields[0]?.[0] === 0xa0 ? 1 : 0
  const [serial, issuer] = [fields[version], fields[version + 2]]
  if (!serial || !issuer) throw new Error('A certificate names no issuer.')
  return sequence(issuer, serial)
}
