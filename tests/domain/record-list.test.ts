import { expect, test } from 'vitest'
import type { ActivityStatus } from '~/domain/activity'
import { listRecords, RECORD_PAGE } from '~/domain/record-list.server'
import type { PersonActor } from '~/domain/policy'
import { now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { NotFound } from '~/lib/refusal'
import { seedHouse } from '../../prisma/people'
import type { CastKey, UnitKey } from '../cast'
import { actorFor } from '~/domain/people.server'
import { found } from '~/lib/refusal'
import { plansOf, scans } from '../plans'

const { institutionId, personIds, unitIds } = await seedHouse()
const actor = async (key: CastKey) => found(await actorFor(personIds[key]))
const [mina, rosa] = [await actor('mina'), await actor('rosa')]

async function submitted(
  title: string,
  more: { unit?: UnitKey; student?: CastKey; status?: ActivityStatus } = {},
) {
  const { unit = 'foodBank', student = 'ana', status = 'submitted' } = more
  const id = newId()
  const at = { createdAt: now(), statusAt: now() }
  await db.activity.create({
    data: {
      ...{ id, institutionId, studentId: personIds[student], unitId: unitIds[unit], status, title, ...at },
      ...{ category: 'club', organisation: 'Rowing Club', role: 'Rower' },
    },
  })
  return id
}

const everything = { search: '', status: null, unitId: null }
const titlesFor = async (reader: PersonActor, filters: Partial<Parameters<typeof listRecords>[1]> = {}) =>
  (await listRecords(reader, { ...everything, ...filters }, null)).rows.map(({ title }) => title)

test('rule 11: reviewers find what was submitted in their units, by student, title, organisation and state', async () => {
  await submitted('Regatta', { status: 'approved' })
  await submitted('Essay circle', { unit: 'humanities', student: 'chidi' })
  await submitted('Half done', { status: 'draft' })
  expect(await titlesFor(mina)).toEqual(['Regatta'])
  expect(await titlesFor(rosa)).toEqual(['Essay circle', 'Regatta'])
  expect(await titlesFor(rosa, { search: 'okafor ROW' })).toEqual(['Essay circle'])
  expect(await titlesFor(rosa, { search: 'duarte', status: 'approved' })).toEqual(['Regatta'])
  expect(await titlesFor(rosa, { status: 'declined' })).toEqual([])
  expect(await titlesFor(rosa, { unitId: unitIds.volunteering })).toEqual(['Regatta'])
  expect(await titlesFor(mina, { unitId: unitIds.humanities })).toEqual([])
  expect(await titlesFor({ ...rosa, institutionId: 'elsewhere' })).toEqual([])
  for (const key of ['ana', 'ben', 'omar', 'devi'] as const) {
    await expect(listRecords(await actor(key), everything, null)).rejects.toBeInstanceOf(NotFound)
  }
})

test('rule 1: what a reviewer did themselves is not in their list', async () => {
  await submitted('By a reviewer', { student: 'mina' })
  expect(await titlesFor(mina, { search: 'reviewer' })).toEqual([])
  expect(await titlesFor(rosa, { search: 'reviewer' })).toEqual(['By a reviewer'])
})

test('the list goes on where it stopped, and no statement reads a table that grows from end to end', async () => {
  for (let n = 0; n < RECORD_PAGE + 3; n++) await submitted(`Outing ${n}`)
  const filters = { ...everything, search: 'outing' }
  const first = await listRecords(mina, filters, null)
  const rest = await listRecords(mina, filters, first.next)
  expect([first.rows.length, rest.rows.length, rest.next]).toEqual([RECORD_PAGE, 3, null])
  for (const asked of [filters, { ...everything, status: 'submitted' as const }]) {
    expect(scans(await plansOf(() => listRecords(mina, asked, first.next)))).toEqual([])
  }
})
