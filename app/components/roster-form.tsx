import type { FieldMetadata } from '@conform-to/react'
import { categories } from '~/domain/activity'
import type { RosterTyped } from '~/domain/roster-form.server'
import { useMessages } from '~/messages/messages'
import { DateInput, Select, TextArea, TextInput } from './inputs'

type Fields = Required<{ [Name in keyof RosterTyped]: FieldMetadata<RosterTyped[Name], RosterTyped> }>

/** What they did together, and who they were; the same fields for staff and for whoever has no account. */
export function RosterFields({ fields }: { fields: Fields }) {
  const { roster: { form: words }, log: { category } } = useMessages()
  return (
    <>
      <TextInput field={fields.title} label={words.activity} />
      <TextInput field={fields.organisation} label={words.organisation} />
      <TextInput field={fields.role} label={words.role} />
      <Select
        field={fields.category}
        label={words.category}
        options={categories.map(value => ({ value, label: category[value] }))}
      />
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <DateInput field={fields.activityStartDate} label={words.first} />
        <DateInput field={fields.activityEndDate} label={words.last} />
      </div>
      <TextArea field={fields.people} label={words.people} hint={words.peopleHint} placeholder={words.example} rows={10} />
      <TextArea field={fields.note} label={words.words} isOptional rows={3} maxLength={1000} />
    </>
  )
}
