import { useForm, type SubmissionResult } from '@conform-to/react'
import { lastOf, MESSAGE_LENGTH, type Thread } from '~/domain/thread'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { Form } from './form'
import { HiddenFields, TextArea } from './inputs'

type Props = {
  activityId: string
  thread: Pick<Thread, 'requestId' | 'endorser' | 'messages'>
  reply: SubmissionResult<string[]> | null
}

/** On the activity's page; where something has to be put right, on a page of its own. */
export function AnswerForm({ activityId, thread, reply }: Props) {
  const { student } = useMessages().between
  const { requestId, endorser, messages } = thread
  const [form, fields] = useForm<{ text: string }>({ id: `answer-${requestId}`, lastResult: reply })
  return (
    <Form form={form} action={`/activities/${activityId}/messages?request=${requestId}`}>
      <HiddenFields values={{ after: lastOf(messages) }} />
      <TextArea
        field={fields.text}
        label={student.text(endorser)}
        hint={student.hint}
        rows={3}
        maxLength={MESSAGE_LENGTH}
      />
      <div>
        <SubmitButton icon="send">{student.button}</SubmitButton>
      </div>
    </Form>
  )
}
