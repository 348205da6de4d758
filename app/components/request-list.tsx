import { Form as PlainForm } from '@remix-run/react'
import type { ActivityInFull } from '~/domain/activity-page.server'
import { canBeWithdrawn } from '~/domain/activity'
import { isOpen } from '~/domain/endorsement'
import { useWords, type Words } from '~/messages/messages'
import { LinkButton } from './button'
import { Section } from './section'
import { Status, statusOf } from './status'

type Request = ActivityInFull['requests'][number]

/** Everybody who was asked: who holds it and since when, and what came of it. */
export function RequestList({ activity: { id, status, requests } }: { activity: ActivityInFull }) {
  const { activity, between, written } = useWords().messages
  const { holders } = activity
  const { another } = between
  return (
    <Section title={holders.title} note={holders.note}>
      <ul className="rows">
        {requests.map(request => (
          <RequestRow key={request.id} activityId={id} request={request} />
        ))}
      </ul>
      {canBeWithdrawn(status) && (
        <p className="mt-6">
          <LinkButton icon="plus" isSmall to={`/activities/${id}/requests`}>
            {another.action}
          </LinkButton>{' '}
          <LinkButton tone="quiet" isSmall to={`/activities/${id}/form`}>
            {written.ways.print}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}

function RequestRow({ activityId, request }: { activityId: string; request: Request }) {
  const words = useWords()
  const { holders, actions, somebody } = words.messages.activity
  const { ways } = words.messages.written
  return (
    <li className="held-row">
      <div>
        <p className="font-medium">{request.endorserName || somebody}</p>
        <p className="label">
          {[
            request.organisation,
            holders.version(request.revision.number),
            request.handedOverBy && holders.from(request.handedOverBy.endorserName || somebody),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      </div>
      <div>
        <Status {...lookOfRequest(words, request)} />
        {request.status === 'redirected' && request.declineReason === 'notTheRightPerson' && (
          <p className="label mt-1">{holders.hasLeft}</p>
        )}
        {request.answerNote && (
          <p className="aside-quote mt-1">{request.answerNote}</p>
        )}
      </div>
      {isOpen(request.status) && (
        <PlainForm
          method="post"
          action={`/activities/${activityId}/reminder?request=${request.id}`}
          className="flex flex-wrap gap-2 justify-self-end"
        >
          <LinkButton tone="quiet" isSmall to={`/activities/${activityId}/qr?request=${request.id}`}>
            {ways.show} <span className="sr-only">{ways.showTo(request.endorserName)}</span>
          </LinkButton>
          {words.format.dayOf(request.createdAt) < words.format.today && (
            <button className="btn btn-second btn-small">
              {actions.remind} <span className="sr-only">{request.endorserName}</span>
            </button>
          )}
        </PlainForm>
      )}
    </li>
  )
}

function lookOfRequest(words: Words, request: Request) {
  const { status, answer, statusAt, declineReason, endorserName, handedOverTo } = request
  const at = { at: statusAt }
  if (status === 'redirected') {
    const who = handedOverTo?.endorserName || words.messages.activity.somebody
    return statusOf(words, 'request', status, { ...at, who })
  }
  if (isOpen(status) && status !== 'queued')
    return statusOf(words, 'activity', 'submitted', { ...at, who: endorserName })
  if (status !== 'answered') return statusOf(words, 'request', status, at)
  if (answer === 'returned') return statusOf(words, 'request', 'returned', at)
  if (answer === 'declined') {
    return statusOf(words, 'request', 'declined', {
      ...at,
      ...(declineReason && { why: words.messages.activity.declineReason[declineReason] }),
    })
  }
  // A word on what was confirmed is why it was taken back.
  if (request.answerNote) return statusOf(words, 'request', 'takenBack', at)
  return statusOf(words, 'activity', 'endorsed', at)
}
