import { useForm, type SubmissionResult } from '@conform-to/react'
import type { ReceiptPage } from '~/domain/endorser-page.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { EndorserFrame, Heading } from './endorser-frame'
import { TextArea } from './inputs'
import { PlainForm } from './plain-form'

type Props = { page: ReceiptPage; path: string; reply: SubmissionResult<string[]> | null }

/** What follows, in words, once; and why. */
export function Withdrawal({ page, path, reply }: Props) {
  const { withdrawal } = useMessages().endorse
  const [form, fields] = useForm<{ reason?: string }>({ id: 'withdrawal', lastResult: reply })
  const { student, house, title, standing } = page
  return (
    <EndorserFrame house={house} isForm>
      <Heading above={title} below={<p>{withdrawal.follows[standing](student.firstName)}</p>}>
        {withdrawal.heading(student.firstName)}
      </Heading>
      <div className="pb-12">
        <PlainForm form={form} action={`${path}/withdrawal`}>
          <TextArea
            field={fields.reason}
            label={withdrawal.reason}
            hint={withdrawal.reasonNote(student.firstName)}
            rows={3}
          />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton tone="danger">{withdrawal.button}</SubmitButton>
            <a className="link py-1" href={path}>
              {withdrawal.back}
            </a>
          </div>
        </PlainForm>
      </div>
    </EndorserFrame>
  )
}
