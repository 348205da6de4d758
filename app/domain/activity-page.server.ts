import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { listHistory } from './history.server'
import { isOwn, type PersonActor } from './policy'
import { reviewerNames } from './reviewer-names.server'

/** One activity as its student sees it: what they wrote, who holds it, what others said. */
export async function findActivityPage(actor: PersonActor, id: string | undefined) {
  const activity = found(await readActivity(id ?? ''))
  allowed(isOwn(actor, activity))
  const [endorsements, reviewers, history] = await Promise.all([
    readEndorsements(activity.id),
    reviewerNames(actor, [activity]),
    listHistory(activity),
  ])
  return { activity, endorsements, reviewer: reviewers[activity.unitId] ?? null, history }
}

export type ActivityInFull = NonNullable<Awaited<ReturnType<typeof readActivity>>>

const scale = { select: { levels: { orderBy: { position: 'asc' }, select: { id: true, name: true, position: true } } } } as const

function readActivity(id: string) {
  return db.activity.findUnique({
    where: { id },
    include: {
      claims: { orderBy: { position: 'asc' }, include: { competency: { select: { id: true, name: true, frameworkId: true, framework: scale } } } },
      timeEntries: { orderBy: [{ day: 'asc' }, { id: 'asc' }] },
      evidence: { where: { removedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { file: true } },
      invitees: { select: { id: true } },
      opportunity: { select: { endorsementsNeeded: true } },
      approvedRevision: { select: { number: true } },
      revisions: { select: { number: true, submittedAt: true } },
      requests: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], include: { revision: { select: { number: true } } } },
      reviews: {
        orderBy: { decidedAt: 'desc' },
        include: { reviewer: { select: { usedName: true } }, revision: { select: { number: true } } },
      },
    },
  })
}

/** What stands, newest first. The confidential note is between the endorser and the institution. */
function readEndorsements(activityId: string) {
  return db.endorsement.findMany({
    where: { activityId, withdrawnAt: null },
    orderBy: [{ endorsedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true, name: true, roleTitle: true, organisation: true, shownAs: true, relationship: true, basis: true, assurance: true,
      confirmedRole: true, confirmedMinutes: true, confirmedStart: true, confirmedEnd: true, endorsementComment: true, endorsedAt: true,
      revision: { select: { number: true, minutes: true } },
      endorser: { select: { email: true } },
      judgements: { select: { competencyId: true, outcome: true, levelId: true, comment: true } },
    },
  })
}
