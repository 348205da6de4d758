import { now } from '~/lib/clock.server'
import { db, Prisma } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { canBeWithdrawn } from './activity'
import { activityColumns, activityRows } from './activity-rows.server'
import { correctionOf } from './confirmed'
import { listPeriods } from './continuation.server'
import { listHistory } from './history.server'
import { domainOf } from './people'
import { isOwn, type PersonActor } from './policy'
import { lookAhead, prospectiveOf } from './prospect.server'
import { closedReason } from './request.server'
import { reviewerNames } from './reviewer-names.server'
import { standingOf } from './standing'
import type { Thread } from './thread'
import { inOrder } from './thread.server'
import { standIns } from './written-confirmation'

export type ActivityPage = Awaited<ReturnType<typeof findActivityPage>>
export type ActivityInFull = ActivityPage['activity']
export type EndorsementInFull = ActivityPage['endorsements'][number]

/** One activity as its student sees it: what they wrote, who holds it, what others said. */
export async function findActivityPage(actor: PersonActor, id: string | undefined) {
  const activity = found(await readActivity(id ?? ''))
  allowed(isOwn(actor, activity))
  const [[row], endorsements, reviewers, history, ahead, periods] = await Promise.all([
    activityRows(Prisma.sql`SELECT ${activityColumns} FROM "Activity" a WHERE a."id" = ${activity.id}`),
    readEndorsements(activity.id),
    reviewerNames(actor, [activity]),
    listHistory(activity),
    lookAhead(actor),
    listPeriods(activity.id),
  ])
  return {
    activity,
    history,
    periods,
    endorsements: endorsements.map(({ endorser, ...said }) => ({
      ...said,
      domain: domainOf(endorser.email),
    })),
    correction: correctionOf(activity, endorsements),
    standing: standingOf(found(row), reviewers),
    answerNote: row?.answerNote ?? null,
    canBeWritten: isBeyondReach(activity),
    threads: threadsOf(activity),
    suggestions: suggestionsOf(activity),
    counted: ahead.counted(activity.id),
    supports: ahead.supports(activity.id),
    towards: activity.status === 'approved' ? [] : ahead.towards(prospectiveOf(activity)),
  }
}

type Read = NonNullable<Awaited<ReturnType<typeof readActivity>>>

function threadsOf({ requests, ...activity }: Read): Thread[] {
  return requests
    .filter(({ messages }) => messages.length > 0)
    .map(({ messages, ...request }) => ({
      requestId: request.id,
      endorser: request.endorserName,
      messages,
      isOpen: isInQuestion(activity, request) && closedReason({ ...request, activity }) === null,
    }))
}

function isBeyondReach({ status, revision, requests }: Read) {
  const asked = requests.filter(request => request.revision.number === revision)
  return status === 'submitted' && standIns(asked, now()).includes('letter')
}

/** Better names from whoever was not the right person, not yet decided about. */
function suggestionsOf({ requests, ...activity }: Read) {
  return requests
    .filter(({ suggestedEmail, suggestionAnsweredAt }) => suggestedEmail !== '' && suggestionAnsweredAt === null)
    .filter(request => isInQuestion(activity, request))
    .map(({ id, endorserName, suggestedName, suggestedEmail }) => ({
      requestId: id,
      by: endorserName,
      name: suggestedName,
      address: suggestedEmail,
    }))
}

function isInQuestion({ status, revision }: Omit<Read, 'requests'>, request: { revision: { number: number } }) {
  return canBeWithdrawn(status) && request.revision.number === revision
}

/** A request about one's own activity, with what went to and fro. */
export async function findOwnRequest(actor: PersonActor, activityId: string, requestId: string) {
  return found(
    await db.endorsementRequest.findFirst({
      where: { id: requestId, activityId, activity: { studentId: actor.id } },
      select: {
        id: true,
        activityId: true,
        endorserName: true,
        suggestedName: true,
        suggestedEmail: true,
        revision: { select: { number: true } },
        messages: inOrder,
      },
    }),
  )
}

const appealed = {
  id: true, reviewId: true, text: true, status: true, createdAt: true, dueAt: true, decidedAt: true, reason: true,
} as const

const scale = {
  select: { levels: { orderBy: { position: 'asc' }, select: { id: true, name: true, position: true } } },
} as const

function readActivity(id: string) {
  return db.activity.findUnique({
    where: { id },
    include: {
      claims: {
        orderBy: { position: 'asc' },
        include: { level: true, competency: { select: { name: true, frameworkId: true, framework: scale } } },
      },
      timeEntries: { orderBy: [{ day: 'asc' }, { id: 'asc' }] },
      evidence: {
        where: { removedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { file: true },
      },
      invitees: { select: { id: true } },
      continuedBy: { select: { id: true } },
      opportunity: { select: { endorsementsNeeded: true, expectedMinutesMin: true } },
      approvedRevision: { select: { number: true } },
      revisions: { select: { number: true, submittedAt: true } },
      written: { orderBy: { createdAt: 'asc' }, include: { revision: { select: { number: true } } } },
      appeals: { orderBy: { createdAt: 'desc' }, take: 1, select: appealed },
      requests: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        include: {
          revision: { select: { number: true } },
          messages: inOrder,
          handedOverBy: { select: { endorserName: true } },
          handedOverTo: { select: { endorserName: true } },
        },
      },
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
      id: true,
      name: true,
      roleTitle: true,
      organisation: true,
      shownAs: true,
      relationship: true,
      basis: true,
      assurance: true,
      confirmedRole: true,
      confirmedMinutes: true,
      confirmedStart: true,
      confirmedEnd: true,
      endorsementComment: true,
      endorsedAt: true,
      revision: { select: { number: true, minutes: true } },
      endorser: { select: { email: true } },
      judgements: { select: { competencyId: true, outcome: true, levelId: true, comment: true } },
    },
  })
}
