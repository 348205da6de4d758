import type { SubmissionResult } from '@conform-to/react'
import type { AppealPage as Page } from '~/domain/appeal-list.server'
import { useWords } from '~/messages/messages'
import { AppealDecision } from './appeal-forms'
import { Crumbs, PageTitle } from './page-title'
import { Section } from './section'
import { Status, statusOf } from './status'

/** One appeal: the student's words, the decision it is against, and the answer. */
export function AppealPage({ appeal, reply }: { appeal: Page; reply: SubmissionResult<string[]> | null }) {
  const words = useWords()
  const { messages, format } = words
  const { appeals, activity } = messages
  const { one } = appeals
  const { review, status, dueAt, decidedAt, decidedBy } = appeal
  const day = format.dayOf(dueAt)
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/appeals', words: appeals.page }} />}
        below={status === 'open' && (day < format.today ? appeals.late : appeals.due)(format.day(day))}
      >
        {appeals.about(appeal.title, appeal.student)}
      </PageTitle>
      <Section title={one.text} note={appeals.opened(format.on(appeal.createdAt))}>
        <p className="quote break-words whitespace-pre-line">{appeal.text}</p>
      </Section>
      <Section title={one.decision} note={one.decisionNote(appeal.version)}>
        <Status {...statusOf(words, 'review', review.decision, { who: review.by, at: review.decidedAt })} />
        <p className="aside-quote mt-2 whitespace-pre-line">{review.reason}</p>
        <p className="mt-3">
          <a className="link inline-block py-1" href={`/review/${appeal.activityId}?version=${appeal.version}`}>
            {one.see}
          </a>
        </p>
      </Section>
      <Section title={one.decide} note={one.decideNote}>
        {status === 'open' && (appeal.isBarred ? <p>{one.barred}</p> : <AppealDecision reply={reply} />)}
        {status !== 'open' && (
          <>
            <Status
              {...statusOf(words, 'appeal', status, {
                at: decidedAt,
                ...(status !== 'withdrawn' && { who: decidedBy || activity.somebody }),
              })}
            />
            {appeal.reason && <p className="aside-quote mt-2 whitespace-pre-line">{appeal.reason}</p>}
          </>
        )}
      </Section>
    </>
  )
}
