import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spokenOf } from '~/components/shown-elsewhere'
import { StrangerFrame } from '~/components/stranger-frame'
import { titled } from '~/components/titled'
import { TranscriptConfirmation } from '~/components/transcript-confirmation'
import { TranscriptKeeping } from '~/components/transcript-keeping'
import { TranscriptTaking } from '~/components/transcript-taking'
import { TranscriptView } from '~/components/transcript-view'
import { findHouse } from '~/domain/institution.server'
import { transcriptForms, transcriptPath } from '~/domain/transcript'
import { TranscriptAct } from '~/domain/transcript-forms.server'
import { confirmTranscript, findTranscript, findTranscriptOrNull } from '~/domain/transcript-page.server'
import { shareTranscript, withdrawTranscript } from '~/domain/transcript.server'
import { PRIVATE } from '~/lib/document.server'
import { flash, forgetFlash, readFlash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { found } from '~/lib/refusal'
import { findActor } from '~/lib/session.server'
import { transcript as said } from '~/messages/en/transcript'

export const handle = { isPlain: true }

const title = titled<typeof loader>(({ transcript, transcriptIssue }, data) => (
  data && 'transcript' in data ? transcript.page.title(data.transcript.holder) : transcriptIssue.confirmed.title
))

/** Only what everyone may see is told to other sites. */
export const meta: MetaFunction<typeof loader> = args => [
  ...(title(args) ?? []),
  ...(args.data && 'elsewhere' in args.data && args.data.elsewhere ? spokenOf(args.data.elsewhere) : []),
]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { name } = await findHouse()
  const transcript = await findTranscriptOrNull(id, () => findActor(request))
  if (!transcript) return data({ institution: name, confirmed: found(await confirmTranscript(id)) }, { headers: HIDDEN })
  const asked = new URL(request.url).searchParams.get('form')
  const form = transcriptForms.find(each => each === asked) ?? 'full'
  const note = readFlash(request)
  const { holder, description, url, isShared, revokedAt } = transcript
  const elsewhere = isShared && !revokedAt ? { title: said.page.title(holder), description, institution: transcript.institution, url } : null
  const headers = { ...HIDDEN, ...(note && { 'Set-Cookie': forgetFlash }) }
  return data({ institution: name, transcript, form, note, elsewhere }, { headers })
}

const HIDDEN = { 'Cache-Control': PRIVATE, 'X-Robots-Tag': 'noindex, nofollow' }

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const actor = await findActor(request)
  const { isHolders } = await findTranscript(id, async () => actor)
  const holder = found(isHolders ? actor : null)
  return submit(request, TranscriptAct, async ({ act }) => {
    if (act === 'withdraw') await withdrawTranscript(holder, id)
    else await shareTranscript(holder, id, act === 'share')
    const words = { share: said.turnedOn, unshare: said.turnedOff, withdraw: said.takenBack }[act]
    return redirect(transcriptPath(id), { headers: { 'Set-Cookie': flash({ words }) } })
  })
}

export default function Transcript() {
  const told = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  if ('confirmed' in told) {
    return <StrangerFrame institution={told.institution} width="middle"><TranscriptConfirmation confirmed={told.confirmed} /></StrangerFrame>
  }
  const { institution, transcript, form, note } = told
  return (
    <StrangerFrame institution={institution} width="middle" flash={note}>
      <TranscriptView transcript={transcript} />
      {transcript.isHolders && <TranscriptKeeping transcript={transcript} form={form} reply={reply} />}
      {!transcript.isHolders && transcript.issuedFor && <TranscriptTaking transcript={transcript} form={form} />}
    </StrangerFrame>
  )
}
