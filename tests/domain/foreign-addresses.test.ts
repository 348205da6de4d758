import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyText } from '~/domain/verification.server'
import type { JsonObject } from '~/standards/json'
import { openBadge } from '~/standards/open-badge'
import { credentialFacts } from '../standards/issued'

// Whoever writes a credential writes its addresses: none of them may lead to what only this machine can reach.

let asked = 0
const server = createServer((_, response) => {
  asked++
  response.end('{}')
})
let port: number

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('no address in a credential of any form reaches a machine that is not on the open internet', async () => {
  const inner = [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`, 'https://169.254.169.254/x']
  for (const address of inner) for (const document of documentsWith(address)) {
    const text = typeof document === 'string' ? document : JSON.stringify(document)
    expect((await verifyText(text)).valid, text.slice(0, 200)).not.toBe(true)
  }
  expect(asked).toBe(0)
})

function documentsWith(address: string): (JsonObject | string)[] {
  const badge = openBadge(credentialFacts())
  const did = `did:web:${new URL(address).host.replace(':', '%3A')}`
  const proof = (verificationMethod: string) => ({
    type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', verificationMethod, proofValue: 'z1',
  })
  const list = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1', statusListCredential: address }
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: address, badge: address, issuedOn: '2026-01-01T00:00:00Z',
    recipient: { type: 'email', identity: 'a' }, verification: { type: 'HostedBadge', creator: address },
  }
  const payload = part({ ...badge, issuer: { id: address, type: ['Profile'] } })
  return [
    { ...badge, issuer: { id: address, type: ['Profile'] }, proof: proof(`${address}#key`) },
    { ...badge, issuer: { id: did, type: ['Profile'] }, proof: proof(`${did}#key`) },
    { ...badge, credentialStatus: list, proof: proof(address) },
    { ...badge, credentialStatus: { id: address, type: '1EdTechRevocationList' }, proof: proof(address) },
    { ...badge, credentialSchema: [{ id: address, type: '1EdTechJsonSchemaValidator2019' }], proof: proof(address) },
    { ...badge, '@context': [...[badge['@context'] ?? []].flat(), address], proof: proof(address) },
    assertion,
    address,
    `${part({ alg: 'RS256', kid: address })}.${payload}.c2ln`,
    `${part({ alg: 'RS256', jku: address, x5u: address })}.${payload}.c2ln`,
    `${part({ alg: 'RS256' })}.${part(assertion)}.c2ln`,
  ]
}
