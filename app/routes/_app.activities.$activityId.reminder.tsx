import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { titled } from '~/components/titled'
import { VerbPage } from '~/components/verb-page'
import { ButtonForm } from '~/domain/activity-forms.server'
import { findOwnRequest } from '~/domain/activity-page.server'
import { remindEndorser } from '~/domain/request.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { activity as words } from '~/messages/en/activity'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ activity }) => activity.reminder.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { endorserName, activityId, revision } = await asked(request, params.activityId)
  return { name: endorserName, activityId, revision: revision.number }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const { id, endorserName } = await asked(request, params.activityId)
  return submit(request, ButtonForm, async () => {
    await remindEndorser(student, id)
    const headers = { 'Set-Cookie': flash({ words: words.reminder.done(endorserName) }) }
    return redirect(`/activities/${params.activityId}`, { headers })
  })
}

async function asked(request: Request, activityId = '') {
  return findOwnRequest(
    await requirePerson(request),
    activityId,
    new URL(request.url).searchParams.get('request') ?? '',
  )
}

export default function Reminder() {
  const { name, activityId, revision } = useLoaderData<typeof loader>()
  const { reminder } = useMessages().activity
  return (
    <VerbPage
      title={reminder.title(name)}
      follows={[reminder.follows]}
      revision={revision}
      act={{ words: reminder.do, icon: 'send' }}
      keep={{ words: reminder.keep, to: `/activities/${activityId}` }}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
