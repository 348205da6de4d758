import { useForm, type SubmissionResult } from '@conform-to/react'
import type { Design } from '~/domain/design-page.server'
import { nameOfLanguage, type Translation } from '~/domain/programme-translation'
import type { TranslationTyped } from '~/domain/programme-translation.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'

type Props = {
  design: Pick<Design, 'id' | 'shown' | 'title' | 'description' | 'criteria' | 'prerequisites' | 'leadsTo'>
  language: string
  said: Translation | null
  reply: SubmissionResult<string[]> | null
}

const areas = ['description', 'criteria', 'prerequisites', 'leadsTo'] as const

/** One language, each line under what it says in the university's own. */
export function DesignLanguage({ design, language, said, reply }: Props) {
  const { designLanguages: words, designFields: { of } } = useMessages()
  const [form, fields] = useForm<TranslationTyped>({ id: 'language', lastResult: reply, defaultValue: said ?? {} })
  const here = `/design/${design.id}/languages?language=${language}`
  const hint = (original: string) => (original ? words.original(original) : undefined)
  return (
    <Section title={words.in(nameOfLanguage(language))} note={words.empty}>
      <PlainForm form={form} action={here}>
        <HiddenFields values={{ language, shown: design.shown.languages }} />
        <TextInput field={fields.title} label={of.title.label} hint={hint(design.title)} isOptional maxLength={120} />
        {areas.map(field => (
          <TextArea
            key={field}
            field={fields[field]}
            label={of[field].label}
            hint={hint(design[field])}
            isOptional
            maxLength={field === 'description' || field === 'criteria' ? 5_000 : 1_000}
          />
        ))}
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </PlainForm>
    </Section>
  )
}
