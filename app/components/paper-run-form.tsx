import { useForm, type SubmissionResult } from '@conform-to/react'
import type { PaperKind } from '~/domain/paper-run'
import type { PaperOrderTyped } from '~/domain/paper-run-forms.server'
import { transcriptForms } from '~/domain/transcript'
import { useMessages } from '~/messages/messages'
import { languageNames, paperLanguages, type PaperLanguage } from '~/messages/paper-languages'
import { LinkButton, SubmitButton } from './button'
import { ChoiceGroup, FieldGroup } from './choices'
import { HiddenFields, Select, TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type Choice = { id: string; name: string }
type Props = {
  kind: PaperKind
  action: string
  programmes: readonly { id: string; title: string }[]
  /** Chosen where the way here began. */
  programme: string
  units: readonly Choice[]
  studies: readonly Choice[]
  years: readonly Choice[]
  /** The institution's. */
  language: PaperLanguage
  formKey: string
  reply: SubmissionResult<string[]> | null
}

/** Which papers, in what language, and whose. What is left empty narrows nothing. */
export function PaperRunForm({ kind, action, programmes, programme, units, studies, years, language, formKey, reply }: Props) {
  const { paperRuns: { begin: words }, transcriptIssue, transcript: { form: own } } = useMessages()
  const [form, fields] = useForm<PaperOrderTyped>({ id: 'papers', lastResult: reply, defaultValue: { language, programme, form: 'full' } })
  const options = (choices: readonly Choice[]) => [{ value: '', label: words.any }, ...choices.map(({ id, name }) => ({ value: id, label: name }))]
  const programmeOptions = [{ value: '', label: words.everyProgramme }, ...programmes.map(({ id, title }) => ({ value: id, label: title }))]
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ formKey }} />
      <FieldGroup title={words.paper}>
        {kind === 'certificate' && <Select field={fields.programme} label={words.programme} options={programmeOptions} hasBlank={false} />}
        {kind === 'transcript' && (
          <>
            <TextInput field={fields.recipient} label={transcriptIssue.recipient} hint={transcriptIssue.recipientHint} maxLength={200} />
            <TextArea field={fields.basis} label={transcriptIssue.basis} hint={transcriptIssue.basisHint} rows={3} />
            <ChoiceGroup
              field={fields.form}
              label={words.form}
              choices={transcriptForms.map(value => ({ value, label: own.papers[value], note: own.paperNotes[value] }))}
            />
          </>
        )}
        <Select
          field={fields.language} label={words.language} hasBlank={false}
          options={paperLanguages.map(value => ({ value, label: languageNames[value] }))}
        />
      </FieldGroup>
      <FieldGroup title={words.whom} note={words.whomNote}>
        <Select field={fields.unit} label={words.unit} options={options(units)} hasBlank={false} />
        <Select field={fields.study} label={words.study} options={options(studies)} hasBlank={false} />
        <Select field={fields.year} label={words.year} options={options(years)} hasBlank={false} />
        <TextInput field={fields.q} type="search" label={words.name} maxLength={100} />
      </FieldGroup>
      <p className="flex flex-wrap gap-3">
        <SubmitButton icon="file-text">{words.act[kind]}</SubmitButton>
        <LinkButton tone="quiet" to="/paper-runs">{words.keep}</LinkButton>
      </p>
    </PlainForm>
  )
}
