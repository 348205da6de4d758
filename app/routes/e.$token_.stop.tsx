import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Stop } from '~/components/endorser-stop'
import { titled } from '~/components/titled'
import { allowAsking, stopAsking } from '~/domain/answer.server'
import { askedOf, findAsked } from '~/domain/endorser-page.server'
import { closedReason } from '~/domain/request.server'
import { StopForm } from '~/domain/visit-form.server'
import { submit } from '~/lib/form.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.stop.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, path } = await findAsked(params.token, null, null)
  const isAllowedAgain = new URL(request.url).searchParams.has('again')
  return { asked: askedOf(asked), isOpen: closedReason(asked) === null, isAllowedAgain, path }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, path } = await findAsked(params.token, null, null)
  return submit(request, StopForm, async ({ then }) => {
    await (then === 'allow' ? allowAsking(asked) : stopAsking(asked))
    return redirect(then === 'allow' ? `${path}/stop?again` : `${path}/stop`)
  })
}

export default function StopAsking() {
  const { asked, isOpen, isAllowedAgain, path } = useLoaderData<typeof loader>()
  return (
    <Stop
      asked={asked}
      isOpen={isOpen}
      isAllowedAgain={isAllowedAgain}
      path={path}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
