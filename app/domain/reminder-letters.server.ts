import { asking, askable, writeEndorsementRequest, writeReminder } from './endorser-letters.server'
import { findRequest } from './request.server'
import type { Stationery, Written } from './stationery.server'
import { requestTold } from './student-letters.server'

/** What still waits of several requests; of a single one the letter that it would get by itself. */
export async function writeWaiting({ requestIds }: { requestIds: string[] }, desk: Stationery): Promise<Written> {
  const requests = (await Promise.all(requestIds.map(askable))).flatMap(request => request ?? [])
  const [first, ...others] = requests
  if (!first) return null
  if (others.length === 0) {
    const requestId = first.id
    return first.status === 'queued' ? writeEndorsementRequest({ requestId }, desk) : writeReminder({ requestId }, desk)
  }
  const { endorser, institution, url, stopUrl } = asking(first, desk)
  return {
    letter: desk.words.reminders.waiting({
      endorser,
      institution,
      requests: requests.map(request => asking(request, desk)),
      hasNew: requests.some(({ status }) => status === 'queued'),
      url: `${url}/waiting`,
      stopUrl,
      contact: desk.contact,
    }),
  }
}

/** To the student: we write no more. */
export async function writeUnanswered({ requestId }: { requestId: string }, desk: Stationery): Promise<Written> {
  const told = (await askable(requestId)) && (await requestTold(requestId, desk))
  return told && { letter: desk.words.reminders.unanswered(told) }
}

/** To whoever coordinates the unit. */
export async function writeEscalated({ requestId }: { requestId: string }, desk: Stationery): Promise<Written> {
  const request = (await askable(requestId)) && (await findRequest(requestId))
  if (!request) return null
  const { activity, endorserName: endorser } = request
  return {
    letter: desk.words.reminders.escalated({
      student: activity.student.usedName,
      title: activity.title,
      endorser,
      organisation: activity.organisation,
      contact: desk.contact,
    }),
  }
}
