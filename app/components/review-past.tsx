import type { ReviewPage } from '~/domain/review-page.server'
import { useWords } from '~/messages/messages'
import { Status, statusOf } from './status'

/** What was decided before, undone approvals too. */
export function ReviewPast({ page: { reviews } }: { page: ReviewPage }) {
  const words = useWords()
  const { past } = words.messages.review
  return (
    <ul className="grid gap-3">
      {reviews.map(({ id, decision, reviewer, decidedAt, undoneAt, reason, minutes, version }) => (
        <li key={id}>
          <Status {...statusOf(words, 'review', decision, { who: reviewer, at: decidedAt })} />
          <p className="label">
            {past.version(version)}
            {undoneAt && `, ${past.undone}`}
          </p>
          {minutes !== null && <p className="label">{past.minutes(words.format.hours(minutes))}</p>}
          {reason && <p className="aside-quote mt-1">{reason}</p>}
        </li>
      ))}
    </ul>
  )
}
