import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { titled } from '~/components/titled'
import { VerbPage } from '~/components/verb-page'
import { ButtonForm } from '~/domain/activity-forms.server'
import { findListed } from '~/domain/activity-list.server'
import { standingOf } from '~/domain/standing'
import { withdrawActivity } from '~/domain/submission.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { activity as words } from '~/messages/en/activity'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ activity }) => activity.withdrawal.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const row = await findListed(await requirePerson(request), params.activityId)
  return { id: row.id, title: row.title, revision: row.revision, holders: standingOf(row, {}).holders }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const form = await request.formData()
  return submit(form, ButtonForm, async () => {
    await withdrawActivity(student, shownBy(params, form))
    return redirect(`/activities/${params.activityId}`, {
      headers: { 'Set-Cookie': flash({ words: words.withdrawal.done }) },
    })
  })
}

export default function Withdrawal() {
  const { id, title, revision, holders } = useLoaderData<typeof loader>()
  const { withdrawal } = useMessages().activity
  return (
    <VerbPage
      title={withdrawal.title(title)}
      follows={[withdrawal.follows(holders)]}
      revision={revision}
      act={{ words: withdrawal.do, tone: 'danger' }}
      keep={{ words: withdrawal.keep, to: `/activities/${id}` }}
      reply={useActionData<typeof action>()?.reply ?? null}
    />
  )
}
