import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { titled } from '~/components/titled'
import { VerbPage } from '~/components/verb-page'
import { ButtonForm } from '~/domain/activity-forms.server'
import { findListed } from '~/domain/activity-list.server'
import { discardVersion } from '~/domain/restoration.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { activity as words } from '~/messages/en/activity'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ activity }) => activity.removal.page)

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
    const remains = await discardVersion(student, shownBy(params, form))
    const headers = { 'Set-Cookie': flash({ words: remains ? words.removal.doneBack : words.removal.done }) }
    return redirect(remains ? `/activities/${params.activityId}` : '/activities', { headers })
  })
}

export default function Removal() {
  const { id, title, revision, isCounting } = useLoaderData<typeof loader>()
  const { removal } = useMessages().activity
  return (
    <VerbPage
      title={removal.title(title)}
      follows={[isCounting ? removal.back : removal.follows]}
      revision={revision}
      act={{ words: removal.do, tone: 'danger', icon: 'trash-2' }}
      keep={{ words: removal.keep, to: `/activities/${id}` }}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
