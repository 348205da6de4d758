import { useForm, type SubmissionResult } from '@conform-to/react'
import type { ConcernPage as Page } from '~/domain/concern.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { Form } from './form'
import { TextArea } from './inputs'
import { Crumbs, PageTitle } from './page-title'
import { Section } from './section'
import { Terms } from './table'

type Props = {
  concern: Page
  /** May open what it is about. */
  canOpen: boolean
  reply: SubmissionResult<string[]> | null
}

/** One concern: who, when, about what, in their words, and what was done about it. */
export function ConcernPage({ concern, canOpen, reply }: Props) {
  const { messages, format } = useWords()
  const { concerns } = messages
  const { one } = concerns
  const { title, student, status, outcome, closedBy, closedAt } = concern
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/concerns', words: concerns.page }} />}>
        {title && student ? concerns.about(title, student) : concerns.gone}
      </PageTitle>
      <Section title={one.words}>
        <p className="quote mb-6 break-words whitespace-pre-line">{concern.text || one.erased}</p>
        <Facts concern={concern} canOpen={canOpen} />
      </Section>
      <Section title={one.outcome} note={one.outcomeNote}>
        {status === 'open' ? (
          <CloseForm reply={reply} />
        ) : (
          <>
            <p className="break-words whitespace-pre-line">{outcome}</p>
            <p className="label mt-2">
              {closedAt && one.closed(closedBy || messages.activity.somebody, format.on(closedAt))}
            </p>
          </>
        )}
      </Section>
    </>
  )
}

function Facts({ concern, canOpen }: Omit<Props, 'reply'>) {
  const { messages, format } = useWords()
  const { one, somebody } = messages.concerns
  const { reporterName, reporterEmail, requestId, activityId, credentialId, createdAt } = concern
  const page = activityId
    ? { to: `/review/${activityId}`, words: one.activity }
    : credentialId && { to: `/credentials/${credentialId}`, words: one.credential }
  const link = canOpen && page && (
    <a className="quiet-link" href={page.to}>
      {page.words}
    </a>
  )
  const terms = [
    {
      name: one.reporter,
      value: (
        <>
          {reporterName || somebody}
          <span className="label block break-words">{reporterEmail}</span>
          <span className="label block">{requestId ? one.known.yes : one.known.no}</span>
        </>
      ),
    },
    { name: one.when, value: format.moment(createdAt) },
    ...(link ? [{ name: one.about, value: link }] : []),
  ]
  return <Terms terms={terms} />
}

function CloseForm({ reply }: Pick<Props, 'reply'>) {
  const { one } = useWords().messages.concerns
  const [form, fields] = useForm<{ outcome: string }>({ id: 'close', lastResult: reply })
  return (
    <Form form={form}>
      <TextArea field={fields.outcome} label={one.outcome} rows={4} />
      <div>
        <SubmitButton>{one.close}</SubmitButton>
      </div>
    </Form>
  )
}
