import { useForm, type SubmissionResult } from '@conform-to/react'
import type { IssueExtent } from '~/domain/transcript'
import type { IssueTyped } from '~/domain/transcript-forms.server'
import { useMessages } from '~/messages/messages'
import type { PaperLanguage } from '~/messages/paper-languages'
import { ChoiceGroup } from './choices'
import { HiddenFields, TextArea, TextInput } from './inputs'
import { PaperFields } from './paper-fields'
import { PlainForm } from './plain-form'

type Props = {
  action: string
  names: { official: string; used: string }
  extents: readonly IssueExtent[]
  /** The institution's. */
  language: PaperLanguage
  formKey: string
  reply: SubmissionResult<string[]> | null
}

/** What an office issues of somebody's record. */
export function IssueForm({ action, names, extents, language, formKey, reply }: Props) {
  const { transcriptIssue: words } = useMessages()
  const [form, fields] = useForm<IssueTyped>({ id: 'issue', lastResult: reply, defaultValue: { language, form: 'full' } })
  const forms = names.official === names.used ? (['official'] as const) : (['official', 'used'] as const)
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ formKey }} />
      <TextInput field={fields.recipient} label={words.recipient} hint={words.recipientHint} maxLength={200} />
      <TextArea field={fields.basis} label={words.basis} hint={words.basisHint} rows={3} />
      <ChoiceGroup field={fields.extent} label={words.extent} choices={extents.map(value => ({ value, ...words.extents[value] }))} />
      <ChoiceGroup
        field={fields.nameForm}
        label={words.nameForm}
        choices={forms.map(value => ({ value, label: names[value], note: words.names[value] }))}
      />
      <PaperFields fields={fields} preview={`${action}/preview.pdf`} words={words} />
    </PlainForm>
  )
}
