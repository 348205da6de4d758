import type { FieldMetadata } from '@conform-to/react'
import { limits } from '~/domain/activity'
import type { AskTyped } from '~/domain/activity-forms.server'
import { useMessages } from '~/messages/messages'
import { FieldGroup } from './choices'
import { TextArea, TextInput } from './inputs'

type Invitee = NonNullable<AskTyped['invitees']>[number]

type Props = {
  person: FieldMetadata<Invitee, AskTyped>
  place: number
  isOnly: boolean
  removal: { name: string; value: string; form: string; formNoValidate: boolean }
}

/** Somebody to ask: who, where to write, and what to tell them. */
export function InviteeFields({ person, place, isOnly, removal }: Props) {
  const { who } = useMessages().log
  const { name, email, organisation, message } = person.getFieldset()
  return (
    <FieldGroup title={isOnly ? who.person : who.another(place)}>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput field={name} label={who.name} autoComplete="off" maxLength={limits.title} />
        <TextInput
          field={organisation}
          label={who.organisation}
          isOptional
          autoComplete="off"
          maxLength={limits.title}
        />
      </div>
      <TextInput
        field={email}
        type="email"
        label={who.email}
        hint={who.emailHint}
        autoComplete="off"
        spellCheck={false}
      />
      <TextArea
        field={message}
        label={who.message}
        hint={who.messageHint}
        rows={3}
        isOptional
        maxLength={limits.claim}
      />
      {!isOnly && (
        <div>
          <button type="submit" className="btn btn-quiet btn-small" {...removal}>
            {who.remove(name.value ?? '')}
          </button>
        </div>
      )}
    </FieldGroup>
  )
}
