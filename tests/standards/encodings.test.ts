import { createSecretKey, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestMultibase, matchesDigest } from '~/standards/digest'
import { hashedEmail, isHashOf } from '~/standards/identity'
import { canonicalJson, type Json } from '~/standards/json'
import { moment, readMoment } from '~/standards/moment'
import { publicKeyMultibase, readMultibase, readPublicKey, toMultibase } from '~/standards/multikey'

test.each([
  ['48656c6c6f20576f726c6421', '2NEpo7TZRRrLZSi2U'],
  ['0000287fb4cd', '11233QC4'],
  ['', ''],
  ['00', '1'],
  ['ff', '5Q'],
])('bytes %s are z%s in base58btc, and back', (hex, base58) => {
  expect(toMultibase(Buffer.from(hex, 'hex'))).toBe(`z${base58}`)
  expect(readMultibase(`z${base58}`)?.toString('hex')).toBe(hex)
})

test.each(['', 'z0', 'zIl', 'u+/', 'u', 'm1234', `z${'1'.repeat(900)}`])(
  '%j is no multibase we read',
  text => {
    expect(readMultibase(text)).toBe(null)
  },
)

// The key of the did:key method's first example.
const EXAMPLE = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'

test('a published key is read, and written the same again', () => {
  const key = readPublicKey(EXAMPLE)
  expect(key?.asymmetricKeyType).toBe('ed25519')
  expect(key && publicKeyMultibase(key)).toBe(EXAMPLE)
})

test('the public half is that of either half; other keys are refused', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  expect(publicKeyMultibase(privateKey)).toBe(publicKeyMultibase(publicKey))
  expect(publicKeyMultibase(privateKey)).toMatch(/^z6Mk/)
  expect(() => publicKeyMultibase(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey)).toThrow(
    'Ed25519',
  )
  expect(() => publicKeyMultibase(createSecretKey(Buffer.alloc(32)))).toThrow('Ed25519')
  expect(readPublicKey(`${EXAMPLE}x`)).toBe(null)
  expect(readPublicKey('zDnaekGZTbQBerwcehBSXLqAg6s55hVEBms1zFy89VHXtJSa2')).toBe(null)
})

// From RFC 8785, and what sorts otherwise by code points than by UTF-16 code units.
test.each<[Json, string]>([
  [
    {
      peach: 'This sorting order',
      péché: 'is wrong according to French',
      pêche: 'but canonicalization MUST',
      sin: 'ignore locale',
    },
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
  ],
  [
    {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      literals: [null, true, false],
    },
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  ],
  [
    {
      '\ufb33': 'Hebrew',
      '\u{1f600}': 'smile',
      '\u20ac': 'euro',
      '1': 'one',
      '\r': 'return',
      '</script>': 'tag',
      '\u0080': 'control',
    },
    '{"\\r":"return","1":"one","</script>":"tag","\u0080":"control","\u20ac":"euro","\u{1f600}":"smile","\ufb33":"Hebrew"}',
  ],
  [
    { string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/' },
    '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  ],
])('%j in canonical JSON', (value, text) => expect(canonicalJson(value)).toBe(text))

test('a digest names its algorithm, and is known without that too', () => {
  // The digest VC Data Model 2.0 publishes for its own context is made the same way.
  expect(digestMultibase('')).toBe('uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ')
  expect(matchesDigest('', 'uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ')).toBe(true)
  expect(matchesDigest('', 'u47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')).toBe(true)
  expect(matchesDigest('x', 'u47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')).toBe(false)
})

test('who knows the address finds it in the credential, however it is written; who guesses another does not', () => {
  const { identityHash } = hashedEmail({ address: 'Ana@Northbridge.example ', salt: 'salt' })
  const identity = { identityHash: String(identityHash), salt: 'salt' }
  // sha256 of `ana@northbridge.examplesalt`, by another program.
  expect(identityHash).toBe('sha256$0ae2f73fe6f16456381e4001a2b3a58a010322ca1157ef8f61ecfad67149ab0f')
  expect(isHashOf('ANA@northbridge.example', identity)).toBe(true)
  expect(isHashOf('chidi@northbridge.example', identity)).toBe(false)
  expect(isHashOf('ana@northbridge.example', { ...identity, salt: 'other' })).toBe(false)
})

test('moments are written to the second in UTC, and read in any zone', () => {
  expect(moment(new Date('2026-05-02T10:00:00.999+02:00'))).toBe('2026-05-02T08:00:00Z')
  expect(readMoment('2022-11-10T07:38:00-08:00')).toEqual(new Date('2022-11-10T15:38:00Z'))
  for (const text of [
    '2026-05-02',
    '2026-05-02T10:00:00',
    '2026-13-02T10:00:00Z',
    'May 2, 2026',
    '',
    null,
    7,
  ]) {
    expect(readMoment(text)).toBe(null)
  }
})
