import { db } from '~/lib/db.server'
import { masked } from './people'
import { findRequest } from './request.server'
import type { Stationery, Written } from './stationery.server'

type AboutRequest = { requestId: string }
type AboutActivity = { activityId: string; endorsementId?: string; reviewId?: string }

export async function writeReturned({ requestId }: AboutRequest, desk: Stationery): Promise<Written> {
  const told = await requestTold(requestId, desk)
  return told && { letter: desk.words.activities.requestReturned({ ...told, question: told.note }) }
}

export async function writeDeclined({ requestId }: AboutRequest, desk: Stationery): Promise<Written> {
  const told = await requestTold(requestId, desk)
  const { requestDeclined, declineReason } = desk.words.activities
  return (
    told && {
      letter: requestDeclined({ ...told, reason: declineReason[told.declineReason], words: told.note }),
    }
  )
}

export async function writeUndeliverable({ requestId }: AboutRequest, desk: Stationery): Promise<Written> {
  const told = await requestTold(requestId, desk)
  return told && { letter: desk.words.activities.requestUndeliverable(told) }
}

/** From whom to whom; where the colleague is reached is theirs to tell. */
export function writeHandedOver(how: 'handedOver' | 'passedOn') {
  return async ({ requestId }: AboutRequest, desk: Stationery): Promise<Written> => {
    const told = await requestTold(requestId, desk)
    const next = await db.endorsementRequest.findUnique({ where: { handedOverById: requestId } })
    return told && next && { letter: desk.words.between[how]({ ...told, colleague: next.endorserName }) }
  }
}

export async function writeEndorsed(
  { activityId, endorsementId = '' }: AboutActivity,
  desk: Stationery,
): Promise<Written> {
  const told = await activityTold(activityId, desk)
  const endorsement = await db.endorsement.findUnique({
    where: { id: endorsementId },
    select: { name: true },
  })
  return (
    told &&
    endorsement && { letter: desk.words.activities.activityEndorsed({ ...told, endorser: endorsement.name }) }
  )
}

/** What was undone, or rescinded before its letter left, was not approved. */
export async function writeApproved(about: AboutActivity, desk: Stationery): Promise<Written> {
  const told = (await isApproved(about)) ? await activityTold(about.activityId, desk) : null
  return told && { letter: desk.words.activities.activityApproved(told) }
}

async function isApproved({ activityId: id, endorsementId, reviewId }: AboutActivity) {
  const said = endorsementId
    ? { endorsements: { some: { id: endorsementId } } }
    : { reviews: { some: { id: reviewId ?? '', undoneAt: null } } }
  return (await db.activity.count({ where: { id, approvedRevision: said } })) > 0
}

/** Returned, declined or rescinded by a reviewer, in their words. */
export function writeDecided(decision: 'activityReturned' | 'activityDeclined' | 'activityRescinded') {
  return async ({ activityId, reviewId = '' }: AboutActivity, desk: Stationery): Promise<Written> => {
    const told = await activityTold(activityId, desk)
    const review = await db.review.findUnique({ where: { id: reviewId }, include: { reviewer: true } })
    if (!told || !review) return null
    return {
      letter: desk.words.activities[decision]({
        ...told,
        reviewer: review.reviewer.usedName,
        reason: review.reason,
      }),
    }
  }
}

async function activityTold(activityId: string, { url }: Stationery) {
  const activity = await db.activity.findUnique({ where: { id: activityId }, include: { student: true } })
  return (
    activity && {
      name: activity.student.usedName,
      title: activity.title,
      url: url(`/activities/${activityId}`),
    }
  )
}

export async function requestTold(requestId: string, { url }: Stationery) {
  const request = await findRequest(requestId)
  if (!request) return null
  const { activity, endorser, endorserName, answerNote, declineReason, handedOverBy } = request
  return {
    name: activity.student.usedName,
    title: activity.title,
    url: url(`/activities/${activity.id}`),
    endorser: endorserName,
    // What a colleague named is not the student's to learn.
    address: handedOverBy ? masked(endorser.email) : endorser.email,
    note: answerNote,
    declineReason: declineReason ?? 'other',
  } as const
}
