import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AppealForm as Words } from '~/components/appeal-forms'
import { Crumbs, PageTitle } from '~/components/page-title'
import { titled } from '~/components/titled'
import { VerbPage } from '~/components/verb-page'
import { ButtonForm } from '~/domain/activity-forms.server'
import { DECIDE_DAYS } from '~/domain/appeal'
import { AppealForm, findAppealable, findOpenAppeal, openAppeal, withdrawAppeal } from '~/domain/appeal.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { shownBy } from '~/lib/shown.server'
import { appeals as words } from '~/messages/en/appeals'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ appeals }) => appeals.student.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { activity, review } = await findAppealable(await requirePerson(request), params.activityId ?? '')
  const open = await findOpenAppeal(activity.id)
  const { id, title, revision } = activity
  return { id, title, revision, hasDecision: review !== null, isOpen: open !== null }
}

/** Appeals, or takes an appeal back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const { activity } = await findAppealable(student, params.activityId ?? '')
  const form = await request.formData()
  const back = (words: string) => redirect(`/activities/${activity.id}`, { headers: { 'Set-Cookie': flash({ words }) } })
  if (form.has('text')) {
    return submit(form, AppealForm, async appeal => {
      await openAppeal(student, shownBy(params, form), appeal)
      return back(words.student.sent)
    })
  }
  return submit(form, ButtonForm, async () => {
    await withdrawAppeal(student, activity.id)
    return back(words.student.takenBack)
  })
}

export default function Appeal() {
  const { id, title, revision, hasDecision, isOpen } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply ?? null
  const { student } = useMessages().appeals
  const to = `/activities/${id}`
  if (isOpen) {
    return (
      <VerbPage
        title={student.dropTitle(title)}
        follows={[student.dropFollows]}
        revision={revision}
        act={{ words: student.takeBack, tone: 'danger' }}
        keep={{ words: student.leave, to }}
        reply={reply}
      />
    )
  }
  return (
    <>
      <PageTitle above={<Crumbs back={{ to, words: title }} />} below={hasDecision && student.note(DECIDE_DAYS)}>
        {hasDecision ? student.heading(title) : student.none}
      </PageTitle>
      {hasDecision && <Words activityId={id} revision={revision} reply={reply} />}
    </>
  )
}
