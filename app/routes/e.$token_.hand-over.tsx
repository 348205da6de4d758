import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answering, besideForm } from '~/domain/asked.server'
import { HandOver } from '~/components/endorser-between'
import { titled } from '~/components/titled'
import { handOver, HandOverForm } from '~/domain/hand-over.server'
import { submit } from '~/lib/form.server'

export const handle = { isPlain: true }

export const meta = titled(({ between }) => between.handOver.page)

export function loader({ request, params }: LoaderFunctionArgs) {
  return besideForm({ request, params })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await answering({ request, params }, 'hand-over')
  return submit(request, HandOverForm, async form => {
    await handOver(answerer, asked.id, form)
    return redirect(path)
  })
}

export default function HandOverRequest() {
  const { page, path } = useLoaderData<typeof loader>()
  return <HandOver page={page} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
}
