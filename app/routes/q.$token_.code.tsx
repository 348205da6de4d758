import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EnterCode } from '~/components/endorser-code'
import { ScannedRequest } from '~/components/scanned-request'
import { titled } from '~/components/titled'
import { enterCode, hasCode, sendCode } from '~/domain/confirmation-code.server'
import { findScanned } from '~/domain/request-in-person.server'
import { requestPath } from '~/domain/request.server'
import { CodeForm, PressForm } from '~/domain/visit-form.server'
import { clientOf } from '~/lib/client.server'
import { submit } from '~/lib/form.server'
import { throttle } from '~/lib/throttle.server'
import { browserCookie, browserOf, visitCookie } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { request: scanned, asked, house, path } = await findScanned(params.token)
  const browser = browserOf(request)
  return data(
    { asked, house, path, hasAsked: await hasCode(scanned, browser) },
    { headers: { 'Set-Cookie': browserCookie(path, browser) } },
  )
}

/** The same code to the same mailbox. Typed here, it opens the endorser's own link in this browser. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { request: scanned, path } = await findScanned(params.token)
  const form = await request.formData()
  const browser = browserOf(request)
  if (!form.has('code')) {
    return submit(form, PressForm, async () => {
      await throttle('codeByRequest', scanned.id)
      await sendCode(scanned, browser)
      return redirect(`${path}/code`, { headers: { 'Set-Cookie': browserCookie(path, browser) } })
    })
  }
  return submit(form, CodeForm, async ({ code }) => {
    const key = await enterCode(scanned, browser, code, clientOf(request))
    return redirect(requestPath(scanned.id), { headers: { 'Set-Cookie': visitCookie(key) } })
  })
}

export default function ScannedCode() {
  const { asked, house, path, hasAsked } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  if (!hasAsked || !asked) return <ScannedRequest {...{ asked, house, path, reply }} />
  return <EnterCode asked={asked} path={path} reply={reply} kept={{ kept: '', to: '' }} />
}
