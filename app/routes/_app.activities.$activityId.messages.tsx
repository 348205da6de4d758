import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AnswerForm } from '~/components/answer-form'
import { Crumbs, PageTitle } from '~/components/page-title'
import { Thread } from '~/components/thread'
import { titled } from '~/components/titled'
import { findOwnRequest } from '~/domain/activity-page.server'
import { answerEndorser, MessageForm } from '~/domain/thread.server'
import { flash } from '~/lib/flash.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { throttle } from '~/lib/throttle.server'
import { between as words } from '~/messages/en/between'
import { useMessages } from '~/messages/messages'

export const meta = titled(({ between }) => between.student.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, activityId, endorserName, messages } = await asked(request, params.activityId)
  return { activityId, thread: { requestId: id, endorser: endorserName, messages } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const { id, activityId, endorserName } = await asked(request, params.activityId)
  return submit(request, MessageForm, async form => {
    await throttle('messageByRequest', id)
    await answerEndorser(student, id, form)
    const headers = { 'Set-Cookie': flash({ words: words.student.sent(endorserName) }) }
    return redirect(`/activities/${activityId}`, { headers })
  })
}

async function asked(request: Request, activityId = '') {
  return findOwnRequest(
    await requirePerson(request),
    activityId,
    new URL(request.url).searchParams.get('request') ?? '',
  )
}

export default function Messages() {
  const { activityId, thread } = useLoaderData<typeof loader>()
  const { between } = useMessages()
  const reply = useActionData<typeof action>()?.reply ?? null
  const who = thread.endorser || between.student.somebody
  return (
    <>
      <PageTitle above={<Crumbs back={{ to: `/activities/${activityId}`, words: between.student.back }} />}>
        {between.student.heading(who)}
      </PageTitle>
      <div className="grid gap-6 border-t border-line py-8">
        <Thread messages={thread.messages} names={{ student: between.you, endorser: who }} />
        <AnswerForm activityId={activityId} thread={thread} reply={reply} />
      </div>
    </>
  )
}
