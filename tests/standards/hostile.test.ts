import { expect, test } from 'vitest'
import { issueChecked } from '~/standards/issue'
import { isObject, type Json, type JsonObject } from '~/standards/json'
import type { Lookups } from '~/standards/lookups'
import { openBadge } from '~/standards/open-badge'
import { verifyCredential } from '~/standards/verification'
import { withinASecond } from './effort'
import { AWARDED, credentialFacts, issuedBadge, key, NOW, world } from './issued'

/** Verifies, and holds that it neither takes long nor goes anywhere. */
function verify(text: string, lookups: Lookups = world([key])) {
  return withinASecond(() => verifyCredential(text, { now: NOW, lookups }))
}

async function reasonFor(text: string) {
  const { valid, checks } = await verify(text)
  expect(valid).toBe(false)
  return checks[0]?.detail
}

const nested = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`

test('text that is no credential is told why, in next to no time', async () => {
  const { text } = await issuedBadge()
  const cases: [string, string][] = [
    ['', 'not-json'],
    ['hello', 'not-json'],
    ['{"type":', 'not-json'],
    ['[]', 'not-an-object'],
    ['"text"', 'not-an-object'],
    [nested(10_000), 'too-deep'],
    ['['.repeat(500_000), 'too-deep'],
    [`{"a":"${'x'.repeat(50_000_000)}"}`, 'too-long'],
    [`[${'1,'.repeat(500_000)}1]`, 'too-many-members'],
    [`{"a":"${'\\"'.repeat(400_000)}`, 'not-json'],
    [text.replace('"name":', '"name":"Somebody else","name":'), 'repeated-member'],
    [text.replace('"name":', '"n\\u0061me":"Somebody else","name":'), 'repeated-member'],
    [text.replace('"name":', '"__proto__":{"valid":true},"name":'), 'repeated-member'],
    [text.replace('Chidi', '\\ud83d'), 'broken-text'],
    [text.replace('Chidi', '\ud83d'), 'broken-text'],
  ]
  for (const [hostile, why] of cases) {
    expect(await reasonFor(hostile)).toMatchObject({ code: 'format.unreadable', why })
  }
})

const repeated = (count: number, member: JsonObject) => Array.from({ length: count }, () => member)

test('what would cost many times its length is told why at once: much in one, one in another in another', async () => {
  const { document } = await issuedBadge()
  const [one] = [document.endorsement].flat().filter(isObject)
  if (!one) throw new Error('The badge holds no endorsement.')
  const within = (depth: number): JsonObject => (depth === 0 ? one : { ...one, endorsement: [within(depth - 1)] })
  const cases: [JsonObject, string][] = [
    [{ ...document, evidence: repeated(6_500, { type: ['Evidence'], name: 'e' }) }, 'too-many-members'],
    [{ ...document, proof: repeated(6_000, Object(document.proof)) }, 'too-many-members'],
    [{ ...document, endorsement: [within(2)] }, 'too-deep'],
    [{ ...document, endorsement: [within(12)] }, 'too-deep'],
  ]
  for (const [hostile, why] of cases) {
    expect(await reasonFor(JSON.stringify(hostile))).toMatchObject({ code: 'format.unreadable', why })
  }
})

/** Each another. */
const many = (count: number, member: JsonObject) => repeated(count, member).map((one, at) => ({ ...one, id: `urn:x:${at}` }))

test('what nobody known has signed is checked up to a cost, and what lies beyond it is left unknown', async () => {
  const { document } = await issuedBadge()
  const [one = {}] = [document.endorsement].flat().filter(isObject)
  const { proof: _, ...unsigned } = one
  const slow = { ...Object(document.proof), cryptosuite: 'ecdsa-rdfc-2019' }
  const spare = { ...one, evidence: many(1_200, { type: ['Evidence'], name: 'n', narrative: 'said', genre: 'g' }) }
  const cases: JsonObject[] = [
    { ...document, endorsement: many(1_500, one) },
    { ...document, endorsement: many(3_000, unsigned) },
    { ...document, endorsement: many(12, spare) },
    { ...document, proof: repeated(1_500, Object(document.proof)) },
    { ...document, proof: repeated(300, slow), evidence: repeated(4_000, { type: ['Evidence'], name: 'e' }) },
  ]
  for (const hostile of cases) {
    const { valid, checks } = await verify(JSON.stringify(hostile))
    expect([valid, checks.at(-1)?.detail.code]).toEqual([null, 'proof.too-large'])
  }
})

test('in the place of a JWT only a JWT is read: a credential there would be one more inside', async () => {
  const { document, text } = await issuedBadge()
  const { inner } = await verify(JSON.stringify({ ...document, endorsementJwt: [text, 'e30.e30.c2ln'] }))
  expect(inner.slice(-2).map(({ checks }) => checks.map(({ outcome, detail }) => [outcome, detail.code]))).toEqual([
    [['failed', 'format.unreadable']], [['failed', 'format.not-a-credential']],
  ])
})

test('a record of fifty credentials with three endorsements each is read, each on its own', async () => {
  const { document } = await issuedBadge()
  const [one] = [document.endorsement].flat().filter(isObject)
  const badge = { ...document, endorsement: repeated(3, one ?? {}) }
  const record = {
    ...document, type: ['VerifiableCredential', 'ClrCredential'], endorsement: [],
    credentialSubject: { type: ['ClrSubject'], verifiableCredential: repeated(50, badge) },
  }
  const { inner, checks } = await verifyCredential(JSON.stringify(record), { now: NOW, lookups: world([key]) })
  expect(checks[0]?.detail.code).toBe('format.clr')
  expect(inner.map(each => each.inner.length)).toEqual(Array(50).fill(3))
})

test('a byte order mark and blanks around do no harm', async () => {
  const { text } = await issuedBadge()
  const { checks } = await verify(`\ufeff\n ${text} \n`)
  expect(checks.find(({ name }) => name === 'proof')?.outcome).toBe('passed')
})

test('contexts by address are never fetched, and a document that needs them is not called genuine', async () => {
  const { document } = await issuedBadge()
  const contexts: Json[] = [
    'http://169.254.169.254/latest/meta-data',
    'https://evil.example/context.json',
    'file:///etc/passwd',
    { '@vocab': 'https://evil.example/#' },
    { '@import': 'https://evil.example/context.json' },
    { name: null },
  ]
  for (const context of contexts) {
    const twin = { ...document, '@context': [...[document['@context'] ?? []].flat(), context] }
    const { valid, checks } = await verify(JSON.stringify(twin))
    expect(valid).not.toBe(true)
    expect(checks.find(({ name }) => name === 'proof')?.detail.code).toBe('proof.unknown-context')
  }
})

test('contexts hidden deeper, in a proof or an endorsement, are seen as well', async () => {
  const { document } = await issuedBadge()
  const context = 'https://evil.example/context.json'
  const twins: JsonObject[] = [
    { ...document, proof: { ...Object(document.proof), '@context': context } },
    { ...document, credentialSubject: { ...Object(document.credentialSubject), '@context': context } },
  ]
  for (const twin of twins) {
    const { checks } = await verify(JSON.stringify(twin))
    expect(checks.find(({ name }) => name === 'proof')?.detail).toMatchObject({
      code: 'proof.unknown-context',
      context,
    })
  }
})

test('a credential can not send us round the world', async () => {
  const endorsements: JsonObject[] = []
  const { document } = await issuedBadge()
  const one = Object([document.endorsement].flat()[0])
  for (let index = 0; index < 100; index++) {
    const status = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1' }
    const list = `https://victim.example/${index}`
    endorsements.push({
      ...one,
      id: `urn:x:${index}`,
      issuer: { id: `https://victim.example/issuers/${index}`, type: ['Profile'] },
      credentialStatus: { ...status, statusListCredential: list },
    })
  }
  const asked: string[] = []
  const ask = async (url: string) => {
    asked.push(url)
    return null
  }
  const text = JSON.stringify({ ...openBadge(credentialFacts({ endorsements })), proof: document.proof })
  const { inner } = await verify(text, { issuerKeys: ask, statusList: ask, published: ask })
  expect(inner).toHaveLength(100)
  expect(asked.length).toBeLessThanOrEqual(20)
  expect(new Set(asked).size).toBe(asked.length)
})

test('a graph built to wear the reader out is given up', async () => {
  const { document } = await issuedBadge({ endorsements: [] })
  // Many nodes without a name that differ in nothing but how they hang together.
  const evidence = Array.from({ length: 200 }, () => ({ type: ['Evidence'], alignment: [twin(6)] }))
  const { valid } = await verify(JSON.stringify({ ...document, evidence }))
  expect(valid).toBe(false)
})

function twin(depth: number): JsonObject {
  const alignment: JsonObject = { type: ['Alignment'], targetName: 'same', targetUrl: 'urn:x:same' }
  return depth === 0 ? alignment : { ...alignment, alignment: [twin(depth - 1)] }
}

const ODD = [
  'Ærøskøbing',
  'Þingvellir',
  'Санкт-Петербург',
  'Θεσσαλονίκη',
  'القاهرة',
  'ירושלים',
  '北京',
  '東京',
  '서울',
  'กรุงเทพ',
  'नई दिल्ली',
  '👩🏽‍🎓 🏳️‍🌈',
  'e\u0301 is not \u00e9',
  ']]> --> </script> <!--',
  '\u2028 and \u2029',
  '\\u0041 "quoted" \\ back/slash',
  'tab\tline\nreturn\r',
  '\u0000 nothing',
  '\ufeff mark \ufffe',
  'a\u202eb',
  '@id',
  '_:b0',
  ' ',
  '𝄞 𠜎',
]

test.each(ODD)('what is written in any script survives signing, text and verifying: %j', async name => {
  const facts = credentialFacts({ recipient: { name }, narrative: name })
  const { text } = await issueChecked(openBadge(facts), key.signer, AWARDED)
  const { checks, credential } = await verify(text)
  expect(checks.find(check => check.name === 'proof')?.outcome).toBe('passed')
  expect(credential?.recipients).toEqual([name])
})
