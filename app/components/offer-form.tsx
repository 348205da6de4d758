import { useForm, type SubmissionResult } from '@conform-to/react'
import type { OfferedToTyped } from '~/domain/award-forms.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { Form } from './form'
import { HiddenFields } from './inputs'

type Props = { ready: readonly { id: string; name: string }[]; reply: SubmissionResult<string[]> | null }

/** Nobody is chosen beforehand: to offer it to all is a button of its own. */
export function OfferForm({ ready, reply }: Props) {
  const { programme: words } = useMessages().awards
  const [form, fields] = useForm<OfferedToTyped>({ id: 'offer', lastResult: reply })
  return (
    <Form form={form}>
      <HiddenFields values={{ shown: ready.map(({ id }) => id).join(',') }} />
      <ChoiceGroup
        type="checkbox"
        field={fields.students}
        label={words.choose}
        choices={ready.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton icon="award">{words.some}</SubmitButton>
        {ready.length > 1 && <SubmitButton tone="second" name="everybody" value="on">{words.all(ready.length)}</SubmitButton>}
      </div>
    </Form>
  )
}
