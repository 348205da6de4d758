import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConcernPage } from '~/components/concern-page'
import { titled } from '~/components/titled'
import { closeConcern, findConcern, OutcomeForm } from '~/domain/concern.server'
import { has } from '~/domain/policy'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { concerns as words } from '~/messages/en/concerns'

export const meta = titled(({ concerns }) => concerns.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  return { concern: await findConcern(person, params.concernId ?? ''), canOpen: has(person, 'registrar') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { id } = await findConcern(person, params.concernId ?? '')
  return submit(request, OutcomeForm, async form => {
    await closeConcern(person, id, form)
    return redirect(`/concerns/${id}`, { headers: { 'Set-Cookie': flash({ words: words.one.done }) } })
  })
}

export default function Concern() {
  const { concern, canOpen } = useLoaderData<typeof loader>()
  return (
    <ConcernPage concern={concern} canOpen={canOpen} reply={useActionData<typeof action>()?.reply ?? null} />
  )
}
