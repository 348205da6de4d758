import type { SubmissionResult } from '@conform-to/react'
import { isDecided } from '~/domain/correction'
import type { CorrectionPage as Page } from '~/domain/correction-page.server'
import { useWords } from '~/messages/messages'
import { CorrectionDecision } from './correction-forms'
import { Crumbs, PageTitle } from './page-title'
import { ProgressTree } from './progress-tree'
import { Section } from './section'

type Props = { correction: Page; reply: SubmissionResult<string[]> | null }

/** One case: what was taken back, what still counts, what rests on it, the student's answer and the decision. */
export function CorrectionPage({ correction, reply }: Props) {
  const { messages, format } = useWords()
  const { corrections } = messages
  const { one } = corrections
  const { programme, student, cause, what, credentialId, awardedDate, progress, names, openedAt } = correction
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/corrections', words: corrections.page }} />}
        below={`${corrections.opened(format.on(openedAt))}.`}
      >
        {corrections.about(programme, student)}
      </PageTitle>
      <Section title={corrections.causes[cause]}>
        <p className="max-w-[62ch]">
          {one.happened(cause, what)} {one.issued(format.day(format.dayOf(awardedDate)))}
        </p>
        <p className="mt-3">
          <a className="link inline-block py-1" href={`/credentials/${credentialId}`}>
            {one.see}
          </a>
        </p>
      </Section>
      <Section title={one.today} note={progress.met ? one.todayMet : one.todayUnmet}>
        <ProgressTree progress={progress} names={names} />
      </Section>
      <Dependants dependants={correction.dependants} />
      <Answer correction={correction} />
      <Section title={one.decide} note={one.decideNote}>
        <Decision correction={correction} reply={reply} />
      </Section>
    </>
  )
}

function Dependants({ dependants }: Pick<Page, 'dependants'>) {
  const { one } = useWords().messages.corrections
  return (
    <Section title={one.dependants} {...(dependants.length > 0 && { note: one.dependantsNote })}>
      {dependants.length === 0 && <p>{one.alone}</p>}
      <ul className="rows">
        {dependants.map(({ id, title }) => (
          <li key={id}>
            <a className="quiet-link font-medium" href={`/credentials/${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Answer({ correction: { answer, answeredAt, answerBy } }: { correction: Page }) {
  const { messages, format } = useWords()
  const { one } = messages.corrections
  const day = format.dayOf(answerBy)
  return (
    <Section title={one.answer}>
      {answeredAt && <p className="quote break-words whitespace-pre-line">{answer}</p>}
      {!answeredAt && <p>{day < format.today ? one.noAnswerLate : one.noAnswer(format.day(day))}</p>}
    </Section>
  )
}

function Decision({ correction, reply }: Props) {
  const { messages, format } = useWords()
  const { one } = messages.corrections
  const { status, reason, decidedBy, decidedAt, isDecidable, progress } = correction
  if (isDecided(status))
    return (
      <>
        <p>{one.decided(status, decidedBy ?? one.somebody, decidedAt ? format.on(decidedAt) : '')}</p>
        {reason && <p className="aside-quote mt-2 whitespace-pre-line">{reason}</p>}
      </>
    )
  return isDecidable ? <CorrectionDecision isMet={progress.met} isAnswered={correction.answeredAt !== null} reply={reply} /> : <p>{one.tooEarly}</p>
}
