import { useForm, type SubmissionResult } from '@conform-to/react'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, TextArea } from './inputs'
import { PlainForm } from './plain-form'
import { Disclosure } from './section'

type Props = { id: string; shown: string; json: string; reply: SubmissionResult<string[]> | null }

/** For those who write it elsewhere. */
export function DesignJson({ id, shown, json, reply }: Props) {
  const { json: words } = useMessages().designBuilder
  const [form, fields] = useForm<{ json: string }>({ id: 'json', lastResult: reply, defaultValue: { json } })
  return (
    <Disclosure summary={words.summary} isOpen={reply !== null}>
      <PlainForm form={form} action={`/design/${id}/requirement`}>
        <HiddenFields values={{ act: 'json', shown }} />
        <TextArea field={fields.json} label={words.label} hint={words.hint} rows={14} />
        <div>
          <SubmitButton tone="second">{words.submit}</SubmitButton>
        </div>
      </PlainForm>
    </Disclosure>
  )
}
