import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answering, besideForm } from '~/domain/asked.server'
import { Decline } from '~/components/endorser-instead'
import { titled } from '~/components/titled'
import { declineRequest } from '~/domain/answer.server'
import { DeclineForm } from '~/domain/endorsement-forms.server'
import { submit } from '~/lib/form.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.decline.title)

export function loader({ request, params }: LoaderFunctionArgs) {
  return besideForm({ request, params })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await answering({ request, params }, 'decline')
  return submit(request, DeclineForm, async form => {
    await declineRequest(answerer, asked.id, form)
    return redirect(path)
  })
}

export default function DeclineRequest() {
  const { page, path } = useLoaderData<typeof loader>()
  return <Decline page={page} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
}
