import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { titled } from '~/components/titled'
import { VerbPage } from '~/components/verb-page'
import { ButtonForm } from '~/domain/activity-forms.server'
import { findListed } from '~/domain/activity-list.server'
import { continueActivity } from '~/domain/continuation.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ activity }) => activity.continuation.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, title, revision } = await findListed(await requirePerson(request), params.activityId)
  return { id, title, revision }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const form = await request.formData()
  return submit(form, ButtonForm, async () =>
    redirect(`/activities/${await continueActivity(student, shownBy(params, form))}/when`),
  )
}

export default function Continuation() {
  const { id, title, revision } = useLoaderData<typeof loader>()
  const { continuation: words } = useMessages().activity
  return (
    <VerbPage
      title={words.title(title)}
      follows={[words.follows, words.alone]}
      revision={revision}
      act={{ words: words.do }}
      keep={{ words: words.keep, to: `/activities/${id}` }}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
