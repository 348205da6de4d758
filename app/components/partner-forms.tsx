import { useForm, type SubmissionResult } from '@conform-to/react'
import { designFields } from '~/domain/design-fields'
import type { PartnerCommentTyped, PartnerEndorseTyped } from '~/domain/partner-forms.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, Select, TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type Reply = SubmissionResult<string[]> | null
type Props = { path: string; reply: Reply }

export function PartnerComment({ path, formKey, reply }: Props & { formKey: string }) {
  const { partners: { page: words }, designFields: fields } = useMessages()
  const [form, { about, text }] = useForm<PartnerCommentTyped>({ id: 'comment', lastResult: reply })
  const options = designFields.map(value => ({ value, label: fields.of[value].label }))
  return (
    <PlainForm form={form} action={path}>
      <HiddenFields values={{ act: 'comment', formKey }} />
      <Select field={about} label={words.about} hasBlank={false} options={[{ value: '', label: words.whole }, ...options]} />
      <TextArea field={text} label={words.text} maxLength={2_000} />
      <div>
        <SubmitButton>{words.send}</SubmitButton>
      </div>
    </PlainForm>
  )
}

/** First the digits by mail, then the words with the digits. */
export function PartnerEndorsement({ path, hasCode, reply }: Props & { hasCode: boolean }) {
  const { page: words } = useMessages().partners
  const [form, { statement, code }] = useForm<PartnerEndorseTyped>({ id: 'endorse', lastResult: reply })
  if (!hasCode) {
    return (
      <>
        <p className="label mb-3">{words.sendCodeNote}</p>
        <PartnerAct path={path} act="code" reply={reply} words={words.sendCode} />
      </>
    )
  }
  return (
    <>
      <PlainForm form={form} action={path}>
        <HiddenFields values={{ act: 'endorse' }} />
        <TextArea field={statement} label={words.statement} hint={words.statementHint} maxLength={2_000} />
        <TextInput
          field={code}
          label={words.code}
          hint={words.codeHint}
          look="code"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <div>
          <SubmitButton>{words.doEndorse}</SubmitButton>
        </div>
      </PlainForm>
      <div className="mt-4">
        <PartnerAct path={path} act="code" reply={null} words={words.again} isQuiet />
      </div>
    </>
  )
}

type ActProps = Props & { act: 'code' | 'decline'; words: string; isQuiet?: boolean }

export function PartnerAct({ path, act, words, isQuiet, reply }: ActProps) {
  const [form] = useForm<Record<string, string>>({ id: `partner-${act}`, lastResult: reply })
  return (
    <PlainForm form={form} action={path}>
      <HiddenFields values={{ act }} />
      <div>
        <SubmitButton tone={isQuiet ? 'quiet' : 'primary'}>{words}</SubmitButton>
      </div>
    </PlainForm>
  )
}
