import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { settings } from '~/lib/env.server'
import { PrismaClient } from '~/lib/prisma/sqlite/client'
import { sqlite } from '~/lib/sqlite.server'

const url = `file:${join(settings().dataDir, 'turns.db')}`
const client = new PrismaClient({ adapter: sqlite(url) })
await client.$queryRawUnsafe('PRAGMA journal_mode = WAL')
await client.$executeRawUnsafe(
  'CREATE TABLE "RateLimiterFlexible" ("key" TEXT PRIMARY KEY, "points" INTEGER, "expire" DATETIME)',
)

afterAll(() => client.$disconnect())

const keys = async () => (await client.rateLimiterFlexible.findMany()).map(row => row.key)
const note = (key: string) => ({ data: { key, points: 1 } })
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

test('what stands beside an open transaction neither sees its changes nor shares its fate', async () => {
  const failing = client.$transaction(async tx => {
    await tx.rateLimiterFlexible.create(note('never'))
    await pause(60)
    throw new Error('taken back')
  })
  await pause(20)
  expect(await keys()).toEqual([])
  await Promise.all([
    expect(failing).rejects.toThrow('taken back'),
    client.rateLimiterFlexible.create(note('alone')),
  ])
  expect(await keys()).toEqual(['alone'])
})

test('a hundred writers take turns, and whoever is done is read by everybody', async () => {
  const before = (await keys()).length
  await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      at % 2
        ? client.rateLimiterFlexible.create(note(`lone ${at}`))
        : client.$transaction(tx => tx.rateLimiterFlexible.create(note(`together ${at}`)), {
            maxWait: 20_000,
          }),
    ),
  )
  expect((await keys()).length).toBe(before + 100)
})

test('a transaction that never started leaves the next one its turn', async () => {
  await expect(client.$executeRawUnsafe('INSERT INTO "Nowhere" VALUES (1)')).rejects.toThrow()
  await client.$transaction(tx => tx.rateLimiterFlexible.create(note('after')))
  expect(await keys()).toContain('after')
})
