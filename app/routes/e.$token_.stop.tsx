import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Stop } from '~/components/endorser-stop'
import { titled } from '~/components/titled'
import { stopAsking } from '~/domain/answer.server'
import { askedOf, findAsked } from '~/domain/endorser-page.server'
import { closedReason } from '~/domain/request.server'
import { PressForm } from '~/domain/visit-form.server'
import { submit } from '~/lib/form.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.stop.title)

export async function loader({ params }: LoaderFunctionArgs) {
  const { asked, path } = await findAsked(params.token, null, null)
  return { asked: askedOf(asked), isOpen: closedReason(asked) === null, path }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, path } = await findAsked(params.token, null, null)
  return submit(request, PressForm, async () => {
    await stopAsking(asked)
    return redirect(`${path}/stop`)
  })
}

export default function StopAsking() {
  const { asked, isOpen, path } = useLoaderData<typeof loader>()
  return (
    <Stop asked={asked} isOpen={isOpen} path={path} reply={useActionData<typeof action>()?.reply ?? null} />
  )
}
