import type { ActionFunctionArgs } from '@remix-run/node'
import { previewReply } from '~/documents/transcript-preview.server'
import { mayLogActivities } from '~/domain/policy'
import { TranscriptForm } from '~/domain/transcript-forms.server'
import { previewTranscript } from '~/domain/transcript-preview.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

/** Of what is chosen on the form, in a tab of its own; what keeps it from being printed, in a sentence. */
export async function action({ request }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  allowed(mayLogActivities(student))
  return previewReply(await request.formData(), TranscriptForm, ({ order }) => previewTranscript(student, order))
}
