import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Withdrawal } from '~/components/endorser-withdrawal'
import { titled } from '~/components/titled'
import { findChange } from '~/domain/amendment-page.server'
import { WithdrawForm, withdrawEndorsement } from '~/domain/withdrawal.server'
import { submit } from '~/lib/form.server'
import { findActor } from '~/lib/session.server'
import { readVisitKey } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.withdrawal.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { receipt, path, answerer } = await findChange(
    params.token,
    await findActor(request),
    readVisitKey(request),
  )
  if (!answerer) throw redirect(`${path}/code?to=withdrawal`)
  if (!receipt?.may.withdraw) throw redirect(path)
  return { page: receipt, path }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { path, asked, answerer } = await findChange(
    params.token,
    await findActor(request),
    readVisitKey(request),
  )
  if (!answerer) return redirect(`${path}/code?to=withdrawal`, 307)
  return submit(request, WithdrawForm, async form => {
    await withdrawEndorsement(answerer, asked.id, form)
    return redirect(path)
  })
}

export default function TakeBack() {
  const { page, path } = useLoaderData<typeof loader>()
  return <Withdrawal page={page} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
}
