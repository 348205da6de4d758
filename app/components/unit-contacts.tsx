import { useForm, type SubmissionResult } from '@conform-to/react'
import { limits } from '~/domain/activity'
import type { ContactTyped } from '~/domain/unit-forms.server'
import { useWords } from '~/messages/messages'
import { SubmitButton } from './button'
import { DateInput, HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { Disclosure, Section } from './section'

export type Reply = SubmissionResult<string[]> | null

type Contact = {
  id: string
  name: string
  email: string
  roleTitle: string
  fromDay: string
  untilDay: string | null
  deputyName: string
  hasLeft: boolean
}

type Props = { action: string; contacts: readonly Contact[]; formKey: string; reply: Reply }

export function UnitContacts({ action, contacts, formKey, reply }: Props) {
  const { contacts: words } = useWords().messages.units
  return (
    <Section title={words.title} note={words.note} id="contacts">
      {contacts.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {contacts.map(contact => (
          <ContactRow key={contact.id} contact={contact} action={action} reply={reply} />
        ))}
      </ul>
      <div className="mt-6">
        <Disclosure summary={words.add} isOpen={reply?.initialValue?.['act'] === 'contact'}>
          <AddForm action={action} formKey={formKey} reply={reply} />
        </Disclosure>
      </div>
    </Section>
  )
}

function ContactRow({ contact, action, reply }: { contact: Contact; action: string; reply: Reply }) {
  const { messages, format } = useWords()
  const { contacts: words } = messages.units
  const { id, name, email, roleTitle, fromDay, untilDay, deputyName, hasLeft } = contact
  const time = untilDay
    ? hasLeft
      ? words.left(format.day(untilDay))
      : words.between(format.day(fromDay), format.day(untilDay))
    : words.from(format.day(fromDay))
  return (
    <li>
      <p className="font-medium">{name}</p>
      <p className="label">{[roleTitle, email, time].filter(Boolean).join(', ')}</p>
      {deputyName && <p className="label">{words.then(deputyName)}</p>}
      {!hasLeft && (
        <div className="mt-2">
          <Disclosure summary={words.endOf(name)} isOpen={reply?.initialValue?.['contact'] === id}>
            <LeaveForm contact={contact} action={action} reply={reply} />
          </Disclosure>
        </div>
      )}
    </li>
  )
}

function LeaveForm({ contact, action, reply }: { contact: Contact; action: string; reply: Reply }) {
  const { contacts: words } = useWords().messages.units
  const isThis = reply?.initialValue?.['contact'] === contact.id
  const [form, { untilDay }] = useForm<{ untilDay: string }>({
    id: `leave-${contact.id}`,
    lastResult: isThis ? reply : null,
    defaultValue: { untilDay: contact.untilDay ?? '' },
  })
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ act: 'leave', contact: contact.id }} />
      <DateInput field={untilDay} label={words.untilDay} />
      <div>
        <SubmitButton tone="second">{words.endDo}</SubmitButton>
      </div>
    </PlainForm>
  )
}

function AddForm({ action, formKey, reply }: { action: string; formKey: string; reply: Reply }) {
  const { contacts: words } = useWords().messages.units
  const isThis = reply?.initialValue?.['act'] === 'contact'
  const [form, fields] = useForm<ContactTyped>({ id: 'contact', lastResult: isThis ? reply : null })
  const address = { type: 'email', autoComplete: 'off', spellCheck: false } as const
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ act: 'contact', formKey }} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextInput field={fields.name} label={words.name} autoComplete="off" maxLength={limits.title} />
        <TextInput field={fields.email} label={words.email} {...address} />
        <TextInput field={fields.roleTitle} label={words.role} isOptional maxLength={limits.title} />
      </div>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <DateInput field={fields.fromDay} label={words.fromDay} />
        <DateInput field={fields.untilDay} label={words.untilDay} isOptional />
        <TextInput field={fields.deputyName} label={words.deputyName} isOptional maxLength={limits.title} />
        <TextInput field={fields.deputyEmail} label={words.deputyEmail} isOptional {...address} />
      </div>
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </PlainForm>
  )
}
