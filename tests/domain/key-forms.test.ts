import { beforeAll, expect, test } from 'vitest'
import { momentOf } from '~/domain/day'
import { answerForKey, findKey, KeyForm } from '~/domain/key-forms.server'
import type { PersonActor } from '~/domain/policy'
import { activeKey, listKeys } from '~/domain/signing-key.server'
import { db } from '~/lib/db.server'
import { NotFound, Refusal } from '~/lib/refusal'
import { makeInstitution, member } from '../facts'

let devi: PersonActor

beforeAll(async () => {
  await makeInstitution()
  devi = await member('devi')
})

const routine = { why: 'routine' } as const

test('an hour is that of the clocks where the institution is, also where they are put forward or back on that day', () => {
  const at = (day: string, hour: number, timeZone = 'Europe/Dublin') => momentOf(day, hour * 60, timeZone).toISOString()
  expect(at('2026-07-01', 9)).toBe('2026-07-01T08:00:00.000Z')
  expect(at('2026-03-29', 0)).toBe('2026-03-29T00:00:00.000Z')
  expect(at('2026-03-29', 9)).toBe('2026-03-29T08:00:00.000Z')
  expect(at('2026-03-29', 23)).toBe('2026-03-29T22:00:00.000Z')
  expect(at('2026-10-25', 9)).toBe('2026-10-25T09:00:00.000Z')
  expect(at('2026-10-25', 23)).toBe('2026-10-25T23:00:00.000Z')
  expect(at('2026-01-01', 6, 'Pacific/Kiritimati')).toBe('2025-12-31T16:00:00.000Z')
  expect(at('2026-01-01', 6, 'Asia/Kathmandu')).toBe('2026-01-01T00:15:00.000Z')
})

test('why is said, and since when where somebody else may have the key; a moment to come is refused', async () => {
  const faults = (typed: object) => KeyForm.safeParse(typed).error?.issues.map(({ path }) => path.join('.')) ?? []
  expect(faults({})).toEqual(['why'])
  expect(faults({ why: 'compromised' })).toEqual(['since'])
  expect(faults({ why: 'compromised', since: '2026-02-30' })).toContain('since')
  expect(faults({ why: 'lost' })).toEqual([])
  const { id } = await activeKey('north')
  const ahead = { why: 'compromised', since: '2999-01-01' } as const
  await expect(answerForKey(devi, id, ahead)).rejects.toThrow(Refusal)
  expect((await activeKey('north')).id).toBe(id)
  expect(await answerForKey(devi, id, { why: 'compromised', since: '2026-07-01', hour: 9 })).toBe('changed')
  expect(await findKey(devi, id)).toMatchObject({ status: 'compromised', compromisedSince: new Date('2026-07-01T08:00:00Z') })
})

test('rule 6: a key that somebody else changed meanwhile is not changed twice, nor the one that took its place', async () => {
  const { id } = await activeKey('north', 'P256')
  const both = await Promise.allSettled([answerForKey(devi, id, routine), answerForKey(devi, id, routine)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const next = await activeKey('north', 'P256')
  await expect(answerForKey(devi, id, { why: 'lost' })).rejects.toThrow(Refusal)
  expect(await answerForKey(devi, id, { why: 'compromised', since: '2026-07-01' })).toBe('recorded')
  await expect(answerForKey(devi, id, { why: 'compromised', since: '2026-06-01' })).rejects.toThrow(Refusal)
  expect((await activeKey('north', 'P256')).id).toBe(next.id)
  expect((await listKeys('north')).filter(({ kind }) => kind === 'P256')).toHaveLength(2)
})

test('rule 11: nobody but an administrator finds a key, or one of another house', async () => {
  const { id } = await activeKey('north')
  await makeInstitution('south')
  const elsewhere = await activeKey('south')
  for (const key of ['ana', 'mina', 'omar', 'rosa'] as const) {
    const person = await member(key)
    await expect(findKey(person, id)).rejects.toThrow(NotFound)
    await expect(answerForKey(person, id, routine)).rejects.toThrow(NotFound)
  }
  await expect(findKey(devi, elsewhere.id)).rejects.toThrow(NotFound)
  expect(JSON.stringify(await findKey(devi, id))).not.toContain('ncrypted')
  expect(await db.signingKey.count({ where: { id, status: 'active' } })).toBe(1)
})
