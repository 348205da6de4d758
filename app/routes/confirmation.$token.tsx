import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '~/components/account-form'
import { LinkOver } from '~/components/link-over'
import { SplitFrame } from '~/components/split-frame'
import { titled } from '~/components/titled'
import { AccountForm as Account } from '~/domain/people.server'
import { confirmAddress, findConfirmation } from '~/domain/sign-up.server'
import { submit } from '~/lib/form.server'
import { signIn } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ signIn }) => signIn.account.confirm)

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await findConfirmation(params['token'] ?? '')
  return link ? { address: link.address } : data({ address: null }, 404)
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, Account, async form => {
    const id = await confirmAddress(params['token'] ?? '', form)
    return redirect('/', { headers: { 'Set-Cookie': await signIn({ id }, request) } })
  })
}

export default function Confirmation() {
  const { address } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { account } = useMessages().signIn
  if (address === null) return <LinkOver again="/sign-up" />
  return (
    <SplitFrame>
      <h1>{account.confirm}</h1>
      <p className="mt-2 mb-7 text-ink-soft">{account.confirmIntro(address)}</p>
      <AccountForm address={address} reply={reply} />
    </SplitFrame>
  )
}
