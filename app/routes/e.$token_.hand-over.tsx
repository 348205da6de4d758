import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HandOver } from '~/components/endorser-between'
import { titled } from '~/components/titled'
import { findAsked, findEndorserPage } from '~/domain/endorser-page.server'
import { handOver, HandOverForm } from '~/domain/hand-over.server'
import { closedReason } from '~/domain/request.server'
import { submit } from '~/lib/form.server'
import { findActor } from '~/lib/session.server'
import { readVisitKey } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ between }) => between.handOver.page)

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
  if (closedReason(asked) === 'expired') return redirect(`${path}/renewal?to=hand-over`, 307)
  if (!answerer) return redirect(`${path}/code?to=hand-over`, 307)
  return submit(request, HandOverForm, async form => {
    await handOver(answerer, asked.id, form)
    return redirect(path)
  })
}

export default function HandOverRequest() {
  const { page, path } = useLoaderData<typeof loader>()
  return <HandOver page={page} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
}
