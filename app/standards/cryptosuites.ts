import { verify, type KeyObject } from 'node:crypto'
import { canonicalRdf } from './canonical-rdf'
import { digestOf } from './digest'
import type { JsonObject } from './json'
import { kindOfKey, readMultibase, type KeyKind } from './multikey'
import { hashDocument, proofOptions, type Hashing } from './proof'
import { verifyDisclosed } from './selective-disclosure'

/** A document with one of its proofs, and the hash of the document, worked out once for all of them. */
export interface SignedDocument {
  document: JsonObject
  proof: JsonObject
  hash: () => Promise<Buffer>
  hashing: Hashing
}

interface Cryptosuite {
  keys: KeyKind[]
  /** @throws NotCanonical when the document or the proof has no canonical form */
  verify(signed: SignedDocument, key: KeyObject): Promise<boolean>
}

/** The ways of signing that are read here, by the name a proof has for them. */
export const CRYPTOSUITES = new Map<string, Cryptosuite>([
  ['eddsa-rdfc-2022', { keys: ['Ed25519'], verify: verifyEddsa }],
  // The older name of the same: only the words around the proof are others.
  ['Ed25519Signature2020', { keys: ['Ed25519'], verify: verifyEddsa }],
  ['ecdsa-rdfc-2019', { keys: ['P-256', 'P-384'], verify: verifyEcdsa }],
  ['ecdsa-sd-2023', { keys: ['P-256'], verify: ({ document, proof }, key) => verifyDisclosed(document, proof, key) }],
])

/** Those that are standards or were on the way to it. A name that is none of them was made up, or changed. */
export const KNOWN_SUITES = new Set([
  ...CRYPTOSUITES.keys(),
  ...`eddsa-jcs-2022 eddsa-2022 json-eddsa-2022 ecdsa-jcs-2019 ecdsa-2019 bbs-2023 Ed25519Signature2018
  EcdsaSecp256r1Signature2019 EcdsaSecp256k1Signature2019 RsaSignature2018 JsonWebSignature2020
  BbsBlsSignature2020`.split(/\s+/),
])

/** Data Integrity EdDSA Cryptosuites 1.0 */
async function verifyEddsa({ document, proof, hash, hashing }: SignedDocument, key: KeyObject): Promise<boolean> {
  const hashes = await Promise.all([hashing(proofOptions(proof, document)), hash()])
  const signature = signatureOf(proof, 64)
  return signature !== null && verify(null, Buffer.concat(hashes), key, signature)
}

/** Data Integrity ECDSA Cryptosuites 1.0 §3.2: keys of 384 bits have the longer hash everywhere. */
async function verifyEcdsa({ document, proof }: SignedDocument, key: KeyObject): Promise<boolean> {
  const isLong = kindOfKey(key) === 'P-384'
  const digest = isLong ? 'sha384' : 'sha256'
  const hashing: Hashing = async unsecured =>
    digestOf(digest, await canonicalRdf(unsecured, isLong ? 'SHA-384' : 'SHA-256'))
  const hashes = await Promise.all([hashing(proofOptions(proof, document)), hashDocument(document, hashing)])
  const signature = signatureOf(proof, isLong ? 96 : 64)
  return signature !== null && verify(digest, Buffer.concat(hashes), { key, dsaEncoding: 'ieee-p1363' }, signature)
}

function signatureOf({ proofValue }: JsonObject, length: number): Buffer | null {
  const signature = typeof proofValue === 'string' ? readMultibase(proofValue) : null
  return signature?.length === length ? signature : null
}
