import type { FieldMetadata } from '@conform-to/react'
import { roles, type Role } from '~/domain/people'
import { useMessages } from '~/messages/messages'
import { Select } from './inputs'

export type Unit = { id: string; name: string }

type Props<Schema extends Record<string, unknown>> = {
  role: FieldMetadata<Role, Schema>
  unitId: FieldMetadata<string | undefined, Schema>
  units: readonly Unit[]
}

/** A role, and where it is good. Nobody is made anything beforehand. */
export function RoleFields<Schema extends Record<string, unknown>>({ role, unitId, units }: Props<Schema>) {
  const { invite, role: names } = useMessages().peopleDesk
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Select
        field={role}
        label={invite.role}
        hint={invite.roleHint}
        options={roles.map(value => ({ value, label: names[value] }))}
      />
      <Select
        field={unitId}
        label={invite.unit}
        hint={invite.unitHint}
        hasBlank={false}
        options={[
          { value: '', label: invite.everywhere },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  )
}
