import type { KeyObject } from 'node:crypto'
import { NULL, objectId, sequence } from '~/lib/der.server'

/** How a key signs, as certificates and signatures name it (RFC 8017, RFC 5758): always over SHA-256. */
export function signatureAlgorithm({ asymmetricKeyType }: KeyObject): Buffer {
  if (asymmetricKeyType === 'rsa') return sequence(objectId('1.2.840.113549.1.1.11'), NULL)
  if (asymmetricKeyType === 'ec') return sequence(objectId('1.2.840.10045.4.3.2'))
  throw new Error(`No seal signs with a key of the kind ${asymmetricKeyType}.`)
}
