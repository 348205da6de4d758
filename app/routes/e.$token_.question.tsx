import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskStudent } from '~/components/endorser-between'
import { titled } from '~/components/titled'
import { findAsked, findEndorserPage } from '~/domain/endorser-page.server'
import { closedReason } from '~/domain/request.server'
import { askStudent, MessageForm } from '~/domain/thread.server'
import { submit } from '~/lib/form.server'
import { findActor } from '~/lib/session.server'
import { throttle } from '~/lib/throttle.server'
import { readVisitKey } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ between }) => between.endorser.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, path } = await findAsked(
    params.token,
    await findActor(request),
    readVisitKey(request),
  )
  const page = await findEndorserPage(asked, answerer)
  if (page.stage !== 'form') throw redirect(path)
  return { page, path }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await findAsked(
    params.token,
    await findActor(request),
    readVisitKey(request),
  )
  if (closedReason(asked) === 'expired') return redirect(`${path}/renewal?to=question`, 307)
  if (!answerer) return redirect(`${path}/code?to=question`, 307)
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
