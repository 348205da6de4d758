import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '~/components/account-form'
import { LinkOver } from '~/components/link-over'
import { SplitFrame } from '~/components/split-frame'
import { titled } from '~/components/titled'
import { findHouse } from '~/domain/institution.server'
import { acceptInvitation, findInvitation } from '~/domain/invitation.server'
import { AccountForm as Account } from '~/domain/people.server'
import { submit } from '~/lib/form.server'
import { signIn } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ signIn }) => signIn.account.confirm)

export async function loader({ params }: LoaderFunctionArgs) {
  const { name: institution } = await findHouse()
  const invitation = await findInvitation(params['token'] ?? '')
  return data({ institution, invitation }, invitation ? 200 : 404)
}

export async function action({ request, params }: ActionFunctionArgs) {
  return submit(request, Account, async form => {
    const id = await acceptInvitation(params['token'] ?? '', form)
    return redirect('/', { headers: { 'Set-Cookie': await signIn({ id }, request) } })
  })
}

export default function Invitation() {
  const { institution, invitation } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { account, roles } = useMessages().signIn
  if (!invitation) return <LinkOver again="/sign-in" />
  const { address, role, officialName, usedName } = invitation
  return (
    <SplitFrame>
      <h1>{account.invited(institution)}</h1>
      <p className="mt-2 mb-7 text-ink-soft">{account.invitedIntro(address, roles[role])}</p>
      <AccountForm address={address} reply={reply} defaultValue={{ officialName, usedName }} />
    </SplitFrame>
  )
}
