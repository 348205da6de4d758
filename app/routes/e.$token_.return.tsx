import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskFirst } from '~/components/endorser-instead'
import { titled } from '~/components/titled'
import { returnRequest } from '~/domain/answer.server'
import { ReturnForm } from '~/domain/endorsement-forms.server'
import { findAsked, findEndorserPage } from '~/domain/endorser-page.server'
import { closedReason } from '~/domain/request.server'
import { submit } from '~/lib/form.server'
import { findActor } from '~/lib/session.server'
import { readVisitKey } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.ask.title)

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
  if (closedReason(asked) === 'expired') return redirect(`${path}/renewal?to=return`, 307)
  if (!answerer) return redirect(`${path}/code?to=return`, 307)
  return submit(request, ReturnForm, async form => {
    await returnRequest(answerer, asked.id, form)
    return redirect(path)
  })
}

export default function Return() {
  const { page, path } = useLoaderData<typeof loader>()
  return <AskFirst page={page} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
}
