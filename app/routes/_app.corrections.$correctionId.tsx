import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CorrectionPage } from '~/components/correction-page'
import { titled } from '~/components/titled'
import { findCorrectionPage } from '~/domain/correction-page.server'
import { CorrectionDecisionForm, decideCorrection, findForRegistrar } from '~/domain/correction.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { corrections as words } from '~/messages/en/corrections'

export const meta = titled(({ corrections }) => corrections.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  return { correction: await findCorrectionPage(await requirePerson(request), params.correctionId ?? '') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const registrar = await requirePerson(request)
  const { id } = await findForRegistrar(registrar, params.correctionId ?? '')
  return submit(request, CorrectionDecisionForm, async decision => {
    await decideCorrection(registrar, id, decision)
    const headers = { 'Set-Cookie': flash({ words: words.one.done[decision.outcome] }) }
    return redirect('/corrections', { headers })
  })
}

export default function Correction() {
  return (
    <CorrectionPage
      correction={useLoaderData<typeof loader>().correction}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
