import { isForsaken, type Standing } from '~/domain/standing'
import type { Words } from '~/messages/messages'
import { lookOf, statusOf, type Facts, type StatusLook } from './status'

/** Where an activity stands, in the reader's words: "Waiting for Ben Ortiz since Tuesday". */
export function activityLook(words: Words, standing: Standing): StatusLook {
  const { status, since: at, holders, unreached, reviewer, answeredBy } = standing
  if (isForsaken(standing)) {
    if (unreached) return statusOf(words, 'request', 'undeliverable', { who: unreached })
    const [icon] = lookOf('request', 'expired')
    return { icon, tone: 'clay', words: words.messages.activity.nobody }
  }
  switch (status) {
    case 'draft':
      return statusOf(words, 'activity', status)
    case 'submitted':
      return statusOf(words, 'activity', status, { at, who: words.format.list(holders) })
    case 'inReview':
      return onDocument(words, standing, { at, ...(reviewer && { who: reviewer }) })
    case 'approved':
      return onDocument(words, standing, { at })
    case 'returned':
      return statusOf(words, 'activity', status, { ...(answeredBy && { who: answeredBy }) })
    default:
      return statusOf(words, 'activity', status, { at, ...(answeredBy && { who: answeredBy }) })
  }
}

/** Says so where a document stands in for whoever could not be reached. */
function onDocument(words: Words, { status, isOnDocument }: Standing, facts: Facts): StatusLook {
  const look = statusOf(words, 'activity', status, facts)
  return isOnDocument ? { ...look, words: words.messages.written.suffix(look.words) } : look
}
