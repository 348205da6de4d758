import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { checkChain } from '~/domain/audit.server'
import { normaliseAddress } from '~/domain/people'
import { tally } from '~/domain/tally.server'
import { DAY, later, now } from '~/lib/clock.server'
import { db } from '~/lib/db.server'
import type { World } from './world'

/** What must hold of the rows, however they came about. Each says which rule of domain.md it shows. */
export async function everyRuleHolds(world: World) {
  const activities = await read()
  nobodyJudgesTheirOwn(activities)
  eachSaysOneVersion(activities)
  await onlyApprovedCounts(activities)
  oneRoleEach(activities)
  await oneLetterAChange()
  expect(await checkChain(world.scene.house.institutionId)).toMatchObject({ isIntact: true })
}

type Activities = Awaited<ReturnType<typeof read>>

/** Rule 1: no address of the student, however it is written, endorsed or reviewed, or was ever asked. */
function nobodyJudgesTheirOwn(activities: Activities) {
  for (const { student, studentId, requests, reviews } of activities) {
    const own = student.addresses.map(({ address }) => normaliseAddress(address))
    // An address that became theirs after it was asked stays asked; it can say nothing from then on.
    const since = new Map(student.addresses.map(each => [normaliseAddress(each.address), each.createdAt]))
    for (const { endorser, endorsements, createdAt } of requests) {
      const mailbox = normaliseAddress(endorser.email)
      if (!own.includes(mailbox)) continue
      const ownSince = since.get(mailbox) ?? new Date(0)
      expect(createdAt < ownSince, 'rule 1: a student asked themselves').toBe(true)
      for (const { endorsedAt } of endorsements)
        expect(endorsedAt < ownSince, 'rule 1: a student endorsed themselves').toBe(true)
    }
    for (const { reviewerId } of reviews)
      expect(reviewerId, 'rule 1: a student reviewed themselves').not.toBe(studentId)
  }
}

/** Rule 2: an endorsement speaks of the version of its request, whose facts still have the hash it names. */
function eachSaysOneVersion(activities: Activities) {
  for (const { revisions, requests } of activities) {
    for (const { revisionId, activityId, endorsements } of requests) {
      for (const said of endorsements) {
        const revision = revisions.find(({ id }) => id === said.revisionId)
        const facts = createHash('sha256')
          .update(revision?.facts ?? '')
          .digest('hex')
        expect(
          {
            version: said.revisionId,
            activity: said.activityId,
            hash: said.revisionHash,
            facts: said.revisionHash,
          },
          'rule 2',
        ).toEqual({ version: revisionId, activity: activityId, hash: revision?.hash, facts })
        const subject: unknown = JSON.parse(said.document)
        expect(JSON.stringify(subject), 'rule 2: what was signed names the version').toContain(revisionId)
      }
      expect(
        endorsements.filter(({ withdrawnAt }) => withdrawnAt === null).length,
        'rule 2: one request, one word',
      ).toBeLessThan(2)
    }
  }
}

/** Rule 3: of every student just the approved versions count, each with the least minutes that stand. */
async function onlyApprovedCounts(activities: Activities) {
  for (const studentId of new Set(activities.map(each => each.studentId))) {
    const counted = (await tally(studentId)).activities
    const wanted = activities.filter(each => each.studentId === studentId && each.approvedRevisionId !== null)
    const told = counted.map(({ id, revisionId, minutes, endorsements }) => ({
      id,
      revisionId,
      minutes,
      judged: endorsements.flatMap(({ judgements }) => judgements.map(each => each.id)).sort(),
    }))
    expect(byId(told), 'rule 3').toEqual(
      byId(
        wanted.map(({ id, approvedRevisionId, requests }) => {
          const said = requests.flatMap(each => each.endorsements)
          const stands = said.filter(
            each => each.revisionId === approvedRevisionId && each.withdrawnAt === null,
          )
          const judged = stands.flatMap(({ judgements }) => judgements.map(each => each.id)).sort()
          const minutes = stands.length === 0 ? 0 : Math.min(...stands.map(each => each.confirmedMinutes))
          return { id, revisionId: approvedRevisionId, minutes, judged }
        }),
      ),
    )
  }
}

/** Rule 16: who endorsed an activity decided nothing about it, in any version and under any address they had by then. */
function oneRoleEach(activities: Activities) {
  for (const { requests, reviews } of activities) {
    for (const { reviewer, decidedAt } of reviews) {
      for (const { normalised, createdAt: ownSince } of reviewer.addresses) {
        const said = requests
          .filter(({ endorser }) => endorser.normalised === normalised)
          .flatMap(each => each.endorsements)
        const both = said.filter(
          ({ endorsedAt }) => (endorsedAt > decidedAt ? endorsedAt : decidedAt) > ownSince,
        )
        expect(
          both.map(({ name }) => name),
          'rule 16: endorsed and decided',
        ).toEqual([])
      }
    }
  }
}

/** Rule 13: each change left its letter once; what was taken back left none. */
async function oneLetterAChange() {
  const jobs = await db.job.findMany({ where: { kind: 'mail' } })
  const keys = jobs.flatMap(({ dedupeKey }) => dedupeKey ?? [])
  expect(new Set(keys).size, 'rule 13: a letter twice').toBe(keys.length)
  // What left longer ago than a month is not kept.
  const lately = { decidedAt: { gt: later(now(), -30 * DAY) } }
  for (const { id, undoneAt, decision } of await db.review.findMany({ where: lately })) {
    const letters = keys.filter(key => key === `activity-${decision}:${id}`)
    expect(letters.length, `rule 13: ${decision}${undoneAt ? ', undone' : ''}`).toBe(undoneAt ? 0 : 1)
  }
}

function read() {
  return db.activity.findMany({
    include: {
      student: { include: { addresses: true } },
      revisions: true,
      requests: { include: { endorser: true, endorsements: { include: { judgements: true } } } },
      reviews: { include: { reviewer: { include: { addresses: true } } } },
    },
  })
}

const byId = <Row extends { id: string }>(rows: Row[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
