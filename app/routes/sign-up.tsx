import { useForm } from '@conform-to/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { TextInput } from '~/components/inputs'
import { SplitFrame } from '~/components/split-frame'
import { titled } from '~/components/titled'
import { listDomains, signUp, SignUpForm } from '~/domain/sign-up.server'
import { clientOf } from '~/lib/client.server'
import { submit } from '~/lib/form.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ signIn }) => signIn.up.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const isAsked = new URL(request.url).searchParams.has('asked')
  return { isAsked, domains: (await listDomains()).map(domain => `@${domain}`) }
}

export async function action({ request }: ActionFunctionArgs) {
  return submit(request, SignUpForm, async form => {
    await signUp(form, clientOf(request))
    return redirect('/sign-up?asked')
  })
}

export default function SignUp() {
  const { isAsked } = useLoaderData<typeof loader>()
  const { up } = useMessages().signIn
  if (!isAsked) return <Ask />
  return (
    <SplitFrame>
      <h1>{up.asked}</h1>
      <p className="mt-3">{up.askedNote(24)}</p>
    </SplitFrame>
  )
}

function Ask() {
  const { domains } = useLoaderData<typeof loader>()
  const { up } = useMessages().signIn
  const [form, fields] = useForm<{ address: string }>({
    id: 'sign-up',
    lastResult: useActionData<typeof action>()?.reply ?? null,
  })
  return (
    <SplitFrame>
      <h1>{up.title}</h1>
      <p className="mt-2 mb-7 text-ink-soft">{up.intro(domains)}</p>
      <Form form={form}>
        <TextInput field={fields.address} label={up.address} type="email" autoComplete="email" />
        <SubmitButton isWide>{up.submit}</SubmitButton>
      </Form>
      <p className="mt-4">
        <a className="link inline-block py-1" href="/sign-in">
          {up.haveOne}
        </a>
      </p>
    </SplitFrame>
  )
}
