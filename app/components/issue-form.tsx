import { useForm, type SubmissionResult } from '@conform-to/react'
import { transcriptForms, type IssueExtent } from '~/domain/transcript'
import type { IssueTyped } from '~/domain/transcript-forms.server'
import { useMessages } from '~/messages/messages'
import { languageNames, paperLanguages, type PaperLanguage } from '~/messages/paper-languages'
import { SubmitButton } from './button'
import { Checkbox, ChoiceGroup } from './choices'
import { HiddenFields, Select, TextArea, TextInput } from './inputs'
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
  const { transcriptIssue: words, transcript: { form: own } } = useMessages()
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
      <Select
        field={fields.language}
        label={own.language}
        hint={own.languageNote}
        hasBlank={false}
        options={paperLanguages.map(value => ({ value, label: languageNames[value] }))}
      />
      <ChoiceGroup
        field={fields.form}
        label={own.paper}
        choices={transcriptForms.map(value => ({ value, label: own.papers[value], note: own.paperNotes[value] }))}
      />
      {(fields.isWithoutPaper.errors ?? fields.isWithoutPaper.value) && (
        <Checkbox field={fields.isWithoutPaper}>{own.withoutPaper}</Checkbox>
      )}
      <p className="hint">{words.previewNote}</p>
      <p className="flex flex-wrap gap-3">
        <SubmitButton>{words.sign}</SubmitButton>
        <SubmitButton tone="second" elsewhere={{ formAction: `${action}/preview.pdf`, formTarget: '_blank' }}>{words.preview}</SubmitButton>
      </p>
    </PlainForm>
  )
}
