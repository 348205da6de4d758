import { db, type EndorsementModel, type Prisma } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { publicFace } from './activity'
import { progress, type Progress } from './progress'
import type { Requirement } from './requirement'
import { readRequirement } from './requirement.server'
import { parseFacts, type RevisionFacts } from './revision'
import { emptyTally, type CountedActivity } from './tally'
import { tallies } from './tally.server'

/** What one award rests on at this moment. */
export interface Grounds {
  award: GroundAward
  progress: Progress
  /** Those that count, the earliest first. */
  activities: Ground[]
}

export interface Ground {
  counted: CountedActivity
  facts: RevisionFacts
  /** Told outside under its public title only, without role, place and other people's words. */
  isDiscreet: boolean
  face: { title: string; organisation: string }
  submittedAt: Date
  endorsements: EndorsementModel[]
}

const whole = {
  programme: { include: { outcomes: { orderBy: { position: 'asc' } } } },
  student: {
    include: {
      addresses: { where: { confirmedAt: { not: null } }, orderBy: { isPrimary: 'desc' } },
      institution: true,
    },
  },
} as const satisfies Prisma.AwardInclude

export type GroundAward = Prisma.AwardGetPayload<{ include: typeof whole }>
export type GroundStudent = GroundAward['student']

export async function findGrounds(awardId: string): Promise<Grounds> {
  const award = found(await db.award.findUnique({ where: { id: awardId }, include: whole }))
  const [grounds] = await groundsOf([award])
  return found(grounds)
}

/** Those who are to be awarded together, with everything that a credential tells of them. */
export function listStudents(institutionId: string, ids: readonly string[]): Promise<GroundStudent[]> {
  return db.person.findMany({ where: { id: { in: [...ids] }, institutionId, erasedAt: null }, ...whole.student })
}

/** In the order of the awards, which need not be in the database yet. */
export async function groundsOf(awards: readonly GroundAward[]): Promise<Grounds[]> {
  const all = await tallies(awards.map(({ studentId }) => studentId))
  const results = awards.map((award, at) => {
    const tally = all[at] ?? emptyTally(award.studentId)
    const progressNow = progress(requirementOf(award.programme), tally)
    const counting = activitiesIn(progressNow)
    return { award, progress: progressNow, counted: tally.activities.filter(({ id }) => counting.has(id)) }
  })
  const words = await wordsOf(results.flatMap(({ counted }) => counted))
  return results.map(({ award, progress: progressNow, counted }) => (
    { award, progress: progressNow, activities: counted.flatMap(({ id }) => words.get(id) ?? []).sort(byStart) }
  ))
}

const requirements = new WeakMap<object, Requirement>()

/** Read once for all who are awarded together. */
function requirementOf(programme: GroundAward['programme']): Requirement {
  const known = requirements.get(programme) ?? readRequirement(programme.requirement)
  requirements.set(programme, known)
  return known
}

/** Of the parts that are met: what an unmet alternative would have counted is no ground. */
function activitiesIn(progress: Progress): Set<string> {
  const because = metParts(progress).flatMap(part => part.because)
  return new Set(because.flatMap(each => ('activityId' in each ? each.activityId : [])))
}

export function metParts(progress: Progress): Progress[] {
  return progress.met ? [progress, ...progress.of.flatMap(metParts)] : []
}

/** What was approved as it stands on record, by the activity's id. */
export async function wordsOf(counted: CountedActivity[]): Promise<Map<string, Ground>> {
  const revisions = await db.revision.findMany({
    where: { id: { in: counted.map(activity => activity.revisionId) } },
    include: { endorsements: { where: { withdrawnAt: null }, orderBy: { endorsedAt: 'asc' } } },
  })
  const byId = new Map(revisions.map(revision => [revision.id, revision]))
  return new Map(counted.flatMap((activity): [string, Ground][] => {
    const revision = byId.get(activity.revisionId)
    if (!revision) return []
    const facts = parseFacts(revision.facts)
    return [[activity.id, {
      counted: activity, facts, isDiscreet: facts.sensitivity !== 'normal', face: publicFace(facts),
      submittedAt: revision.submittedAt, endorsements: revision.endorsements,
    }]]
  }))
}

const byStart = (a: Ground, b: Ground) => (startOf(a) < startOf(b) ? -1 : 1)

/** Two that began on one day stay in the order of their making. */
function startOf({ counted }: Ground) {
  return `${counted.activityStartDate} ${counted.id}`
}
