import { useForm, type SubmissionResult } from '@conform-to/react'
import { useMessages } from '~/messages/messages'
import { SubmitButton } from './button'
import { Form } from './form'
import { TextInput } from './inputs'

type Props = {
  address: string
  reply: SubmissionResult<string[]> | null
  defaultValue?: { officialName?: string; usedName?: string | undefined }
}

/** Whoever opens an account names themselves and chooses the password. */
export function AccountForm({ address, reply, defaultValue }: Props) {
  const { account } = useMessages().signIn
  const [form, fields] = useForm<{ officialName: string; usedName: string; password: string }>({
    id: 'account',
    lastResult: reply,
    ...(defaultValue && { defaultValue }),
  })
  return (
    <Form form={form}>
      <TextInput
        field={fields.officialName}
        label={account.officialName}
        hint={account.officialNameHint}
        autoComplete="name"
      />
      <TextInput
        field={fields.usedName}
        label={account.usedName}
        hint={account.usedNameHint}
        isOptional
        autoComplete="nickname"
      />
      <input type="hidden" name="username" value={address} autoComplete="username" />
      <TextInput
        field={fields.password}
        label={account.password}
        hint={account.passwordHint}
        type="password"
        autoComplete="new-password"
      />
      <SubmitButton isWide>{account.submit}</SubmitButton>
    </Form>
  )
}
