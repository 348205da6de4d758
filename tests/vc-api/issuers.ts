import { generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto'
import { publicKeyMultibase } from '~/standards/multikey'
import { verificationMethodOf, type Signer } from '~/standards/proof'

/** Someone who is nothing but a key: anyone can check what they sign without asking anywhere. */
export interface KeyIssuer {
  id: string
  signer: Signer
  form: 'proof' | 'token'
}

/** For proofs inside a credential. */
export function newEd25519Issuer(): KeyIssuer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return issuerOf('proof', privateKey, bytes => signBytes(null, bytes, privateKey))
}

/** For credentials as tokens, which are signed with ES256. */
export function newP256Issuer(): KeyIssuer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' as const }
  return issuerOf('token', privateKey, bytes => signBytes('sha256', bytes, key))
}

function issuerOf(form: KeyIssuer['form'], privateKey: KeyObject, sign: Signer['sign']): KeyIssuer {
  const multibase = publicKeyMultibase(privateKey)
  const id = `did:key:${multibase}`
  return { id, form, signer: { verificationMethod: verificationMethodOf(id, multibase), sign } }
}
