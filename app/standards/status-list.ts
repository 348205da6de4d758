import { encodeBits } from './bitstring'
import { VC_2 } from './contexts'
import type { JsonObject } from './json'
import { moment } from './moment'

interface StatusListFacts {
  /** Absolute URL where it answers; the entries in credentials name it. */
  id: string
  /** The same as the issuer of the credentials, or no verifier will believe it. */
  issuerId: string
  bits: Uint8Array
  validFrom: Date
  /** Sign it again before then. */
  validUntil: Date
}

/** Bitstring Status List 1.0 credential, ready to sign. */
export function statusListCredential({
  id,
  issuerId,
  bits,
  validFrom,
  validUntil,
}: StatusListFacts): JsonObject {
  return {
    '@context': [VC_2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerId,
    validFrom: moment(validFrom),
    validUntil: moment(validUntil),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBits(bits),
    },
  }
}
