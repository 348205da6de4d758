import type { FieldMetadata } from '@conform-to/react'
import { bases, relationships, shownAs } from '~/domain/endorsement'
import type { ManyTyped } from '~/domain/many-form.server'
import type { ManyPage } from '~/domain/many-page.server'
import { useMessages } from '~/messages/messages'
import { Checkbox, ChoiceGroup } from './choices'
import { DateInput, Select, TextArea, TextInput } from './inputs'
import { Section } from './section'

type Props = {
  page: ManyPage
  fields: { [K in keyof ManyTyped]-?: FieldMetadata<ManyTyped[K]> }
}

/** What holds for all of them, as they wrote it. */
export function ManyFacts({ page, fields }: Props) {
  const { facts } = useMessages().many
  const hint = (value: string | null) => (value === null ? facts.differs : undefined)
  return (
    <Section title={facts.title} note={facts.note}>
      <div className="grid max-w-[66ch] gap-5">
        <TextInput field={fields.confirmedRole} label={facts.role} hint={hint(page.role)} isOptional />
        <div className="flex flex-wrap gap-4">
          <DateInput field={fields.confirmedStart} label={facts.start} hint={hint(page.start)} isOptional />
          <DateInput field={fields.confirmedEnd} label={facts.end} isOptional />
        </div>
      </div>
    </Section>
  )
}

/** The statement, how they know, and how they are shown: once for all. */
export function ManyWords({ page, fields }: Props) {
  const { many, endorse } = useMessages()
  const { words } = many
  return (
    <>
      <Section title={words.title}>
        <div className="grid max-w-[66ch] gap-5">
          <TextArea
            field={fields.endorsementComment}
            label={words.statement}
            hint={words.statementNote}
            rows={5}
          />
          <TextArea
            field={fields.confidentialNote}
            label={words.private(page.house.name)}
            hint={words.privateNote}
            rows={2}
            isOptional
          />
        </div>
      </Section>
      <Section title={endorse.knowing.title}>
        <Knowing fields={fields} />
      </Section>
      <Section title={endorse.showing.title}>
        <Showing fields={fields} />
      </Section>
    </>
  )
}

function Knowing({ fields }: Pick<Props, 'fields'>) {
  const { many, endorse, endorsement } = useMessages()
  return (
    <div className="grid max-w-[66ch] gap-5">
      <Select
        field={fields.relationship}
        label={many.words.relationship}
        options={relationships.map(value => ({ value, label: endorsement.relationship[value] }))}
      />
      <Select
        field={fields.basis}
        label={endorse.knowing.basis}
        options={bases.map(value => ({ value, label: endorsement.basis[value] }))}
      />
      <Checkbox field={fields.isNoRelative}>{many.words.family}</Checkbox>
    </div>
  )
}

function Showing({ fields }: Pick<Props, 'fields'>) {
  const { endorse, endorsement } = useMessages()
  const { showing } = endorse
  return (
    <div className="grid max-w-[66ch] gap-5">
      <TextInput field={fields.name} label={showing.name} autoComplete="name" />
      <TextInput
        field={fields.roleTitle}
        label={showing.role}
        hint={showing.roleNote}
        autoComplete="organization-title"
      />
      <TextInput field={fields.organisation} label={showing.organisation} autoComplete="organization" />
      <ChoiceGroup
        field={fields.shownAs}
        label={showing.shownAs}
        choices={shownAs.map(value => ({ value, label: endorsement.shownAs[value] }))}
      />
    </div>
  )
}
