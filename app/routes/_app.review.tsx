import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { PageTitle } from '~/components/page-title'
import { Pager } from '~/components/pager'
import { KeyHints, ReviewKeys } from '~/components/review-keys'
import { ReviewList } from '~/components/review-list'
import { titled } from '~/components/titled'
import { approveActivities } from '~/domain/approve-many.server'
import { mayReviewSome } from '~/domain/policy'
import { SelectionForm } from '~/domain/review-forms.server'
import { listReviewQueue } from '~/domain/review-queue.server'
import { UNDO_SECONDS } from '~/domain/review.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { allowed } from '~/lib/refusal'
import { requirePerson } from '~/lib/session.server'
import { messagesIn, useMessages } from '~/messages/messages'

export const meta = titled(({ review }) => review.page)

export async function loader({ request }: LoaderFunctionArgs) {
  const reviewer = await requirePerson(request)
  const after = new URL(request.url).searchParams.get('after')
  return {
    ...(await listReviewQueue(reviewer, after)),
    search: after ? `?after=${encodeURIComponent(after)}` : '',
  }
}

/** Approves what was ticked. */
export async function action({ request }: ActionFunctionArgs) {
  const reviewer = await requirePerson(request)
  allowed(mayReviewSome(reviewer))
  return submit(request, SelectionForm, async ({ selected }) => {
    const { reviewIds, leftOut } = await approveActivities(reviewer, selected)
    const { done } = messagesIn('en').review
    const approved = reviewIds.length > 0 ? [done.approvedMany(reviewIds.length)] : []
    const words = [...approved, ...leftOut.map(done.leftOut)].join(' ')
    const undo = {
      words: done.undo,
      action: `/review/${selected[0]?.id}/undo`,
      fields: { reviews: reviewIds.join(',') },
      seconds: UNDO_SECONDS,
    }
    return redirect('/review', {
      headers: { 'Set-Cookie': flash({ words, ...(reviewIds.length > 0 && { undo }) }) },
    })
  })
}

export default function Review() {
  const { rows, next, search } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { activityId } = useParams()
  const { review, records } = useMessages()
  const flagged = rows.filter(({ flags }) => flags.length > 0).length
  const heading =
    rows.length === 0 ? review.empty.heading : review.heading(rows.length, flagged, next !== null)
  return (
    <>
      <PageTitle actions={<LinkButton to="/records">{records.toAll}</LinkButton>}>
        {search ? review.laterHeading : heading}
      </PageTitle>
      <ReviewKeys className={activityId ? 'review review-busy' : 'review'}>
        <div className="review-queue">
          {rows.length > 0 && <ReviewList rows={rows} openId={activityId} search={search} reply={reply} />}
          <Pager
            olderHref={next && `/review?after=${encodeURIComponent(next)}`}
            newestHref={search ? '/review' : null}
          />
          {rows.length > 0 && <KeyHints />}
        </div>
        <div className="review-pane">
          <Outlet context={rows.length} />
        </div>
      </ReviewKeys>
    </>
  )
}
