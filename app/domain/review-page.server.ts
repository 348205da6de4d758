import { db } from '~/lib/db.server'
import { allowed, found } from '~/lib/refusal'
import { givenName } from './people'
import { mayReview, type PersonActor } from './policy'
import { evidenceOf } from './revision-evidence.server'
import { parseFacts } from './revision'
import { readFlags } from './risk.server'
import { inOrder } from './thread.server'
import { needsNamedMinutes } from './written-confirmation'

/** One activity under review: all that is known about the version in question, private notes too. */
export async function findReviewPage(
  actor: PersonActor,
  activityId: string | undefined,
  version: number | null,
) {
  const activity = found(await readActivity(activityId ?? ''))
  allowed(mayReview(actor, activity))
  const revision = found(await readRevision(activity.id, version ?? activity.revision))
  const [evidence, theirs, levels] = await Promise.all([
    evidenceOf(revision.id),
    findTheirs(actor, activity.id),
    levelNames(revision.claims.map(({ level }) => level.frameworkId)),
  ])
  const isCurrent = revision.number === activity.revision
  return {
    id: activity.id,
    status: activity.status,
    statusAt: activity.statusAt,
    institution: activity.student.institution.name,
    student: { name: activity.student.usedName, firstName: givenName(activity.student.usedName) },
    version: revision.number,
    isCurrent,
    facts: parseFacts(revision.facts),
    evidence,
    flags: readFlags(revision.flags),
    needed: neededFor(activity),
    documents: revision.written.map(writtenShown),
    drawnOneIn: revision.draw?.isDrawn ? revision.draw.oneIn : null,
    endorsements: revision.endorsements.map(endorsementShown),
    claims: revision.claims.map(claimShown),
    levels,
    requests: revision.requests.map(requestShown),
    answers: revision.requests.filter(({ status }) => status === 'answered').length,
    reviews: activity.reviews.map(reviewShown),
    approvedVersion: activity.approvedRevision?.number ?? null,
    hasEndorsed: theirs !== null,
    mustNameMinutes: needsNamedMinutes({
      endorsements: revision.endorsements.length,
      documents: revision.written.length,
    }),
    submittedAt: revision.submittedAt,
    may: mayOf(activity, revision),
  }
}

export type ReviewPage = Awaited<ReturnType<typeof findReviewPage>>
export type EndorsementShown = ReviewPage['endorsements'][number]

function mayOf(activity: Activity, revision: Read) {
  const isCurrent = revision.number === activity.revision
  const isInReview = isCurrent && activity.status === 'inReview'
  return {
    approve: isInReview && (revision.endorsements.length >= neededFor(activity) || revision.written.length > 0),
    decline: isInReview,
    return: isInReview || (isCurrent && activity.status === 'submitted'),
    rescind: activity.approvedRevisionId === revision.id,
  }
}

type Activity = NonNullable<Awaited<ReturnType<typeof readActivity>>>

const neededFor = ({ opportunity }: Activity) => opportunity?.endorsementsNeeded ?? 1

function readActivity(id: string) {
  return db.activity.findUnique({
    where: { id },
    include: {
      student: { select: { usedName: true, institution: { select: { name: true } } } },
      opportunity: { select: { endorsementsNeeded: true } },
      approvedRevision: { select: { number: true } },
      reviews: {
        orderBy: { decidedAt: 'desc' },
        include: { reviewer: { select: { usedName: true } }, revision: { select: { number: true } } },
      },
    },
  })
}

function reviewShown({ reviewer, revision, ...review }: Activity['reviews'][number]) {
  const { id, decision, reason, minutes, decidedAt, undoneAt } = review
  const by = { reviewer: reviewer.usedName, version: revision.number }
  return { id, decision, reason, minutes, decidedAt, undoneAt, ...by }
}

/** The version asked for, or the last one submitted before it: a draft is nobody's to see. */
function readRevision(activityId: string, atMost: number) {
  return db.revision.findFirst({
    where: { activityId, number: { lte: atMost } },
    orderBy: { number: 'desc' },
    include: {
      flags: true,
      draw: true,
      written: { orderBy: { createdAt: 'asc' } },
      claims: {
        orderBy: { position: 'asc' },
        include: {
          level: { select: { name: true, frameworkId: true } },
          competency: { select: { name: true } },
          judgements: { select: judged },
        },
      },
      endorsements: {
        where: { withdrawnAt: null },
        orderBy: { endorsedAt: 'asc' },
        include: { endorser: { select: { email: true } } },
      },
      requests: {
        orderBy: { createdAt: 'asc' },
        include: {
          messages: inOrder,
          handedOverBy: { select: { endorserName: true } },
          handedOverTo: { select: { endorserName: true } },
        },
      },
    },
  })
}

const judged = { endorsementId: true, outcome: true, levelId: true, comment: true } as const

type Read = NonNullable<Awaited<ReturnType<typeof readRevision>>>

function endorsementShown({ document: _signed, endorser, ...said }: Read['endorsements'][number]) {
  return {
    id: said.id,
    name: said.name,
    roleTitle: said.roleTitle,
    organisation: said.organisation,
    email: endorser.email,
    assurance: said.assurance,
    namedBy: said.namedBy,
    relationship: said.relationship,
    basis: said.basis,
    endorsedAt: said.endorsedAt,
    role: said.confirmedRole,
    start: said.confirmedStart,
    end: said.confirmedEnd,
    minutes: said.confirmedMinutes,
    statement: said.endorsementComment,
    note: said.confidentialNote,
  }
}

function writtenShown({ id, kind, writtenBy, reason, fileName, mediaType, createdAt }: Read['written'][number]) {
  return { id, kind, writtenBy, reason, fileName, mediaType, createdAt }
}

function claimShown({ id, narrative, level, competency, judgements }: Read['claims'][number]) {
  return { id, narrative, name: competency.name, claimed: level.name, judgements }
}

function requestShown({
  id,
  endorserName,
  organisation,
  status,
  statusAt,
  answer,
  declineReason,
  answerNote,
  messages,
  handedOverBy,
  handedOverTo,
}: Read['requests'][number]) {
  return {
    id,
    endorserName,
    organisation,
    status,
    statusAt,
    answer,
    declineReason,
    answerNote,
    messages,
    handedOverBy: handedOverBy?.endorserName ?? null,
    handedOverTo: handedOverTo?.endorserName ?? null,
  }
}

async function levelNames(frameworkIds: string[]): Promise<Record<string, string>> {
  const levels = await db.level.findMany({
    where: { frameworkId: { in: frameworkIds } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(levels.map(({ id, name }) => [id, name]))
}

/** Rule 16, said before it is refused. */
function findTheirs(actor: PersonActor, activityId: string) {
  return db.endorsement.findFirst({
    where: {
      activityId,
      endorser: { OR: [{ personId: actor.id }, { normalised: { in: [...actor.normalisedAddresses] } }] },
    },
    select: { id: true },
  })
}
