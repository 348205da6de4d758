import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConcernForm, ConcernReceived } from '~/components/concern-form'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { reportCredential, StrangerConcernForm } from '~/domain/concern.server'
import { findHouse } from '~/domain/institution.server'
import { findStanding, numberOf } from '~/domain/shown-credential.server'
import { clientOf } from '~/lib/client.server'
import { PRIVATE } from '~/lib/document.server'
import { submit } from '~/lib/form.server'
import { allowed, found } from '~/lib/refusal'
import { throttle } from '~/lib/throttle.server'

export const handle = { isPlain: true }

export const meta = titled(({ between }) => between.concern.page)

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** For whoever can read the credential, which is everybody while it is shared, and otherwise nobody. */
async function shared(id = '') {
  const standing = found(await findStanding(id))
  allowed(standing.sharedAt !== null)
  return standing
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id } = await shared(params.id)
  const { name, office, contactEmail } = await findHouse()
  const isDone = new URL(request.url).searchParams.has('done')
  const page = { id, number: numberOf(id), house: { name, office, contact: contactEmail }, isDone }
  return data(page, { headers: { 'Cache-Control': PRIVATE, 'X-Robots-Tag': 'noindex, nofollow' } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const standing = await shared(params.id)
  return submit(request, StrangerConcernForm, async said => {
    await throttle('concernByNetwork', clientOf(request).ip)
    await throttle('concernByAddress', said.email.toLowerCase())
    await reportCredential(standing, said)
    return redirect(`/credentials/${standing.id}/concern?done`)
  })
}

export default function Concern() {
  const { id, number, house, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const back = `/credentials/${id}`
  return (
    <StrangerFrame institution={house.name} width="narrow" isForm={!isDone}>
      {isDone ? (
        <ConcernReceived house={house} about={number} back={back} />
      ) : (
        <ConcernForm
          house={house}
          about={number}
          action={`${back}/concern`}
          back={back}
          isStranger
          reply={reply}
        />
      )}
    </StrangerFrame>
  )
}
