import { useForm } from '@conform-to/react'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Section } from './section'
import type { Reply } from './unit-contacts'

export function UnitMailbox({ action, email, reply }: { action: string; email: string; reply: Reply }) {
  const { mailbox: words } = useMessages().units
  const isThis = reply?.initialValue?.['act'] === 'mailbox'
  const [form, fields] = useForm<{ email: string }>({
    id: 'mailbox',
    lastResult: isThis ? reply : null,
    defaultValue: { email },
  })
  return (
    <Section title={words.title} note={words.note} id="mailbox">
      <PlainForm form={form} action={action}>
        <HiddenFields values={{ act: 'mailbox' }} />
        <TextInput
          field={fields.email}
          label={words.email}
          type="email"
          isOptional
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <SubmitButton tone="second">{words.submit}</SubmitButton>
        </div>
      </PlainForm>
    </Section>
  )
}
