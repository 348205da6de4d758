import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '~/components/account-form'
import { EndorserFrame, Heading } from '~/components/endorser-frame'
import { titled } from '~/components/titled'
import { askedBy } from '~/domain/asked.server'
import { hasAccount, openAccount } from '~/domain/endorser-account.server'
import { houseOf } from '~/domain/endorser-page.server'
import { AccountForm as Account } from '~/domain/people.server'
import { submit } from '~/lib/form.server'
import { signIn } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.account.title)

/** Whoever typed a code can keep a sign-in of their own; whoever has one is sent to it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (answerer?.kind === 'person') throw redirect('/requests')
  if (!answerer) throw redirect(`${path}/code?to=account`)
  if (await hasAccount(asked)) throw redirect('/sign-in')
  const { email, name } = asked.endorser
  return { address: email, name, house: houseOf(asked.activity.student) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  // A password is not carried from page to page.
  if (!answerer) return redirect(`${path}/code?to=account`)
  return submit(request, Account, async form => {
    const id = await openAccount(answerer, asked, form)
    return redirect('/requests', { headers: { 'Set-Cookie': await signIn({ id }, request) } })
  })
}

export default function EndorserAccount() {
  const { address, name, house } = useLoaderData<typeof loader>()
  const { account } = useMessages().endorse
  return (
    <EndorserFrame house={house} isForm>
      <Heading below={<p>{account.note(house.name)}</p>}>{account.heading(address)}</Heading>
      <div className="pb-9">
        <AccountForm address={address} reply={useActionData<typeof action>()?.reply ?? null} defaultValue={{ officialName: name }} />
      </div>
    </EndorserFrame>
  )
}
