import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { titled } from '~/components/titled'
import { WaitingPage } from '~/components/waiting-page'
import { mayProposeRoster } from '~/domain/policy'
import { chooseDigest, DigestForm, findWaitingPage } from '~/domain/waiting-page.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ requests }) => requests.page)

/** Everybody has an inbox of their own; it is empty for who was never asked. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const search = new URL(request.url).searchParams
  return {
    page: await findWaitingPage(person, search.get('after')),
    confirmed: Number(search.get('confirmed')) || 0,
    mayList: mayProposeRoster(person),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  return submit(request, DigestForm, async form => {
    await chooseDigest(person, form)
    return redirect('/requests')
  })
}

export default function Requests() {
  const { page, confirmed, mayList } = useLoaderData<typeof loader>()
  const { requests } = useMessages()
  return (
    <WaitingPage
      page={page}
      path="/requests"
      note={requests.note}
      accountHref={null}
      listHref={mayList ? '/rosters/new' : null}
      together={of => `/requests/many?of=${of.id}`}
      confirmed={confirmed}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
