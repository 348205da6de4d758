import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ManyPage } from '~/components/many-page'
import { titled } from '~/components/titled'
import { ManyForm } from '~/domain/many-form.server'
import { findManyPage } from '~/domain/many-page.server'
import { endorseMany } from '~/domain/many.server'
import { mayAnswer } from '~/domain/policy'
import { findRequest } from '~/domain/request.server'
import { submit } from '~/lib/form.server'
import { allowed, found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'

export const meta = titled(({ many }) => many.page)

/** The students who share an activity with the one named in the address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, asked } = await find(request)
  return { page: await findManyPage(person, asked), action: `/requests/many?of=${asked.id}` }
}

export async function action({ request }: ActionFunctionArgs) {
  const { person } = await find(request)
  return submit(request, ManyForm, async said => {
    const confirmed = await endorseMany(person, said)
    return redirect(`/requests?confirmed=${confirmed}`)
  })
}

async function find(request: Request) {
  const person = await requirePerson(request)
  const asked = found(await findRequest(new URL(request.url).searchParams.get('of') ?? ''))
  allowed(mayAnswer(person, asked))
  return { person, asked }
}

export default function ManyAtOnce() {
  const { page, action: address } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  return <ManyPage page={page} action={address} back="/requests" reply={reply} />
}
