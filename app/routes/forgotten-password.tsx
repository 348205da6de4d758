import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { TextInput } from '~/components/inputs'
import { SplitFrame } from '~/components/split-frame'
import { titled } from '~/components/titled'
import { ForgottenForm, requestPasswordReset } from '~/domain/sign-in.server'
import { clientOf } from '~/lib/client.server'
import { submit } from '~/lib/form.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ signIn }) => signIn.reset.title)

export const loader = ({ request }: LoaderFunctionArgs) => ({
  isAsked: new URL(request.url).searchParams.has('asked'),
})

export async function action({ request }: ActionFunctionArgs) {
  return submit(request, ForgottenForm, async form => {
    await requestPasswordReset(form, clientOf(request))
    return redirect('/forgotten-password?asked')
  })
}

export default function ForgottenPassword() {
  const { isAsked } = useLoaderData<typeof loader>()
  const { reset } = useMessages().signIn
  return (
    <SplitFrame>
      <h1>{isAsked ? reset.asked : reset.title}</h1>
      <p className="mt-3 mb-7">{isAsked ? reset.askedNote : reset.ask}</p>
      {!isAsked && <Ask />}
      <p className="mt-4">
        <a className="link inline-block py-1" href="/sign-in">
          {reset.back}
        </a>
      </p>
    </SplitFrame>
  )
}

function Ask() {
  const { signIn } = useMessages()
  const [form, fields] = useForm<{ address: string }>({
    id: 'forgotten',
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <Form form={form}>
      <TextInput field={fields.address} label={signIn.address} type="email" autoComplete="email" />
      <SubmitButton isWide>{signIn.reset.submitAsk}</SubmitButton>
    </Form>
  )
}
