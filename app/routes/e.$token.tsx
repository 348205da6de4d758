import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '~/domain/asked.server'
import { BeforeCode } from '~/components/endorser-code'
import { EndorserClosed } from '~/components/endorser-closed'
import { EndorsePage } from '~/components/endorser-page'
import { EndorserReceipt } from '~/components/endorser-receipt'
import { titled } from '~/components/titled'
import { endorseActivity } from '~/domain/endorsement.server'
import { EndorseForm } from '~/domain/endorsement-forms.server'
import { findEndorserPage } from '~/domain/endorser-page.server'
import type { Actor } from '~/domain/policy'
import { closedReason } from '~/domain/request.server'
import { submit } from '~/lib/form.server'
import { browserCookie, browserOf } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  const isRenewed = new URL(request.url).searchParams.has('renewed')
  return data(
    { page: await findEndorserPage(asked, answerer), path, isRenewed, reader: readerOf(answerer) },
    { headers: { 'Set-Cookie': browserCookie(path, browserOf(request)) } },
  )
}

/** Goes on with what was typed (307) where a code is missing, or the link ran out meanwhile. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, answerer, path } = await askedBy({ request, params })
  if (closedReason(asked) === 'expired') return redirect(`${path}/renewal`, 307)
  if (!answerer) return redirect(`${path}/code`, 307)
  return submit(request, EndorseForm, async said => {
    await endorseActivity(answerer, asked.id, said)
    return redirect(path)
  })
}

/** Staff came from their own pages, and go on there. */
function readerOf(answerer: Actor | null) {
  if (answerer?.kind !== 'person') return null
  const { usedName, memberships } = answerer
  return { name: usedName, roles: [...new Set(memberships.map(({ role }) => role))] }
}

export default function AskedEndorser() {
  const { page, path, isRenewed, reader } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  switch (page.stage) {
    case 'code':
      return <BeforeCode asked={page} path={path} reply={null} isRenewed={isRenewed} />
    case 'form':
      return <EndorsePage page={page} path={path} reply={reply} reader={reader} />
    case 'receipt':
      return <EndorserReceipt page={page} path={path} reader={reader} />
    case 'closed':
      return <EndorserClosed asked={page} path={path} />
  }
}
