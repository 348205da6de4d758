import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '~/domain/asked.server'
import { ConcernForm, ConcernReceived } from '~/components/concern-form'
import { EndorserFrame } from '~/components/endorser-frame'
import { titled } from '~/components/titled'
import { ConcernForm as Form, reportRequest } from '~/domain/concern.server'
import { askedOf } from '~/domain/endorser-page.server'
import { closedReason } from '~/domain/request.server'
import { submit } from '~/lib/form.server'
import { throttle } from '~/lib/throttle.server'

export const handle = { isPlain: true }

export const meta = titled(({ between }) => between.concern.page)

/** Also where the request is closed: what was noticed late is worth as much. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (!answerer) throw redirect(path)
  return { asked: askedOf(asked), path, isDone: new URL(request.url).searchParams.has('done') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (!answerer) return redirect(closedReason(asked) ? path : `${path}/code?to=concern`, closedReason(asked) ? 303 : 307)
  return submit(request, Form, async said => {
    await throttle('concernByAddress', asked.endorser.normalised)
    await reportRequest(answerer, asked, said)
    return redirect(`${path}/concern?done`)
  })
}

export default function Concern() {
  const { asked, path, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { house, title } = asked
  return (
    <EndorserFrame house={house} isForm={!isDone}>
      {isDone ? (
        <ConcernReceived house={house} about={title} back={path} />
      ) : (
        <ConcernForm
          house={house}
          about={title}
          action={`${path}/concern`}
          back={path}
          isStranger={false}
          reply={reply}
        />
      )}
    </EndorserFrame>
  )
}
