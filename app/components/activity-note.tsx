import type { ReactNode } from 'react'
import type { ActivityPage } from '~/domain/activity-page.server'
import { isForsaken } from '~/domain/standing'
import { useMessages } from '~/messages/messages'
import { Note, type Tone } from './section'

/** What the student has to know before anything else: a question, a reason, or that nobody holds it. */
export function ActivityNote({ page }: { page: ActivityPage }) {
  const { activity: words } = useMessages()
  const { activity, standing, answerNote } = page
  const who = standing.answeredBy ?? words.somebody
  const said = answerNote ? <p className="quote mt-1">{answerNote}</p> : null
  if (isForsaken(standing)) {
    return (
      <Told tone="amber" title={words.nobodyHolds}>
        <p>
          <a className="link" href={`/activities/${activity.id}/requests`}>
            {words.actions.askAnother}
          </a>
        </p>
      </Told>
    )
  }
  switch (activity.status) {
    case 'draft':
      return (
        <Told
          tone="sky"
          title={activity.approvedRevision ? words.nextVersion(activity.revision) : words.draftNote}
        />
      )
    case 'returned':
      return (
        <Told tone="sky" title={words.question(who)}>
          {said}
          <p className="label mt-2">{words.answerNote}</p>
        </Told>
      )
    case 'declined':
      return (
        <Told tone="clay" title={words.declined(who)}>
          {said}
        </Told>
      )
    case 'rescinded':
      return (
        <Told tone="clay" title={words.rescinded(who)}>
          {said}
        </Told>
      )
    default:
      return null
  }
}

function Told({ tone, title, children }: { tone: Tone; title: string; children?: ReactNode }) {
  return (
    <div className="mt-7 max-w-3xl">
      <Note tone={tone}>
        <p className="font-medium">{title}</p>
        {children}
      </Note>
    </div>
  )
}
