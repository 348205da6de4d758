import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CorrectionAnswer } from '~/components/correction-forms'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Section } from '~/components/section'
import { titled } from '~/components/titled'
import { isDecided } from '~/domain/correction'
import { findOwnCorrection } from '~/domain/correction-page.server'
import { answerCorrection, CorrectionAnswerForm } from '~/domain/correction.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { corrections as words } from '~/messages/en/corrections'
import { useWords } from '~/messages/messages'

export const meta = titled(({ corrections }) => corrections.student.page)

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { programme, what, cause, status, answer, answeredAt, answerBy, reason } = await findOwnCorrection(
    await requirePerson(request),
    id,
  )
  return { programme, what, cause, status, answer, answeredAt, answerBy, reason }
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const correction = await findOwnCorrection(student, id)
  return submit(request, CorrectionAnswerForm, async form => {
    await answerCorrection(student, correction.id, form)
    return redirect(`/credentials/${id}/correction`, { headers: { 'Set-Cookie': flash({ words: words.student.sent }) } })
  })
}

export default function OwnCorrection() {
  const { programme, what, cause, status, answer, answeredAt, answerBy, reason } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { messages, format } = useWords()
  const { corrections, credentials } = messages
  const { student, one } = corrections
  const isOpen = !isDecided(status)
  return (
    <>
      <PageTitle
        above={<Crumbs back={{ to: '/credentials', words: credentials.title }} />}
        below={isOpen && student.note(format.day(format.dayOf(answerBy)))}
      >
        {student.heading(programme)}
      </PageTitle>
      <Section title={student.happened}>
        <p className="max-w-[62ch]">{one.happened(cause, what)}</p>
      </Section>
      <Section title={student.yours}>
        {answeredAt && <p className="quote break-words whitespace-pre-line">{answer}</p>}
        {answeredAt && isOpen && <p className="label mt-3">{student.answered}</p>}
        {!answeredAt && (isOpen ? <CorrectionAnswer reply={reply} /> : <p>{student.none}</p>)}
      </Section>
      {isDecided(status) && (
        <Section title={student.decision}>
          <p>{one.outcomes[status]}</p>
          {reason && <p className="aside-quote mt-2 whitespace-pre-line">{reason}</p>}
        </Section>
      )}
    </>
  )
}
