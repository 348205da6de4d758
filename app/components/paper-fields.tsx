import type { FieldMetadata } from '@conform-to/react'
import { transcriptForms, type TranscriptForm } from '~/domain/transcript'
import { useMessages } from '~/messages/messages'
import { languageNames, paperLanguages, type PaperLanguage } from '~/messages/paper-languages'
import { SubmitButton } from './button'
import { Checkbox, ChoiceGroup } from './choices'
import { Select } from './inputs'

type Props = {
  fields: {
    language: FieldMetadata<PaperLanguage | undefined>
    form: FieldMetadata<TranscriptForm>
    isWithoutPaper: FieldMetadata<boolean | undefined>
  }
  /** Where it is shown before it is signed. */
  preview: string
  words: { previewNote: string; sign: string; preview: string }
}

/** How a transcript is printed: the end of every form that makes one, whoever asks for it. */
export function PaperFields({ fields, preview, words }: Props) {
  const { transcript: { form: own } } = useMessages()
  return (
    <>
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
        <SubmitButton tone="second" elsewhere={{ formAction: preview, formTarget: '_blank' }}>{words.preview}</SubmitButton>
      </p>
    </>
  )
}
