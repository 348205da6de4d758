import { useForm } from '@conform-to/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { TextInput } from '~/components/inputs'
import { LinkOver } from '~/components/link-over'
import { SplitFrame } from '~/components/split-frame'
import { titled } from '~/components/titled'
import { findReset, NewPasswordForm, resetPassword } from '~/domain/sign-in.server'
import { submit } from '~/lib/form.server'
import { signIn } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ signIn }) => signIn.reset.title)

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await findReset(params['token'] ?? '')
  return link ? { address: link.address } : data({ address: null }, 404)
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, NewPasswordForm, async form => {
    const id = await resetPassword(params['token'] ?? '', form)
    return redirect('/', { headers: { 'Set-Cookie': await signIn({ id }, request) } })
  })
}

export default function PasswordReset() {
  const { address } = useLoaderData<typeof loader>()
  const { reset, account } = useMessages().signIn
  const [form, fields] = useForm<{ password: string }>({
    id: 'reset',
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  if (address === null) return <LinkOver again="/forgotten-password" />
  return (
    <SplitFrame>
      <h1>{reset.title}</h1>
      <p className="mt-2 mb-7 text-ink-soft">{reset.intro(address)}</p>
      <Form form={form}>
        <input type="hidden" name="username" value={address} autoComplete="username" />
        <TextInput
          field={fields.password}
          label={reset.password}
          hint={account.passwordHint}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton isWide>{reset.submit}</SubmitButton>
      </Form>
    </SplitFrame>
  )
}
