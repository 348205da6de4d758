import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '~/domain/asked.server'
import { keptAgain, SendKept } from '~/components/endorser-code'
import { Renew, Works } from '~/components/endorser-closed'
import { titled } from '~/components/titled'
import { askedOf } from '~/domain/endorser-page.server'
import { renewRequest } from '~/domain/renewal.server'
import { closedReason } from '~/domain/request.server'
import { PressForm } from '~/domain/visit-form.server'
import { submit } from '~/lib/form.server'
import { carrying, keptIn } from '~/lib/kept.server'
import { throttle } from '~/lib/throttle.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, path } = await askedBy({ request, params })
  return { asked: askedOf(asked), path, isExpired: closedReason(asked) === 'expired' }
}

/** A form whose link ran out while it was written waits here until the button is pressed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, path } = await askedBy({ request, params })
  const typed = await request.formData()
  const form = carrying(typed, new URL(request.url).searchParams.get('to'))
  const kept = keptIn(form)
  if (!typed.has('isRenewal')) return data({ stage: 'ask' as const, reply: null, kept })
  return submit(form, PressForm, async () => {
    await throttle('codeByRequest', asked.id)
    await renewRequest(asked)
    return kept.kept ? data({ stage: 'send' as const, reply: null, kept }) : redirect(`${path}?renewed`)
  })
}

export default function Renewal() {
  const { asked, path, isExpired } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer && 'kept' in answer ? answer.kept : keptAgain(answer?.reply?.initialValue)
  if (answer && 'stage' in answer && answer.stage === 'send')
    return <SendKept asked={asked} path={path} kept={kept} />
  if (!answer && !isExpired) return <Works asked={asked} path={path} />
  return <Renew asked={asked} path={path} reply={answer?.reply ?? null} kept={kept} />
}
