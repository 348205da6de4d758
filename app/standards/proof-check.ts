import { failed, first, passed, unknown, type Check } from './check'
import { NotCanonical } from './canonical-rdf'
import { unknownContexts } from './contexts'
import { CRYPTOSUITES, KNOWN_SUITES } from './cryptosuites'
import { isUrl } from './data-model'
import { objectsIn, textOr, type JsonObject } from './json'
import type { Lookups } from './lookups'
import { readMoment } from './moment'
import { keyNamedBy } from './method-key'
import { kindOfKey, readPublicKey } from './multikey'
import { each, hashDocument, proofsOf, type Hashing } from './proof'
import { isUnderived } from './selective-disclosure'

/** A proof that holds, and what it was made with. Whose key that is, is another question. */
export interface Signature {
  publicKeyMultibase: string
  created: Date | null
}

export interface CheckedProofs {
  checks: Check[]
  signatures: Signature[]
}

/** One check for all proofs; where there are several, one for each as well: none may hide behind another. */
export async function checkProofs(
  document: JsonObject, now: Date, lookups: Lookups, hashing = each,
): Promise<CheckedProofs> {
  const [foreign] = proofsOf(document).length > 0 ? unknownContexts(document) : []
  if (foreign !== undefined) {
    return { checks: [unknown('proof', { code: 'proof.unknown-context', context: foreign })], signatures: [] }
  }
  return checkSignatures({ document, now, lookups, hashing, purpose: 'assertionMethod' })
}

interface Signatures {
  document: JsonObject
  now: Date
  lookups: Lookups
  hashing?: Hashing
  /** `authentication` where someone shows what others have said. */
  purpose: 'assertionMethod' | 'authentication'
}

/** The same of a document that brings words of its own: what they mean its reader must know. */
export async function checkSignatures({ hashing = each, ...asked }: Signatures): Promise<CheckedProofs> {
  const proofs = proofsOf(asked.document)
  if (proofs.length === 0) return { checks: [failed('proof', { code: 'proof.none' })], signatures: [] }
  const isReadable = proofs.some(proof => KNOWN_SUITES.has(suiteOf(proof)))
  if (!isReadable) return { checks: [noSuchSuite(proofs)], signatures: [] }
  const hash = lazily(() => hashDocument(asked.document, hashing))
  const results = await Promise.all(proofs.map(proof => checkProof({ ...asked, proof, hash, hashing })))
  const signatures = results.flatMap(({ signature }) => signature ?? [])
  const checked = results.map(({ check }, index): Check => ({ ...check, name: `proof ${index + 1}` }))
  const checks = proofs.length > 1 ? [together(checked), ...checked] : results.map(({ check }) => check)
  return { checks, signatures }
}

interface Question extends Signatures {
  proof: JsonObject
  hash: () => Promise<Buffer>
  hashing: Hashing
}

interface Result {
  check: Check
  signature?: Signature
}

async function checkProof(question: Question): Promise<Result> {
  const { proof, purpose, now } = question
  const suite = suiteOf(proof)
  if (!CRYPTOSUITES.has(suite)) return { check: unknown('proof', { code: 'proof.other-suite', suite }) }
  if (proof.previousProof !== undefined) return { check: unknown('proof', { code: 'proof.chained' }) }
  const malformed = malformedMember(proof, purpose)
  if (malformed) return { check: failed('proof', { code: 'proof.malformed', member: malformed }) }
  if (isUnderived(proof)) return { check: unknown('proof', { code: 'proof.underived' }) }
  const expires = readMoment(proof.expires)
  if (expires && expires < now) {
    return { check: failed('proof', { code: 'proof.expired', expires: expires.toISOString() }) }
  }
  return tryKey(question)
}

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
  const suite = CRYPTOSUITES.get(suiteOf(proof))
  const key = readPublicKey(publicKeyMultibase)
  const kind = key && kindOfKey(key)
  if (!suite || !key || !kind || !suite.keys.includes(kind)) {
    return { check: failed('proof', { code: 'proof.malformed', member: 'verificationMethod' }) }
  }
  try {
    const holds = await suite.verify({ document, proof, hash, hashing }, key)
    if (!holds) return { check: failed('proof', { code: 'proof.changed' }) }
  } catch (error) {
    if (error instanceof NotCanonical) return { check: notCanonical(document) }
    throw error
  }
  const signature = { publicKeyMultibase, created: readMoment(proof.created) }
  return { check: passed('proof', { code: 'proof.valid', count: 1 }), signature }
}

/** Once, and only if someone asks: a rejection nobody waits for would end the process. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

function malformedMember(proof: JsonObject, purpose: string): string | null {
  if (proof.proofPurpose !== purpose) return 'proofPurpose'
  const { verificationMethod } = proof
  if (!isUrl(verificationMethod) || !/^(did|https?|urn):/.test(verificationMethod)) return 'verificationMethod'
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
