import { db, limit, read } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import type { AwardStatus } from './award'
import { mayAward, type Actor } from './policy'
import { progress, type Progress } from './progress'
import { readRequirement } from './requirement.server'
import { tallies } from './tally.server'

export interface Candidate {
  person: { id: string; name: string }
  met: boolean
  progress: Progress
  /** Of the award in force, if there is one. */
  award: AwardStatus | null
}

export interface Candidates {
  rows: Candidate[]
  /** Where the next page starts; null at the end. */
  next: string | null
}

/** Everybody with approved work beside what a programme asks for, in order of ids. */
export async function eligible(actor: Actor, programmeId: string, { after = '', take = 50 } = {}): Promise<Candidates> {
  allowed(mayAward(actor))
  const { institutionId } = actor
  const programme = found(await db.programme.findFirst({
    where: { id: programmeId, institutionId, status: 'published' },
  }))
  const requirement = readRequirement(programme.requirement)
  const people = await peopleWithWork(institutionId, after, take)
  const ids = people.map(({ id }) => id)
  const [counted, awards] = await Promise.all([
    tallies(ids),
    db.award.findMany({
      where: { studentId: { in: ids }, inForce: { not: null }, programme: { seriesId: programme.seriesId } },
      select: { studentId: true, status: true },
    }),
  ])
  const rows = people.flatMap(({ id, officialName: name }, at) => {
    const tally = counted[at]
    if (!tally) return []
    const result = progress(requirement, tally)
    const award = awards.find(({ studentId }) => studentId === id)?.status ?? null
    return [{ person: { id, name }, met: result.met, progress: result, award }]
  })
  return { rows, next: people.length === take ? (people.at(-1)?.id ?? null) : null }
}

/** Those who meet it and have no award in force, other than oneself: whom it may be offered to now. */
export async function ready(actor: Actor, programmeId: string, { after = '', take = 50 } = {}): Promise<Candidates> {
  const rows: Candidate[] = []
  let next: string | null = after
  while (next !== null && rows.length < take) {
    const page: Candidates = await eligible(actor, programmeId, { after: next })
    const open = page.rows.filter(({ met, award }) => met && award === null)
    rows.push(...open.filter(({ person }) => person.id !== ownId(actor)))
    next = page.next
  }
  return { rows, next }
}

/** The query builder would read all activities there are for each page of people. */
function peopleWithWork(institutionId: string, after: string, take: number) {
  return read<{ id: string; officialName: string }>`
    SELECT p."id", p."officialName" FROM "Person" p
    WHERE p."institutionId" = ${institutionId} AND p."id" > ${after} AND p."erasedAt" IS NULL
      AND EXISTS (
        SELECT 1 FROM "Activity" a
        WHERE a."institutionId" = p."institutionId" AND a."studentId" = p."id"
          AND a."approvedRevisionId" IS NOT NULL
      )
    ORDER BY p."id" ${limit(take)}`
}

function ownId(actor: Actor) {
  return actor.kind === 'person' ? actor.id : null
}
