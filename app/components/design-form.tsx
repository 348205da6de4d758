import { useForm, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import type { DescriptionTyped } from '~/domain/design-forms.server'
import type { OutcomeChoice } from '~/domain/design-page.server'
import { achievementTypes, programmeLevels } from '~/domain/programme'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { FieldGroup } from './choices'
import { OutcomeFields } from './design-outcomes'
import { DateInput, HiddenFields, Select, TextArea, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type Props = {
  action: string
  shown: string
  written: DescriptionTyped
  choices: readonly OutcomeChoice[]
  reply: SubmissionResult<string[]> | null
}

/** All that a programme says of itself, in the order in which somebody thinks of it. */
export function DesignForm({ action, shown, written, choices, reply }: Props) {
  const { design, designFields } = useMessages()
  const { groups } = designFields
  const [form, fields] = useForm<DescriptionTyped>({ id: 'design', lastResult: reply, defaultValue: written })
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={{ act: 'save', shown }} />
      <FieldGroup title={groups.what} note={groups.whatNote}>
        <WhatFields fields={fields} />
      </FieldGroup>
      <FieldGroup title={groups.outcomes}>
        <OutcomeFields form={form} field={fields.outcomes} choices={choices} />
      </FieldGroup>
      <FieldGroup title={groups.size} note={groups.sizeNote}>
        <SizeFields fields={fields} />
      </FieldGroup>
      <FieldGroup title={groups.quality}>
        <Line field={fields.assessmentType} name="assessmentType" />
        <Line field={fields.assessor} name="assessor" />
        <Line field={fields.participation} name="participation" />
        <Area field={fields.qualityAssurance} name="qualityAssurance" />
        <Area field={fields.supervision} name="supervision" />
      </FieldGroup>
      <FieldGroup title={groups.around}>
        <AroundFields fields={fields} />
      </FieldGroup>
      <div>
        <SubmitButton>{design.save}</SubmitButton>
      </div>
    </PlainForm>
  )
}

type Fields = Required<{ [Name in keyof DescriptionTyped]: FieldMetadata<DescriptionTyped[Name], DescriptionTyped> }>

function WhatFields({ fields }: { fields: Fields }) {
  const { designFields: { of }, programme } = useMessages()
  return (
    <>
      <TextInput field={fields.title} {...of.title} maxLength={120} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Select
          field={fields.level}
          {...of.level}
          hasBlank={false}
          options={programmeLevels.map(value => ({ value, label: programme.level[value] }))}
        />
        <Select
          field={fields.achievementType}
          {...of.achievementType}
          hasBlank={false}
          options={achievementTypes.map(value => ({ value, label: programme.type[value] }))}
        />
      </div>
      <TextArea field={fields.description} {...of.description} maxLength={5_000} />
      <TextArea field={fields.criteria} {...of.criteria} maxLength={5_000} />
    </>
  )
}

const eqfLevels = [1, 2, 3, 4, 5, 6, 7, 8]

function SizeFields({ fields }: { fields: Fields }) {
  const { designFields } = useMessages()
  const { of, eqf, noEqf } = designFields
  const options = [{ value: '', label: noEqf }, ...eqfLevels.map(level => ({ value: String(level), label: eqf(level) }))]
  return (
    <>
      <TextInput field={fields.workload} {...of.workload} look="short" isOptional />
      <TextInput field={fields.credits} {...of.credits} look="short" inputMode="decimal" isOptional />
      <Line field={fields.creditBasis} name="creditBasis" />
      <Select field={fields.eqfLevel} {...of.eqfLevel} hasBlank={false} options={options} />
      <Line field={fields.eqfBasis} name="eqfBasis" />
    </>
  )
}

function AroundFields({ fields }: { fields: Fields }) {
  const { of } = useMessages().designFields
  return (
    <>
      <Area field={fields.prerequisites} name="prerequisites" />
      <Area field={fields.leadsTo} name="leadsTo" />
      <Line field={fields.fee} name="fee" />
      <TextInput field={fields.validityMonths} {...of.validityMonths} look="short" inputMode="numeric" isOptional />
      <DateInput field={fields.reviewDate} {...of.reviewDate} isOptional />
      <Line field={fields.contact} name="contact" />
    </>
  )
}

type LineProps = { field: FieldMetadata<string | undefined, DescriptionTyped>; name: keyof DescriptionTyped }

function Line({ field, name }: LineProps) {
  const { of } = useMessages().designFields
  return <TextInput field={field} {...of[name]} isOptional maxLength={300} />
}

function Area({ field, name }: LineProps) {
  const { of } = useMessages().designFields
  return <TextArea field={field} {...of[name]} isOptional rows={2} maxLength={1_000} />
}
