import { db, limit, read } from '~/lib/db.server'
import { allowed } from '~/lib/refusal'
import type { AwardStatus } from './award'
import { mayAward, ownId, type Actor } from './policy'
import { progress, type Progress } from './progress'
import { awardsOf, findPublished } from './ready.server'
import type { Requirement } from './requirement'
import {
  nextWhoFit, prepareFilter, type Named, type PreparedFilter, type StudentFilter,
} from './student-filter.server'
import type { Tally } from './tally'
import { tallies } from './tally.server'

// A page of people with all the why. About everybody, `ready.server` tells the same in one pass.

export interface Candidate {
  person: { id: string; name: string }
  met: boolean
  progress: Progress
  /** Of the award in force, if there is one. */
  award: AwardStatus | null
}

interface Candidates {
  rows: Candidate[]
  /** Where the next page starts; null at the end. */
  next: string | null
}

/** Everybody with approved work beside what a programme asks for, in order of ids. */
export async function eligible(
  actor: Actor, programmeId: string, { after = '', take = 50 } = {},
): Promise<Candidates> {
  const programme = await findPublished(actor, programmeId)
  const people = await peopleWithWork(actor.institutionId, after, take)
  const next = people.length === take ? (people.at(-1)?.id ?? null) : null
  return { rows: await candidates(programme, people), next }
}

interface Page {
  after?: string
  take?: number
  /** After about so many people it stops, whoever was among them, and `next` says where to go on. */
  look?: number
  filter?: StudentFilter
}

/** Those who meet it and have no award in force, other than oneself: whom it may be offered to now. */
export async function ready(
  actor: Actor, programmeId: string, { after = '', take = 50, look = Infinity, filter = {} }: Page = {},
): Promise<Candidates> {
  const programme = await findPublished(actor, programmeId)
  const prepared = await prepareFilter(actor.institutionId, filter)
  const rows: Candidate[] = []
  let next: string | null = after
  for (let looked = 0; next !== null && rows.length < take && looked < look; looked += AT_ONCE) {
    const page: Next = await nextPeople(actor.institutionId, prepared, next)
    const open = (await candidates(programme, page.people)).filter(({ met, award }) => met && award === null)
    rows.push(...open.filter(({ person }) => person.id !== ownId(actor)))
    next = page.next
  }
  return { rows, next }
}

interface Sought {
  id: string
  seriesId: string
  requirement: Requirement
}

/** How many are ready for each, by its id, among about so many people: their work is read once for all of them. */
export async function countReady(actor: Actor, programmes: readonly Sought[], { look }: { look: number }) {
  allowed(mayAward(actor))
  const counts = new Map(programmes.map(({ id }) => [id, 0]))
  let next: string | null = ''
  for (let looked = 0; next !== null && looked < look; looked += AT_ONCE) {
    const people: { id: string }[] = await peopleWithWork(actor.institutionId, next, AT_ONCE)
    const ids = people.map(({ id }) => id).filter(id => id !== ownId(actor))
    const [counted, awards] = await Promise.all([tallies(ids), awardsInForce(ids)])
    for (const { id, seriesId, requirement } of programmes) {
      const isOpen = ({ studentId }: Tally) =>
        !awards.some(award => award.studentId === studentId && award.programme.seriesId === seriesId)
      const met = counted.filter(tally => isOpen(tally) && progress(requirement, tally).met)
      counts.set(id, (counts.get(id) ?? 0) + met.length)
    }
    next = people.length === AT_ONCE ? (people.at(-1)?.id ?? null) : null
  }
  return { counts, isMore: next !== null }
}

/** People whose work is read between two breaths. */
const AT_ONCE = 50

async function candidates({ seriesId, requirement }: Omit<Sought, 'id'>, people: Named[]): Promise<Candidate[]> {
  const ids = people.map(({ id }) => id)
  const [counted, awards] = await Promise.all([tallies(ids), awardsOf(seriesId, ids)])
  return people.flatMap(({ id, officialName: name }, at) => {
    const tally = counted[at]
    if (!tally) return []
    const result = progress(requirement, tally)
    return [{ person: { id, name }, met: result.met, progress: result, award: awards.get(id) ?? null }]
  })
}

interface Next {
  people: Named[]
  next: string | null
}

/** Whoever has no work meets nothing, so that only without a filter it is asked who has. */
async function nextPeople(institutionId: string, filter: PreparedFilter, after: string): Promise<Next> {
  if (!filter.isEverybody) return fewAtOnce(await nextWhoFit(institutionId, filter, after))
  return fewAtOnce({ people: await peopleWithWork(institutionId, after, AT_ONCE), next: '' })
}

/** No more than are read between two breaths; it goes on after the last of them. */
function fewAtOnce({ people, next }: Next): Next {
  if (people.length < AT_ONCE) return { people, next: next || null }
  return { people: people.slice(0, AT_ONCE), next: people[AT_ONCE - 1]?.id ?? null }
}

function awardsInForce(studentIds: string[]) {
  return db.award.findMany({
    where: { studentId: { in: studentIds }, inForce: { not: null } },
    select: { studentId: true, programme: { select: { seriesId: true } } },
  })
}

/** The query builder would read all activities there are for each page of people. */
function peopleWithWork(institutionId: string, after: string, take: number) {
  return read<Named>`
    SELECT p."id", p."officialName" FROM "Person" p
    WHERE p."institutionId" = ${institutionId} AND p."id" > ${after} AND p."erasedAt" IS NULL
      AND EXISTS (
        SELECT 1 FROM "Activity" a
        WHERE a."institutionId" = p."institutionId" AND a."studentId" = p."id"
          AND a."approvedRevisionId" IS NOT NULL
      )
    ORDER BY p."id" ${limit(take)}`
}
