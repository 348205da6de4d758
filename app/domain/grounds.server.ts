import { db, type EndorsementModel, type Prisma } from '~/lib/db.server'
import { found } from '~/lib/refusal'
import { publicFace } from './activity'
import { progress, type Progress } from './progress'
import { readRequirement } from './requirement.server'
import { parseFacts, type RevisionFacts } from './revision'
import type { CountedActivity } from './tally'
import { tally } from './tally.server'

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

type GroundAward = Prisma.AwardGetPayload<{ include: typeof whole }>

export async function findGrounds(awardId: string): Promise<Grounds> {
  const award = found(await db.award.findUnique({ where: { id: awardId }, include: whole }))
  const all = await tally(award.studentId)
  const progressNow = progress(readRequirement(award.programme.requirement), all)
  const counting = activitiesIn(progressNow)
  const counted = all.activities.filter(activity => counting.has(activity.id))
  return { award, progress: progressNow, activities: await withWords(counted) }
}

/** Of the parts that are met: what an unmet alternative would have counted is no ground. */
function activitiesIn(progress: Progress): Set<string> {
  const because = metParts(progress).flatMap(part => part.because)
  return new Set(because.flatMap(each => ('activityId' in each ? each.activityId : [])))
}

export function metParts(progress: Progress): Progress[] {
  return progress.met ? [progress, ...progress.of.flatMap(metParts)] : []
}

async function withWords(counted: CountedActivity[]): Promise<Ground[]> {
  const revisions = await db.revision.findMany({
    where: { id: { in: counted.map(activity => activity.revisionId) } },
    include: { endorsements: { where: { withdrawnAt: null }, orderBy: { endorsedAt: 'asc' } } },
  })
  const grounds = counted.flatMap(activity => {
    const revision = revisions.find(({ id }) => id === activity.revisionId)
    if (!revision) return []
    const facts = parseFacts(revision.facts)
    return [{
      counted: activity, facts, isDiscreet: facts.sensitivity !== 'normal', face: publicFace(facts),
      submittedAt: revision.submittedAt, endorsements: revision.endorsements,
    }]
  })
  return grounds.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
}

/** Two that began on one day stay in the order of their making. */
function startOf({ counted }: Ground) {
  return `${counted.activityStartDate} ${counted.id}`
}
