import { expect, test } from 'vitest'
import { didDocument, didWeb, issuerUrl, keysOf } from '~/standards/did'
import { newKey } from './issued'

test.each([
  ['https://vouch.example', 'did:web:vouch.example:issuers:north'],
  ['http://localhost:3000', 'did:web:localhost%3A3000:issuers:north'],
  ['https://university.example/vouch', 'did:web:university.example:vouch:issuers:north'],
  ['https://bücher.example', 'did:web:xn--bcher-kva.example:issuers:north'],
])('an institution at %s is %s', (publicUrl, did) => {
  expect(didWeb(publicUrl, 'issuers', 'north')).toBe(did)
})

test.each([
  ['did:web:vouch.example:issuers:north', 'https://vouch.example/issuers/north/did.json'],
  ['did:web:localhost%3A3000:issuers:north', 'https://localhost:3000/issuers/north/did.json'],
  ['did:web:vouch.example', 'https://vouch.example/.well-known/did.json'],
  ['https://vouch.example/issuers/north', 'https://vouch.example/issuers/north'],
])('the keys of %s are published at %s', (id, url) => expect(issuerUrl(id)).toBe(url))

test.each([
  'urn:uuid:1',
  'did:key:z6Mk',
  'did:example:1',
  'http://vouch.example/1',
  'did:web:',
  'did:web:evil.example%2Fpath:a',
  'did:web:user@evil.example',
  'did:web:a.example:..:..:secret',
  'did:web:a.example::x',
  'did:web:a.example:b?c',
  'did:web:a.example#k',
])('%s has no address to ask at', id => expect(issuerUrl(id)).toBe(null))

const id = 'did:web:vouch.example:issuers:north'
const [first, second, third] = [newKey(id), newKey(id), newKey(id)]
const since = new Date('2026-05-02T10:00:00Z')

test('rule 9: every key there ever was stays published, a compromised one with its date', () => {
  const document = didDocument(id, [first, { ...second, compromisedSince: since }, third])
  expect(keysOf(document, id)).toEqual([
    { id: `${id}#${first.publicKeyMultibase}`, publicKeyMultibase: first.publicKeyMultibase },
    {
      id: `${id}#${second.publicKeyMultibase}`,
      publicKeyMultibase: second.publicKeyMultibase,
      compromisedSince: since,
    },
    { id: `${id}#${third.publicKeyMultibase}`, publicKeyMultibase: third.publicKeyMultibase },
  ])
  expect(document.assertionMethod).toEqual([first, third].map(key => `${id}#${key.publicKeyMultibase}`))
})

test('keys for other purposes, of other controllers, or in another document do not speak for an issuer', () => {
  const document = didDocument(id, [first])
  expect(keysOf({ ...document, id: `${id}x` }, id)).toBe(null)
  expect(
    keysOf({ ...document, assertionMethod: [], authentication: document.assertionMethod ?? [] }, id),
  ).toEqual([])
  const [method] = [document.verificationMethod].flat()
  expect(
    keysOf(
      { ...document, verificationMethod: [{ ...Object(method), controller: 'did:web:evil.example' }] },
      id,
    ),
  ).toEqual([])
})

test('keys written out in assertionMethod, or single where a list could be, are read as well', () => {
  const [method] = [didDocument(id, [first]).verificationMethod].flat()
  expect(keysOf({ id, assertionMethod: Object(method) }, id)).toMatchObject([
    { publicKeyMultibase: first.publicKeyMultibase },
  ])
})
