import type { ActivityPage } from '~/domain/activity-page.server'
import { APPEAL_DAYS, isAppealable } from '~/domain/appeal'
import { addDays } from '~/domain/day'
import { useWords } from '~/messages/messages'
import { Sheet } from './section'
import { Status, statusOf } from './status'

/** The student's appeal and where it stands, or the way to one against what the review decided last. */
export function ActivityAppeal({ page: { activity } }: { page: ActivityPage }) {
  const words = useWords()
  const { student, one } = words.messages.appeals
  const { format } = words
  const { id, status, appeals, reviews, revision } = activity
  const [appeal] = appeals
  const decision = reviews.find(review => review.revision.number === revision && !review.undoneAt)
  const until = decision && addDays(format.dayOf(decision.decidedAt), APPEAL_DAYS)
  const isDecided = isAppealable(status) && decision?.id !== appeal?.reviewId
  const canAppeal = isDecided && until !== undefined && until >= format.today
  if (!appeal && !canAppeal) return null
  return (
    <div className="mt-4 grid max-w-3xl gap-4">
      {appeal && (
        <Sheet>
          <p className="font-medium">{student.title}</p>
          <p className="mt-1">
            <Status
              {...statusOf(words, 'appeal', appeal.status, {
                at: appeal.decidedAt ?? appeal.createdAt,
                ...(appeal.status === 'open' && { who: student.who }),
              })}
            />
          </p>
          <p className="aside-quote mt-2 whitespace-pre-line">{appeal.text}</p>
          {appeal.reason && (
            <>
              <p className="label mt-2">{one.reason}</p>
              <p className="aside-quote mt-1 whitespace-pre-line">{appeal.reason}</p>
            </>
          )}
          {appeal.status === 'open' && <WayBack id={id} dueAt={appeal.dueAt} />}
        </Sheet>
      )}
      {canAppeal && (
        <p>
          <a className="link inline-block py-1" href={`/activities/${id}/appeal`}>
            {student.link}
          </a>{' '}
          <span className="label">{student.until(format.day(until))}</span>
        </p>
      )}
    </div>
  )
}

function WayBack({ id, dueAt }: { id: string; dueAt: Date }) {
  const { messages, format } = useWords()
  const { student } = messages.appeals
  const day = format.dayOf(dueAt)
  return (
    <p className="label mt-2">
      {day < format.today ? student.lateBy(format.day(day)) : student.by(format.day(day))} {student.revise}{' '}
      <a className="link" href={`/activities/${id}/appeal`}>
        {student.takeBack}
      </a>
    </p>
  )
}
