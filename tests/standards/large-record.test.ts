import { expect, test } from 'vitest'
import { isObject, type JsonObject } from '~/standards/json'
import { verifyCredential, type Verification } from '~/standards/verification'
import { withinASecond } from './effort'
import { issuer, key, LIST, newKey, NOW, statusList, world } from './issued'
import { largeRecord } from './large-record'

const known = async () => world([key], { [LIST]: await statusList() })
const read = async (record: JsonObject, lookups = world([])) => verifyCredential(JSON.stringify(record), { now: NOW, lookups })

const proofsOf = ({ checks, inner }: Verification): (string | undefined)[] => [
  ...inner.flatMap(proofsOf), checks.find(({ name }) => name === 'proof')?.detail.code,
]
const count = (codes: (string | undefined)[], code: string) => codes.filter(each => each === code).length

test('a record of three hundred activities and forty credentials with three endorsements each is checked to its end', async () => {
  const record = await largeRecord({ activities: 300, credentials: 40, endorsements: 3 })
  const started = process.cpuUsage()
  const verification = await read(record, await known())
  const { user, system } = process.cpuUsage(started)
  console.log(`${JSON.stringify(record).length} characters, ${Math.round((user + system) / 1000)} ms of CPU`)
  expect(verification).toMatchObject({ valid: true })
  expect(verification.inner).toHaveLength(340)
  for (const { valid, inner } of verification.inner) expect([valid, inner.map(each => each.valid)]).toEqual([true, [true, true, true]])
  expect(count(proofsOf(verification), 'proof.valid')).toBe(1 + 340 + 1_020)

  const subject = Object(record.credentialSubject)
  const [first, ...rest] = [subject.verifiableCredential].flat().filter(isObject)
  const changed = { ...record, credentialSubject: { ...subject, verifiableCredential: [{ ...first, name: 'Another' }, ...rest] } }
  const found = await read(changed, await known())
  expect([found.valid, ...found.inner.slice(0, 3).map(({ valid }) => valid)]).toEqual([false, false, true, true])
  expect(count(proofsOf(found), 'proof.changed')).toBe(2)
})

test('of an issuer nobody knows as much is checked as the record of a course has, and all of it for who is patient', async () => {
  const by = { issuer, signer: newKey().signer }
  const course = await largeRecord({ activities: 0, credentials: 25, endorsements: 3 }, by)
  expect(count(proofsOf(await read(course)), 'proof.valid')).toBe(1 + 25 + 75)
  const studies = await largeRecord({ activities: 60, credentials: 0, endorsements: 3 }, by)
  const codes = proofsOf(await read(studies))
  expect(count(codes, 'proof.too-large')).toBeGreaterThan(0)
  expect(count(codes, 'proof.changed')).toBe(0)
  const patient = await verifyCredential(JSON.stringify(studies), { now: NOW, lookups: world([]), isPatient: true })
  expect(count(proofsOf(patient), 'proof.valid')).toBe(1 + 60 + 180)
})

test('what many times repeats one thing that was signed earns no more than the one', async () => {
  const record = await largeRecord({ activities: 1, credentials: 0, endorsements: 1 })
  const subject = Object(record.credentialSubject)
  const [one] = [subject.verifiableCredential].flat()
  const twin = { ...record, credentialSubject: { ...subject, verifiableCredential: Array(600).fill(one) } }
  const lookups = await known()
  const { checks } = await withinASecond(() => read(twin, lookups))
  expect(checks.at(-1)?.detail.code).toBe('proof.too-large')
})
