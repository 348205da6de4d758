import { useForm, type SubmissionResult } from '@conform-to/react'
import type { InviteTyped } from '~/domain/invitation.server'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { HiddenFields, TextInput } from './inputs'
import { PlainForm } from './plain-form'
import { RoleFields, type Unit } from './role-fields'

type Props = { units: readonly Unit[]; formKey: string; reply: SubmissionResult<string[]> | null }

/** It stands far down the page, so that without script, too, what has to be put right comes into view. */
export function InviteForm({ units, formKey, reply }: Props) {
  const { invite } = useMessages().peopleDesk
  const [form, fields] = useForm<InviteTyped>({ id: 'invitation', lastResult: reply })
  return (
    <PlainForm form={form} action="/people?index">
      <HiddenFields values={{ act: 'invite', formKey }} />
      <TextInput
        field={fields.officialName}
        label={invite.name}
        hint={invite.nameHint}
        autoComplete="off"
        maxLength={120}
      />
      <TextInput
        field={fields.address}
        type="email"
        label={invite.address}
        hint={invite.addressHint}
        autoComplete="off"
        spellCheck={false}
      />
      <RoleFields role={fields.role} unitId={fields.unitId} units={units} />
      <SubmitButton icon="send">{invite.submit}</SubmitButton>
    </PlainForm>
  )
}
