import { db } from '~/lib/db.server'
import { findRequest } from './request.server'
import type { Stationery, Written } from './stationery.server'

/** To the student: said anew. */
export async function writeAmended(
  { endorsementId = '' }: { endorsementId?: string },
  { words, url }: Stationery,
): Promise<Written> {
  const said = await db.endorsement.findUnique({ where: { id: endorsementId }, select: { requestId: true } })
  const told = said && (await requestTold(said.requestId))
  return (
    told && {
      letter: words.withdrawals.amended({
        name: told.student,
        title: told.title,
        endorser: told.endorser,
        url: url(`/activities/${told.activityId}`),
      }),
    }
  )
}

/** To the student: taken back. */
export async function writeTakenBack(
  { requestId }: { requestId: string },
  { words, url }: Stationery,
): Promise<Written> {
  const told = await requestTold(requestId)
  if (!told) return null
  const { student: name, activityId, ...rest } = told
  return { letter: words.withdrawals.takenBack({ ...rest, name, url: url(`/activities/${activityId}`) }) }
}

/** To whoever approved it before. */
export async function writeTakenBackLate(
  { requestId }: { requestId: string },
  { words, url }: Stationery,
): Promise<Written> {
  const told = await requestTold(requestId)
  if (!told) return null
  const { activityId, ...rest } = told
  const review = await db.review.findFirst({
    where: { activityId, decision: 'approved', undoneAt: null },
    orderBy: { decidedAt: 'desc' },
    select: { reviewer: { select: { usedName: true } } },
  })
  return (
    review && {
      letter: words.withdrawals.takenBackLate({
        ...rest,
        name: review.reviewer.usedName,
        url: url(`/review/${activityId}`),
      }),
    }
  )
}

async function requestTold(requestId: string) {
  const request = await findRequest(requestId)
  if (!request) return null
  const { activity, activityId, endorserName: endorser, answerNote: reason } = request
  return { activityId, endorser, reason, title: activity.title, student: activity.student.usedName }
}
