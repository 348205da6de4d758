import type { ReviewPage } from '~/domain/review-page.server'
import { useMessages } from '~/messages/messages'
import { Thread } from './thread'

/** What those who were asked wanted to know before they answered, and what the student told them. */
export function ReviewBetween({ page: { requests, student } }: { page: ReviewPage }) {
  const { activity } = useMessages()
  return (
    <ul className="grid gap-6">
      {requests
        .filter(({ messages }) => messages.length > 0)
        .map(({ id, endorserName, messages }) => (
          <li key={id}>
            <Thread
              messages={messages}
              names={{ student: student.firstName, endorser: endorserName || activity.somebody }}
            />
          </li>
        ))}
    </ul>
  )
}
