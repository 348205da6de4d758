import { failed, verdict, type Check } from '~/standards/check'
import { VC_2 } from '~/standards/contexts'
import { findBrokenRule, issuerIdOf } from '~/standards/data-model'
import { kindOf } from '~/standards/format-check'
import { issueChecked, NotIssued } from '~/standards/issue'
import { signJwt } from '~/standards/issue-jwt'
import { checkIssuer } from '~/standards/issuer-check'
import { asList, hasType, isObject, textOr, type JsonObject } from '~/standards/json'
import { enveloped, isJwt, readJwt, type Jwt } from '~/standards/jwt'
import { checkJwt } from '~/standards/jwt-check'
import type { Lookups } from '~/standards/lookups'
import { checkSignatures } from '~/standards/proof-check'
import { proofsOf, sign } from '~/standards/proof'
import { isAsPublished } from '~/standards/related-resource'
import { checkStatus } from '~/standards/status-check'
import { checkValidity } from '~/standards/validity-check'
import { verifyCredential } from '~/standards/verification'
import type { KeyIssuer } from './issuers'

/** What is asked of a verifier beside the document. */
export interface Expected {
  purpose?: 'assertionMethod' | 'authentication'
  challenge?: string
  domain?: string
}

export interface World {
  now: Date
  lookups: Lookups
}

/** @throws NotIssued, or NotCanonical where a word is none of the contexts' */
export async function issueWithProof(
  unsigned: JsonObject, { signer }: KeyIssuer, world: World,
): Promise<JsonObject> {
  assertSound(modelChecks(unsigned))
  if (kindOf(unsigned)) return (await issueChecked(unsigned, signer, world.now)).document
  const document = await sign(unsigned, signer, world.now)
  assertSound((await checkSignatures({ document, ...world, purpose: 'assertionMethod' })).checks)
  return document
}

/** In an envelope, as VC 2.0 §4.13.2 has it. */
export async function issueInEnvelope(
  unsigned: JsonObject, { signer }: KeyIssuer, world: World,
): Promise<JsonObject> {
  assertSound(modelChecks(unsigned))
  // A token hides its words from JSON-LD: what they mean is found out by signing them the other way.
  await sign(unsigned, signer, world.now)
  const token = await signJwt(unsigned, signer, world.now)
  return { '@context': VC_2, type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${token}` }
}

/** All the checks of the product for what it knows, and the same parts for credentials about anything. */
export async function checkCredential(
  received: JsonObject, world: World, expected: Expected = {},
): Promise<Check[]> {
  const envelope = enveloped(received)
  const jwt = envelope && tokenIn(envelope.text)
  const isRead = !envelope || (jwt && asList(received['@context'])[0] === VC_2)
  if (!isRead) return [failed('format', { code: 'format.envelope' })]
  const document = jwt?.document ?? received
  if (kindOf(document)) return checkKnown(received, world, expected)
  const model = modelChecks(document)
  return verdict(model) ? checkAnything(document, jwt, world, expected) : model
}

function tokenIn(text: string | null): Jwt | null {
  const read = text !== null && isJwt(text) ? readJwt(text) : null
  return read && 'document' in read ? read : null
}

async function checkKnown(received: JsonObject, { now, lookups }: World, expected: Expected): Promise<Check[]> {
  const { checks, inner } = await verifyCredential(JSON.stringify(received), { now, lookups })
  return [...checks, ...inner.flatMap(each => each.checks), ...expectationChecks(received, expected)]
}

async function checkAnything(
  document: JsonObject, jwt: Jwt | null, { now, lookups }: World, expected: Expected,
): Promise<Check[]> {
  const { purpose = 'assertionMethod' } = expected
  const checking = jwt ? checkJwt(jwt, now, lookups) : checkSignatures({ document, now, lookups, purpose })
  const { checks, signatures } = await checking
  const issuer = await checkIssuer({ document, issuerId: issuerIdOf(document) ?? '', signatures }, lookups)
  const status = await checkStatus({ document, signatures, now, lookups })
  // VC 2.0 §4.9: it may leave out when it begins.
  const validity = checkValidity({ validFrom: '1970-01-01T00:00:00Z', ...document }, now)
  return [...checks, issuer, validity, status, ...expectationChecks(document, expected)]
}

/** Data Integrity 1.0 §4.4: what the verifier asked for must be what was signed. */
export function expectationChecks(document: JsonObject, { purpose, challenge, domain }: Expected): Check[] {
  const wanted = Object.entries({ proofPurpose: purpose, challenge, domain })
  const differing = proofsOf(document).flatMap(proof =>
    wanted.filter(([member, value]) => value !== undefined && proof[member] !== value),
  )
  return differing.map(([member]) => failed('proof', { code: 'proof.malformed', member }))
}

function modelChecks(document: JsonObject): Check[] {
  const member = hasType(document, 'VerifiableCredential') ? brokenMember(document) : 'type'
  return member ? [failed('format', { code: 'format.model', member })] : []
}

function brokenMember(document: JsonObject): string | null {
  if (document['@context'] === undefined) return '@context'
  const related = asList(document.relatedResource).filter(isObject)
  // VC 2.0 §5.3 asks to look at each. Nothing is fetched here: what is not held can't be vouched for.
  return findBrokenRule(document) ?? (related.every(isAsPublished) ? null : 'relatedResource')
}

function assertSound(checks: Check[]): void {
  if (verdict(checks) !== true) throw new NotIssued(checks)
}

/** Of an issuer that may be a name or an object with one. */
export function nameOf(value: JsonObject[string] | undefined): string {
  return textOr(isObject(value) ? value.id : value, '')
}
