import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '~/domain/asked.server'
import { OneMoreCode } from '~/components/endorser-again'
import { BeforeCode, EnterCode, keptAgain, SendKept } from '~/components/endorser-code'
import { titled } from '~/components/titled'
import { enterCode, hasCode, sendCode } from '~/domain/confirmation-code.server'
import { askedOf } from '~/domain/endorser-page.server'
import { closedReason } from '~/domain/request.server'
import { CodeForm, destinationIn, PressForm } from '~/domain/visit-form.server'
import { clientOf } from '~/lib/client.server'
import { submit } from '~/lib/form.server'
import { carrying, keptIn } from '~/lib/kept.server'
import { throttle } from '~/lib/throttle.server'
import { browserCookie, browserOf, visitCookie } from '~/lib/visit.server'

export const handle = { isPlain: true }

export const meta = titled(({ endorse }) => endorse.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, path } = await askedBy({ request, params })
  const reason = closedReason(asked)
  if (reason && reason !== 'answered') throw redirect(path)
  const browser = browserOf(request)
  const asking = {
    asked: askedOf(asked),
    path,
    to: destinationIn(request),
    isAnswered: reason === 'answered',
    hasAsked: await hasCode(asked, browser),
  }
  return data(asking, { headers: { 'Set-Cookie': browserCookie(path, browser) } })
}

/** Sends a code, or takes the one that was typed. What was typed before comes along through both. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { asked, path } = await askedBy({ request, params })
  if (closedReason(asked) === 'expired') return redirect(`${path}/renewal`, 307)
  const form = carrying(await request.formData(), new URL(request.url).searchParams.get('to'))
  const browser = browserOf(request)
  const kept = keptIn(form)
  if (!form.has('code')) {
    return submit(form, PressForm, async () => {
      await throttle('codeByRequest', asked.id)
      await sendCode(asked, browser)
      const headers = { 'Set-Cookie': browserCookie(path, browser) }
      return kept.kept
        ? data({ stage: 'code' as const, reply: null, kept }, { headers })
        : redirect(kept.to ? `${path}/code?to=${kept.to}` : `${path}/code`, { headers })
    })
  }
  return submit(form, CodeForm, async ({ code }) => {
    const key = await enterCode(asked, browser, code, clientOf(request))
    const headers = { 'Set-Cookie': visitCookie(key) }
    return kept.kept
      ? data({ stage: 'send' as const, reply: null, kept }, { headers })
      : redirect(kept.to ? `${path}/${kept.to}` : path, { headers })
  })
}

export default function Code() {
  const { asked, path, to, isAnswered, hasAsked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const reply = answer?.reply ?? null
  const carried = answer && 'kept' in answer ? answer.kept : keptAgain(reply?.initialValue)
  const kept = { ...carried, to: carried.to || to }
  if (answer && 'stage' in answer && answer.stage === 'send')
    return <SendKept asked={asked} path={path} kept={kept} />
  if (hasAsked || kept.kept) return <EnterCode asked={asked} path={path} reply={reply} kept={kept} />
  if (isAnswered) return <OneMoreCode asked={asked} path={path} to={to} reply={reply} />
  return <BeforeCode asked={asked} path={path} to={to} reply={reply} isRenewed={false} />
}
