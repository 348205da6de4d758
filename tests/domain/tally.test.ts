import type { SqlQuery } from '@prisma/driver-adapter-utils'
import { beforeAll, expect, test } from 'vitest'
import type { PersonActor } from '~/domain/policy'
import { parseFacts } from '~/domain/revision'
import { frozen } from '~/domain/revision.server'
import { tallies, tally } from '~/domain/tally.server'
import { db, isSqlite, statements } from '~/lib/db.server'
import { newId } from '~/lib/id.server'
import { makeInstitution, member, publishedLifecomp, students, type Lifecomp } from '../facts'
import { doneWork } from '../work'

let framework: Lifecomp
let ana: PersonActor

beforeAll(async () => {
  await makeInstitution()
  framework = await publishedLifecomp()
  ana = await member('ana')
  await member('ben')
})

test('rule 3: minutes count once an activity, the smallest that was confirmed', async () => {
  const { activityId } = await doneWork({
    student: ana,
    framework,
    said: [
      { by: 'ben', minutes: 600, saw: { S3: 3 } },
      { by: 'eleni', minutes: 480, saw: { S3: 2 } },
    ],
  })
  const [counted] = (await tally('ana')).activities
  expect(counted).toMatchObject({
    id: activityId,
    minutes: 480,
    category: 'volunteering',
    title: 'Helping out',
  })
  expect(counted?.endorsements.map(({ assurance }) => assurance).sort()).toEqual(['organisation', 'staff'])
  expect(
    counted?.endorsements.flatMap(({ judgements }) => judgements.map(({ level }) => level)).sort(),
  ).toEqual([2, 3])
})

test('rule 3: unless the approving reviewer names another, and only while that approval was not undone', async () => {
  const chidi = await member('chidi')
  const { revisionId } = await doneWork({
    student: chidi,
    framework,
    said: [{ by: 'ben', minutes: 600 }],
    reviewedMinutes: 300,
  })
  expect((await tally('chidi')).activities[0]?.minutes).toBe(300)
  await db.review.updateMany({ where: { revisionId }, data: { undoneAt: new Date() } })
  expect((await tally('chidi')).activities[0]?.minutes).toBe(600)
})

test('rule 3: what is not approved counts for nothing, and is listed with what it waits for', async () => {
  const [student] = await students(1)
  if (!student) throw new Error('no student')
  for (const status of [
    'draft',
    'submitted',
    'inReview',
    'returned',
    'declined',
    'withdrawn',
    'rescinded',
  ] as const) {
    await doneWork({
      student,
      framework,
      status,
      title: status,
      said: [{ by: 'ben', minutes: 60, saw: { P1: 4, S1: 2 } }],
    })
  }
  const { activities, uncounted } = await tally(student.id)
  expect(activities).toEqual([])
  expect(uncounted.map(({ title, why, minutes }) => [title, why, minutes])).toEqual(
    ['draft', 'submitted', 'inReview', 'returned', 'declined', 'withdrawn', 'rescinded'].map(status => [
      status,
      status,
      60,
    ]),
  )
  expect(uncounted[0]?.competencyIds.sort()).toEqual(
    [framework.competency('P1'), framework.competency('S1')].sort(),
  )
  expect(uncounted[0]?.since).toBeInstanceOf(Date)
})

test('rule 2: an endorsement of an earlier version counts for nothing, and neither does a withdrawn one', async () => {
  const omar = await member('omar', ['student'])
  const { activityId } = await doneWork({
    student: omar,
    framework,
    said: [
      { by: 'ben', minutes: 600, saw: { S3: 4 } },
      { by: 'eleni', minutes: 60, saw: { S3: 4 }, withdrawn: true },
    ],
  })
  expect((await tally('omar')).activities[0]).toMatchObject({
    minutes: 600,
    endorsements: [{ judgements: [{ level: 4 }] }],
  })
  expect((await tally('omar')).uncounted).toMatchObject([{ activityId, why: 'endorsementWithdrawn' }])

  const first = await db.revision.findFirstOrThrow({ where: { activityId } })
  const again = frozen({ ...parseFacts(first.facts), number: 2, title: 'Helping out again' })
  const second = await db.revision.create({ data: { ...first, ...again, id: newId() } })
  await db.activity.update({
    where: { id: activityId },
    data: { approvedRevisionId: second.id, revision: 2 },
  })
  const after = await tally('omar')
  expect(after.activities[0]).toMatchObject({ title: 'Helping out again', minutes: 0, endorsements: [] })
  expect(after.uncounted.map(({ why }) => why)).toContain('earlierRevision')
})

test('an approved version counts as it was approved, whatever its student writes next', async () => {
  const { activityId } = await doneWork({
    student: ana,
    framework,
    title: 'As approved',
    said: [{ by: 'ben', minutes: 90 }],
  })
  await db.activity.update({
    where: { id: activityId },
    data: { title: 'As hoped', minutes: 9000, category: 'research', status: 'draft', revision: 2 },
  })
  const { activities, uncounted } = await tally('ana')
  expect(activities.find(({ id }) => id === activityId)).toMatchObject({
    title: 'As approved',
    minutes: 90,
    category: 'volunteering',
  })
  expect(uncounted).toMatchObject([{ activityId, title: 'As hoped', why: 'draft', minutes: 9000 }])
})

test('two mailboxes of one member of staff are one endorser', async () => {
  const lena = await member('lena', ['student'])
  await doneWork({
    student: lena,
    framework,
    said: [
      { by: 'ben', minutes: 60 },
      { by: 'ines', minutes: 60 },
    ],
  })
  await db.endorser.updateMany({ where: { email: { contains: 'ines' } }, data: { personId: 'ben' } })
  const [activity] = (await tally('lena')).activities
  expect(new Set(activity?.endorsements.map(({ endorser }) => endorser))).toEqual(new Set(['ben']))
})

test.skipIf(!isSqlite)(
  'a tally reads one student’s rows by index, however many others there are (by the plans of SQLite)',
  async () => {
    const queries: SqlQuery[] = []
    const hear = (query: unknown) => void queries.push(query as SqlQuery) // what the channel says it tells
    statements.subscribe(hear)
    await tally('ana')
    statements.unsubscribe(hear)
    expect(queries).toHaveLength(4)
    for (const { sql, args } of queries) {
      const plan = await db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...args)
      expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([])
    }
  },
)

test('a whole cohort at once has the same tallies as one by one, in the order asked for', async () => {
  const many = [
    ...['ana', 'chidi', 'omar', 'lena', 'nobody'],
    ...Array.from({ length: 120 }, (_, i) => `absent-${i}`),
  ]
  const one = await Promise.all(many.map(tally))
  expect(await tallies(many)).toEqual(one)
  expect((await tallies(many)).map(({ studentId }) => studentId)).toEqual(many)
  expect(await tallies([])).toEqual([])
})
