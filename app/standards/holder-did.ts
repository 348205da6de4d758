import { ECDH } from 'node:crypto'
import { issuerUrl } from './did'
import { readMultibase, readJwk, readPublicKey } from './multikey'
import { readJson } from './strict-json'

/** Longer than that of an RSA key of 4,096 bits. */
export const LONGEST_DID = 1000

/**
 * Whether a holder can be called so: a did:key of a key that can sign, or a did:web whose document would have an
 * address in the world. Nothing is fetched, and whose it is nobody has shown.
 */
export function isHolderDid(text: string): boolean {
  if (text.length > LONGEST_DID) return false
  const key = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(text)?.[1]
  return key === undefined ? isWeb(text) : isSigningKey(key)
}

function isWeb(did: string): boolean {
  const url = did.startsWith('did:web:') ? issuerUrl(did) : null
  if (!url || !URL.canParse(url)) return false
  // A name in the world: neither an address of the network nor a name of this machine.
  return /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(new URL(url).hostname)
}

/** Numbers of the multicodec table, each as the varint it is written as. */
const SECP256K1 = Buffer.of(0xe7, 0x01)
const JWK_JCS = Buffer.of(0xd1, 0xd6, 0x03)

/** The kinds we know from issuers, and two more that wallets have. */
function isSigningKey(multibase: string): boolean {
  if (readPublicKey(multibase) !== null) return true
  const bytes = readMultibase(multibase)
  if (bytes?.subarray(0, 2).equals(SECP256K1)) return isOnCurve(bytes.subarray(2))
  if (!bytes?.subarray(0, 3).equals(JWK_JCS)) return false
  const read = readJson(bytes.subarray(3).toString())
  return 'document' in read && readJwk(read.document) !== null
}

function isOnCurve(point: Buffer): boolean {
  try {
    return point.length === 33 && ECDH.convertKey(point, 'secp256k1').length > 0
  } catch {
    return false // a point that is not on the curve
  }
}
