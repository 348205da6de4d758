import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AppealPage } from '~/components/appeal-page'
import { titled } from '~/components/titled'
import { findAppealPage } from '~/domain/appeal-list.server'
import { AppealDecisionForm, decideAppeal, findForDecider } from '~/domain/appeal.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { appeals as words } from '~/messages/en/appeals'

export const meta = titled(({ appeals }) => appeals.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  return { appeal: await findAppealPage(await requirePerson(request), params.appealId ?? '') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { id } = await findForDecider(person, params.appealId ?? '')
  return submit(request, AppealDecisionForm, async decision => {
    await decideAppeal(person, id, decision)
    const headers = { 'Set-Cookie': flash({ words: words.one.done[decision.outcome] }) }
    return redirect('/appeals', { headers })
  })
}

export default function Appeal() {
  return (
    <AppealPage
      appeal={useLoaderData<typeof loader>().appeal}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
