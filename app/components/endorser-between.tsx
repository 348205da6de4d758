import { useForm, type SubmissionResult } from '@conform-to/react'
import type { FormPage } from '~/domain/endorser-page.server'
import { lastOf, MESSAGE_LENGTH } from '~/domain/thread'
import { useMessages } from '~/messages/messages'
import { EndorserFrame, Heading, Part } from './endorser-frame'
import { Ways } from './endorser-instead'
import { HiddenFields, TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Thread } from './thread'

type Props = { page: FormPage; path: string; reply: SubmissionResult<string[]> | null }

/** On the request's page: what was asked and answered so far. */
export function Between({ page, path }: Omit<Props, 'reply'>) {
  const { endorser } = useMessages().between
  const { messages, student } = page
  if (messages.length === 0) return null
  return (
    <Part title={endorser.title(student.firstName)}>
      <ToAndFro page={page} />
      {messages.at(-1)?.author === 'endorser' && <p className="mt-4">{endorser.waits(student.firstName)}</p>}
      <p className="mt-4">
        <a className="link inline-block py-1" href={`${path}/question`}>
          {endorser.more(student.firstName)}
        </a>
      </p>
    </Part>
  )
}

/** A question that leaves the request where it is. */
export function AskStudent({ page, path, reply }: Props) {
  const { endorser } = useMessages().between
  const { student, house, facts, messages } = page
  const [form, fields] = useForm<{ text: string }>({ id: 'between', lastResult: reply })
  return (
    <EndorserFrame house={house} isForm>
      <Heading above={facts.title} below={<p>{endorser.note(student.firstName)}</p>}>
        {endorser.heading(student.firstName)}
      </Heading>
      {messages.length > 0 && (
        <div className="pb-7">
          <ToAndFro page={page} />
        </div>
      )}
      <PlainForm form={form} action={`${path}/question`}>
        <HiddenFields values={{ after: lastOf(messages) }} />
        <TextArea field={fields.text} label={endorser.text} rows={4} maxLength={MESSAGE_LENGTH} />
        <Ways button={endorser.button} back={endorser.back} path={path} />
      </PlainForm>
    </EndorserFrame>
  )
}

function ToAndFro({ page: { messages, student } }: { page: FormPage }) {
  const { you } = useMessages().between
  return <Thread messages={messages} names={{ endorser: you, student: student.firstName }} />
}

/** To a colleague, who is asked at once. */
export function HandOver({ page: { student, house, facts }, path, reply }: Props) {
  const { handOver } = useMessages().between
  const [form, fields] = useForm<{ name: string; email: string }>({ id: 'hand-over', lastResult: reply })
  return (
    <EndorserFrame house={house} isForm>
      <Heading above={facts.title} below={<p>{handOver.note(student.firstName)}</p>}>
        {handOver.heading}
      </Heading>
      <PlainForm form={form} action={`${path}/hand-over`}>
        <TextInput field={fields.name} label={handOver.name} autoComplete="off" />
        <TextInput
          field={fields.email}
          type="email"
          label={handOver.email}
          hint={handOver.emailHint}
          autoComplete="off"
          spellCheck={false}
        />
        <Ways button={handOver.button} back={handOver.back} path={path} />
      </PlainForm>
    </EndorserFrame>
  )
}
