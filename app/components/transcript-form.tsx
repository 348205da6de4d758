import { useForm, type SubmissionResult } from '@conform-to/react'
import type { ActivityEntry } from '~/domain/transcript-entries.server'
import type { TranscriptTyped } from '~/domain/transcript-forms.server'
import { useWords } from '~/messages/messages'
import type { PaperLanguage } from '~/messages/paper-languages'
import { ChoiceGroup } from './choices'
import { HiddenFields } from './inputs'
import { OwnDidField } from './own-did-field'
import { PaperFields } from './paper-fields'
import { PlainForm } from './plain-form'

type Props = {
  names: { official: string; used: string }
  credentials: readonly { id: string; title: string; awardedDate: Date }[]
  activities: readonly ActivityEntry[]
  /** The institution's. */
  language: PaperLanguage
  formKey: string
  reply: SubmissionResult<string[]> | null
}

/** Nothing is chosen beforehand. What is ticked counts only for a selection. */
export function TranscriptForm({ names, credentials, activities, language, formKey, reply }: Props) {
  const { messages: { transcript: { form: words }, issuing, offer }, format } = useWords()
  const [form, fields] = useForm<TranscriptTyped>({
    id: 'transcript', lastResult: reply, defaultValue: { language },
  })
  const forms = names.official === names.used ? (['official'] as const) : (['official', 'used'] as const)
  if (credentials.length + activities.length === 0) return <p className="prose">{words.nothing}</p>
  return (
    <PlainForm form={form} action="/transcripts/new">
      <HiddenFields values={{ formKey }} />
      <ChoiceGroup
        field={fields.extent}
        label={words.extent}
        choices={[
          { value: 'complete', label: words.complete, note: words.completeNote },
          { value: 'selection', label: words.selection, note: words.selectionNote },
        ]}
      />
      {credentials.length > 0 && (
        <ChoiceGroup
          field={fields.credentials}
          label={words.credentials}
          type="checkbox"
          choices={credentials.map(({ id, title, awardedDate }) => (
            { value: id, label: title, note: words.awarded(format.day(format.dayOf(awardedDate))) }
          ))}
        />
      )}
      {activities.length > 0 && (
        <ChoiceGroup
          field={fields.activities}
          label={words.activities}
          type="checkbox"
          choices={activities.map(({ id, title, category, from, to, minutes }) => ({
            value: id,
            label: title,
            note: `${issuing.category[category]}. ${words.activity(format.months(from, to), format.hours(minutes))}`,
          }))}
        />
      )}
      <ChoiceGroup
        field={fields.nameForm}
        label={words.nameForm}
        choices={forms.map(value => ({ value, label: names[value], note: offer[value] }))}
      />
      <OwnDidField field={fields.did} />
      <PaperFields fields={fields} preview="/transcripts/new/preview.pdf" words={words} />
    </PlainForm>
  )
}
