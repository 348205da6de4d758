import { beforeAll, expect, test } from 'vitest'
import { burdenOf, median } from '~/domain/burden'
import { listBurden } from '~/domain/burden.server'
import { declineRequest } from '~/domain/answer.server'
import { endorserOf } from '~/domain/confirmation-code.server'
import { settle } from '~/domain/request.server'
import { DAY, later, now } from '~/lib/clock.server'
import { db, isSqlite, read, statements } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { found, NotFound } from '~/lib/refusal'
import { endorse, openScene, opportunity, people, requestOf, submittedActivity, type Scene } from '../story'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})

const all = { unit: null, days: 90 as const, after: null }

test('the median of an even number lies between the two in the middle, and of none there is none', () => {
  expect([median([]), median([3]), median([9, 1]), median([5, 1, 9]), median([4, 1, 2, 9])]).toEqual([null, 3, 5, 5, 3])
})

test('open requests are told by how long they wait', () => {
  const at = new Date('2026-05-20T12:00:00Z')
  const waiting = [0, 2.9, 3, 6, 7, 13.9, 14, 40].map(days => ({
    status: 'sent' as const, answer: null, createdAt: later(at, -days * DAY), statusAt: at,
  }))
  expect(burdenOf(waiting, at)).toEqual({ open: 8, answered: 0, declined: 0, medianDays: null, waiting: [2, 2, 2, 2] })
})

test('what was asked of one person: open, answered, declined, and the median of days, in the reader’s units', async () => {
  const entry = await opportunity(scene)
  const requests = []
  for (const title of ['One', 'Two', 'Three', 'Four']) {
    requests.push(await requestOf(await submittedActivity(scene, { opportunity: entry, title, asks: [people.ines] })))
  }
  const [one, two, three, four] = requests.map(found)
  for (const request of requests) await settle(request.id, 'sent')
  await endorse(scene, found(one))
  await endorse(scene, found(two))
  await declineRequest(endorserOf(found(three)), found(three).id, { reason: 'cannotJudge', note: '' })
  const took = async (id: string, days: number) => {
    const { statusAt } = await db.endorsementRequest.findUniqueOrThrow({ where: { id } })
    await db.endorsementRequest.update({ where: { id }, data: { createdAt: later(statusAt, -days * DAY) } })
  }
  await took(found(one).id, 2)
  await took(found(two).id, 4)
  await took(found(three).id, 10)
  await db.endorsementRequest.update({ where: { id: found(four).id }, data: { createdAt: later(now(), -8 * DAY) } })

  const { rows } = await listBurden(await scene.actor('rosa'), all)
  expect(rows.find(row => row.address === people.ines.email)).toMatchObject({
    open: 1, answered: 2, declined: 1, medianDays: 4, waiting: [0, 0, 1, 0],
  })
  const short = await listBurden(await scene.actor('rosa'), { ...all, days: 30, unit: scene.house.unitIds.foodBank })
  expect(short.rows.find(row => row.address === people.ines.email)?.answered).toBe(2)
  const elsewhere = await listBurden(await scene.actor('rosa'), { ...all, unit: scene.house.unitIds.humanities })
  expect(elsewhere.rows).toEqual([])
})

test('rule 11: nobody but coordinators and registrars sees it, and a coordinator their own units only', async () => {
  for (const key of ['ana', 'ben', 'devi'] as const)
    await expect(listBurden(await scene.actor(key), all)).rejects.toThrow(NotFound)
  const rosa = await scene.actor('rosa')
  const of = (unitIds: string[]) => ({ ...rosa, memberships: [{ role: 'coordinator' as const, unitIds }] })
  const { humanities, foodBank } = scene.house.unitIds
  expect((await listBurden(of([humanities]), all)).rows).toEqual([])
  expect((await listBurden(of([foodBank]), all)).rows.length).toBeGreaterThan(0)
  await expect(listBurden(of([humanities]), { ...all, unit: foodBank })).rejects.toThrow(NotFound)
})

test('a page looks at fifty people and goes on where it ended, by indexes alone', async () => {
  const { institutionId } = scene.house
  await db.endorser.createMany({
    data: Array.from({ length: 120 }, (_, at) => {
      const normalised = `m${String(at).padStart(3, '0')}@many.example`
      return { id: newId(), institutionId, name: `Person ${at}`, email: normalised, normalised, createdAt: now() }
    }),
  })
  const rosa = await scene.actor('rosa')
  const seen: string[] = []
  const listen = (query: unknown) => void seen.push(String((query as { sql: string }).sql)) // `statements` publishes these
  statements.subscribe(listen)
  let pages = 0
  for (let after: string | null = null; pages === 0 || after !== null; pages++) after = (await listBurden(rosa, { ...all, after })).next
  statements.unsubscribe(listen)
  expect(pages).toBe(3)
  expect(seen.filter(sql => sql.includes('"Endorser" n'))).toHaveLength(3)
  if (!isSqlite) return
  const plan = await read<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT n."id" FROM "Endorser" n
    WHERE n."institutionId" = ${institutionId} AND n."normalised" > ${''} ORDER BY n."normalised" LIMIT 51`
  expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH n USING .*INDEX Endorser_institutionId_normalised_key/)
})
