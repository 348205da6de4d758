import { createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto'
import { bits, der, field, integer, objectId, octets, sequence, setOf, text, time, TRUE } from '~/lib/der.server'
import { signatureAlgorithm } from './signature-algorithm'

interface Subject {
  /** At most 64 characters (RFC 5280, upper bounds). */
  commonName: string
  from: Date
  to: Date
}

/** A certificate that only its own key vouches for (RFC 5280, 4.1), in PEM. It may sign, and nothing else. */
export function selfMadeCertificate({ commonName, from, to }: Subject, key: KeyObject): string {
  const algorithm = signatureAlgorithm(key)
  const name = sequence(setOf(sequence(objectId('2.5.4.3'), text(commonName))))
  const toBeSigned = sequence(
    field(0, integer(2)),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(from), time(to)),
    name,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    field(3, sequence(
      extension('2.5.29.19', sequence()),
      extension('2.5.29.15', der(0x03, Buffer.of(6, DIGITAL_SIGNATURE | NON_REPUDIATION))),
    )),
  )
  const certificate = sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, key)))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

const DIGITAL_SIGNATURE = 0x80
const NON_REPUDIATION = 0x40

function extension(id: string, value: Buffer): Buffer {
  return sequence(objectId(id), TRUE, octets(value))
}
