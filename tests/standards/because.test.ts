import { expect, test } from 'vitest'
import { composeBecause, disclose, entriesOf, isBound, sealPart } from '~/standards/because'
import { isObject } from '~/standards/json'
import { verifyCredential } from '~/standards/verification'
import { credentialFacts, issuedBadge, key, NOW, ORIGIN, world } from './issued'

const { id } = credentialFacts()
const activity = (title: string) => ({ part: 'activity', title, minutes: 2880 })
const sealed = [
  sealPart(activity('Course representative'), 'c2FsdC1vZi1vbmU'),
  sealPart(activity('Shoreline Food Bank'), 'c2FsdC1vZi10d28'),
]
const tree = sealPart(
  { part: 'tree', met: true, because: sealed.map(({ digest }) => digest) },
  'c2FsdC1vZi10cmVl',
)
const parts = [tree, ...sealed]
const text = composeBecause(id, parts)
const because = { url: `${ORIGIN}/credentials/q83vEjRWeJCrze8SNFZ4kA/because.json`, text }

async function outcomeOf(shown: { text: string; disclosures: { salt: string; value: object }[] }) {
  const { document } = await issuedBadge({ because })
  const disclosures = shown.disclosures.map(({ salt, value }) => ({
    salt,
    value: JSON.parse(JSON.stringify(value)),
  }))
  const { checks } = await verifyCredential(JSON.stringify(document), {
    now: NOW,
    lookups: world([key]),
    because: { text: shown.text, disclosures },
  })
  return checks.find(({ name }) => name === 'because')
}

test('because.json tells how many parts there are, and nothing of them', () => {
  expect(text).not.toMatch(/Course|Shoreline|minutes|tree/)
  expect(entriesOf(text, id)?.size).toBe(3)
  expect(composeBecause(id, parts.toReversed())).toBe(text)
})

test('the holder shows one part, and the verifier sees that it was there when it was signed', async () => {
  const disclosures = disclose(parts, value => isObject(value) && value.title === 'Shoreline Food Bank')
  expect(disclosures).toEqual([{ salt: 'c2FsdC1vZi10d28', value: activity('Shoreline Food Bank') }])
  expect(
    await outcomeOf({
      text,
      disclosures: disclosures.map(({ salt, value }) => ({ salt, value: Object(value) })),
    }),
  ).toMatchObject({
    outcome: 'passed',
    detail: { code: 'because.bound', parts: 1 },
  })
})

test('all of it, or none, is bound too; the order of members does not matter', async () => {
  expect(await outcomeOf({ text, disclosures: [] })).toMatchObject({ outcome: 'passed' })
  const turned = { minutes: 2880, title: 'Course representative', part: 'activity' }
  expect(isBound({ salt: 'c2FsdC1vZi1vbmU', value: turned }, entriesOf(text, id) ?? new Set())).toBe(true)
})

test('a part that was changed, or salted otherwise, is not bound', async () => {
  const changed = { ...activity('Shoreline Food Bank'), minutes: 2881 }
  for (const disclosure of [
    { salt: 'c2FsdC1vZi10d28', value: changed },
    { salt: 'c2FsdC1vZi1vbmU', value: activity('Shoreline Food Bank') },
  ]) {
    expect(await outcomeOf({ text, disclosures: [disclosure] })).toMatchObject({
      outcome: 'failed',
      detail: { code: 'because.part-not-bound' },
    })
  }
})

test('another because.json, even with the same parts and more, does not belong to the credential', async () => {
  const more = sealPart(activity('Never happened'), 'c2FsdA')
  for (const other of [
    composeBecause(id, [...parts, more]),
    composeBecause(`${id}x`, parts),
    `${text}\n`,
    '{}',
    'no json',
  ]) {
    expect(await outcomeOf({ text: other, disclosures: [] })).toMatchObject({
      outcome: 'failed',
      detail: { code: 'because.not-bound' },
    })
  }
})
