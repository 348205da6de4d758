import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSettings } from '~/lib/env.server'
import { certificateOf, hasOpenssl, issuedSeal, keys, pemOf } from '../seals'

const folder = mkdtempSync(join(tmpdir(), 'seal-settings-'))
const key = keys['P-256']()
const inForce = file('seal.pem', certificateOf(key))
const itsKey = file('seal.key', pemOf(key))

afterAll(() => rmSync(folder, { recursive: true }))

test('a certificate and its key seal documents; without either nothing does', () => {
  expect(start(inForce, itsKey).seal?.chain.map(({ subject }) => subject)).toEqual(['CN=Seal of University of Northbridge'])
  expect(start('', '').seal).toBeNull()
})

test.each([
  ['a certificate alone', inForce, '', /^SEAL_CERTIFICATE  and SEAL_KEY belong together/],
  ['a key alone', '', itsKey, /^SEAL_CERTIFICATE  and SEAL_KEY belong together/],
  ['a file that is not there', join(folder, 'nowhere.pem'), itsKey, /^SEAL_CERTIFICATE {2}.*nowhere\.pem cannot be read$/],
  ['an expired certificate', file('old.pem', certificateOf(key, 'Old', -30, -1)), itsKey, /^SEAL_CERTIFICATE {2}expired on \d{4}-\d\d-\d\d: /],
  ['a certificate of the future', file('soon.pem', certificateOf(key, 'Soon', 3, 9)), itsKey, /^SEAL_CERTIFICATE {2}holds only from \d{4}/],
  ['what is no certificate', file('text.pem', 'A letter.'), itsKey, /^SEAL_CERTIFICATE {2}.* holds no certificate in PEM$/],
  ['another key', inForce, file('other.key', pemOf(keys['P-256']())), /^SEAL_KEY {2}is not the key of the first certificate/],
  ['what is no key', inForce, file('text.key', 'A letter.'), /^SEAL_KEY {2}must be a file with one private key/],
])('a start with %s is refused in a sentence', (_, certificate, itsOwn, sentence) => {
  expect(() => start(certificate, itsOwn)).toThrow(sentence)
})

test.skipIf(!hasOpenssl)('a chain is taken in the order it was issued in, and in no other (skipped without openssl)', () => {
  const { own, ca, key: sealKey } = issuedSeal(folder)
  const pem = file('issued.key', pemOf(sealKey))
  expect(start(file('chain.pem', own + ca), pem).seal?.chain).toHaveLength(2)
  expect(() => start(file('turned.pem', ca + own), pem)).toThrow(/^SEAL_CERTIFICATE {2}must have the seal’s own certificate first/)
})

function start(certificate: string, sealKey: string) {
  return readSettings({ DATA_DIR: folder, SEAL_CERTIFICATE: certificate, SEAL_KEY: sealKey })
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
