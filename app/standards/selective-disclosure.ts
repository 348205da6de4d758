import { verify, type KeyObject } from 'node:crypto'
import { canonicalRdf } from './canonical-rdf'
import { readCbor, type Cbor } from './cbor'
import { sha256 } from './digest'
import { textOr, type JsonObject } from './json'
import { kindOfKey, publicKeyMultibase, readMultibase, readPublicKey, toMultibase } from './multikey'
import { proofOptions } from './proof'

const DERIVED = Buffer.from([0xd9, 0x5d, 0x01])

/** What a holder hands on of a longer document, with what shows that the rest was there (§3.5). */
interface Disclosed {
  baseSignature: Buffer
  /** Made for this one document; the issuer's key vouches for it. */
  publicKey: KeyObject
  signatures: Buffer[]
  /** Names of nodes without one, from `c14n0` to those they had when the whole was signed. */
  labels: Map<string, string>
  mandatory: Set<number>
}

/**
 * Data Integrity ECDSA Cryptosuites 1.0, `ecdsa-sd-2023`: every statement that is left has a signature of its own,
 * but for those that may never be left out, which are signed together.
 */
export async function verifyDisclosed(document: JsonObject, proof: JsonObject, key: KeyObject): Promise<boolean> {
  const disclosed = readDisclosed(textOr(proof.proofValue, ''))
  if (!disclosed) return false
  const { proof: _, ...unsecured } = document
  const [proofText, text] = await Promise.all([canonicalRdf(proofOptions(proof, document)), canonicalRdf(unsecured)])
  const statements = relabelled(text, disclosed.labels)
  if (!statements) return false
  const others = statements.filter((_, index) => !disclosed.mandatory.has(index))
  const together = statements.filter((_, index) => disclosed.mandatory.has(index)).join('')
  const { publicKey, signatures, baseSignature } = disclosed
  const base = Buffer.concat([sha256(proofText), rawKey(publicKey), sha256(together)])
  const isEach = signatures.length === others.length
    && signatures.every((signature, index) => holds(others[index] ?? '', publicKey, signature))
  return isEach && holds(base, key, baseSignature)
}

/** Whether the whole lies there as its issuer signed it: that form is for the holder alone, who derives from it. */
export function isUnderived({ proofValue }: JsonObject): boolean {
  const bytes = readMultibase(textOr(proofValue, ''))
  return bytes !== null && bytes.subarray(0, 3).equals(Buffer.from([0xd9, 0x5d, 0x00]))
}

function readDisclosed(proofValue: string): Disclosed | null {
  const bytes = proofValue.startsWith('u') ? readMultibase(proofValue) : null
  if (!bytes?.subarray(0, 3).equals(DERIVED)) return null
  const packed = readCbor(bytes.subarray(3))
  if (!Array.isArray(packed) || packed.length !== 5) return null
  const [baseSignature, key, signatures, labels, mandatory] = packed
  const publicKey = key instanceof Buffer ? readPublicKey(toMultibase(key)) : null
  if (!publicKey || kindOfKey(publicKey) !== 'P-256' || !(baseSignature instanceof Buffer)) return null
  if (!Array.isArray(signatures) || !signatures.every(isBytes) || !(labels instanceof Map)) return null
  if (!Array.isArray(mandatory)) return null
  const named = [...labels].map(([at, label]): [string, string] => [
    `c14n${String(at)}`, isBytes(label) ? `u${label.toString('base64url')}` : '',
  ])
  return { baseSignature, publicKey, signatures, labels: new Map(named), mandatory: new Set(mandatory.map(Number)) }
}

/** The statements with the names they had when they were signed, in the order they had; null if one has none. */
function relabelled(text: string, labels: Map<string, string>): string[] | null {
  let isWhole = new Set(labels.values()).size === labels.size
  // What looks like the name of a node within a text or an address is none.
  const node = /"(?:[^"\\]|\\.)*"|<[^>]*>|_:(c14n\d+)/g
  const statement = (line: string) => line.replace(node, (found, label?: string) => {
    if (label === undefined) return found
    const name = labels.get(label)
    isWhole &&= Boolean(name)
    return `_:${name}`
  })
  const statements = text.split('\n').filter(line => line !== '').map(line => `${statement(line)}\n`).sort()
  return isWhole ? statements : null
}

function rawKey(key: KeyObject): Buffer {
  return readMultibase(publicKeyMultibase(key)) ?? Buffer.alloc(0)
}

function holds(content: string | Buffer, key: KeyObject, signature: Buffer): boolean {
  const bytes = Buffer.from(content)
  return signature.length === 64 && verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

function isBytes(part: Cbor | undefined): part is Buffer {
  return part instanceof Buffer
}
