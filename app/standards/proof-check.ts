import { failed, first, passed, unknown, type Check } from './check'
import { NotCanonical } from './canonical-rdf'
import { unknownContexts } from './contexts'
import { isUrl } from './data-model'
import { objectsIn, textOr, type JsonObject } from './json'
import type { Lookups } from './lookups'
import { readMoment } from './moment'
import { readPublicKey } from './multikey'
import { CRYPTOSUITE, hashDocument, proofsOf, verifyProof, type Hashing } from './proof'

/** A proof that holds, and what it was made with. Whose key that is, is another question. */
export interface Signature {
  publicKeyMultibase: string
  created: Date | null
}

interface CheckedProofs {
  checks: Check[]
  signatures: Signature[]
}

/** One check for all proofs; where there are several, one for each as well: none may hide behind another. */
export async function checkProofs(
  document: JsonObject, now: Date, lookups: Lookups, hashing?: Hashing,
): Promise<CheckedProofs> {
  const proofs = proofsOf(document)
  if (proofs.length === 0) return { checks: [failed('proof', { code: 'proof.none' })], signatures: [] }
  const [foreign] = unknownContexts(document)
  if (foreign !== undefined) {
    return { checks: [unknown('proof', { code: 'proof.unknown-context', context: foreign })], signatures: [] }
  }
  const isReadable = proofs.some(proof => KNOWN_SUITES.has(suiteOf(proof)))
  if (!isReadable) return { checks: [noSuchSuite(proofs)], signatures: [] }
  const hash = lazily(() => hashDocument(document, hashing))
  const results = await Promise.all(proofs.map(proof => checkProof({ document, proof, hash, hashing, now, lookups })))
  const signatures = results.flatMap(({ signature }) => signature ?? [])
  const each = results.map(({ check }, index): Check => ({ ...check, name: `proof ${index + 1}` }))
  const checks = proofs.length > 1 ? [together(each), ...each] : results.map(({ check }) => check)
  return { checks, signatures }
}

interface Question {
  document: JsonObject
  proof: JsonObject
  hash: () => Promise<Buffer>
  hashing: Hashing | undefined
  now: Date
  lookups: Lookups
}

interface Result {
  check: Check
  signature?: Signature
}

async function checkProof(question: Question): Promise<Result> {
  const { proof, now } = question
  const suite = suiteOf(proof)
  if (suite !== CRYPTOSUITE) return { check: unknown('proof', { code: 'proof.other-suite', suite }) }
  if (proof.previousProof !== undefined) return { check: unknown('proof', { code: 'proof.chained' }) }
  const malformed = malformedMember(proof)
  if (malformed) return { check: failed('proof', { code: 'proof.malformed', member: malformed }) }
  const expires = readMoment(proof.expires)
  if (expires && expires < now) {
    return { check: failed('proof', { code: 'proof.expired', expires: expires.toISOString() }) }
  }
  return tryKey(question)
}

/** Those that are standards or were on the way to it. A name that is none of them was made up, or changed. */
const KNOWN_SUITES = new Set(
  `eddsa-rdfc-2022 eddsa-jcs-2022 eddsa-2022 json-eddsa-2022 ecdsa-rdfc-2019 ecdsa-jcs-2019 ecdsa-2019
  ecdsa-sd-2023 bbs-2023 Ed25519Signature2018 Ed25519Signature2020 EcdsaSecp256r1Signature2019
  EcdsaSecp256k1Signature2019 RsaSignature2018 JsonWebSignature2020 BbsBlsSignature2020`.split(/\s+/),
)

function suiteOf({ type, cryptosuite }: JsonObject): string {
  return textOr(type === 'DataIntegrityProof' ? cryptosuite : type, '')
}

function noSuchSuite(proofs: JsonObject[]): Check {
  return failed('proof', { code: 'proof.no-such-suite', suite: proofs.map(suiteOf).join(', ') })
}

async function tryKey({ document, proof, hash, hashing, lookups }: Question): Promise<Result> {
  const method = String(proof.verificationMethod)
  const publicKeyMultibase = await keyNamedBy(method, lookups)
  if (publicKeyMultibase === null) return { check: unknown('proof', { code: 'proof.key-not-found', method }) }
  if (!readPublicKey(publicKeyMultibase)) {
    return { check: failed('proof', { code: 'proof.malformed', member: 'verificationMethod' }) }
  }
  try {
    const holds = await verifyProof(document, proof, publicKeyMultibase, hash(), hashing)
    if (!holds) return { check: failed('proof', { code: 'proof.changed' }) }
  } catch (error) {
    if (error instanceof NotCanonical) return { check: notCanonical(document) }
    throw error
  }
  const signature = { publicKeyMultibase, created: readMoment(proof.created) }
  return { check: passed('proof', { code: 'proof.valid', count: 1 }), signature }
}

/** The key in the method's own fragment, in a did:key, or under that name in what its owner publishes. */
async function keyNamedBy(method: string, lookups: Lookups): Promise<string | null> {
  const [controller = '', fragment = ''] = method.split('#')
  if (controller.startsWith('did:key:')) return controller.slice('did:key:'.length)
  if (/^z[1-9A-HJ-NP-Za-km-z]{40,}$/.test(fragment)) return fragment
  const keys = await lookups.issuerKeys(controller)
  return keys?.find(key => key.id === method)?.publicKeyMultibase ?? null
}

/** Once, and only if someone asks: a rejection nobody waits for would end the process. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

function malformedMember(proof: JsonObject): string | null {
  if (proof.proofPurpose !== 'assertionMethod') return 'proofPurpose'
  const { verificationMethod } = proof
  if (!isUrl(verificationMethod) || !/^(did|https?):/.test(verificationMethod)) return 'verificationMethod'
  if (!/^[zu]/.test(textOr(proof.proofValue, ''))) return 'proofValue'
  const isBad = (member: string) => proof[member] !== undefined && !readMoment(proof[member])
  return ['created', 'expires'].find(isBad) ?? null
}

/** Added to context 3.0.3 after the published copy we hold was made. */
const NEWER_WORDS = ['endorsementJwt', 'jti']

function notCanonical(document: JsonObject): Check {
  for (const { object } of objectsIn(document)) {
    if (NEWER_WORDS.some(word => word in object)) return unknown('proof', { code: 'proof.newer-words' })
  }
  return failed('proof', { code: 'proof.undefined-words' })
}

function together(each: Check[]): Check {
  const count = each.filter(check => check.outcome === 'passed').length
  const found = first(each, ['failed', 'passed', 'unknown'])
  if (!found || found.outcome === 'passed') return passed('proof', { code: 'proof.valid', count })
  return { ...found, name: 'proof' }
}
