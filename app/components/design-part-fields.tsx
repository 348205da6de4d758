import { assurances } from '~/domain/endorsement'
import { groupKinds } from '~/domain/design-parts'
import type { PartKind } from '~/domain/design-part-forms.server'
import type { PartChoices } from '~/domain/design-requirement.server'
import { useMessages } from '~/messages/messages'
import { ChoiceGroup } from './choices'
import type { PartFieldsOf } from './design-part'
import { HiddenFields, Select, TextInput } from './inputs'

type Props = { kind: PartKind; fields: PartFieldsOf; choices: PartChoices; isEdit: boolean }

/** What a line of this kind has to say. */
export function PartFields({ kind, fields, choices, isEdit }: Props) {
  const { fields: words } = useMessages().designBuilder
  const isGroup = kind === 'all' || kind === 'any' || kind === 'atLeast'
  return (
    <>
      {isGroup && isEdit ? <GroupKind fields={fields} /> : <HiddenFields values={{ kind }} />}
      {kind === 'minutes' && (
        <TextInput field={fields.hours} label={words.hours} hint={words.hoursHint} look="short" isFirst />
      )}
      {hasMinimum(kind) && (
        <TextInput field={fields.minimum} label={words.minimum[kind]} look="short" inputMode="numeric" isFirst />
      )}
      {isGroup && isEdit && kind !== 'atLeast' && (
        <TextInput field={fields.minimum} label={words.minimum.atLeast} look="short" inputMode="numeric" isOptional />
      )}
      {kind === 'competency' && <CompetencyFields fields={fields} choices={choices} />}
      {kind === 'breadth' && (
        <>
          <Select
            field={fields.frameworkId}
            label={words.framework}
            options={choices.frameworks.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <LevelField fields={fields} choices={choices} />
        </>
      )}
      {kind === 'endorsers' && <AssuranceField fields={fields} />}
      {kind === 'period' && (
        <TextInput field={fields.days} label={words.days} look="short" inputMode="numeric" isFirst />
      )}
      {kind === 'credential' && <ProgrammeField fields={fields} choices={choices} />}
      {kind === 'waiver' && (
        <TextInput field={fields.label} label={words.label} hint={words.labelHint} maxLength={200} isFirst />
      )}
    </>
  )
}

type Counted = keyof ReturnType<typeof useMessages>['designBuilder']['fields']['minimum']
const counted: readonly PartKind[] = ['activities', 'breadth', 'endorsers', 'categories', 'reflection', 'atLeast']
const hasMinimum = (kind: PartKind): kind is Counted => counted.includes(kind)

type FieldsProps = Pick<Props, 'fields' | 'choices'>

function GroupKind({ fields }: Pick<Props, 'fields'>) {
  const { designBuilder: words } = useMessages()
  const options = groupKinds.map(value => ({ value, label: words.kinds[value] }))
  return <Select field={fields.kind} label={words.fields.groupKind} hasBlank={false} options={options} />
}

function CompetencyFields({ fields, choices }: FieldsProps) {
  const { fields: words } = useMessages().designBuilder
  const options = choices.frameworks.flatMap(({ competencies }) =>
    competencies.map(({ id, name }) => ({ value: id, label: name })),
  )
  return (
    <>
      <Select field={fields.competencyId} label={words.competency} options={options} />
      <LevelField fields={fields} choices={choices} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextInput field={fields.times} label={words.times} look="short" inputMode="numeric" isOptional />
        <TextInput field={fields.endorsers} label={words.endorsers} look="short" inputMode="numeric" isOptional />
      </div>
      <ChoiceGroup
        field={fields.by}
        label={words.by}
        choices={(['best', 'latest', 'median'] as const).map(value => ({ value, label: words.bys[value] }))}
      />
    </>
  )
}

/** By position, with what each framework calls it: the competency says which of the names applies. */
function LevelField({ fields, choices }: FieldsProps) {
  const { fields: words } = useMessages().designBuilder
  const most = Math.max(0, ...choices.frameworks.map(({ levels }) => levels.length))
  const options = Array.from({ length: most }, (_, at) => {
    const names = choices.frameworks.flatMap(({ levels }) => levels[at]?.name ?? [])
    return { value: String(at + 1), label: words.levelOf(at + 1, [...new Set(names)].join(', ')) }
  })
  return <Select field={fields.level} label={words.level} options={options} />
}

function AssuranceField({ fields }: Pick<Props, 'fields'>) {
  const { designBuilder, endorsement } = useMessages()
  const options = assurances.map(value => ({ value, label: endorsement.assurance[value] }))
  return <Select field={fields.assurance} label={designBuilder.fields.assurance} options={options} />
}

function ProgrammeField({ fields, choices }: FieldsProps) {
  const { fields: words } = useMessages().designBuilder
  const { programmes } = choices
  if (programmes.length === 0) return <p>{words.noProgramme}</p>
  return (
    <Select
      field={fields.seriesId}
      label={words.programme}
      options={programmes.map(({ seriesId, title }) => ({ value: seriesId, label: title }))}
    />
  )
}
