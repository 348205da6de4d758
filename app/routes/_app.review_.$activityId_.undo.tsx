import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { undoApprovals } from '~/domain/approve-many.server'
import { UndoForm } from '~/domain/review-forms.server'
import { flash } from '~/lib/flash.server'
import { found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn } from '~/messages/messages'

export const loader = () => redirect('/review')

/** Takes back what was approved within the last 30 seconds, one or several. */
export async function action({ request, params }: ActionFunctionArgs) {
  const reviewer = await requirePerson(request)
  const { reviews } = found(UndoForm.safeParse(Object.fromEntries(await request.formData())).data)
  const refusal = await undoApprovals(reviewer, reviews)
  const words = refusal ?? messagesIn('en').review.done.undone
  return redirect(`/review/${params.activityId}`, { headers: { 'Set-Cookie': flash({ words }) } })
}
