import { useMessages } from '~/messages/messages'
import type { FieldProps } from './field'
import { TextInput } from './inputs'

/** Left open by most: who has a DID brings it, and reads what it does. */
export function OwnDidField<Schema>({ field }: Pick<FieldProps<Schema>, 'field'>) {
  const { ownDid } = useMessages()
  return <TextInput field={field} label={ownDid.label} hint={ownDid.hint} isOptional spellCheck={false} autoComplete="off" />
}
