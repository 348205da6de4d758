import type { ActivityPage } from '~/domain/activity-page.server'
import { useMessages } from '~/messages/messages'
import { AnswerForm } from './answer-form'
import { Section } from './section'
import { Thread } from './thread'

/** What those who were asked want to know, and what the student told them. */
export function ActivityThreads({ page: { activity, threads } }: { page: ActivityPage }) {
  const { between } = useMessages()
  if (threads.length === 0) return null
  return (
    <Section title={between.title} note={between.student.note} id="between">
      <div className="grid gap-10">
        {threads.map(thread => (
          <div key={thread.requestId} className="grid gap-5">
            <h3>{between.student.with(thread.endorser || between.student.somebody)}</h3>
            <Thread
              messages={thread.messages}
              names={{ student: between.you, endorser: thread.endorser || between.student.somebody }}
            />
            {thread.isOpen && <AnswerForm activityId={activity.id} thread={thread} reply={null} />}
          </div>
        ))}
      </div>
    </Section>
  )
}
