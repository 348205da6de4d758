import { canonicalRdf } from './canonical-rdf'
import { sha256 } from './digest'
import { asList, isObject, type JsonObject } from './json'
import { moment } from './moment'
import { toMultibase } from './multikey'

export const CRYPTOSUITE = 'eddsa-rdfc-2022'

/** Whatever can sign for an issuer: a key in memory, or one that never leaves its box. */
export interface Signer {
  /** `<issuer id>#<publicKeyMultibase>` */
  verificationMethod: string
  sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

/** Some verifiers take the key from the fragment and the issuer from what stands before it. */
export function verificationMethodOf(issuerId: string, publicKeyMultibase: string): string {
  return `${issuerId}#${publicKeyMultibase}`
}

/** How what is signed is hashed: each document by itself, or many that are alike (canonical-parts). */
export type Hashing = (unsecured: JsonObject) => Promise<Buffer>

export const each: Hashing = async unsecured => sha256(await canonicalRdf(unsecured))

/** Data Integrity EdDSA Cryptosuites 1.0: the document with its proof. */
export async function sign(
  unsigned: JsonObject, signer: Signer, created: Date, hashing = each,
): Promise<JsonObject> {
  const options: JsonObject = {
    type: 'DataIntegrityProof',
    created: moment(created),
    verificationMethod: signer.verificationMethod,
    cryptosuite: CRYPTOSUITE,
    proofPurpose: 'assertionMethod',
  }
  const [documentHash, proofHash] = await Promise.all([
    hashDocument(unsigned, hashing),
    hashOptions(options, unsigned, hashing),
  ])
  const signature = await signer.sign(Buffer.concat([proofHash, documentHash]))
  return { ...unsigned, proof: { ...options, proofValue: toMultibase(signature) } }
}

export function proofsOf(document: JsonObject): JsonObject[] {
  return asList(document.proof).filter(isObject)
}

export function hashDocument({ proof: _, ...unsecured }: JsonObject, hashing = each): Promise<Buffer> {
  return hashing(unsecured)
}

/** What stands in the place of the document when its proof is hashed: it is read with the document's contexts. */
export function proofOptions({ proofValue: _, ...options }: JsonObject, document: JsonObject): JsonObject {
  return { '@context': document['@context'] ?? [], ...options }
}

function hashOptions(proof: JsonObject, document: JsonObject, hashing: Hashing): Promise<Buffer> {
  return hashing(proofOptions(proof, document))
}
