import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { PageTitle } from '~/components/page-title'
import { Terms } from '~/components/table'
import { titled } from '~/components/titled'
import { ListingForm } from '~/domain/roster-form.server'
import { findListing } from '~/domain/roster-page.server'
import { confirmListing, findWaiting, refuseListing } from '~/domain/roster.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { useWords } from '~/messages/messages'

export const meta = titled(({ roster }) => roster.listing.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  return findListing(await requirePerson(request), params.entryId)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const { id } = await findWaiting(student, params.entryId)
  return submit(request, ListingForm, async ({ then }) => {
    if (then === 'confirm') return redirect(`/activities/${await confirmListing(student, id)}/when`)
    await refuseListing(student, id)
    return redirect('/')
  })
}

export default function Listing() {
  const listing = useLoaderData<typeof loader>()
  const { messages: { roster }, format } = useWords()
  const { listing: words } = roster
  const [form] = useForm<{ then: string }>({ id: 'listing', lastResult: useActionData<typeof action>()?.reply ?? null })
  const { organisation, role, minutes, activityStartDate: from, activityEndDate: to, note, answer, activityId } = listing
  const by = listing.by || words.somebody
  return (
    <>
      <PageTitle below={words.note}>{words.title(by, listing.title)}</PageTitle>
      <div className="grid max-w-[40rem] gap-7 border-t border-line py-8">
        <Terms
          terms={[
            { name: words.organisation, value: organisation },
            { name: words.role, value: role },
            { name: words.period, value: format.period(from, to) },
            { name: words.hours, value: format.hours(minutes) },
            ...(note ? [{ name: words.words(by), value: <p className="whitespace-pre-line">{note}</p> }] : []),
          ]}
        />
        {answer === 'refused' && <p>{words.refused}</p>}
        {activityId ? (
          <p>
            {words.confirmed}{' '}
            <a className="link" href={`/activities/${activityId}`}>
              {words.open}
            </a>
          </p>
        ) : (
          <Form form={form}>
            <p className="hint">{words.days}</p>
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="then" value="confirm">
                {words.confirm}
              </SubmitButton>
              {answer === 'waiting' && (
                <SubmitButton tone="second" name="then" value="refuse">
                  {words.refuse}
                </SubmitButton>
              )}
            </div>
          </Form>
        )}
      </div>
    </>
  )
}
