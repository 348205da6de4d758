import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '~/domain/asked.server'
import { ManyPage } from '~/components/many-page'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { ManyForm } from '~/domain/many-form.server'
import { findManyPage } from '~/domain/many-page.server'
import { endorseMany } from '~/domain/many.server'
import { closedReason } from '~/domain/request.server'
import { submit } from '~/lib/form.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ many }) => many.page)

/** The students who share an activity with the one this link is about. The link itself may be answered already. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (!answerer) throw redirect(`${path}/code?to=many`)
  return { page: await findManyPage(answerer, asked), path }
}

/** One signature. What was typed goes on (307) where a code is missing, or the link ran out meanwhile. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (!answerer)
    return redirect(`${path}/${closedReason(asked) === 'expired' ? 'renewal' : 'code'}?to=many`, 307)
  return submit(request, ManyForm, async said => {
    const confirmed = await endorseMany(answerer, said)
    return redirect(`${path}/waiting?confirmed=${confirmed}`)
  })
}

export default function ManyAtOnce() {
  const { page, path } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { endorse } = useMessages()
  const { name, office } = page.house
  return (
    <StrangerFrame institution={name} width="wide" isForm footer={endorse.onBehalf(name, office)}>
      <ManyPage page={page} action={`${path}/many`} back={`${path}/waiting`} reply={reply} />
    </StrangerFrame>
  )
}
