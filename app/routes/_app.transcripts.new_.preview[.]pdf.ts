import type { ActionFunctionArgs } from '@remix-run/node'
import { printPreview } from '~/documents/transcript-preview.server'
import { mayLogActivities } from '~/domain/policy'
import { TranscriptForm } from '~/domain/transcript-forms.server'
import { previewTranscript } from '~/domain/transcript-preview.server'
import { disposition } from '~/lib/disposition.server'
import { PRIVATE } from '~/lib/document.server'
import { parsedForm } from '~/lib/parsed-form.server'
import { allowed, Refusal } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { transcript as said } from '~/messages/en/transcript'

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

/** Of what is chosen on the form, in a tab of its own; what keeps it from being printed, in a sentence. */
export async function action({ request }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  const headers = { 'Cache-Control': PRIVATE, 'X-Robots-Tag': 'noindex' }
  try {
    const { order, form } = parsedForm(await request.formData(), TranscriptForm)
    const { holder, pdf } = await printPreview(await previewTranscript(student, order), form)
    const file = { 'Content-Type': 'application/pdf', 'Content-Disposition': disposition('inline', said.previewed(holder)) }
    return new Response(pdf, { headers: { ...headers, ...file } })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(error.message, { status: 422, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })
  }
}
