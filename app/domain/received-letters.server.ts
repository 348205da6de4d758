import { publicFace } from './activity'
import type { Correspondent, Letters } from './notification.server'
import { findRequest, requestPath } from './request.server'
import { parseFacts } from './revision'
import type { Stationery, Written } from './stationery.server'

/** To whoever wrote: why nobody reads it, and how to go on. */
export async function writeNotTaken(
  { reason, requestId, author, why = '' }: Letters['mail-not-taken'],
  desk: Stationery,
): Promise<Written> {
  const { received } = desk.words
  if (reason === 'stranger') return { letter: received.stranger(desk.contact) }
  const told = await requestTold(requestId, author, desk)
  if (!told) return null
  if (reason === 'refused') return { letter: received.refused({ ...told, why }) }
  return { letter: received.several({ ...told, url: `${told.url}/waiting` }) }
}

/** To whoever attached something. */
export async function writeFilesNotKept(
  { requestId, author, files }: Letters['files-not-kept'],
  desk: Stationery,
): Promise<Written> {
  const told = await requestTold(requestId, author, desk)
  return told && { letter: desk.words.received.filesNotKept({ ...told, files }) }
}

async function requestTold(requestId: string, author: Correspondent, { url }: Stationery) {
  const request = await findRequest(requestId)
  if (!request) return null
  const { activity, endorserName, revision } = request
  return author === 'student'
    ? { name: activity.student.usedName, title: activity.title, url: url(`/activities/${activity.id}`) }
    : {
        name: endorserName,
        title: publicFace(parseFacts(revision.facts)).title,
        url: url(requestPath(requestId)),
      }
}
