import { createECDH, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { toBase58 } from '~/standards/base58'
import { isHolderDid } from '~/standards/holder-did'
import { publicKeyMultibase } from '~/standards/multikey'

const didOf = (...parts: Uint8Array[]) => `did:key:z${toBase58(Buffer.concat(parts))}`
const jwk = (key: object) => didOf(Buffer.of(0xd1, 0xd6, 0x03), Buffer.from(JSON.stringify(key)))
const curve = createECDH('secp256k1')
curve.generateKeys()
const point = Buffer.from(curve.getPublicKey('hex', 'compressed'), 'hex')
const SECP = Buffer.of(0xe7, 0x01)
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

test('a DID of a key that can sign is one, in every kind that wallets have', () => {
  const keys = [
    generateKeyPairSync('ed25519').publicKey, publicKey,
    generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
    generateKeyPairSync('rsa', { modulusLength: 4096 }).publicKey,
  ]
  for (const key of keys) expect(isHolderDid(`did:key:${publicKeyMultibase(key)}`), key.asymmetricKeyType).toBe(true)
  expect(isHolderDid(didOf(SECP, point))).toBe(true)
  expect(isHolderDid(jwk(publicKey.export({ format: 'jwk' })))).toBe(true)
})

test('a DID whose document would have an address in the world is one', () => {
  for (const did of ['did:web:ana.example', 'did:web:ana.example:people:ana', 'did:web:wallet.ana.example%3A8443', 'did:web:xn--bcher-kva.example:u:1']) {
    expect(isHolderDid(did), did).toBe(true)
  }
})

test('whatever else is none: half copied, of no key, of a private one, of this machine, or no DID at all', () => {
  const did = `did:key:${publicKeyMultibase(publicKey)}`
  const wrong = [
    '', 'ana', 'https://ana.example', 'did:', 'did:key:', 'did:example:ana', `${did}#${did.slice(8)}`, `${did}?x=1`, ` ${did}`, `${did}\n`,
    did.slice(0, -4), `${did}1`, did.replace('did:key', 'DID:KEY'), didOf(Buffer.of(0xec, 0x01), Buffer.alloc(32, 1)),
    didOf(Buffer.of(0x80, 0x26), Buffer.alloc(32, 1)), didOf(SECP, Buffer.alloc(33, 9)), didOf(SECP, point.subarray(1)), jwk(privateKey.export({ format: 'jwk' })), jwk({ kty: 'oct', k: 'x' }),
    didOf(Buffer.of(0xd1, 0xd6, 0x03), Buffer.from('[]')), `did:key:u${Buffer.from(did).toString('base64url')}`,
    'did:web:', 'did:web:localhost', 'did:web:localhost%3A3000', 'did:web:127.0.0.1', 'did:web:10.1', 'did:web:ana..example', 'did:web:-a.example', 'did:web:ana.example:..:x',
    'did:web:ana.example/path', 'did:web:ana.example#key', 'did:web:user@ana.example', `did:web:ana.example:${'a'.repeat(1000)}`, 'did:web:ana.example%3A99999',
  ]
  expect(wrong.filter(isHolderDid)).toEqual([])
})
