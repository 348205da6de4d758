import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { SubmitButton } from '~/components/button'
import { Form } from '~/components/form'
import { PageTitle } from '~/components/page-title'
import { Terms } from '~/components/table'
import { titled } from '~/components/titled'
import { findTeamInvitation } from '~/domain/team-page.server'
import { findInvited, JoinForm, joinTeam, refuseTeam } from '~/domain/team.server'
import { submit } from '~/lib/form.server'
import { requirePerson } from '~/lib/session.server'
import { useWords } from '~/messages/messages'

export const meta = titled(({ team }) => team.invitation.page)

export async function loader({ request, params }: LoaderFunctionArgs) {
  return findTeamInvitation(await requirePerson(request), params.memberId)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const student = await requirePerson(request)
  const { id } = await findInvited(student, params.memberId)
  return submit(request, JoinForm, async ({ then }) => {
    if (then === 'join') return redirect(`/activities/${await joinTeam(student, id)}/what`)
    await refuseTeam(student, id)
    return redirect('/')
  })
}

export default function TeamInvitation() {
  const { by, title, organisation, activityStartDate: from, activityEndDate: to, activityId, isRefused } = useLoaderData<typeof loader>()
  const { messages, format } = useWords()
  const { invitation: words } = messages.team
  const [form] = useForm<{ then: string }>({ id: 'team', lastResult: useActionData<typeof action>()?.reply ?? null })
  return (
    <>
      <PageTitle below={words.note}>{words.title(by || messages.activity.somebody, title)}</PageTitle>
      <div className="grid max-w-[40rem] gap-7 border-t border-line py-8">
        <Terms
          terms={[
            { name: words.organisation, value: organisation },
            { name: words.period, value: from ? format.period(from, to) : words.undated },
          ]}
        />
        {isRefused && <p>{words.refused}</p>}
        {activityId ? (
          <p>
            {words.joined}{' '}
            <a className="link" href={`/activities/${activityId}`}>
              {words.open}
            </a>
          </p>
        ) : (
          <Form form={form}>
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="then" value="join">
                {words.join}
              </SubmitButton>
              {!isRefused && (
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
