import type { ActionFunctionArgs } from '@remix-run/node'
import { previewReply } from '~/documents/transcript-preview.server'
import { IssueForm } from '~/domain/transcript-forms.server'
import { findIssue, previewIssue } from '~/domain/transcript-issue.server'
import { requirePerson } from '~/lib/session.server'

export const loader = () => new Response(null, { status: 405, headers: { Allow: 'POST' } })

/** Of what is chosen on the form, in a tab of its own; what keeps it from being printed, in a sentence. */
export async function action({ request, params: { personId = '' } }: ActionFunctionArgs) {
  const actor = await requirePerson(request)
  await findIssue(actor, personId)
  return previewReply(await request.formData(), IssueForm, ({ issue }) => previewIssue(actor, personId, issue))
}
