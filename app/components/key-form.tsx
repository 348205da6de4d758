import { useForm, type SubmissionResult } from '@conform-to/react'
import type { KeyTyped } from '~/domain/key-forms.server'
import { keyReasons, type KeptKey } from '~/domain/signing-key'
import { useMessages } from '~/messages/messages'
import { AskOnce } from './ask-once'
import { LinkButton, SubmitButton } from './button'
import { ChoiceGroup } from './choices'
import { DateInput, HiddenFields, Select } from './inputs'
import { PlainForm } from './plain-form'

type Props = { value: KeptKey; timeZone: string; reply: SubmissionResult<string[]> | null }

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Why a key is changed; of one that signs no more, only since when it was in other hands. */
export function KeyForm({ value: { id, kind, status, isOutside }, timeZone, reply }: Props) {
  const words = useMessages().keys.one
  const [form, fields] = useForm<KeyTyped>({ id: 'key', lastResult: reply })
  const isActive = status === 'active'
  const follows = isOutside ? words.followsOutside : words.follows
  const ask = isActive ? words.question : words.reportQuestion
  return (
    <AskOnce title={ask(words.kinds[kind])} follows={<p>{isActive ? follows : words.reportFollows}</p>}>
      <PlainForm form={form} action={`/keys/${id}`}>
        {isActive ? (
          <ChoiceGroup
            field={fields.why}
            label={words.why}
            choices={keyReasons.map(reason => ({ value: reason, label: words.reasons[reason], note: words.notes[reason] }))}
          />
        ) : (
          <HiddenFields values={{ why: 'compromised' }} />
        )}
        <DateInput field={fields.since} label={words.since} hint={words.sinceHint(timeZone, isActive)} isOptional={isActive} />
        <Select
          field={fields.hour}
          label={words.hour}
          hint={words.hourHint}
          isOptional
          options={hours.map(hour => ({ value: String(hour), label: words.hours(hour) }))}
        />
        <p className="flex flex-wrap gap-2">
          <SubmitButton tone="danger">{isActive ? words.change : words.record}</SubmitButton>
          <LinkButton to="/keys" tone="quiet">
            {words.leave}
          </LinkButton>
        </p>
      </PlainForm>
    </AskOnce>
  )
}
