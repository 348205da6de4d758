import type { FieldMetadata } from '@conform-to/react'
import {
  categories,
  limits,
  participations,
  sensitivities,
  type Category,
  type Participation,
  type Sensitivity,
} from '~/domain/activity'
import { useMessages } from '~/messages/messages'
import { Checkbox, ChoiceGroup } from './choices'
import { Select, TextInput } from './inputs'
import { Disclosure } from './section'

export type WhatTyped = {
  opportunityId?: string
  category: Category
  title: string
  organisation: string
  role: string
  participation?: Participation
  isPaid?: boolean
  isCreditBearing?: boolean
  isMandatory?: boolean
  sensitivity?: Sensitivity
  publicTitle?: string
  publicOrganisation?: string
}

type Fields = Required<{ [Name in keyof WhatTyped]: FieldMetadata<WhatTyped[Name], WhatTyped> }>

export function WhatFields({ fields }: { fields: Fields }) {
  const { what, category, participation } = useMessages().log
  return (
    <>
      <TextInput
        field={fields.title}
        label={what.activity}
        hint={what.activityHint}
        maxLength={limits.title}
      />
      <TextInput field={fields.organisation} label={what.organisation} maxLength={limits.title} />
      <div className="grid items-end gap-7 sm:grid-cols-2">
        <TextInput field={fields.role} label={what.role} hint={what.roleHint} maxLength={limits.role} />
        <Select
          field={fields.category}
          label={what.category}
          options={categories.map(value => ({ value, label: category[value] }))}
        />
      </div>
      <Select
        field={fields.participation}
        label={what.participation}
        hasBlank={false}
        options={participations.map(value => ({ value, label: participation[value] }))}
      />
      <Disclosure summary={what.more} isOpen={isRare(fields)}>
        <RareFields fields={fields} />
      </Disclosure>
    </>
  )
}

/** Something in there is set, or has to be put right. */
function isRare({ isPaid, isCreditBearing, isMandatory, sensitivity, publicTitle }: Fields) {
  const isSet = [isPaid, isCreditBearing, isMandatory].some(field => field.initialValue !== undefined)
  return isSet || (sensitivity.initialValue ?? 'normal') !== 'normal' || publicTitle.errors !== undefined
}

function RareFields({ fields }: { fields: Fields }) {
  const { what } = useMessages().log
  return (
    <div className="grid gap-5">
      <Checkbox field={fields.isPaid}>{what.isPaid}</Checkbox>
      <Checkbox field={fields.isCreditBearing}>{what.isCreditBearing}</Checkbox>
      <Checkbox field={fields.isMandatory}>{what.isMandatory}</Checkbox>
      <ChoiceGroup
        field={fields.sensitivity}
        label={what.sensitivity}
        choices={sensitivities.map(value => ({ value, label: what.sensitivities[value] }))}
      />
      <TextInput field={fields.publicTitle} label={what.publicTitle} isOptional maxLength={limits.title} />
      <TextInput
        field={fields.publicOrganisation}
        label={what.publicOrganisation}
        isOptional
        maxLength={limits.title}
      />
    </div>
  )
}
