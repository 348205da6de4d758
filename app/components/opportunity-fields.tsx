import type { FieldMetadata } from '@conform-to/react'
import { categories, limits, type Category } from '~/domain/activity'
import { opportunityLimits, reviewPolicies } from '~/domain/opportunity'
import type { OpportunityTyped } from '~/domain/opportunity-forms.server'
import { useMessages } from '~/messages/messages'
import { Checkbox, ChoiceGroup, FieldGroup } from './choices'
import { DateInput, Select, TextArea, TextInput } from './inputs'

export type Choice = { id: string; name: string }

/** What both students and staff write. */
export type OfferedTyped = {
  title: string
  organisation: string
  unitId: string
  category: Category
  description: string
  competencies?: string[]
}

type FieldsOf<Typed extends Record<string, unknown>, Of = Typed> = Required<{
  [Name in keyof Of]: FieldMetadata<Of[Name], Typed>
}>

type OfferedProps<Typed extends Record<string, unknown>> = {
  fields: FieldsOf<Typed, OfferedTyped>
  units: readonly Choice[]
  competencies: readonly Choice[]
}

export function OfferedFields<Typed extends Record<string, unknown>>({
  fields,
  units,
  competencies,
}: OfferedProps<Typed>) {
  const { opportunities, log } = useMessages()
  const { write } = opportunities
  return (
    <>
      <TextInput field={fields.title} label={write.title} hint={write.titleHint} maxLength={limits.title} />
      <TextInput field={fields.organisation} label={write.organisation} maxLength={limits.title} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Select
          field={fields.unitId}
          label={write.unit}
          hint={write.unitHint}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          field={fields.category}
          label={write.category}
          options={categories.map(value => ({ value, label: log.category[value] }))}
        />
      </div>
      <TextArea
        field={fields.description}
        label={write.description}
        maxLength={opportunityLimits.description}
      />
      <ChoiceGroup
        field={fields.competencies}
        type="checkbox"
        label={write.competencies}
        hint={write.competenciesHint}
        isOptional
        choices={competencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

type Fields = FieldsOf<OpportunityTyped>

export function ValidatorFields({ fields }: { fields: Fields }) {
  const { write } = useMessages().opportunities
  return (
    <FieldGroup title={write.who} note={write.deputyHint}>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextInput
          field={fields.validatorName}
          label={write.name}
          autoComplete="off"
          maxLength={limits.title}
        />
        <TextInput
          field={fields.validatorEmail}
          label={write.email}
          type="email"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <DateInput field={fields.validatorUntil} label={write.until} hint={write.untilHint} isOptional />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextInput
          field={fields.deputyName}
          label={write.deputyName}
          isOptional
          autoComplete="off"
          maxLength={limits.title}
        />
        <TextInput
          field={fields.deputyEmail}
          label={write.deputyEmail}
          type="email"
          isOptional
          autoComplete="off"
          spellCheck={false}
        />
      </div>
    </FieldGroup>
  )
}

export function UsualFields({ fields }: { fields: Fields }) {
  const { write } = useMessages().opportunities
  return (
    <FieldGroup title={write.usual} note={write.hoursHint}>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextInput field={fields.least} label={write.least} look="short" isOptional />
        <TextInput field={fields.most} label={write.most} look="short" isOptional />
      </div>
    </FieldGroup>
  )
}

export function CheckFields({ fields }: { fields: Fields }) {
  const { write } = useMessages().opportunities
  return (
    <FieldGroup title={write.checks}>
      <TextInput
        field={fields.endorsementsNeeded}
        label={write.endorsements}
        look="short"
        inputMode="numeric"
      />
      <Checkbox field={fields.allowsPeers}>{write.peers}</Checkbox>
      <ChoiceGroup
        field={fields.reviewPolicy}
        label={write.review}
        choices={reviewPolicies.map(value => ({ value, label: write.policies[value] }))}
      />
      <TextInput
        field={fields.sampleOneIn}
        label={write.sample}
        hint={write.sampleHint}
        look="short"
        inputMode="numeric"
        isOptional
      />
    </FieldGroup>
  )
}
