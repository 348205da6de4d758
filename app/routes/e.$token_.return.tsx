import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answering, besideForm } from '~/domain/asked.server'
import { AskFirst } from '~/components/endorser-instead'
import { titled } from '~/components/titled'
import { returnRequest } from '~/domain/answer.server'
import { ReturnForm } from '~/domain/endorsement-forms.server'
import { submit } from '~/lib/form.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.ask.title)

export function loader({ request, params }: LoaderFunctionArgs) {
  return besideForm({ request, params })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await answering({ request, params }, 'return')
  return submit(request, ReturnForm, async form => {
    await returnRequest(answerer, asked.id, form)
    return redirect(path)
  })
}

export default function Return() {
  const { page, path } = useLoaderData<typeof loader>()
  return <AskFirst page={page} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
}
