import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '~/domain/asked.server'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { WaitingPage } from '~/components/waiting-page'
import { houseOf } from '~/domain/endorser-page.server'
import { chooseDigest, DigestForm, findWaitingPage } from '~/domain/waiting-page.server'
import { submit } from '~/lib/form.server'
import { useMessages } from '~/messages/messages'

export const handle = { isPlain: true }

export const meta = titled(({ waiting }) => waiting.page)

/** All that was sent to the mailbox this link went to, where its code was typed in this browser. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (!answerer) throw redirect(`${path}/code?to=waiting`)
  const search = new URL(request.url).searchParams
  return {
    page: await findWaitingPage(answerer, search.get('after')),
    path: `${path}/waiting`,
    mailbox: asked.endorser.email,
    isPerson: answerer.kind === 'person',
    house: houseOf(asked.activity.student),
    confirmed: Number(search.get('confirmed')) || 0,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { answerer, path } = await askedBy({ request, params })
  if (!answerer) return redirect(`${path}/code?to=waiting`, 307)
  return submit(request, DigestForm, async form => {
    await chooseDigest(answerer, form)
    return redirect(`${path}/waiting`)
  })
}

export default function AllThatWaits() {
  const { page, path, isPerson, mailbox, house, confirmed } = useLoaderData<typeof loader>()
  const { endorse, waiting } = useMessages()
  return (
    <StrangerFrame
      institution={house.name}
      width="middle"
      footer={endorse.onBehalf(house.name, house.office)}
    >
      <WaitingPage
        page={page}
        path={path}
        note={waiting.note(mailbox)}
        accountHref={isPerson ? null : path.replace(/waiting$/, 'account')}
        listHref={path.replace(/waiting$/, 'list')}
        together={of => `${of.path}/many`}
        confirmed={confirmed}
        reply={useActionData<typeof action>()?.reply ?? null}
      />
    </StrangerFrame>
  )
}
