import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { titled } from '~/components/titled'
import { VerbPage } from '~/components/verb-page'
import { ButtonForm } from '~/domain/activity-forms.server'
import { findListed } from '~/domain/activity-list.server'
import { reviseActivity } from '~/domain/submission.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ activity }) => activity.revision.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, title, revision, approvedRevisionId } = await findListed(
    await requirePerson(request),
    params.activityId,
  )
  return { id, title, revision, isCounting: approvedRevisionId !== null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const form = await request.formData()
  return submit(form, ButtonForm, async () => {
    await reviseActivity(student, shownBy(params, form))
    return redirect(`/activities/${params.activityId}/what`)
  })
}

export default function Revision() {
  const { id, title, revision, isCounting } = useLoaderData<typeof loader>()
  const { revision: words } = useMessages().activity
  return (
    <VerbPage
      title={words.title(title)}
      follows={isCounting ? [words.follows, words.counting] : [words.follows]}
      revision={revision}
      act={{ words: words.do }}
      keep={{ words: words.keep, to: `/activities/${id}` }}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
