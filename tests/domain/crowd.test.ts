import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { growDemo } from '~/demo.server'
import { acceptAward } from '~/domain/award.server'
import { checkChain } from '~/domain/audit.server'
import { eligible } from '~/domain/eligible.server'
import { offerAwards } from '~/domain/offer.server'
import { actorFor } from '~/domain/people.server'
import type { SystemActor } from '~/domain/policy'
import { readyIds, standings } from '~/domain/ready.server'
import { db } from '~/lib/db.server'
import { found } from '~/lib/refusal'

const STUDENTS = 120

let operator: SystemActor
let programmeId: string
beforeAll(async () => {
  await growDemo(STUDENTS)
  const programme = await db.programme.findFirstOrThrow({
    where: { title: 'Community Contribution', status: 'published' },
  })
  operator = { kind: 'system', institutionId: programme.institutionId }
  programmeId = programme.id
}, 300_000)

const generated = { student: { officialName: { startsWith: 'Student ' } } }

test('generated students have twenty approved activities each, of several kinds, in several faculties and years', async () => {
  const [activities, enrolments, revisions, judgements] = await Promise.all([
    db.activity.findMany({
      where: { ...generated, status: 'approved' },
      select: { category: true, approvedRevisionId: true },
    }),
    db.enrolment.findMany({ where: { person: generated.student } }),
    db.revision.findMany({ where: { activity: generated }, take: 50 }),
    db.judgement.groupBy({
      by: ['levelId'],
      where: { endorsement: { revision: { activity: generated } } },
      _count: true,
    }),
  ])
  expect(activities).toHaveLength(STUDENTS * 20)
  expect(activities.filter(({ approvedRevisionId }) => approvedRevisionId === null)).toEqual([])
  expect(new Set(activities.map(({ category }) => category)).size).toBeGreaterThan(5)
  expect(new Set(enrolments.map(({ unitId }) => unitId)).size).toBe(2)
  expect(new Set(enrolments.map(({ entryYear }) => entryYear)).size).toBeGreaterThan(4)
  expect(judgements.length).toBe(5)
  for (const { facts, hash } of revisions) expect(createHash('sha256').update(facts).digest('hex')).toBe(hash)
  expect(await checkChain(operator.institutionId)).toMatchObject({ isIntact: true })
})

test('about everybody the one pass says what each page says', async () => {
  const stands = new Map<string, { met: boolean; award: string | null }>()
  for await (const some of standings(operator, programmeId)) {
    for (const { person, met, award } of some) stands.set(person.id, { met, award })
  }
  let people = 0
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof eligible>> = await eligible(operator, programmeId, { after })
    for (const { person, met, award } of page.rows) expect(stands.get(person.id)).toEqual({ met, award })
    people += page.rows.length
    after = page.next
  }
  expect(people).toBe(stands.size)
  const met = [...stands.values()].filter(stand => stand.met).length
  expect(met).toBeGreaterThan(STUDENTS / 10)
  expect(met).toBeLessThan(STUDENTS)
})

test('a generated student who is ready accepts, and the credential carries what was signed', async () => {
  const [[studentId = ''] = []] = await listed(readyIds(operator, programmeId, { name: 'student' }))
  const {
    awardIds: [awardId = ''],
  } = await offerAwards(operator, programmeId, [studentId])
  const named = await db.endorsement.findMany({ where: { revision: { activity: { studentId } } } })
  const choices = { nameForm: 'official', named: named.map(({ id }) => id), evidence: [] } as const
  const credentialId = await acceptAward(found(await actorFor(studentId)), awardId, choices)
  const carried = await db.credentialEndorsement.findMany({ where: { credentialId } })
  expect(carried.map(({ endorsementId }) => endorsementId)).toEqual(
    named.filter(({ document }) => document !== '').map(({ id }) => id),
  )
  expect(carried).toHaveLength(1)
})

async function listed<T>(among: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of among) all.push(one)
  return all
}
