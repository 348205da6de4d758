import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { TextInput } from '~/components/inputs'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { changePassword, ChangePasswordForm } from '~/domain/sign-in.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson, sessionOf } from '~/lib/session.server'
import { messagesIn, useMessages } from '~/messages/messages'

export const meta = titled(({ yourAccount }) => yourAccount.change)

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request)
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  return submit(request, ChangePasswordForm, async form => {
    await changePassword(person, form, sessionOf(request))
    return redirect('/account', {
      headers: { 'Set-Cookie': flash({ words: messagesIn('en').yourAccount.changed }) },
    })
  })
}

export default function ChangePassword() {
  const { yourAccount, signIn } = useMessages()
  const [form, fields] = useForm<{ presentPassword: string; password: string }>({
    id: 'password',
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: '/account', words: yourAccount.title }} />}>
        {yourAccount.change}
      </PageTitle>
      <div className="max-w-[400px] pb-12">
        <Form form={form}>
          <TextInput
            field={fields.presentPassword}
            label={yourAccount.presentPassword}
            type="password"
            autoComplete="current-password"
          />
          <TextInput
            field={fields.password}
            label={yourAccount.newPassword}
            hint={signIn.account.passwordHint}
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton>{yourAccount.change}</SubmitButton>
        </Form>
      </div>
    </>
  )
}
