import { useForm, type SubmissionResult } from '@conform-to/react'
import type { StartTyped } from '~/domain/design-forms.server'
import { achievementTypes, programmeLevels } from '~/domain/programme'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, Select, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type Props = { formKey: string; reply: SubmissionResult<string[]> | null }

export function DesignStart({ formKey, reply }: Props) {
  const { design, designFields: { of }, programme } = useMessages()
  const [form, fields] = useForm<StartTyped>({ id: 'start', lastResult: reply })
  return (
    <PlainForm form={form} action="/design/new">
      <HiddenFields values={{ formKey }} />
      <TextInput field={fields.title} {...of.title} maxLength={120} isFirst />
      <Select
        field={fields.level}
        {...of.level}
        options={programmeLevels.map(value => ({ value, label: programme.level[value] }))}
      />
      <Select
        field={fields.achievementType}
        {...of.achievementType}
        options={achievementTypes.map(value => ({ value, label: programme.type[value] }))}
      />
      <div>
        <SubmitButton>{design.start.submit}</SubmitButton>
      </div>
    </PlainForm>
  )
}
