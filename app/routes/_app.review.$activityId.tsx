import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReviewPane } from '~/components/review-pane'
import { titled } from '~/components/titled'
import { ApproveForm, DecisionForm, ReasonForm } from '~/domain/review-forms.server'
import { findReviewPage } from '~/domain/review-page.server'
import {
  approveActivity,
  declineActivity,
  rescindApproval,
  returnActivity,
  UNDO_SECONDS,
} from '~/domain/review.server'
import { flash, type FlashNote } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { found } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn } from '~/messages/messages'

export const meta = titled<typeof loader>(({ review }, data) => data?.page.facts.title ?? review.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reviewer = await requirePerson(request)
  const asked = new URL(request.url).searchParams
  const version = Number(asked.get('version')) || null
  const after = asked.get('after')
  return {
    page: await findReviewPage(reviewer, params.activityId, version),
    listHref: after ? `/review?after=${encodeURIComponent(after)}` : '/review',
  }
}

/** After a refusal, too, the page shows what has been said meanwhile. */
export const shouldRevalidate = () => true

export async function action({ request, params }: ActionFunctionArgs) {
  const reviewer = await requirePerson(request)
  const form = await request.formData()
  const { decision, revision, answers } = found(DecisionForm.safeParse(Object.fromEntries(form)).data)
  const { student, facts } = await findReviewPage(reviewer, params.activityId, revision)
  const shown = { id: params.activityId ?? '', revision, answers }
  const { done } = messagesIn('en').review
  switch (decision) {
    case 'approve':
      return submit(form, ApproveForm, async approval => {
        const reviews = await approveActivity(reviewer, shown, approval)
        const undo = {
          words: done.undo,
          action: `/review/${shown.id}/undo`,
          fields: { reviews },
          seconds: UNDO_SECONDS,
        }
        return told({ words: done.approved(facts.title), undo })
      })
    case 'return':
      return submit(form, ReasonForm, async reason => {
        await returnActivity(reviewer, shown, reason)
        return told({ words: done.returned(student.firstName) })
      })
    case 'decline':
      return submit(form, ReasonForm, async reason => {
        await declineActivity(reviewer, shown, reason)
        return told({ words: done.declined(student.firstName) })
      })
    case 'rescind':
      return submit(form, ReasonForm, async reason => {
        await rescindApproval(reviewer, shown, reason)
        return told({ words: done.rescinded(student.firstName) })
      })
  }
}

const told = (note: FlashNote) => redirect('/review', { headers: { 'Set-Cookie': flash(note) } })

export default function UnderReview() {
  const { page, listHref } = useLoaderData<typeof loader>()
  return (
    <ReviewPane
      key={page.id}
      page={page}
      reply={useActionData<typeof action>()?.reply ?? null}
      listHref={listHref}
    />
  )
}
