import type { ActivityPage } from '~/domain/activity-page.server'
import { useWords, type Words } from '~/messages/messages'
import { activityLook } from './activity-look'
import { Track, type Stop } from './track'

/** Logged, endorsed, reviewed, approved: how far it is, who did what, and who has it now. */
export function ActivityTrack({ page }: { page: ActivityPage }) {
  const words = useWords()
  const reached = reachedBy(page)
  const look = activityLook(words, page.standing)
  const stops = [logged(page, words), endorsed(page, words), reviewed(page, words), approved(page, words)]
  return (
    <Track
      stops={stops.map((stop, at) => {
        if (at < reached) return { ...stop, at: 'done' as const }
        if (at > reached) return { name: stop.name, at: 'next' as const }
        return {
          name: stop.name,
          at: 'current' as const,
          detail: look.words,
          tone: look.tone,
          icon: look.icon,
        }
      })}
    />
  )
}

/** The stop it stands at; one past the last when all is done. */
function reachedBy({ activity, endorsements }: ActivityPage) {
  const standing = endorsements.filter(({ revision }) => revision.number === activity.revision).length
  const isEndorsed = standing >= (activity.opportunity?.endorsementsNeeded ?? 1)
  const places = {
    draft: 0,
    withdrawn: 0,
    submitted: 1,
    returned: isEndorsed ? 2 : 1,
    inReview: 2,
    declined: 2,
    rescinded: 3,
    approved: 4,
  }
  return places[activity.status]
}

type Told = Omit<Stop, 'at'>

function logged({ activity }: ActivityPage, { messages, format }: Words): Told {
  const submitted = activity.revisions.find(({ number }) => number === activity.revision)
  return {
    name: messages.status.track.logged,
    detail: messages.activity.track.loggedNote(activity.revision),
    ...(submitted && { note: format.day(format.dayOf(submitted.submittedAt)) }),
  }
}

function endorsed({ activity, endorsements, standing: { isOnDocument } }: ActivityPage, { messages, format }: Words): Told {
  const { track } = messages.activity
  const standing = endorsements.filter(({ revision }) => revision.number === activity.revision)
  const last = standing[0]
  return {
    name: messages.status.track.endorsed,
    ...(standing.length > 0
      ? { detail: track.by(format.list(standing.map(({ name }) => name))) }
      : isOnDocument && { detail: track.onDocument }),
    ...(last && { note: format.day(format.dayOf(last.endorsedAt)) }),
  }
}

function reviewed({ activity }: ActivityPage, { messages, format }: Words): Told {
  const { track } = messages.activity
  const review = activity.reviews.find(
    ({ decision, undoneAt }) => decision === 'approved' && undoneAt === null,
  )
  if (!review) return { name: messages.status.track.reviewed, detail: track.skipped }
  return {
    name: messages.status.track.reviewed,
    detail: track.by(review.reviewer.usedName),
    note: format.day(format.dayOf(review.decidedAt)),
  }
}

function approved(_page: ActivityPage, { messages }: Words): Told {
  return { name: messages.status.track.approved, detail: messages.activity.track.counts }
}
