import { expect, test } from 'vitest'
import { checkChain, record } from '~/domain/audit.server'
import { db, transaction } from '~/lib/db.server'

const system = { kind: 'system', institutionId: 'north' } as const

async function northbridge() {
  await db.institution.create({
    data: {
      id: 'north', slug: 'north', name: 'North', legalName: 'North', country: 'PT', contactEmail: 'a@north.example',
      office: 'Office', timeZone: 'Europe/Lisbon', language: 'en', createdAt: new Date(),
    },
  })
}

test('rule 10: events of simultaneous changes stand in one chain, and one check reads it', async () => {
  await northbridge()
  await Promise.all(
    Array.from({ length: 50 }, (_, i) => transaction(tx => record(tx, system, 'test.happened', `thing-${i}`, { i, a: null }))),
  )
  expect(await checkChain('north')).toEqual({ isIntact: true, events: 50 })
})

test('rule 10: an event that is changed, deleted, moved or cut off is noticed', async () => {
  const where = { institutionId_seq: { institutionId: 'north', seq: 20 } }
  const original = await db.auditEvent.findUniqueOrThrow({ where })
  const details = { i: 1, a: null }
  const original21 = await db.auditEvent.findUniqueOrThrow({ where: { institutionId_seq: { institutionId: 'north', seq: 21 } } })

  await db.auditEvent.update({ where, data: { action: 'test.forged' } })
  expect((await checkChain('north')).fault).toEqual({ seq: 20, reason: 'changed' })

  await db.auditEvent.delete({ where })
  expect((await checkChain('north')).fault).toEqual({ seq: 20, reason: 'missing' })

  await db.auditEvent.create({ data: { ...original21, seq: 20, details } })
  expect((await checkChain('north')).isIntact).toBe(false)

  await db.auditEvent.delete({ where })
  await db.auditEvent.create({ data: { ...original, details: original.details as typeof details } })
  expect(await checkChain('north')).toEqual({ isIntact: true, events: 50 })

  await db.auditEvent.delete({ where: { institutionId_seq: { institutionId: 'north', seq: 50 } } })
  expect((await checkChain('north')).fault).toEqual({ seq: 50, reason: 'cut' })
})
