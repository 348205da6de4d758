import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Amendment } from '~/components/endorser-amendment'
import { titled } from '~/components/titled'
import { findAmendment, findChange } from '~/domain/amendment-page.server'
import { EndorseForm } from '~/domain/endorsement-forms.server'
import { amendEndorsement } from '~/domain/endorsement.server'
import { submit } from '~/lib/form.server'
import { findActor } from '~/lib/session.server'
import { readVisitKey } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.amendment.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, receipt, path } = await findChange(
    params.token,
    await findActor(request),
    readVisitKey(request),
  )
  if (!answerer) throw redirect(`${path}/code?to=amendment`)
  if (!receipt?.may.amend) throw redirect(path)
  return { ...(await findAmendment(asked, answerer)), path }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await findChange(
    params.token,
    await findActor(request),
    readVisitKey(request),
  )
  if (!answerer) return redirect(`${path}/code?to=amendment`, 307)
  return submit(request, EndorseForm, async said => {
    await amendEndorsement(answerer, asked.id, said)
    return redirect(path)
  })
}

export default function SayAnew() {
  const { page, typed, path } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  return <Amendment page={page} typed={typed} path={path} reply={reply} />
}
