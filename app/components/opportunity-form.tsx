import { useForm, type SubmissionResult } from '@conform-to/react'
import type { OpportunityTyped, ProposalTyped } from '~/domain/opportunity-forms.server'
import { limits } from '~/domain/activity'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { FieldGroup } from './choices'
import { CheckFields, OfferedFields, UsualFields, ValidatorFields, type Choice } from './opportunity-fields'
import { HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'

type Props<Typed> = {
  action: string
  units: readonly Choice[]
  competencies: readonly Choice[]
  hidden: Record<string, string>
  /** What stands in it to begin with. */
  written?: Partial<Typed> | undefined
  submitWords: string
  reply: SubmissionResult<string[]> | null
}

/** By those who keep a unit's opportunities: all that there is to say. */
export function OpportunityForm({
  written,
  reply,
  hidden,
  action,
  submitWords,
  ...choices
}: Props<OpportunityTyped>) {
  const [form, fields] = useForm<OpportunityTyped>({
    id: 'opportunity',
    lastResult: reply,
    defaultValue: { endorsementsNeeded: '1', reviewPolicy: 'always', ...written },
  })
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={hidden} />
      <OfferedFields fields={fields} {...choices} />
      <ValidatorFields fields={fields} />
      <UsualFields fields={fields} />
      <CheckFields fields={fields} />
      <div>
        <SubmitButton>{submitWords}</SubmitButton>
      </div>
    </PlainForm>
  )
}

/** By a student, who knows what is missing and perhaps who could confirm it. */
export function ProposalForm({
  written,
  reply,
  hidden,
  action,
  submitWords,
  ...choices
}: Props<ProposalTyped>) {
  const { write } = useMessages().opportunities
  const [form, fields] = useForm<ProposalTyped>({
    id: 'proposal',
    lastResult: reply,
    ...(written && { defaultValue: written }),
  })
  return (
    <PlainForm form={form} action={action}>
      <HiddenFields values={hidden} />
      <OfferedFields fields={fields} {...choices} />
      <FieldGroup title={write.whoProposed} note={write.whoProposedNote}>
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <TextInput
            field={fields.validatorName}
            label={write.name}
            isOptional
            autoComplete="off"
            maxLength={limits.title}
          />
          <TextInput
            field={fields.validatorEmail}
            label={write.email}
            type="email"
            isOptional
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      </FieldGroup>
      <div>
        <SubmitButton>{submitWords}</SubmitButton>
      </div>
    </PlainForm>
  )
}
