import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answering, besideForm } from '~/domain/asked.server'
import { AskStudent } from '~/components/endorser-between'
import { titled } from '~/components/titled'
import { askStudent, MessageForm } from '~/domain/thread.server'
import { submit } from '~/lib/form.server'
import { throttle } from '~/lib/throttle.server'

export const handle = { isPlain: true }

export const meta = titled(({ between }) => between.endorser.page)

export function loader({ request, params }: LoaderFunctionArgs) {
  return besideForm({ request, params })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await answering({ request, params }, 'question')
  return submit(request, MessageForm, async form => {
    await throttle('messageByRequest', asked.id)
    await askStudent(answerer, asked.id, form)
    return redirect(path)
  })
}

export default function Question() {
  const { page, path } = useLoaderData<typeof loader>()
  return <AskStudent page={page} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
}
